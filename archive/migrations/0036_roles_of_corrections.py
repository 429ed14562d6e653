"""Who reads what visitors say is wrong, and answers it: those who decide."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

CODENAMES = ("view_correction", "answer_correction", "view_sendercontact")


def make(apps, schema_editor):
    from django.apps import apps as installed

    create_permissions(installed.get_app_config("archive"), apps=installed, verbosity=0)
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    own = Permission.objects.filter(content_type__app_label="archive", codename__in=CODENAMES)
    # A museum may have renamed or removed a group.
    for group in Group.objects.filter(name__in=("curator", "registrar", "admin")):
        group.permissions.add(*own)


class Migration(migrations.Migration):
    dependencies = [("archive", "0035_corrections")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
