"""What was preferred before reasons were kept says so."""

from django.db import migrations
from django.db.models import F

REASON = "Preferred before reasons were kept."


def sign(apps, schema_editor):
    preferred = apps.get_model("campaigns", "CampaignLink").objects.filter(preferred=True, preferred_because="")
    preferred.update(preferred_because=REASON, preferred_at=F("at"))


def unsign(apps, schema_editor):
    apps.get_model("campaigns", "CampaignLink").objects.filter(preferred_because=REASON).update(
        preferred_because="", preferred_at=None
    )


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0030_signed_preferences")]
    operations = [migrations.RunPython(sign, unsign)]
