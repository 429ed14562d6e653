"""The records of the archive."""

import django.contrib.auth.models
import django.contrib.auth.validators
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import archive.models.accessions
import archive.models.codes
import archive.models.fields
import archive.models.images
import archive.models.spans


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Agent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("person", "person"),
                            ("family", "family"),
                            ("body", "body"),
                            ("unit", "military unit"),
                        ],
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "is_private",
                    models.BooleanField(
                        default=False, help_text="The name is never shown to the public.", verbose_name="private"
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
            ],
            options={
                "verbose_name": "person or body",
                "verbose_name_plural": "people and bodies",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="CodeScheme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.SlugField(unique=True, verbose_name="address name")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("agency", models.CharField(blank=True, max_length=200, verbose_name="issuing agency")),
                (
                    "pattern",
                    models.CharField(
                        blank=True,
                        help_text="A regular expression with the groups “base” and, where a code has one, “item”.",
                        max_length=300,
                        validators=[archive.models.codes.regular_expression],
                        verbose_name="pattern",
                    ),
                ),
                ("meaning", models.TextField(blank=True, verbose_name="meaning")),
                ("evidence", models.TextField(blank=True, verbose_name="evidence")),
                (
                    "confidence",
                    models.FloatField(
                        default=0.5,
                        help_text="How sure the meaning is, from 0 to 1.",
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(1),
                        ],
                        verbose_name="confidence",
                    ),
                ),
            ],
            options={
                "verbose_name": "code scheme",
                "verbose_name_plural": "code schemes",
                "ordering": ["title"],
            },
        ),
        migrations.CreateModel(
            name="Collection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(unique=True, verbose_name="address name")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("description", models.TextField(blank=True, verbose_name="description")),
            ],
            options={
                "verbose_name": "collection",
                "verbose_name_plural": "collections",
                "ordering": ["title"],
            },
        ),
        migrations.CreateModel(
            name="Image",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "side",
                    models.CharField(
                        choices=[("recto", "front"), ("verso", "back"), ("detail", "detail")],
                        max_length=6,
                        verbose_name="side",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "master",
                    models.CharField(
                        editable=False,
                        help_text="Below the masters' folder.",
                        max_length=120,
                        verbose_name="master file",
                    ),
                ),
                ("sha256", models.CharField(editable=False, max_length=64, unique=True, verbose_name="SHA-256")),
                ("size", models.PositiveBigIntegerField(editable=False, verbose_name="bytes")),
                ("format", models.CharField(editable=False, max_length=5, verbose_name="format")),
                ("width", models.PositiveIntegerField(editable=False, verbose_name="width")),
                ("height", models.PositiveIntegerField(editable=False, verbose_name="height")),
                (
                    "tone",
                    models.CharField(editable=False, help_text="As #rrggbb.", max_length=7, verbose_name="mean colour"),
                ),
                ("likeness", models.BigIntegerField(editable=False, null=True, verbose_name="perceptual hash")),
                (
                    "key",
                    models.CharField(
                        default=archive.models.images.random_key,
                        editable=False,
                        max_length=32,
                        unique=True,
                        verbose_name="public key",
                    ),
                ),
                ("alt", models.CharField(blank=True, max_length=300, verbose_name="what it shows")),
                (
                    "is_hidden",
                    models.BooleanField(default=False, help_text="Not shown to the public.", verbose_name="kept back"),
                ),
                ("is_illustration", models.BooleanField(default=False, verbose_name="drawn, not photographed")),
            ],
            options={
                "verbose_name": "picture",
                "verbose_name_plural": "pictures",
                "ordering": ["photo", "position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Photo",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(editable=False, max_length=30, unique=True, verbose_name="number")),
                ("sort_key", archive.models.fields.DerivedText(db_index=True, max_length=60)),
                ("title", models.CharField(blank=True, max_length=300, verbose_name="title")),
                (
                    "description",
                    models.TextField(
                        blank=True, help_text="What it shows, in our words of today.", verbose_name="in short"
                    ),
                ),
                (
                    "size_words",
                    models.CharField(blank=True, help_text="As in 203 × 254 mm.", max_length=100, verbose_name="size"),
                ),
                ("process", models.CharField(blank=True, max_length=100, verbose_name="process")),
                ("condition", models.TextField(blank=True, verbose_name="condition")),
                (
                    "sensitivity",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("human_remains", "human remains"),
                                ("suffering", "people in distress"),
                                ("slur", "offensive words of the time"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="sensitivity",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("review", "in review"),
                            ("public", "published"),
                            ("withdrawn", "withdrawn"),
                        ],
                        db_index=True,
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="catalogued"),
                ),
            ],
            options={
                "verbose_name": "photograph",
                "verbose_name_plural": "photographs",
                "ordering": ["sort_key"],
                "permissions": [
                    ("publish_photo", "Can publish a photograph"),
                    ("withdraw_photo", "Can withdraw a photograph and bring it back"),
                ],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
                ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined")),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "user",
                "verbose_name_plural": "users",
                "abstract": False,
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="Accession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "number",
                    models.CharField(
                        help_text="As in 2026.3.",
                        max_length=20,
                        unique=True,
                        validators=[archive.models.accessions.accession_number],
                        verbose_name="number",
                    ),
                ),
                ("sort_key", archive.models.fields.DerivedText(max_length=40)),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("received_words", models.CharField(blank=True, max_length=100, verbose_name="received, in words")),
                ("received_on", models.DateField(blank=True, null=True, verbose_name="received on")),
                ("deed", models.FileField(blank=True, upload_to="deeds/", verbose_name="deed of gift")),
                ("terms", models.TextField(blank=True, verbose_name="terms of the gift")),
                (
                    "restrictions",
                    models.TextField(
                        blank=True, help_text="For staff; never shown to the public.", verbose_name="restrictions"
                    ),
                ),
                (
                    "credit_line",
                    models.CharField(
                        blank=True,
                        help_text="As the donor wishes to be named in public.",
                        max_length=300,
                        verbose_name="credit line",
                    ),
                ),
                (
                    "is_open",
                    models.BooleanField(
                        default=True,
                        help_text="Untick to keep every photograph of this gift from the public.",
                        verbose_name="may be shown",
                    ),
                ),
                ("last_item", models.PositiveIntegerField(default=0, editable=False, verbose_name="last number given")),
                (
                    "donor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="accessions_given",
                        to="archive.agent",
                        verbose_name="donor",
                    ),
                ),
                (
                    "intermediary",
                    models.ForeignKey(
                        blank=True,
                        help_text="Who passed the gift on, where that was not the donor (“provided via”).",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="archive.agent",
                        verbose_name="intermediary",
                    ),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="accessions",
                        to="archive.collection",
                        verbose_name="collection",
                    ),
                ),
            ],
            options={
                "verbose_name": "accession",
                "verbose_name_plural": "accessions",
                "ordering": ["sort_key"],
            },
        ),
        migrations.CreateModel(
            name="Box",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("label", models.CharField(max_length=100, verbose_name="label")),
                ("location", models.CharField(blank=True, max_length=200, verbose_name="location")),
                (
                    "accession",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="boxes",
                        to="archive.accession",
                        verbose_name="accession",
                    ),
                ),
            ],
            options={
                "verbose_name": "box",
                "verbose_name_plural": "boxes",
                "ordering": ["accession__sort_key", "label"],
            },
        ),
        migrations.CreateModel(
            name="DonorContact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("phone", models.CharField(blank=True, max_length=50, verbose_name="telephone")),
                ("address", models.TextField(blank=True, verbose_name="address")),
                ("note", models.TextField(blank=True, verbose_name="private note")),
                (
                    "agent",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="archive.agent",
                        verbose_name="donor",
                    ),
                ),
            ],
            options={
                "verbose_name": "donor contact",
                "verbose_name_plural": "donor contacts",
            },
        ),
        migrations.CreateModel(
            name="Derivative",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("spec", models.CharField(max_length=10, verbose_name="use")),
                ("path", models.CharField(max_length=120, verbose_name="file")),
                ("width", models.PositiveIntegerField(verbose_name="width")),
                ("height", models.PositiveIntegerField(verbose_name="height")),
                ("size", models.PositiveIntegerField(verbose_name="bytes")),
                (
                    "image",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="derivatives",
                        to="archive.image",
                        verbose_name="picture",
                    ),
                ),
            ],
            options={
                "verbose_name": "derivative",
                "verbose_name_plural": "derivatives",
            },
        ),
        migrations.CreateModel(
            name="ImportBatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file_name", models.CharField(max_length=255, verbose_name="file")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("title", models.CharField(blank=True, max_length=300, verbose_name="title of the page")),
                ("introduction", models.TextField(blank=True, verbose_name="introduction of the page")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="at")),
                (
                    "accession",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imports",
                        to="archive.accession",
                        verbose_name="accession",
                    ),
                ),
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
            ],
            options={
                "verbose_name": "import",
                "verbose_name_plural": "imports",
                "ordering": ["-at"],
            },
        ),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "photo",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="entry",
                        serialize=False,
                        to="archive.photo",
                    ),
                ),
                ("public_from", models.DateTimeField(null=True, verbose_name="public from")),
                ("number_key", models.CharField(max_length=60, verbose_name="number, to sort by")),
                ("earliest", models.DateField(null=True, verbose_name="earliest day")),
                ("latest", models.DateField(null=True, verbose_name="latest day")),
                (
                    "facets",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), default=list, size=None, verbose_name="facet terms"
                    ),
                ),
                ("terms", django.contrib.postgres.search.SearchVectorField(verbose_name="words and facet terms")),
            ],
            options={
                "verbose_name": "search entry",
                "verbose_name_plural": "search entries",
            },
        ),
        migrations.AddField(
            model_name="photo",
            name="accession",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="photos",
                to="archive.accession",
                verbose_name="accession",
            ),
        ),
        migrations.AddField(
            model_name="photo",
            name="box",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="photos",
                to="archive.box",
                verbose_name="box",
            ),
        ),
        migrations.CreateModel(
            name="ImportRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.PositiveIntegerField(verbose_name="line")),
                (
                    "key",
                    models.CharField(
                        help_text="The SHA-256 of the words, and which of equals it is.",
                        max_length=80,
                        verbose_name="key",
                    ),
                ),
                (
                    "accession",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="archive.accession",
                        verbose_name="accession",
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rows",
                        to="archive.importbatch",
                        verbose_name="import",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="import_rows",
                        to="archive.photo",
                        verbose_name="photograph",
                    ),
                ),
            ],
            options={
                "verbose_name": "imported line",
                "verbose_name_plural": "imported lines",
                "ordering": ["batch", "line"],
            },
        ),
        migrations.AddField(
            model_name="image",
            name="photo",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="images",
                to="archive.photo",
                verbose_name="photograph",
            ),
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "outcome",
                    models.CharField(
                        choices=[("public", "public"), ("staff_only", "staff only"), ("withdrawn", "withdrawn")],
                        max_length=10,
                        verbose_name="outcome",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="decided at")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="archive.photo",
                        verbose_name="photograph",
                    ),
                ),
            ],
            options={
                "verbose_name": "decision",
                "verbose_name_plural": "decisions",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="CustodyEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "from_words",
                    models.CharField(blank=True, help_text="Empty when unknown.", max_length=200, verbose_name="from"),
                ),
                (
                    "to_words",
                    models.CharField(blank=True, help_text="Empty when unknown.", max_length=200, verbose_name="to"),
                ),
                ("when_words", models.CharField(blank=True, max_length=100, verbose_name="when, in words")),
                (
                    "edtf",
                    models.CharField(
                        blank=True,
                        max_length=100,
                        validators=[archive.models.spans.edtf_date],
                        verbose_name="when, as EDTF",
                    ),
                ),
                ("earliest", archive.models.fields.DerivedDate(null=True)),
                (
                    "how",
                    models.CharField(
                        blank=True, help_text="Gift, inheritance, purchase, loan …", max_length=200, verbose_name="how"
                    ),
                ),
                ("evidence", models.TextField(blank=True, verbose_name="evidence")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="entered at")),
                (
                    "accession",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="custody",
                        to="archive.accession",
                        verbose_name="accession",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="entered by",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="custody",
                        to="archive.photo",
                        verbose_name="photograph",
                    ),
                ),
            ],
            options={
                "verbose_name": "change of custody",
                "verbose_name_plural": "custody",
                "ordering": ["earliest", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(unique=True, verbose_name="gazetteer code")),
                ("title", models.CharField(max_length=200, verbose_name="name today")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("country", "country"),
                            ("province", "province"),
                            ("region", "region"),
                            ("city", "city"),
                            ("county", "county"),
                            ("town", "town"),
                            ("district", "district"),
                            ("railway_station", "railway station"),
                            ("airfield", "airfield"),
                            ("bridge", "bridge"),
                            ("building", "building"),
                            ("site", "site"),
                            ("river", "river"),
                            ("lake", "lake"),
                            ("mountain", "mountain"),
                            ("island", "island"),
                            ("road", "road"),
                        ],
                        max_length=16,
                        verbose_name="kind",
                    ),
                ),
                (
                    "latitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=5,
                        max_digits=8,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(-90),
                            django.core.validators.MaxValueValidator(90),
                        ],
                        verbose_name="latitude",
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=5,
                        max_digits=8,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(-180),
                            django.core.validators.MaxValueValidator(180),
                        ],
                        verbose_name="longitude",
                    ),
                ),
                (
                    "precision",
                    models.CharField(
                        choices=[
                            ("point", "the exact point"),
                            ("city", "the middle of a city"),
                            ("approximate", "about here"),
                            ("centroid", "the middle of a region"),
                            ("none", "not placed"),
                        ],
                        default="none",
                        max_length=12,
                        verbose_name="precision",
                    ),
                ),
                ("then", models.CharField(blank=True, max_length=200, verbose_name="belonged to, then")),
                ("now", models.CharField(blank=True, max_length=200, verbose_name="belongs to, now")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="archive.place",
                        verbose_name="lies in",
                    ),
                ),
            ],
            options={
                "verbose_name": "place",
                "verbose_name_plural": "places",
                "ordering": ["title"],
            },
        ),
        migrations.CreateModel(
            name="Relation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("before", "the state before"),
                            ("after", "the state after"),
                            ("same_scene", "the same scene"),
                            ("same_event", "the same event"),
                            ("same_release", "of the same release"),
                            ("cropped_from", "the print this one is cropped from"),
                            ("crop", "a crop of this one"),
                            ("other_print_of", "another print of the same picture"),
                        ],
                        max_length=15,
                        verbose_name="the other one is",
                    ),
                ),
                (
                    "words",
                    models.CharField(
                        blank=True,
                        help_text="How the source puts it; all we have when it is lost.",
                        max_length=300,
                        verbose_name="words",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="relations_to",
                        to="archive.photo",
                        verbose_name="other photograph",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="relations",
                        to="archive.photo",
                        verbose_name="photograph",
                    ),
                ),
            ],
            options={
                "verbose_name": "relation",
                "verbose_name_plural": "relations",
            },
        ),
        migrations.CreateModel(
            name="Rights",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "term",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("InC", "In Copyright"),
                            ("InC-OW-EU", "In Copyright – EU Orphan Work"),
                            ("InC-EDU", "In Copyright – Educational Use Permitted"),
                            ("InC-NC", "In Copyright – Non-Commercial Use Permitted"),
                            ("InC-RUU", "In Copyright – Rights-holder(s) Unlocatable or Unidentifiable"),
                            ("NoC-CR", "No Copyright – Contractual Restrictions"),
                            ("NoC-NC", "No Copyright – Non-Commercial Use Only"),
                            ("NoC-OKLR", "No Copyright – Other Known Legal Restrictions"),
                            ("NoC-US", "No Copyright – United States"),
                            ("CNE", "Copyright Not Evaluated"),
                            ("UND", "Copyright Undetermined"),
                            ("NKC", "No Known Copyright"),
                            ("CC0-1.0", "CC0 1.0 Public Domain Dedication"),
                            ("PDM-1.0", "Public Domain Mark 1.0"),
                            ("CC-BY-4.0", "Creative Commons Attribution 4.0"),
                            ("CC-BY-SA-4.0", "Creative Commons Attribution-ShareAlike 4.0"),
                            ("CC-BY-NC-4.0", "Creative Commons Attribution-NonCommercial 4.0"),
                            ("CC-BY-NC-ND-4.0", "Creative Commons Attribution-NonCommercial-NoDerivatives 4.0"),
                        ],
                        max_length=20,
                        verbose_name="rights term",
                    ),
                ),
                (
                    "basis",
                    models.TextField(
                        blank=True, help_text="Who made the picture, when, for whom.", verbose_name="ground of the term"
                    ),
                ),
                (
                    "embargo_until",
                    models.DateField(
                        blank=True,
                        help_text="The first day on which the public may see it.",
                        null=True,
                        verbose_name="public from",
                    ),
                ),
                ("staff_only", models.BooleanField(default=False, verbose_name="staff only")),
                (
                    "accession",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rights",
                        to="archive.accession",
                        verbose_name="accession",
                    ),
                ),
                (
                    "photo",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rights",
                        to="archive.photo",
                        verbose_name="photograph",
                    ),
                ),
            ],
            options={
                "verbose_name": "rights",
                "verbose_name_plural": "rights",
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("publication", "publication"),
                            ("article", "article"),
                            ("letter", "letter"),
                            ("web_page", "web page"),
                            ("oral_testimony", "oral testimony"),
                            ("print", "the print itself"),
                            ("register", "register"),
                        ],
                        max_length=16,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("author", models.CharField(blank=True, max_length=200, verbose_name="author")),
                ("date_words", models.CharField(blank=True, max_length=100, verbose_name="date, in words")),
                ("url", models.URLField(blank=True, verbose_name="address")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "derived_from",
                    models.ForeignKey(
                        blank=True,
                        help_text="A digest of another source is not independent of it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="derivatives",
                        to="archive.source",
                        verbose_name="derived from",
                    ),
                ),
            ],
            options={
                "verbose_name": "source",
                "verbose_name_plural": "sources",
                "ordering": ["title"],
            },
        ),
        migrations.CreateModel(
            name="PlaceName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=200, verbose_name="name")),
                (
                    "system",
                    models.CharField(
                        choices=[
                            ("pinyin", "pinyin"),
                            ("hans", "simplified Chinese"),
                            ("hant", "traditional Chinese"),
                            ("wade_giles", "Wade–Giles"),
                            ("postal", "postal"),
                            ("ja_kanji", "Japanese"),
                            ("ja_reading", "Japanese reading"),
                            ("english", "English"),
                            ("former", "former name"),
                            ("nickname", "nickname"),
                            ("slip", "misspelling that was found"),
                            ("other", "other"),
                        ],
                        max_length=12,
                        verbose_name="system",
                    ),
                ),
                (
                    "is_derived",
                    models.BooleanField(
                        default=False,
                        help_text="No source gives this form; a rule makes it from the pinyin.",
                        verbose_name="derived by rule",
                    ),
                ),
                ("period", models.CharField(blank=True, max_length=60, verbose_name="period of use")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                ("key", archive.models.fields.DerivedText(db_index=True, max_length=200)),
                ("marked", archive.models.fields.DerivedText(max_length=200)),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
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
                "verbose_name": "name of a place",
                "verbose_name_plural": "names of places",
                "ordering": ["place", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Transcription",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "carrier",
                    models.CharField(
                        choices=[
                            ("recto", "front of the print"),
                            ("verso", "back of the print"),
                            ("slip", "typed slip"),
                            ("envelope", "envelope"),
                            ("web_page", "web page"),
                        ],
                        max_length=10,
                        verbose_name="where it stands",
                    ),
                ),
                (
                    "layer",
                    models.CharField(
                        choices=[
                            ("original", "original wording"),
                            ("struck_out", "struck out"),
                            ("later_hand", "later hand"),
                            ("museum", "museum's wording"),
                            ("donor", "donor's remark"),
                            ("teaser", "shortened on a web page"),
                        ],
                        default="original",
                        max_length=10,
                        verbose_name="layer",
                    ),
                ),
                (
                    "language",
                    models.CharField(default="en", help_text="A BCP 47 tag.", max_length=12, verbose_name="language"),
                ),
                ("text", archive.models.fields.VerbatimText(verbose_name="words")),
                (
                    "excerpt_cause",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("site_teaser", "cut by the web page"),
                            ("illegible", "illegible beyond this"),
                            ("quoted_in_part", "quoted in part"),
                        ],
                        max_length=15,
                        verbose_name="not whole because",
                    ),
                ),
                ("whole_at", models.CharField(blank=True, max_length=300, verbose_name="whole text to be had at")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="transcribed at")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="transcribed by",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="transcriptions",
                        to="archive.photo",
                        verbose_name="photograph",
                    ),
                ),
                (
                    "verified_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="A second person who compared it with the print.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="verified by",
                    ),
                ),
            ],
            options={
                "verbose_name": "transcription",
                "verbose_name_plural": "transcriptions",
                "ordering": ["photo", "position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Subject",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("depicted", "shown"),
                            ("photographer", "photographer"),
                            ("agency", "issued by"),
                            ("censor", "cleared by"),
                            ("unit", "unit"),
                            ("donor", "provided by"),
                            ("collection_owner", "from the collection of"),
                            ("informant", "information from"),
                            ("mentioned", "mentioned"),
                        ],
                        default="depicted",
                        max_length=16,
                        verbose_name="part",
                    ),
                ),
                ("craft", models.CharField(blank=True, max_length=100, verbose_name="aircraft or vehicle")),
                ("craft_marks", models.CharField(blank=True, max_length=100, verbose_name="its marks")),
                (
                    "agent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="archive.agent",
                        verbose_name="person or body",
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
                    "photo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="subjects",
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
            ],
            options={
                "verbose_name": "statement of person, unit or craft",
                "verbose_name_plural": "statements of people, units and craft",
                "ordering": ["-preferred", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("dating", "date"),
                            ("place", "place"),
                            ("code", "provenance code"),
                            ("subject", "person, unit or craft"),
                            ("title", "title"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("values", models.JSONField(default=dict, verbose_name="values")),
                ("as_written", models.CharField(blank=True, max_length=500, verbose_name="as written")),
                ("span_start", models.PositiveIntegerField(blank=True, null=True, verbose_name="first letter")),
                ("span_end", models.PositiveIntegerField(blank=True, null=True, verbose_name="after the last letter")),
                ("rule", models.CharField(max_length=60, verbose_name="found by")),
                ("confidence", models.FloatField(default=0.5, verbose_name="confidence")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "open"), ("accepted", "accepted"), ("rejected", "rejected")],
                        default="open",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided at")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="made at")),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proposals",
                        to="archive.photo",
                        verbose_name="photograph",
                    ),
                ),
                (
                    "transcription",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="archive.transcription",
                        verbose_name="transcription",
                    ),
                ),
            ],
            options={
                "verbose_name": "suggestion",
                "verbose_name_plural": "suggestions",
                "ordering": ["photo", "span_start", "pk"],
                "permissions": [("decide_proposal", "Can accept and reject suggestions")],
            },
        ),
        migrations.CreateModel(
            name="PlaceMention",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("depicted", "taken at"),
                            ("within", "taken somewhere in"),
                            ("relative", "taken near"),
                            ("mentioned", "mentioned"),
                            ("dateline", "sent from"),
                        ],
                        default="depicted",
                        max_length=10,
                        verbose_name="how",
                    ),
                ),
                (
                    "relation_words",
                    models.CharField(
                        blank=True, help_text="As in “2 miles south of”.", max_length=200, verbose_name="relation"
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
                    "photo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="place_mentions",
                        to="archive.photo",
                        verbose_name="photograph",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
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
            ],
            options={
                "verbose_name": "statement of place",
                "verbose_name_plural": "statements of place",
                "ordering": ["-preferred", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Dating",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("depicted", "taken"),
                            ("event", "event told of"),
                            ("release", "released"),
                            ("receipt", "received"),
                            ("radioed", "sent by radio"),
                            ("cataloguer", "dated by a cataloguer"),
                        ],
                        default="depicted",
                        max_length=10,
                        verbose_name="of what",
                    ),
                ),
                (
                    "edtf",
                    models.CharField(
                        blank=True,
                        help_text="As in 1944-23 or 1944-11-10~.",
                        max_length=100,
                        validators=[archive.models.spans.edtf_date],
                        verbose_name="EDTF",
                    ),
                ),
                ("earliest", archive.models.fields.DerivedDate(null=True, verbose_name="earliest")),
                ("latest", archive.models.fields.DerivedDate(null=True, verbose_name="latest")),
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
                    "photo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="datings",
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
            ],
            options={
                "verbose_name": "statement of date",
                "verbose_name_plural": "statements of date",
                "ordering": ["-preferred", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CodeReading",
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
                ("verbatim", models.CharField(max_length=100, verbose_name="code")),
                ("base", models.CharField(blank=True, editable=False, max_length=100, verbose_name="base")),
                ("item", models.CharField(blank=True, editable=False, max_length=20, verbose_name="item")),
                ("conforms", models.BooleanField(default=False, editable=False, verbose_name="conforms")),
                ("inferred", models.TextField(blank=True, verbose_name="what it may imply")),
                ("curators_reading", models.CharField(blank=True, max_length=100, verbose_name="curator's reading")),
                ("key", archive.models.fields.DerivedText(db_index=True, max_length=100)),
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
                    "scheme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="archive.codescheme",
                        verbose_name="scheme",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="codes",
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
            ],
            options={
                "verbose_name": "provenance code",
                "verbose_name_plural": "provenance codes",
                "ordering": ["key", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AgentName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=200, verbose_name="name")),
                (
                    "language",
                    models.CharField(
                        blank=True, help_text="A BCP 47 tag, such as zh-Hant.", max_length=12, verbose_name="language"
                    ),
                ),
                (
                    "agent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="archive.agent",
                        verbose_name="person or body",
                    ),
                ),
            ],
            options={
                "verbose_name": "name of a person or body",
                "verbose_name_plural": "names of people and bodies",
                "constraints": [models.UniqueConstraint(fields=("agent", "text"), name="agentname_once")],
            },
        ),
        migrations.AddConstraint(
            model_name="box",
            constraint=models.UniqueConstraint(fields=("accession", "label"), name="box_label_once"),
        ),
        migrations.AddConstraint(
            model_name="derivative",
            constraint=models.UniqueConstraint(fields=("image", "spec"), name="derivative_once"),
        ),
        migrations.AddConstraint(
            model_name="importbatch",
            constraint=models.UniqueConstraint(fields=("accession", "sha256"), name="importbatch_once"),
        ),
        migrations.CreateModel(
            name="Card",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="card",
                        serialize=False,
                        to="archive.searchentry",
                    ),
                ),
                ("number", models.CharField(max_length=30, verbose_name="number")),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("excerpt", models.CharField(blank=True, max_length=140, verbose_name="beginning of the caption")),
                ("date_words", models.CharField(blank=True, max_length=200, verbose_name="date")),
                ("place_words", models.CharField(blank=True, max_length=300, verbose_name="place")),
                ("place_today", models.CharField(blank=True, max_length=300, verbose_name="place today")),
                ("image_key", models.CharField(blank=True, max_length=32, verbose_name="picture")),
                ("width", models.PositiveIntegerField(default=0, verbose_name="width")),
                ("height", models.PositiveIntegerField(default=0, verbose_name="height")),
                ("tone", models.CharField(blank=True, max_length=7, verbose_name="mean colour")),
                ("alt", models.CharField(blank=True, max_length=300, verbose_name="what it shows")),
                ("has_back", models.BooleanField(default=False, verbose_name="has a back side")),
                ("is_illustration", models.BooleanField(default=False, verbose_name="drawn, not photographed")),
                ("is_sensitive", models.BooleanField(default=False, verbose_name="sensitive")),
            ],
            options={
                "verbose_name": "card",
                "verbose_name_plural": "cards",
            },
        ),
        migrations.AddIndex(
            model_name="searchentry",
            index=django.contrib.postgres.indexes.GinIndex(
                fastupdate=False, fields=["terms"], name="searchentry_terms"
            ),
        ),
        migrations.AddIndex(
            model_name="searchentry",
            index=models.Index(fields=["number_key"], name="searchentry_number"),
        ),
        migrations.AddIndex(
            model_name="searchentry",
            index=models.Index(fields=["earliest", "number_key"], name="searchentry_date"),
        ),
        migrations.AddConstraint(
            model_name="importrow",
            constraint=models.UniqueConstraint(fields=("accession", "key"), name="importrow_once"),
        ),
        migrations.AddConstraint(
            model_name="image",
            constraint=models.CheckConstraint(
                condition=models.Q(("height__gt", 0), ("width__gt", 0)), name="image_has_area"
            ),
        ),
        migrations.AddConstraint(
            model_name="image",
            constraint=models.UniqueConstraint(fields=("photo", "side", "position"), name="image_side_once"),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "withdrawn"), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="decision_withdrawal_has_reason",
                violation_error_message="Say why the photograph is withdrawn.",
            ),
        ),
        migrations.AddConstraint(
            model_name="custodyevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("accession__isnull", False), ("photo__isnull", True)),
                    models.Q(("accession__isnull", True), ("photo__isnull", False)),
                    _connector="OR",
                ),
                name="custody_of_one_thing",
                violation_error_message="A change of custody is of one accession or of one photograph.",
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("latitude__isnull", True), ("longitude__isnull", True)),
                    models.Q(
                        ("latitude__isnull", False),
                        ("longitude__isnull", False),
                        ("latitude__range", (-90, 90)),
                        ("longitude__range", (-180, 180)),
                    ),
                    _connector="OR",
                ),
                name="place_point_whole",
                violation_error_message="Give both latitude and longitude, in degrees, or neither.",
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("parent__isnull", True), models.Q(("parent", models.F("id")), _negated=True), _connector="OR"
                ),
                name="place_not_in_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="relation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("other__isnull", True), models.Q(("other", models.F("photo")), _negated=True), _connector="OR"
                ),
                name="relation_to_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="relation",
            constraint=models.UniqueConstraint(fields=("photo", "other", "kind"), name="relation_once"),
        ),
        migrations.AddConstraint(
            model_name="rights",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("accession__isnull", False), ("photo__isnull", True)),
                    models.Q(("accession__isnull", True), ("photo__isnull", False)),
                    _connector="OR",
                ),
                name="rights_of_one_thing",
                violation_error_message="Rights belong to one accession or to one photograph.",
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.UniqueConstraint(fields=("title", "author"), name="source_once"),
        ),
        migrations.AddConstraint(
            model_name="placename",
            constraint=models.UniqueConstraint(fields=("place", "text", "system"), name="placename_once"),
        ),
        migrations.AddConstraint(
            model_name="transcription",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("verified_by__isnull", True),
                    models.Q(("verified_by", models.F("by")), _negated=True),
                    _connector="OR",
                ),
                name="transcription_second_person",
                violation_error_message="Somebody else than the transcriber has to verify it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="subject",
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
                name="subject_span_in_order",
                violation_error_message="A span needs a transcription, and must begin before it ends.",
            ),
        ),
        migrations.AddConstraint(
            model_name="subject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("preferred", False), models.Q(("certainty", "rejected"), _negated=True), _connector="OR"
                ),
                name="subject_rejected_not_preferred",
                violation_error_message="A rejected statement cannot be the preferred one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="subject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("agent__isnull", False),
                    models.Q(("as_written", ""), _negated=True),
                    models.Q(("craft", ""), _negated=True),
                    _connector="OR",
                ),
                name="subject_says_something",
                violation_error_message="Say who or what it is, or give the words as written.",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.UniqueConstraint(
                fields=("transcription", "kind", "span_start", "span_end"), name="proposal_once_for_words"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("span_end__isnull", True), ("span_start__isnull", True)),
                    models.Q(
                        ("span_end__isnull", False),
                        ("span_start__isnull", False),
                        ("span_start__lt", models.F("span_end")),
                    ),
                    _connector="OR",
                ),
                name="proposal_span_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="placemention",
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
                name="placemention_span_in_order",
                violation_error_message="A span needs a transcription, and must begin before it ends.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placemention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("preferred", False), models.Q(("certainty", "rejected"), _negated=True), _connector="OR"
                ),
                name="placemention_rejected_not_preferred",
                violation_error_message="A rejected statement cannot be the preferred one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placemention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("place__isnull", False), models.Q(("as_written", ""), _negated=True), _connector="OR"
                ),
                name="placemention_says_something",
                violation_error_message="Choose the place, give the words as written, or both.",
            ),
        ),
        migrations.AddConstraint(
            model_name="dating",
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
                name="dating_span_in_order",
                violation_error_message="A span needs a transcription, and must begin before it ends.",
            ),
        ),
        migrations.AddConstraint(
            model_name="dating",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("preferred", False), models.Q(("certainty", "rejected"), _negated=True), _connector="OR"
                ),
                name="dating_rejected_not_preferred",
                violation_error_message="A rejected statement cannot be the preferred one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="dating",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("edtf", ""), _negated=True), models.Q(("as_written", ""), _negated=True), _connector="OR"
                ),
                name="dating_says_something",
                violation_error_message="Give the date as written, as EDTF, or both.",
            ),
        ),
        migrations.AddConstraint(
            model_name="dating",
            constraint=models.UniqueConstraint(
                condition=models.Q(("preferred", True)),
                fields=("photo", "role"),
                name="dating_one_preferred",
                violation_error_message="Another date of this kind is preferred already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="codereading",
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
                name="codereading_span_in_order",
                violation_error_message="A span needs a transcription, and must begin before it ends.",
            ),
        ),
        migrations.AddConstraint(
            model_name="codereading",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("preferred", False), models.Q(("certainty", "rejected"), _negated=True), _connector="OR"
                ),
                name="codereading_rejected_not_preferred",
                violation_error_message="A rejected statement cannot be the preferred one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="codereading",
            constraint=models.CheckConstraint(
                condition=models.Q(("verbatim", ""), _negated=True), name="codereading_says_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="codereading",
            constraint=models.UniqueConstraint(fields=("photo", "verbatim"), name="codereading_once"),
        ),
    ]
