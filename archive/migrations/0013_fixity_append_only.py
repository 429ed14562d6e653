"""The database itself refuses to change or drop what was found of a master."""

from django.db import migrations

FORWARD = """
    CREATE TRIGGER fixitycheck_append_only BEFORE UPDATE OR DELETE ON archive_fixitycheck
        FOR EACH ROW EXECUTE FUNCTION archive_refuse_change();
"""
BACKWARD = "DROP TRIGGER fixitycheck_append_only ON archive_fixitycheck;"


class Migration(migrations.Migration):
    dependencies = [("archive", "0012_masters")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
