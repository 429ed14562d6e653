"""Of the statements that answer one question about a photograph one is preferred at most, with a reason."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("archive", "0031_preferences_before_reasons")]
    operations = [
        migrations.RemoveConstraint(
            model_name="dating",
            name="dating_one_preferred",
        ),
        migrations.AddConstraint(
            model_name="codereading",
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
                name="codereading_preference_signed",
                violation_error_message="What is preferred has a reason and a day; what is not has neither.",
            ),
        ),
        migrations.AddConstraint(
            model_name="codereading",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("tells_rejection", False),
                    models.Q(("certainty", "rejected"), models.Q(("reasoning", ""), _negated=True)),
                    _connector="OR",
                ),
                name="codereading_told_rejection_has_reason",
                violation_error_message="Visitors are told that a statement was rejected only when it is, and with the reasoning.",
            ),
        ),
        migrations.AddConstraint(
            model_name="codereading",
            constraint=models.UniqueConstraint(
                condition=models.Q(("preferred", True), models.Q(("as_written", ""), _negated=True)),
                fields=("photo", "as_written"),
                name="codereading_one_preferred",
                violation_error_message="Another reading of these words is preferred already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="dating",
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
                name="dating_preference_signed",
                violation_error_message="What is preferred has a reason and a day; what is not has neither.",
            ),
        ),
        migrations.AddConstraint(
            model_name="dating",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("tells_rejection", False),
                    models.Q(("certainty", "rejected"), models.Q(("reasoning", ""), _negated=True)),
                    _connector="OR",
                ),
                name="dating_told_rejection_has_reason",
                violation_error_message="Visitors are told that a statement was rejected only when it is, and with the reasoning.",
            ),
        ),
        migrations.AddConstraint(
            model_name="dating",
            constraint=models.UniqueConstraint(
                condition=models.Q(("preferred", True), models.Q(("role", "event"), _negated=True)),
                fields=("photo", "role"),
                name="dating_one_preferred",
                violation_error_message="Another date of this kind is preferred already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="dating",
            constraint=models.UniqueConstraint(
                condition=models.Q(("preferred", True), ("role", "event"), models.Q(("as_written", ""), _negated=True)),
                fields=("photo", "as_written"),
                name="dating_one_preferred_event",
                violation_error_message="Another date of this event is preferred already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placemention",
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
                name="placemention_preference_signed",
                violation_error_message="What is preferred has a reason and a day; what is not has neither.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placemention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("tells_rejection", False),
                    models.Q(("certainty", "rejected"), models.Q(("reasoning", ""), _negated=True)),
                    _connector="OR",
                ),
                name="placemention_told_rejection_has_reason",
                violation_error_message="Visitors are told that a statement was rejected only when it is, and with the reasoning.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placemention",
            constraint=models.UniqueConstraint(
                condition=models.Q(("preferred", True), ("role__in", ["depicted", "within", "relative"])),
                fields=("photo",),
                name="placemention_one_preferred",
                violation_error_message="Another place is preferred already as the one where it was taken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placemention",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("preferred", True),
                    ("role__in", ["mentioned", "dateline"]),
                    models.Q(("as_written", ""), _negated=True),
                ),
                fields=("photo", "role", "as_written"),
                name="placemention_one_preferred_words",
                violation_error_message="Another place is preferred already for these words.",
            ),
        ),
        migrations.AddConstraint(
            model_name="subject",
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
                name="subject_preference_signed",
                violation_error_message="What is preferred has a reason and a day; what is not has neither.",
            ),
        ),
        migrations.AddConstraint(
            model_name="subject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("tells_rejection", False),
                    models.Q(("certainty", "rejected"), models.Q(("reasoning", ""), _negated=True)),
                    _connector="OR",
                ),
                name="subject_told_rejection_has_reason",
                violation_error_message="Visitors are told that a statement was rejected only when it is, and with the reasoning.",
            ),
        ),
        migrations.AddConstraint(
            model_name="subject",
            constraint=models.UniqueConstraint(
                condition=models.Q(("preferred", True), ("role__in", ["photographer", "agency", "censor"])),
                fields=("photo", "role"),
                name="subject_one_preferred",
                violation_error_message="Another one is preferred already for this part.",
            ),
        ),
        migrations.AddConstraint(
            model_name="subject",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("preferred", True),
                    models.Q(("role__in", ["photographer", "agency", "censor"]), _negated=True),
                    models.Q(("as_written", ""), _negated=True),
                ),
                fields=("photo", "role", "as_written"),
                name="subject_one_preferred_words",
                violation_error_message="Another one is preferred already for these words.",
            ),
        ),
    ]
