"""Search entries as columns of numbers, their words out of line. What is derived is emptied: run `rebuild_search`."""

from django.db import migrations, models

from archive.models.search import LOTS, packed_columns, words_out_of_line

EMPTY = "TRUNCATE archive_card, archive_searchentry, archive_facetset, archive_tally"


def of_sets(field):
    return [
        migrations.AlterField("searchentry", f"{lot}_set", field(verbose_name=f"set of terms: {lot}", default=0))
        for lot in LOTS
    ]


class Migration(migrations.Migration):
    dependencies = [("archive", "0020_words_go_with_their_photograph")]
    operations = [
        migrations.RunSQL(EMPTY, EMPTY),
        migrations.RemoveIndex("tally", "tally_term"),
        migrations.RemoveIndex("tally", "tally_total"),
        migrations.RemoveField("tally", "facet_set"),
        migrations.AddIndex("tally", models.Index(fields=["term"], name="tally_term", include=["number"])),
        migrations.AddField(
            "facetset", "digest", models.BigIntegerField(unique=True, verbose_name="hash of the terms", default=0),
            preserve_default=False,
        ),
        migrations.AlterField("facetset", "id", models.AutoField(primary_key=True, serialize=False)),
        migrations.AlterField("searchentry", "number_key", models.BigIntegerField(verbose_name="number, to sort by")),
        *of_sets(models.IntegerField),
        migrations.AddField(
            "searchentry", "packed",
            models.GeneratedField(expression=packed_columns(), output_field=models.BinaryField(), db_persist=True),
        ),
        migrations.AddField(
            "searchentry", "ballast",
            models.GeneratedField(expression=words_out_of_line(), output_field=models.TextField(), db_persist=True),
        ),
        migrations.RunSQL(
            "ALTER TABLE archive_searchentry ALTER COLUMN packed SET STORAGE PLAIN",
            "ALTER TABLE archive_searchentry ALTER COLUMN packed SET STORAGE EXTENDED",
        ),
    ]  # fmt: skip
