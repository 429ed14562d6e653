"""Curators bring in scans, answer whether pictures are the same, and see how the masters are."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

CURATOR = [
    "add_image",
    "change_resemblance",
    *[f"view_{model}" for model in ("intake", "intakefile", "fixitycheck", "preparation", "resemblance")],
]


def make(apps, schema_editor):
    """Permissions are made first, which Django otherwise does after all migrations."""
    from django.apps import apps as installed

    create_permissions(installed.get_app_config("archive"), apps=installed, verbosity=0)
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    own = Permission.objects.filter(content_type__app_label="archive")
    for name in ("curator", "registrar", "admin"):
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*own.filter(codename__in=CURATOR))


class Migration(migrations.Migration):
    dependencies = [("archive", "0013_fixity_append_only")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
