"""What was preferred before reasons were kept says so; of several for one question the oldest stays preferred."""

from django.db import migrations
from django.db.models import F

REASON = "Preferred before reasons were kept."
MODELS = ("Dating", "PlaceMention", "Subject", "CodeReading")
_WHERE = ("depicted", "within", "relative")
_ONE_ANSWER = ("photographer", "agency", "censor")


def question(row):
    """What a statement answered when this was written; None for one that stands alone."""
    role = getattr(row, "role", None)
    if role in _WHERE and hasattr(row, "place_id"):
        return "where"
    if (hasattr(row, "edtf") and role != "event") or (hasattr(row, "agent_id") and role in _ONE_ANSWER):
        return role
    return (role, row.as_written) if row.as_written else None


def sign(apps, schema_editor):
    for name in MODELS:
        model, seen = apps.get_model("archive", name), set()
        for row in model.objects.filter(preferred=True).order_by("pk"):
            asked = question(row)
            if asked is not None and (row.photo_id, asked) in seen:
                model.objects.filter(pk=row.pk).update(preferred=False)
            seen.add((row.photo_id, asked))
        preferred = model.objects.filter(preferred=True, preferred_because="")
        preferred.update(preferred_because=REASON, preferred_at=F("at"))


def unsign(apps, schema_editor):
    # Which others were preferred as well is left to the history: what was shown first does not change.
    for name in MODELS:
        apps.get_model("archive", name).objects.filter(preferred_because=REASON).update(
            preferred_because="", preferred_at=None
        )


class Migration(migrations.Migration):
    dependencies = [("archive", "0030_signed_preferences")]
    operations = [migrations.RunPython(sign, unsign)]
