"""What is preferred gets a reason, a name and a day; as for all statements."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0030_signed_preferences"),
        ("campaigns", "0005_words_go_with_their_photograph"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AddField(
            model_name="campaignlink",
            name="keeps_past_back",
            field=models.BooleanField(
                default=False,
                help_text="For names and words that should not be read any more. Staff still find them in the history.",
                verbose_name="visitors do not read what it said before",
            ),
        ),
        migrations.AddField(
            model_name="campaignlink",
            name="preferred_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="preferred at"),
        ),
        migrations.AddField(
            model_name="campaignlink",
            name="preferred_because",
            field=models.TextField(blank=True, editable=False, verbose_name="preferred because"),
        ),
        migrations.AddField(
            model_name="campaignlink",
            name="preferred_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="preferred by",
            ),
        ),
        migrations.AddField(
            model_name="campaignlink",
            name="tells_rejection",
            field=models.BooleanField(
                default=False,
                help_text="Of what is rejected visitors are told nothing, unless this is ticked. They then read why.",
                verbose_name="visitors read that it was rejected",
            ),
        ),
        migrations.AlterField(
            model_name="campaignlink",
            name="preferred",
            field=models.BooleanField(
                default=False, editable=False, help_text="Shown first where sources disagree.", verbose_name="preferred"
            ),
        ),
    ]
