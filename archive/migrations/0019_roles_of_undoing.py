"""Who may put back what: a record, those who decide; a whole act, the admins."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ROLES = {"curator": ["restore_record"], "registrar": ["restore_record"], "admin": ["restore_record", "undo_act"]}


def make(apps, schema_editor):
    from django.apps import apps as installed

    create_permissions(installed.get_app_config("archive"), apps=installed, verbosity=0)
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    for name, codenames in ROLES.items():
        own = Permission.objects.filter(content_type__app_label="archive", codename__in=codenames)
        Group.objects.get(name=name).permissions.add(*own)


class Migration(migrations.Migration):
    dependencies = [("archive", "0018_watching")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
