"""Empties the index where its cards were made before 0045, so that `rebuild_search --if-needed` makes them anew."""

from django.db import migrations

EMPTY_UNLESS_FILLED = """
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM archive_card WHERE edtf || rights_uri || credit || collection <> '') THEN
        TRUNCATE archive_card, archive_searchentry, archive_facetset, archive_tally;
    END IF;
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("archive", "0050_corrections_of_other_apps")]
    operations = [migrations.RunSQL(EMPTY_UNLESS_FILLED, migrations.RunSQL.noop)]
