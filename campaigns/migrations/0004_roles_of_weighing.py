"""What the archive's roles may do with suggested links and with preferences that were withdrawn: read them."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

READ_BY = {
    "view_suggestedlink": ("volunteer", "curator", "registrar"),
    "view_withdrawnpreference": ("volunteer", "curator", "registrar"),
}


def make(apps, schema_editor):
    from django.apps import apps as installed

    create_permissions(installed.get_app_config("campaigns"), apps=installed, verbosity=0)
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    models = ("suggestedlink", "withdrawnpreference")
    own = Permission.objects.filter(content_type__app_label="campaigns", content_type__model__in=models)
    for codename, roles in READ_BY.items():
        for group in Group.objects.filter(name__in=roles):
            group.permissions.add(own.get(codename=codename))
    Group.objects.get(name="admin").permissions.add(*own)


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0003_claims_in_full"), ("archive", "0009_roles_source_merges")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
