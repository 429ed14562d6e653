"""A correction may be about a statement of another app, which names its own kind."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("archive", "0046_quicker_to_look_up")]
    operations = [
        migrations.AlterField(
            "correction",
            "kind",
            models.CharField("kind", max_length=12, help_text="One of ours, or how another app names its statements."),
        ),
    ]
