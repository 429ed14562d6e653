"""Moves of boxes are only added to; and who may do what with the new records."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

FORWARD = """
    CREATE TRIGGER boxmove_append_only BEFORE UPDATE OR DELETE ON archive_boxmove
        FOR EACH ROW EXECUTE FUNCTION archive_refuse_change();
"""
BACKWARD = "DROP TRIGGER boxmove_append_only ON archive_boxmove;"

KEPT = ["deedofgift", "accessionparty", "objectentry"]
ROLES = {
    "volunteer": [],
    "curator": [f"view_{model}" for model in [*KEPT, "boxmove", "tombstone"]],
    "registrar": [
        *(f"{verb}_{model}" for verb in ("view", "add", "change") for model in KEPT),
        *(f"{verb}_{model}" for verb in ("view", "add") for model in ("boxmove", "donorlink")),
        "view_tombstone",
        "change_donorlink",
        "view_takedownrequest",
        "change_takedownrequest",
        "lift_limit",
    ],
}


def make(apps, schema_editor):
    """Give the roles their new permissions; permissions are made first, which Django otherwise does after all."""
    from django.apps import apps as installed

    create_permissions(installed.get_app_config("archive"), apps=installed, verbosity=0)
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    own = Permission.objects.filter(content_type__app_label="archive")
    for name, codenames in ROLES.items():
        Group.objects.get_or_create(name=name)[0].permissions.add(*own.filter(codename__in=codenames))
    curator, registrar = Group.objects.get(name="curator"), Group.objects.get(name="registrar")
    registrar.permissions.add(*curator.permissions.all())
    Group.objects.get_or_create(name="admin")[0].permissions.add(*own)


class Migration(migrations.Migration):
    dependencies = [("archive", "0015_rights_and_gifts")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD), migrations.RunPython(make, migrations.RunPython.noop)]
