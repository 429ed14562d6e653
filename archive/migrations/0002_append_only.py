"""The database itself refuses to change or drop what is only ever added to: decisions and changes of custody."""

from django.db import migrations

FORWARD = """
    CREATE FUNCTION archive_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$;
    CREATE TRIGGER decision_append_only BEFORE UPDATE OR DELETE ON archive_decision
        FOR EACH ROW EXECUTE FUNCTION archive_refuse_change();
    CREATE TRIGGER custodyevent_append_only BEFORE UPDATE OR DELETE ON archive_custodyevent
        FOR EACH ROW EXECUTE FUNCTION archive_refuse_change();
"""
BACKWARD = """
    DROP TRIGGER decision_append_only ON archive_decision;
    DROP TRIGGER custodyevent_append_only ON archive_custodyevent;
    DROP FUNCTION archive_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("archive", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
