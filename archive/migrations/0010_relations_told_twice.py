"""A relation that was entered from both ends is kept once; one that contradicts another stops the upgrade."""

from django.db import migrations

INVERSES = {"before": "after", "after": "before", "cropped_from": "crop", "crop": "cropped_from"}


def merge(apps, schema_editor):
    known = {}
    for relation in apps.get_model("archive", "Relation").objects.filter(other__isnull=False).order_by("pk"):
        ends = relation.photo_id, relation.other_id
        forward = ends[0] < ends[1]
        kind = relation.kind if forward else INVERSES.get(relation.kind, relation.kind)
        about = (*sorted(ends), min(kind, INVERSES.get(kind, kind)))
        if about not in known:
            known[about] = (kind, relation)
            continue
        first_kind, first = known[about]
        if first_kind != kind:
            raise ValueError(
                f"Photographs {relation.photo.number} and {relation.other.number}: relations {first.pk} and {relation.pk} "
                "contradict each other. Change one of them under “Relations” in the admin, then upgrade again."
            )
        first.words = "; ".join(dict.fromkeys(filter(None, [first.words, relation.words])))[:300]
        first.save(update_fields=["words"])
        relation.delete()


class Migration(migrations.Migration):
    dependencies = [("archive", "0009_roles_source_merges")]

    operations = [migrations.RunPython(merge, migrations.RunPython.noop)]
