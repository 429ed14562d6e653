"""The records of the campaigns."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import archive.models.fields
import archive.models.spans


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("archive", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Campaign",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="address name")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "state",
                    models.CharField(
                        choices=[("proposed", "proposed"), ("public", "published")],
                        default="proposed",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("dates_words", models.CharField(blank=True, max_length=200, verbose_name="dates, in words")),
                (
                    "edtf",
                    models.CharField(
                        blank=True,
                        max_length=100,
                        validators=[archive.models.spans.edtf_date],
                        verbose_name="dates, as EDTF",
                    ),
                ),
                ("earliest", archive.models.fields.DerivedDate(null=True, verbose_name="earliest")),
                ("latest", archive.models.fields.DerivedDate(null=True, verbose_name="latest")),
                ("summary", models.TextField(blank=True, verbose_name="in short")),
                ("article", models.TextField(blank=True, verbose_name="article")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="phases",
                        to="campaigns.campaign",
                        verbose_name="phase of",
                    ),
                ),
                (
                    "places",
                    models.ManyToManyField(
                        blank=True, related_name="campaigns", to="archive.place", verbose_name="places"
                    ),
                ),
            ],
            options={
                "verbose_name": "campaign",
                "verbose_name_plural": "campaigns",
                "ordering": ["earliest", "title"],
            },
        ),
        migrations.CreateModel(
            name="CampaignName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=200, verbose_name="name")),
                (
                    "system",
                    models.CharField(
                        choices=[
                            ("english", "English"),
                            ("ja", "Japanese"),
                            ("hans", "simplified Chinese"),
                            ("hant", "traditional Chinese"),
                            ("han", "Chinese characters"),
                            ("pinyin", "pinyin"),
                            ("romanized", "romanized"),
                            ("literal", "literal translation"),
                        ],
                        max_length=10,
                        verbose_name="system",
                    ),
                ),
                ("key", archive.models.fields.DerivedText(db_index=True, max_length=200)),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="campaigns.campaign",
                        verbose_name="campaign",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="archive.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "name of a campaign",
                "verbose_name_plural": "names of campaigns",
                "ordering": ["campaign", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("base_evacuated", "base evacuated"),
                            ("base_lost", "base lost"),
                            ("city_entered", "city entered"),
                            ("city_fell", "city fell"),
                            ("city_abandoned", "city abandoned"),
                            ("reoccupied", "reoccupied"),
                            ("siege_begins", "siege begins"),
                            ("siege_ends", "siege ends"),
                            ("bridge_destroyed", "bridge destroyed"),
                            ("landing", "landing"),
                            ("raid", "raid"),
                            ("other", "other"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "edtf",
                    models.CharField(
                        blank=True,
                        max_length=100,
                        validators=[archive.models.spans.edtf_date],
                        verbose_name="date, as EDTF",
                    ),
                ),
                ("earliest", archive.models.fields.DerivedDate(null=True, verbose_name="earliest")),
                ("latest", archive.models.fields.DerivedDate(null=True, verbose_name="latest")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="events",
                        to="campaigns.campaign",
                        verbose_name="campaign",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="archive.place",
                        verbose_name="place",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="archive.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "event",
                "verbose_name_plural": "events",
                "ordering": ["earliest", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Claim",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject_words", models.CharField(max_length=200, verbose_name="of what")),
                ("property", models.CharField(max_length=60, verbose_name="property")),
                ("side", models.CharField(blank=True, max_length=40, verbose_name="side")),
                ("measure", models.CharField(blank=True, max_length=60, verbose_name="measure")),
                ("scope", models.CharField(blank=True, max_length=120, verbose_name="scope")),
                ("value_words", models.CharField(max_length=300, verbose_name="value, in the source's words")),
                (
                    "low",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="at least"
                    ),
                ),
                (
                    "high",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="at most"),
                ),
                ("unit", models.CharField(blank=True, max_length=40, verbose_name="unit")),
                (
                    "edtf",
                    models.CharField(
                        blank=True,
                        max_length=100,
                        validators=[archive.models.spans.edtf_date],
                        verbose_name="date, as EDTF",
                    ),
                ),
                ("attributed_to", models.CharField(blank=True, max_length=200, verbose_name="attributed to")),
                ("page", models.CharField(blank=True, max_length=100, verbose_name="place in the source")),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="claims",
                        to="campaigns.campaign",
                        verbose_name="campaign",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="archive.source",
                        verbose_name="source",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="claims",
                        to="campaigns.event",
                        verbose_name="event",
                    ),
                ),
            ],
            options={
                "verbose_name": "claim",
                "verbose_name_plural": "claims",
                "ordering": ["campaign", "property", "subject_words", "pk"],
            },
        ),
        migrations.CreateModel(
            name="CampaignLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "as_written",
                    models.CharField(
                        blank=True,
                        help_text="The words of the source, letter for letter.",
                        max_length=500,
                        verbose_name="as written",
                    ),
                ),
                (
                    "certainty",
                    models.CharField(
                        choices=[
                            ("stated", "stated"),
                            ("probable", "probable"),
                            ("possible", "possible"),
                            ("rejected", "rejected"),
                        ],
                        default="stated",
                        max_length=10,
                        verbose_name="certainty",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("inscription", "written on the print"),
                            ("caption", "caption"),
                            ("donor", "told by the donor"),
                            ("comparison", "comparison with another picture"),
                            ("publication", "publication"),
                            ("inference", "inference"),
                        ],
                        max_length=12,
                        verbose_name="ground",
                    ),
                ),
                ("span_start", models.PositiveIntegerField(blank=True, null=True, verbose_name="first letter")),
                ("span_end", models.PositiveIntegerField(blank=True, null=True, verbose_name="after the last letter")),
                ("reasoning", models.TextField(blank=True, verbose_name="reasoning")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="entered at")),
                (
                    "preferred",
                    models.BooleanField(
                        default=False, help_text="Shown first where sources disagree.", verbose_name="preferred"
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("page", "the page it was found on"),
                            ("named", "named in the caption"),
                            ("inferred", "inferred from place and date"),
                        ],
                        default="named",
                        max_length=10,
                        verbose_name="assigned by",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty when a program of the archive entered it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="entered by",
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links",
                        to="campaigns.campaign",
                        verbose_name="campaign or phase",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="campaign_links",
                        to="archive.photo",
                        verbose_name="photograph",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="archive.source",
                        verbose_name="source",
                    ),
                ),
                (
                    "transcription",
                    models.ForeignKey(
                        blank=True,
                        help_text="Where the words stand on this print.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="archive.transcription",
                        verbose_name="transcription",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links",
                        to="campaigns.event",
                        verbose_name="event",
                    ),
                ),
            ],
            options={
                "verbose_name": "link to a campaign",
                "verbose_name_plural": "links to campaigns",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Preference",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField(verbose_name="reason")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="at")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "claim",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="preference",
                        to="campaigns.claim",
                        verbose_name="claim",
                    ),
                ),
            ],
            options={
                "verbose_name": "preference",
                "verbose_name_plural": "preferences",
            },
        ),
        migrations.AddConstraint(
            model_name="campaign",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("parent__isnull", True), models.Q(("parent", models.F("id")), _negated=True), _connector="OR"
                ),
                name="campaign_not_in_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="campaignname",
            constraint=models.UniqueConstraint(fields=("campaign", "text"), name="campaignname_once"),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.UniqueConstraint(fields=("campaign", "title"), name="event_once"),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("low__isnull", True), ("high__isnull", True), ("low__lte", models.F("high")), _connector="OR"
                ),
                name="claim_range_in_order",
                violation_error_message="“At least” is more than “at most”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="campaignlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("span_end__isnull", True), ("span_start__isnull", True)),
                    models.Q(
                        ("span_end__isnull", False),
                        ("span_start__isnull", False),
                        ("transcription__isnull", False),
                        ("span_start__lt", models.F("span_end")),
                    ),
                    _connector="OR",
                ),
                name="campaignlink_span_in_order",
                violation_error_message="A span needs a transcription, and must begin before it ends.",
            ),
        ),
        migrations.AddConstraint(
            model_name="campaignlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("preferred", False), models.Q(("certainty", "rejected"), _negated=True), _connector="OR"
                ),
                name="campaignlink_rejected_not_preferred",
                violation_error_message="A rejected statement cannot be the preferred one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="campaignlink",
            constraint=models.UniqueConstraint(fields=("photo", "campaign"), name="campaignlink_once"),
        ),
    ]
