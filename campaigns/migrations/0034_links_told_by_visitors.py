"""A photograph may be linked to a campaign since a visitor told so."""

from django.db import migrations, models

GROUNDS = [
    ("page", "the page it was found on"),
    ("named", "named in the caption"),
    ("inferred", "inferred from place and date"),
    ("visitor", "told by a visitor"),
]


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0033_told_by_a_visitor")]
    operations = [
        migrations.AlterField(
            "campaignlink",
            "ground",
            models.CharField("assigned by", choices=GROUNDS, default="named", max_length=10),
        ),
    ]
