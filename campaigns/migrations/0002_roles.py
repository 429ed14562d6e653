"""What the archive's roles may do with campaigns."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

MODELS = ["campaign", "campaignname", "event", "claim", "preference"]


def may(verbs, models):
    return [f"{verb}_{model}" for verb in verbs for model in models]


VOLUNTEER = [*may(["view"], MODELS), *may(["view", "add", "change"], ["campaignlink"])]
CURATOR = [*VOLUNTEER, *may(["add", "change"], MODELS)]
ROLES = {"volunteer": VOLUNTEER, "curator": CURATOR, "registrar": CURATOR}


def make(apps, schema_editor):
    from django.apps import apps as installed

    create_permissions(installed.get_app_config("campaigns"), apps=installed, verbosity=0)
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    own = Permission.objects.filter(content_type__app_label="campaigns")
    for name, codenames in ROLES.items():
        Group.objects.get(name=name).permissions.add(*own.filter(codename__in=codenames))
    Group.objects.get(name="admin").permissions.add(*own)


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0001_initial"), ("archive", "0005_roles")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
