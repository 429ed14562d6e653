"""Embargoes are found by the day they end, and looks at masters by their moment."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("archive", "0040_roles_of_the_month")]
    operations = [
        migrations.AddIndex(model_name="fixitycheck", index=models.Index(fields=["at"], name="fixitycheck_at")),
        migrations.AddIndex(
            model_name="rights",
            index=models.Index(
                condition=models.Q(("embargo_until__isnull", False)), fields=["embargo_until"], name="rights_embargo"
            ),
        ),
    ]
