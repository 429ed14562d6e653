"""What visitors say is wrong, who can be reached about it, and the visitor as a source of statements and words."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import archive.models.corrections


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0033_roles_of_preferring"),
    ]

    operations = [
        migrations.AddField(
            model_name="transcription",
            name="source",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                help_text="Empty when the museum's own staff read it.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="archive.source",
                verbose_name="read by",
            ),
        ),
        migrations.AlterField(
            model_name="codereading",
            name="basis",
            field=models.CharField(
                choices=[
                    ("inscription", "written on the print"),
                    ("caption", "caption"),
                    ("donor", "told by the donor"),
                    ("comparison", "comparison with another picture"),
                    ("publication", "publication"),
                    ("inference", "inference"),
                    ("visitor", "told by a visitor"),
                ],
                max_length=12,
                verbose_name="ground",
            ),
        ),
        migrations.AlterField(
            model_name="dating",
            name="basis",
            field=models.CharField(
                choices=[
                    ("inscription", "written on the print"),
                    ("caption", "caption"),
                    ("donor", "told by the donor"),
                    ("comparison", "comparison with another picture"),
                    ("publication", "publication"),
                    ("inference", "inference"),
                    ("visitor", "told by a visitor"),
                ],
                max_length=12,
                verbose_name="ground",
            ),
        ),
        migrations.AlterField(
            model_name="placemention",
            name="basis",
            field=models.CharField(
                choices=[
                    ("inscription", "written on the print"),
                    ("caption", "caption"),
                    ("donor", "told by the donor"),
                    ("comparison", "comparison with another picture"),
                    ("publication", "publication"),
                    ("inference", "inference"),
                    ("visitor", "told by a visitor"),
                ],
                max_length=12,
                verbose_name="ground",
            ),
        ),
        migrations.AlterField(
            model_name="source",
            name="kind",
            field=models.CharField(
                choices=[
                    ("publication", "publication"),
                    ("article", "article"),
                    ("letter", "letter"),
                    ("web_page", "web page"),
                    ("oral_testimony", "oral testimony"),
                    ("print", "the print itself"),
                    ("register", "register"),
                    ("message", "message to the museum"),
                ],
                max_length=16,
                verbose_name="kind",
            ),
        ),
        migrations.AlterField(
            model_name="subject",
            name="basis",
            field=models.CharField(
                choices=[
                    ("inscription", "written on the print"),
                    ("caption", "caption"),
                    ("donor", "told by the donor"),
                    ("comparison", "comparison with another picture"),
                    ("publication", "publication"),
                    ("inference", "inference"),
                    ("visitor", "told by a visitor"),
                ],
                max_length=12,
                verbose_name="ground",
            ),
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("date", "date"),
                            ("place", "place"),
                            ("subject", "person, unit or craft"),
                            ("code", "provenance code"),
                            ("title", "title"),
                            ("description", "in short"),
                            ("words", "words on the print"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("about", models.CharField(max_length=40, verbose_name="about")),
                ("label", models.CharField(max_length=100, verbose_name="what it answers")),
                ("asked", models.JSONField(blank=True, default=dict, verbose_name="what it asks")),
                ("shown", models.TextField(blank=True, verbose_name="what stood there")),
                ("told", models.TextField(max_length=20000, verbose_name="what it should say")),
                ("words", models.TextField(blank=True, max_length=5000, verbose_name="how you know")),
                ("link", models.CharField(blank=True, max_length=500, verbose_name="where it can be read")),
                (
                    "evidence",
                    models.FileField(
                        blank=True, max_length=60, upload_to=archive.models.corrections.random_name, verbose_name="file"
                    ),
                ),
                (
                    "evidence_kind",
                    models.CharField(blank=True, editable=False, max_length=4, verbose_name="kind of file"),
                ),
                (
                    "evidence_sha256",
                    models.CharField(blank=True, editable=False, max_length=64, verbose_name="SHA-256 of the file"),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="your name")),
                ("wants_credit", models.BooleanField(default=False, verbose_name="name me beside the correction")),
                ("digest", models.CharField(editable=False, max_length=64)),
                ("token_hash", models.CharField(editable=False, max_length=64, unique=True)),
                (
                    "sent_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="sent at"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "open"), ("accepted", "accepted"), ("rejected", "rejected")],
                        db_index=True,
                        default="open",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("answer", models.TextField(blank=True, max_length=5000, verbose_name="answer")),
                ("answered_at", models.DateTimeField(editable=False, null=True, verbose_name="answered at")),
                ("made", models.CharField(blank=True, editable=False, max_length=40, verbose_name="what it became")),
                (
                    "before",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="what stood before"),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="answered by",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="archive.photo",
                        verbose_name="photograph",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="archive.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "correction",
                "verbose_name_plural": "corrections",
                "ordering": ["-sent_at", "-pk"],
                "permissions": [("answer_correction", "Can answer visitors’ corrections")],
            },
        ),
        migrations.CreateModel(
            name="SenderContact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                (
                    "correction",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="archive.correction",
                        verbose_name="correction",
                    ),
                ),
            ],
            options={
                "verbose_name": "contact of a sender",
                "verbose_name_plural": "contacts of senders",
            },
        ),
        migrations.AddIndex(
            model_name="correction",
            index=models.Index(fields=["state", "sent_at"], name="correction_queue"),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(("told", ""), _negated=True), name="correction_says_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(("wants_credit", False), models.Q(("name", ""), _negated=True), _connector="OR"),
                name="correction_credit_has_name",
                violation_error_message="Tell us the name that shall stand there.",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("answer", ""),
                        ("answered_at__isnull", True),
                        ("answered_by__isnull", True),
                        ("made", ""),
                        ("state", "open"),
                    ),
                    models.Q(
                        ("answered_at__isnull", False), ("state", "accepted"), models.Q(("made", ""), _negated=True)
                    ),
                    models.Q(
                        ("answered_at__isnull", False),
                        ("made", ""),
                        ("state", "rejected"),
                        models.Q(("answer", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="correction_answer_is_whole",
                violation_error_message="An answer says what was decided; a rejection says why.",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "accepted"), _negated=True),
                    ("source__isnull", False),
                    ("kind__in", ["title", "description"]),
                    _connector="OR",
                ),
                name="correction_made_has_source",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("evidence", ""), ("evidence_kind", ""), ("evidence_sha256", "")),
                    models.Q(
                        models.Q(("evidence", ""), _negated=True),
                        models.Q(("evidence_kind", ""), _negated=True),
                        models.Q(("evidence_sha256", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="correction_file_is_whole",
            ),
        ),
    ]
