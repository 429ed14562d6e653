"""Also log that facet terms are called otherwise, came or went, for who keeps what they are called.

-1 stands in place of a photograph. See `archive/search/changes.py`.
"""

from django.db import migrations

LOG = """
    CREATE FUNCTION archive_log_terms() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        INSERT INTO archive_entrychange VALUES (-1);
        RETURN NULL;
    END $$;

    CREATE TRIGGER log_terms AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON archive_facetterm
        FOR EACH STATEMENT EXECUTE FUNCTION archive_log_terms();
"""
NO_LOG = """
    DROP TRIGGER log_terms ON archive_facetterm;
    DROP FUNCTION archive_log_terms;
"""


class Migration(migrations.Migration):
    dependencies = [("archive", "0053_changes_of_entries")]
    operations = [migrations.RunSQL(LOG, NO_LOG)]
