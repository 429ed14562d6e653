"""Who opens the monthly desk: those who answer for gifts, and admins."""

from django.contrib.auth.management import create_permissions
from django.db import migrations


def make(apps, schema_editor):
    from django.apps import apps as installed

    create_permissions(installed.get_app_config("archive"), apps=installed, verbosity=0)
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    own = Permission.objects.filter(content_type__app_label="archive", codename="view_monthly_desk")
    # A museum may have renamed or removed a group.
    for group in Group.objects.filter(name__in=("registrar", "admin")):
        group.permissions.add(*own)


class Migration(migrations.Migration):
    dependencies = [("archive", "0036_roles_of_corrections")]
    operations = [
        migrations.AlterModelOptions(
            name="act",
            options={
                "default_permissions": (),
                "ordering": ["-at"],
                "permissions": [
                    ("restore_record", "Can put a record back as it was"),
                    ("undo_act", "Can undo all changes of one act"),
                    ("view_monthly_desk", "Can open the monthly desk"),
                ],
                "verbose_name": "act",
                "verbose_name_plural": "acts",
            },
        ),
        migrations.RunPython(make, migrations.RunPython.noop),
    ]
