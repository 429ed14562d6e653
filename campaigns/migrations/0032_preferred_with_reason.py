"""A link that is preferred says why."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0031_preferences_before_reasons")]
    operations = [
        migrations.AddConstraint(
            model_name="campaignlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("preferred", False),
                        ("preferred_at__isnull", True),
                        ("preferred_because", ""),
                        ("preferred_by__isnull", True),
                    ),
                    models.Q(
                        ("preferred", True),
                        ("preferred_at__isnull", False),
                        models.Q(("preferred_because", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="campaignlink_preference_signed",
                violation_error_message="What is preferred has a reason and a day; what is not has neither.",
            ),
        ),
        migrations.AddConstraint(
            model_name="campaignlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("tells_rejection", False),
                    models.Q(("certainty", "rejected"), models.Q(("reasoning", ""), _negated=True)),
                    _connector="OR",
                ),
                name="campaignlink_told_rejection_has_reason",
                violation_error_message="Visitors are told that a statement was rejected only when it is, and with the reasoning.",
            ),
        ),
    ]
