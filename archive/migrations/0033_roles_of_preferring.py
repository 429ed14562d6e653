"""Who says which of several statements is shown first: those who decide."""

from django.contrib.auth.management import create_permissions
from django.db import migrations


def make(apps, schema_editor):
    from django.apps import apps as installed

    create_permissions(installed.get_app_config("archive"), apps=installed, verbosity=0)
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    own = Permission.objects.filter(content_type__app_label="archive", codename="prefer_statement")
    # A museum may have renamed or removed a group.
    for group in Group.objects.filter(name__in=("curator", "registrar", "admin")):
        group.permissions.add(*own)


class Migration(migrations.Migration):
    dependencies = [("archive", "0032_one_preferred")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
