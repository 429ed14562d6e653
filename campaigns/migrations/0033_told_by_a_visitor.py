"""A link to a campaign may rest on what a visitor told."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0032_preferred_with_reason"),
    ]

    operations = [
        migrations.AlterField(
            model_name="campaignlink",
            name="basis",
            field=models.CharField(
                choices=[
                    ("inscription", "written on the print"),
                    ("caption", "caption"),
                    ("donor", "told by the donor"),
                    ("comparison", "comparison with another picture"),
                    ("publication", "publication"),
                    ("inference", "inference"),
                    ("visitor", "told by a visitor"),
                ],
                max_length=12,
                verbose_name="ground",
            ),
        ),
    ]
