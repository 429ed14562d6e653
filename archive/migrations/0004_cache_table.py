"""The table in which all workers count failed sign-ins together."""

from django.core.management import call_command
from django.db import migrations


def make(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("archive", "0003_narrow_search_rows")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
