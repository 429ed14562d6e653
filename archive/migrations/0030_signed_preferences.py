"""What is preferred gets a reason, a name and a day; and what visitors read of the past of a statement is decided."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0021_columns_for_counting"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AlterModelOptions(
            name="photo",
            options={
                "ordering": ["sort_key"],
                "permissions": [
                    ("publish_photo", "Can publish a photograph"),
                    ("withdraw_photo", "Can withdraw a photograph and bring it back"),
                    ("lift_limit", "Can publish against the rules, with a written reason"),
                    ("prefer_statement", "Can say which of several statements is shown first, and take it back"),
                ],
                "verbose_name": "photograph",
                "verbose_name_plural": "photographs",
            },
        ),
        migrations.AddField(
            model_name="codereading",
            name="keeps_past_back",
            field=models.BooleanField(
                default=False,
                help_text="For names and words that should not be read any more. Staff still find them in the history.",
                verbose_name="visitors do not read what it said before",
            ),
        ),
        migrations.AddField(
            model_name="codereading",
            name="preferred_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="preferred at"),
        ),
        migrations.AddField(
            model_name="codereading",
            name="preferred_because",
            field=models.TextField(blank=True, editable=False, verbose_name="preferred because"),
        ),
        migrations.AddField(
            model_name="codereading",
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
            model_name="codereading",
            name="tells_rejection",
            field=models.BooleanField(
                default=False,
                help_text="Of what is rejected visitors are told nothing, unless this is ticked. They then read why.",
                verbose_name="visitors read that it was rejected",
            ),
        ),
        migrations.AddField(
            model_name="dating",
            name="keeps_past_back",
            field=models.BooleanField(
                default=False,
                help_text="For names and words that should not be read any more. Staff still find them in the history.",
                verbose_name="visitors do not read what it said before",
            ),
        ),
        migrations.AddField(
            model_name="dating",
            name="preferred_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="preferred at"),
        ),
        migrations.AddField(
            model_name="dating",
            name="preferred_because",
            field=models.TextField(blank=True, editable=False, verbose_name="preferred because"),
        ),
        migrations.AddField(
            model_name="dating",
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
            model_name="dating",
            name="tells_rejection",
            field=models.BooleanField(
                default=False,
                help_text="Of what is rejected visitors are told nothing, unless this is ticked. They then read why.",
                verbose_name="visitors read that it was rejected",
            ),
        ),
        migrations.AddField(
            model_name="placemention",
            name="keeps_past_back",
            field=models.BooleanField(
                default=False,
                help_text="For names and words that should not be read any more. Staff still find them in the history.",
                verbose_name="visitors do not read what it said before",
            ),
        ),
        migrations.AddField(
            model_name="placemention",
            name="preferred_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="preferred at"),
        ),
        migrations.AddField(
            model_name="placemention",
            name="preferred_because",
            field=models.TextField(blank=True, editable=False, verbose_name="preferred because"),
        ),
        migrations.AddField(
            model_name="placemention",
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
            model_name="placemention",
            name="tells_rejection",
            field=models.BooleanField(
                default=False,
                help_text="Of what is rejected visitors are told nothing, unless this is ticked. They then read why.",
                verbose_name="visitors read that it was rejected",
            ),
        ),
        migrations.AddField(
            model_name="subject",
            name="keeps_past_back",
            field=models.BooleanField(
                default=False,
                help_text="For names and words that should not be read any more. Staff still find them in the history.",
                verbose_name="visitors do not read what it said before",
            ),
        ),
        migrations.AddField(
            model_name="subject",
            name="preferred_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="preferred at"),
        ),
        migrations.AddField(
            model_name="subject",
            name="preferred_because",
            field=models.TextField(blank=True, editable=False, verbose_name="preferred because"),
        ),
        migrations.AddField(
            model_name="subject",
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
            model_name="subject",
            name="tells_rejection",
            field=models.BooleanField(
                default=False,
                help_text="Of what is rejected visitors are told nothing, unless this is ticked. They then read why.",
                verbose_name="visitors read that it was rejected",
            ),
        ),
        migrations.AlterField(
            model_name="codereading",
            name="preferred",
            field=models.BooleanField(
                default=False, editable=False, help_text="Shown first where sources disagree.", verbose_name="preferred"
            ),
        ),
        migrations.AlterField(
            model_name="dating",
            name="preferred",
            field=models.BooleanField(
                default=False, editable=False, help_text="Shown first where sources disagree.", verbose_name="preferred"
            ),
        ),
        migrations.AlterField(
            model_name="placemention",
            name="preferred",
            field=models.BooleanField(
                default=False, editable=False, help_text="Shown first where sources disagree.", verbose_name="preferred"
            ),
        ),
        migrations.AlterField(
            model_name="subject",
            name="preferred",
            field=models.BooleanField(
                default=False, editable=False, help_text="Shown first where sources disagree.", verbose_name="preferred"
            ),
        ),
    ]
