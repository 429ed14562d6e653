"""Deeds of gift, parts in gifts, entries, moves, letters, tombstones; how much of a photograph is shown from when."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0014_roles_for_masters"),
    ]

    operations = [
        migrations.CreateModel(
            name="AccessionParty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("owner", "owner of the collection"),
                            ("informant", "informant"),
                            ("donor", "donor with others"),
                            ("intermediary", "another intermediary"),
                        ],
                        max_length=12,
                        verbose_name="part",
                    ),
                ),
                ("note", models.CharField(blank=True, help_text="For staff.", max_length=200, verbose_name="note")),
            ],
            options={
                "verbose_name": "part in a gift",
                "verbose_name_plural": "parts in gifts",
                "ordering": ["accession__sort_key", "role", "pk"],
            },
        ),
        migrations.CreateModel(
            name="BoxMove",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_location", models.CharField(blank=True, max_length=200, verbose_name="from")),
                ("to_location", models.CharField(max_length=200, verbose_name="to")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="why")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="moved at")),
            ],
            options={
                "verbose_name": "move of a box",
                "verbose_name_plural": "moves of boxes",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="DeedOfGift",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="signed on")),
                (
                    "title",
                    models.CharField(
                        choices=[
                            ("passed", "passed to the museum"),
                            ("not_passed", "did not pass (loan, deposit)"),
                            ("unknown", "not said"),
                        ],
                        default="unknown",
                        max_length=10,
                        verbose_name="title to the prints",
                    ),
                ),
                (
                    "copyright",
                    models.CharField(
                        choices=[
                            ("passed", "passed to the museum"),
                            ("licensed", "stays with the donor, who lets the museum publish"),
                            ("kept", "stays with the donor"),
                            ("unknown", "not said, or not the donor’s to give"),
                        ],
                        default="unknown",
                        max_length=10,
                        verbose_name="copyright",
                    ),
                ),
                (
                    "allows",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (4, "everything may be shown"),
                            (3, "only a small picture"),
                            (2, "only the words, no picture"),
                            (1, "nothing, staff only"),
                        ],
                        default=4,
                        verbose_name="what the donor lets the museum show",
                    ),
                ),
                (
                    "allows_until",
                    models.DateField(
                        blank=True,
                        help_text="The first day on which everything may be shown; empty when the restriction has no end.",
                        null=True,
                        verbose_name="so restricted until",
                    ),
                ),
                (
                    "clause",
                    models.TextField(
                        blank=True,
                        help_text="As the deed has them. For staff.",
                        verbose_name="words of the restriction",
                    ),
                ),
                (
                    "is_anonymous",
                    models.BooleanField(
                        default=False,
                        help_text="The donor’s name is kept out of all that is public.",
                        verbose_name="the donor stays unnamed",
                    ),
                ),
            ],
            options={
                "verbose_name": "deed of gift",
                "verbose_name_plural": "deeds of gift",
            },
        ),
        migrations.CreateModel(
            name="DonorLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token_hash", models.CharField(editable=False, max_length=64, unique=True)),
                (
                    "made_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="made at"),
                ),
                ("revoked_at", models.DateTimeField(editable=False, null=True, verbose_name="revoked at")),
            ],
            options={
                "verbose_name": "donor’s link",
                "verbose_name_plural": "donors’ links",
                "ordering": ["-made_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ObjectEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("gift", "offered as a gift"),
                            ("loan", "loan or deposit"),
                            ("enquiry", "enquiry, to be looked at"),
                            ("copying", "to be copied and given back"),
                        ],
                        default="gift",
                        max_length=8,
                        verbose_name="why it came",
                    ),
                ),
                (
                    "description",
                    models.TextField(
                        help_text="As in: one album, 43 loose prints, two letters.", verbose_name="what came"
                    ),
                ),
                ("count", models.PositiveIntegerField(blank=True, null=True, verbose_name="pieces")),
                ("condition", models.TextField(blank=True, verbose_name="condition")),
                ("received_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="received on")),
                ("return_by", models.DateField(blank=True, null=True, verbose_name="to be given back by")),
                ("returned_on", models.DateField(blank=True, null=True, verbose_name="given back on")),
            ],
            options={
                "verbose_name": "object entry",
                "verbose_name_plural": "object entries",
                "ordering": ["-received_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="TakedownRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=200, verbose_name="number or address of the photograph")),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("privacy", "It shows me or somebody of my family"),
                            ("copyright", "I hold the copyright"),
                            ("culture", "It should not be shown, for cultural or religious reasons"),
                            ("other", "Something else"),
                        ],
                        max_length=10,
                        verbose_name="reason",
                    ),
                ),
                ("message", models.TextField(max_length=5000, verbose_name="what you want us to know")),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="your name")),
                ("contact", models.CharField(blank=True, max_length=200, verbose_name="how to reach you")),
                ("token_hash", models.CharField(editable=False, max_length=64, unique=True)),
                (
                    "at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="received at"),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("withdrawn", "taken down"), ("kept", "stays public")],
                        editable=False,
                        max_length=10,
                        verbose_name="outcome",
                    ),
                ),
                ("answer", models.TextField(blank=True, max_length=5000, verbose_name="answer")),
                ("answered_at", models.DateTimeField(editable=False, null=True, verbose_name="answered at")),
            ],
            options={
                "verbose_name": "takedown request",
                "verbose_name_plural": "takedown requests",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Tombstone",
            fields=[
                (
                    "photo",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="tombstone",
                        serialize=False,
                        to="archive.photo",
                    ),
                ),
                ("number", models.CharField(max_length=30, unique=True, verbose_name="number")),
                (
                    "since",
                    models.DateTimeField(
                        db_index=True, default=django.utils.timezone.now, verbose_name="not public since"
                    ),
                ),
            ],
            options={
                "verbose_name": "tombstone",
                "verbose_name_plural": "tombstones",
                "ordering": ["since", "pk"],
            },
        ),
        migrations.AlterModelOptions(
            name="photo",
            options={
                "ordering": ["sort_key"],
                "permissions": [
                    ("publish_photo", "Can publish a photograph"),
                    ("withdraw_photo", "Can withdraw a photograph and bring it back"),
                    ("lift_limit", "Can publish against the rules, with a written reason"),
                ],
                "verbose_name": "photograph",
                "verbose_name_plural": "photographs",
            },
        ),
        migrations.AddField(
            model_name="custodyevent",
            name="replaces",
            field=models.OneToOneField(
                blank=True,
                help_text="An earlier entry that was wrong. It is kept, and left out of the chain.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replaced_by",
                to="archive.custodyevent",
                verbose_name="corrects",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="lifted",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=40),
                blank=True,
                default=list,
                editable=False,
                size=None,
                verbose_name="limits lifted",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="limits",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=40),
                blank=True,
                default=list,
                editable=False,
                size=None,
                verbose_name="limits that held",
            ),
        ),
        migrations.AddField(
            model_name="photo",
            name="lifted",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=40),
                blank=True,
                default=list,
                editable=False,
                size=None,
                verbose_name="limits lifted",
            ),
        ),
        migrations.AddField(
            model_name="photo",
            name="living",
            field=models.CharField(
                choices=[
                    ("unknown", "not looked at yet"),
                    ("nobody", "nobody who may be alive"),
                    ("perhaps", "somebody who may be alive"),
                    ("consented", "somebody who has agreed"),
                ],
                default="unknown",
                help_text="Whom it shows or names. It counts where private matters are ticked.",
                max_length=10,
                verbose_name="living people",
            ),
        ),
        migrations.AddField(
            model_name="rights",
            name="making",
            field=models.CharField(
                blank=True,
                choices=[
                    ("us_government", "made for the US government, in the course of duty"),
                    ("unpublished_named", "unpublished before 2003, the maker known"),
                    ("unpublished_unnamed", "unpublished before 2003, the maker or the year of death not known"),
                    ("published_renewed", "published in the US with a notice, and renewed"),
                    ("published_not_renewed", "published in the US with a notice, not renewed"),
                    ("published_without_notice", "published in the US without a notice before 1978"),
                    ("abroad", "first published outside the US"),
                ],
                default="",
                max_length=25,
                verbose_name="how it was made and came out",
            ),
        ),
        migrations.AddField(
            model_name="rights",
            name="year_made",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="made in"),
        ),
        migrations.AddField(
            model_name="rights",
            name="year_of_death",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="the maker died in"),
        ),
        migrations.AddField(
            model_name="rights",
            name="year_published",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="first published in"),
        ),
        migrations.AddField(
            model_name="searchentry",
            name="full_from",
            field=models.DateTimeField(null=True, verbose_name="with everything from"),
        ),
        migrations.AddField(
            model_name="searchentry",
            name="small_from",
            field=models.DateTimeField(null=True, verbose_name="with a small picture from"),
        ),
        migrations.AlterField(
            model_name="photo",
            name="sensitivity",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("human_remains", "human remains"),
                        ("suffering", "people in distress"),
                        ("slur", "offensive words of the time"),
                        ("private", "private matters of a person"),
                    ],
                    max_length=20,
                ),
                blank=True,
                default=list,
                size=None,
                verbose_name="sensitivity",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("lifted", []),
                    models.Q(models.Q(("reason", ""), _negated=True), ("by__isnull", False)),
                    _connector="OR",
                ),
                name="decision_lifting_has_reason",
                violation_error_message="Say why the rules do not count for this photograph.",
            ),
        ),
        migrations.AddField(
            model_name="accessionparty",
            name="accession",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="parties",
                to="archive.accession",
                verbose_name="accession",
            ),
        ),
        migrations.AddField(
            model_name="accessionparty",
            name="agent",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="gift_parts",
                to="archive.agent",
                verbose_name="person or body",
            ),
        ),
        migrations.AddField(
            model_name="boxmove",
            name="box",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="moves", to="archive.box", verbose_name="box"
            ),
        ),
        migrations.AddField(
            model_name="boxmove",
            name="by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="moved by",
            ),
        ),
        migrations.AddField(
            model_name="deedofgift",
            name="accession",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="deed_of_gift",
                to="archive.accession",
                verbose_name="accession",
            ),
        ),
        migrations.AddField(
            model_name="donorlink",
            name="agent",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="donor_links",
                to="archive.agent",
                verbose_name="donor",
            ),
        ),
        migrations.AddField(
            model_name="donorlink",
            name="made_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="made by",
            ),
        ),
        migrations.AddField(
            model_name="objectentry",
            name="accession",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="entries",
                to="archive.accession",
                verbose_name="became accession",
            ),
        ),
        migrations.AddField(
            model_name="objectentry",
            name="depositor",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="entries",
                to="archive.agent",
                verbose_name="left by",
            ),
        ),
        migrations.AddField(
            model_name="objectentry",
            name="received_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="received by",
            ),
        ),
        migrations.AddField(
            model_name="takedownrequest",
            name="answered_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="answered by",
            ),
        ),
        migrations.AddField(
            model_name="takedownrequest",
            name="photo",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="takedowns",
                to="archive.photo",
                verbose_name="photograph",
            ),
        ),
        migrations.AddConstraint(
            model_name="accessionparty",
            constraint=models.UniqueConstraint(fields=("accession", "agent", "role"), name="accessionparty_once"),
        ),
        migrations.AddConstraint(
            model_name="deedofgift",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("allows_until__isnull", True), models.Q(("allows", 4), _negated=True), _connector="OR"
                ),
                name="deed_day_needs_restriction",
                violation_error_message="A day ends a restriction: say what may be shown until then.",
            ),
        ),
        migrations.AddConstraint(
            model_name="objectentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("returned_on__isnull", True), ("accession__isnull", True), _connector="OR"),
                name="entry_stays_or_goes",
                violation_error_message="What became an accession was not given back.",
            ),
        ),
        migrations.AddConstraint(
            model_name="takedownrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answered_at__isnull", True), ("outcome", "")),
                    models.Q(
                        ("answered_at__isnull", False),
                        models.Q(("outcome", ""), _negated=True),
                        models.Q(("answer", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="takedown_answer_is_whole",
                violation_error_message="An answer says what was decided, and why.",
            ),
        ),
    ]
