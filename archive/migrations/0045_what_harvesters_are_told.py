"""Cards hold what harvesters are told, and the moment it last became another. Run `rebuild_search` to fill them."""

from django.db import migrations, models
from django.db.models.functions import Greatest

from archive.models.search import ThisSecond

TEXTS = {
    "edtf": models.CharField("date as EDTF", max_length=100, default=""),
    "rights_uri": models.CharField("rights term", max_length=100, default=""),
    "credit": models.CharField("credit line", max_length=300, default=""),
    "collection": models.CharField("collection", max_length=50, default=""),
}
STAMP = models.GeneratedField(
    expression=Greatest("changed_at", "open_from"), output_field=models.DateTimeField(), db_persist=True
)


class Migration(migrations.Migration):
    dependencies = [("archive", "0041_what_ends_by_day")]
    operations = [
        *(migrations.AddField("card", name, field) for name, field in TEXTS.items()),
        migrations.AddField("card", "open_from", models.DateTimeField("public from", null=True)),
        migrations.AddField(
            "card", "changed_at", models.DateTimeField("written at", db_default=ThisSecond(), editable=False)
        ),
        migrations.AddField("card", "stamp", STAMP),
        migrations.AddIndex("card", models.Index(fields=["stamp", "entry"], name="card_stamp")),
        migrations.AddIndex("card", models.Index(fields=["collection", "stamp", "entry"], name="card_collection")),
    ]
