"""A log of the search entries that changed, kept by triggers, so that a process can keep what it read of them.

`photo_id` is null where many changed at once: whoever kept something reads everything again. `written_by` is the
transaction, so that a reader finds exactly what it cannot have seen. See `archive/search/changes.py`.
"""

from django.db import migrations

LOG = """
    CREATE TABLE archive_entrychange (
        photo_id bigint,
        written_by xid8 NOT NULL DEFAULT pg_current_xact_id(),
        written_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX entrychange_written_by ON archive_entrychange (written_by);

    CREATE FUNCTION archive_log_entries() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'TRUNCATE' THEN
            INSERT INTO archive_entrychange VALUES (NULL);
        ELSIF (SELECT count(*) FROM (SELECT FROM changed LIMIT 500) AS few) = 500 THEN
            INSERT INTO archive_entrychange VALUES (NULL);
        ELSE
            INSERT INTO archive_entrychange SELECT photo_id FROM changed;
        END IF;
        RETURN NULL;
    END $$;

    CREATE TRIGGER log_inserted AFTER INSERT ON archive_searchentry REFERENCING NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION archive_log_entries();
    CREATE TRIGGER log_updated AFTER UPDATE ON archive_searchentry REFERENCING NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION archive_log_entries();
    CREATE TRIGGER log_deleted AFTER DELETE ON archive_searchentry REFERENCING OLD TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION archive_log_entries();
    CREATE TRIGGER log_emptied AFTER TRUNCATE ON archive_searchentry
        FOR EACH STATEMENT EXECUTE FUNCTION archive_log_entries();
"""
NO_LOG = """
    DROP TRIGGER log_inserted ON archive_searchentry;
    DROP TRIGGER log_updated ON archive_searchentry;
    DROP TRIGGER log_deleted ON archive_searchentry;
    DROP TRIGGER log_emptied ON archive_searchentry;
    DROP FUNCTION archive_log_entries;
    DROP TABLE archive_entrychange;
"""


class Migration(migrations.Migration):
    dependencies = [("archive", "0052_index_filled_for_harvesters")]
    operations = [migrations.RunSQL(LOG, NO_LOG)]
