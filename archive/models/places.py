"""Places with all their names, and statements of where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import connection, models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from archive.models.evidence import Statement
from archive.models.fields import DerivedText
from archive.models.photos import Photo
from archive.models.proposals import Proposal
from archive.reading.folding import marked_key, name_key

_LEAST_LATIN = 4
_LINEAGE = """
    WITH RECURSIVE line (place, ancestor) AS (
        SELECT id, id FROM archive_place WHERE id = ANY(%s)
        UNION SELECT line.place, up.parent_id FROM line JOIN archive_place up ON up.id = line.ancestor
        WHERE up.parent_id IS NOT NULL
    ) SELECT place, ancestor FROM line
"""
_SUBTREE = """
    WITH RECURSIVE tree (id) AS (
        SELECT %s::bigint
        UNION SELECT down.id FROM tree JOIN archive_place down ON down.parent_id = tree.id
    ) SELECT id FROM tree
"""


class PlaceQuerySet(models.QuerySet["Place"]):
    """Places in their tree."""

    def lineage(self, ids: Iterable[int]) -> dict[int, set[int]]:
        """For each of these places: itself and everything it lies in."""
        lines: dict[int, set[int]] = {}
        with connection.cursor() as cursor:
            cursor.execute(_LINEAGE, [list(ids)])
            for place, ancestor in cursor.fetchall():
                lines.setdefault(place, set()).add(ancestor)
        return lines

    def subtree(self, pk: int) -> list[int]:
        """This place and everything that lies in it."""
        with connection.cursor() as cursor:
            cursor.execute(_SUBTREE, [pk])
            return [row[0] for row in cursor.fetchall()]

    def named(self, key: str) -> Self:
        """Those that some form of name with this match key names."""
        return self.filter(names__key=key).distinct()


class Place(models.Model):
    """A place photographs were taken at or speak of: a town, province, river, airfield, cave. One place, many names."""

    class Kind(models.TextChoices):
        COUNTRY = "country", _("country")
        PROVINCE = "province", _("province")
        REGION = "region", _("region")
        CITY = "city", _("city")
        COUNTY = "county", _("county")
        TOWN = "town", _("town")
        DISTRICT = "district", _("district")
        STATION = "railway_station", _("railway station")
        AIRFIELD = "airfield", _("airfield")
        BRIDGE = "bridge", _("bridge")
        BUILDING = "building", _("building")
        SITE = "site", _("site")
        RIVER = "river", _("river")
        LAKE = "lake", _("lake")
        MOUNTAIN = "mountain", _("mountain")
        ISLAND = "island", _("island")
        ROAD = "road", _("road")

    class Precision(models.TextChoices):
        POINT = "point", _("the exact point")
        CITY = "city", _("the middle of a city")
        APPROXIMATE = "approximate", _("about here")
        CENTROID = "centroid", _("the middle of a region")
        NONE = "none", _("not placed")

    code = models.SlugField(_("gazetteer code"), unique=True, allow_unicode=False)
    title = models.CharField(_("name today"), max_length=200)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("lies in")
    )
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    precision = models.CharField(_("precision"), max_length=12, choices=Precision.choices, default=Precision.NONE)
    then = models.CharField(_("belonged to, then"), max_length=200, blank=True)
    now = models.CharField(_("belongs to, now"), max_length=200, blank=True)
    note = models.TextField(_("note"), blank=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                # Said in full: a comparison with nothing is neither true nor false, and would pass.
                | Q(latitude__isnull=False, longitude__isnull=False)
                & Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="place_point_whole",
                violation_error_message=_("Give both latitude and longitude, in degrees, or neither."),
            ),
            models.CheckConstraint(condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="place_not_in_itself"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("place", args=[self.pk, slugify(self.title) or self.code])

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the place, and see that what it is called today is among its names."""
        super().save(*args, **kwargs)
        if not self.names.filter(text=self.title).exists():
            PlaceName.objects.create(place=self, text=self.title, system=PlaceName.System.ENGLISH)

    def clean(self) -> None:
        """Refuse a place that would lie, through others, in itself."""
        if self.pk and self.parent_id and self.pk in Place.objects.lineage([self.parent_id])[self.parent_id]:
            raise ValidationError({"parent": _("That place lies in this one.")})

    def has_point(self) -> bool:
        """Whether it can be put on a map."""
        return self.latitude is not None


class PlaceName(models.Model):
    """One name of a place, as some people wrote it at some time, with its match keys."""

    class System(models.TextChoices):
        PINYIN = "pinyin", _("pinyin")
        HANS = "hans", _("simplified Chinese")
        HANT = "hant", _("traditional Chinese")
        WADE_GILES = "wade_giles", _("Wade–Giles")
        POSTAL = "postal", _("postal")
        JA_KANJI = "ja_kanji", _("Japanese")
        JA_READING = "ja_reading", _("Japanese reading")
        ENGLISH = "english", _("English")
        FORMER = "former", _("former name")
        NICKNAME = "nickname", _("nickname")
        SLIP = "slip", _("misspelling that was found")
        OTHER = "other", _("other")

    LANGUAGES = {
        System.PINYIN: "zh-Latn-pinyin",
        System.HANS: "zh-Hans",
        System.HANT: "zh-Hant",
        System.WADE_GILES: "zh-Latn-wadegile",
        System.POSTAL: "zh-Latn",
        System.JA_KANJI: "ja",
        System.JA_READING: "ja-Latn",
    }

    place = models.ForeignKey(Place, models.CASCADE, related_name="names", verbose_name=_("place"))
    text = models.CharField(_("name"), max_length=200)
    system = models.CharField(_("system"), max_length=12, choices=System.choices)
    is_derived = models.BooleanField(
        _("derived by rule"), default=False, help_text=_("No source gives this form; a rule makes it from the pinyin.")
    )
    period = models.CharField(_("period of use"), max_length=60, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    source = models.ForeignKey(
        "archive.Source", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )
    key = DerivedText(max_length=200, source="text", by=name_key, db_index=True)
    marked = DerivedText(max_length=200, source="text", by=marked_key)

    class Meta:
        verbose_name = _("name of a place")
        verbose_name_plural = _("names of places")
        ordering = ["place", "pk"]
        constraints = [models.UniqueConstraint(fields=["place", "text", "system"], name="placename_once")]

    def __str__(self) -> str:
        return self.text

    def is_spelling(self) -> bool:
        """Whether texts that have this form mean the place.

        Misspellings, very short forms and those that only a rule gives may mean another; typed, they are understood.
        """
        return (
            not self.is_derived
            and self.system != self.System.SLIP
            and len(self.key) >= (_LEAST_LATIN if self.key.isascii() else 2)
        )

    @property
    def language(self) -> str:
        """The BCP 47 tag for the `lang` attribute; empty where the name is English or its language unknown."""
        return self.LANGUAGES.get(self.System(self.system), "")


class PlaceMention(Statement):
    """Where: a place the photograph shows, lies in, is near, mentions or was sent from.

    A place that is not settled has several standing mentions, or one without a link and only the words.
    """

    class Role(models.TextChoices):
        DEPICTED = "depicted", _("taken at")
        WITHIN = "within", _("taken somewhere in")
        RELATIVE = "relative", _("taken near")
        MENTIONED = "mentioned", _("mentioned")
        DATELINE = "dateline", _("sent from")

    KEY = "place"
    PROPOSED_AS = Proposal.Kind.PLACE
    WHERE_TAKEN = (Role.DEPICTED, Role.WITHIN, Role.RELATIVE)

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="place_mentions", verbose_name=_("photograph"))
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="mentions", verbose_name=_("place")
    )
    role = models.CharField(_("how"), max_length=10, choices=Role.choices, default=Role.DEPICTED)
    relation_words = models.CharField(
        _("relation"), max_length=200, blank=True, help_text=_("As in “2 miles south of”.")
    )

    class Meta(Statement.Meta):
        verbose_name = _("statement of place")
        verbose_name_plural = _("statements of place")
        ordering = ["-preferred", "pk"]
        constraints = [
            *Statement.Meta.constraints,
            models.CheckConstraint(
                condition=Q(place__isnull=False) | ~Q(as_written=""),
                name="placemention_says_something",
                violation_error_message=_("Choose the place, give the words as written, or both."),
            ),
            models.UniqueConstraint(
                fields=["photo"],
                condition=Q(preferred=True, role__in=["depicted", "within", "relative"]),
                name="placemention_one_preferred",
                violation_error_message=_("Another place is preferred already as the one where it was taken."),
            ),
            models.UniqueConstraint(
                fields=["photo", "role", "as_written"],
                condition=Q(preferred=True, role__in=["mentioned", "dateline"]) & ~Q(as_written=""),
                name="placemention_one_preferred_words",
                violation_error_message=_("Another place is preferred already for these words."),
            ),
        ]

    def __str__(self) -> str:
        return self.as_written or str(self.place)

    def says_where(self) -> bool:
        """Whether it tells where the photograph was taken, not only what its caption speaks of."""
        return self.role in self.WHERE_TAKEN

    def label(self) -> str:
        return str(_("place")) if self.says_where() else str(self.Role(self.role).label)

    def in_words(self) -> str:
        """The place by its name of today; only the words, where it is not settled."""
        return f"{self.relation_words} {self.place or self.as_written}".strip()

    def about_url(self) -> str:
        return self.place.get_absolute_url() if self.place else ""

    def question(self) -> tuple[str, ...]:
        """A photograph was taken in one place; those its words speak of are as many as the words."""
        return ("where",) if self.says_where() else (self.role, self.by_words())
