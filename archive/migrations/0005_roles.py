"""The four roles as groups with their permissions: volunteer, curator, registrar, admin."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

DESCRIBES = ["photo", "transcription", "dating", "placemention", "subject", "codereading", "relation", "image"]
AUTHORITIES = ["place", "placename", "agent", "agentname", "source", "codescheme", "collection"]
GIFTS = ["accession", "box", "rights", "custodyevent"]
LEDGERS = ["decision", "importbatch", "importrow", "derivative", "proposal"]


def may(verbs, models):
    return [f"{verb}_{model}" for verb in verbs for model in models]


VOLUNTEER = [
    *may(["view", "change"], DESCRIBES),
    *may(["add"], ["transcription", "dating", "placemention", "subject", "codereading", "relation"]),
    *may(["view"], [*AUTHORITIES, "accession", "box", "proposal"]),
]
CURATOR = [
    *VOLUNTEER,
    *may(["add"], ["photo"]),
    *may(["add", "change"], AUTHORITIES),
    *may(["view"], [*GIFTS, *LEDGERS]),
    "publish_photo",
    "decide_proposal",
]
REGISTRAR = [
    *CURATOR,
    *may(["add", "change"], ["accession", "box", "rights"]),
    *may(["add"], ["custodyevent"]),
    *may(["view", "add", "change"], ["donorcontact"]),
    "withdraw_photo",
]
ROLES = {"volunteer": VOLUNTEER, "curator": CURATOR, "registrar": REGISTRAR}


def make(apps, schema_editor):
    """Groups with permissions; permissions are made first, which Django otherwise does after all migrations."""
    from django.apps import apps as installed

    create_permissions(installed.get_app_config("archive"), apps=installed, verbosity=0)
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    own = Permission.objects.filter(content_type__app_label="archive")
    for name, codenames in ROLES.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*own.filter(codename__in=codenames))
    admin, _ = Group.objects.get_or_create(name="admin")
    admin.permissions.add(*own)


def unmake(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=[*ROLES, "admin"]).delete()


class Migration(migrations.Migration):
    dependencies = [("archive", "0004_cache_table"), ("auth", "0012_alter_user_first_name_max_length")]
    operations = [migrations.RunPython(make, unmake)]
