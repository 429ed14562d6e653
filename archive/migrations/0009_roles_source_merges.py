"""Who may see merges of sources: those who may merge them. Admins may delete a source that nothing rests on."""

from django.contrib.auth.management import create_permissions
from django.db import migrations


def make(apps, schema_editor):
    from django.apps import apps as installed

    create_permissions(installed.get_app_config("archive"), apps=installed, verbosity=0)
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    own = Permission.objects.filter(content_type__app_label="archive", content_type__model="sourcemerge")
    for name in ("curator", "registrar"):
        Group.objects.get(name=name).permissions.add(*own.filter(codename="view_sourcemerge"))
    Group.objects.get(name="admin").permissions.add(*own)


class Migration(migrations.Migration):
    dependencies = [("archive", "0008_source_merges")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
