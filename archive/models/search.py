"""What public lists read: one row for each photograph the gate lets through, what a card shows, and how many there are.

All of it is derived: nobody types it, and `rebuild_search` makes it anew from the records.
"""

from __future__ import annotations

from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Greatest
from django.utils.translation import gettext_lazy as _

from archive.models.fields import DerivedText
from archive.models.openness import exposure_now, open_now
from archive.models.photos import Photo
from archive.reading.folding import name_key

LOTS = ("where", "when", "why", "who", "what")
"""The questions that facets answer. The terms of one lot are kept together, as one set, so that five numbers a row are
all that counting reads."""


NO_DAY = 2**31 - 1
"""How a packed day says that there is none; any other is its distance in days from 2000-01-01."""


class _Sent(Func):
    """A column as the bytes in which PostgreSQL sends it to clients."""

    output_field = models.BinaryField()

    def __init__(self, column: str, *, bits: int = 32) -> None:
        super().__init__(F(column), function=f"int{bits // 8}send")


class _DaySent(Func):
    """A day as the bytes of its number, so that days are in order."""

    template = f"int4send(coalesce(%(expressions)s - DATE '2000-01-01', {NO_DAY}))"
    output_field = models.BinaryField()


class _Packed(Func):
    """The columns of `PACKED`, one after the other."""

    template = "(%(expressions)s)"
    arg_joiner = " || "
    output_field = models.BinaryField()


class _Ballast(Func):
    """Blanks that take no room and make each new row too long to hold its words: PostgreSQL moves them out of line.

    It does so in rows over 2 kB alone, and a caption is seldom so long. They are laid on anew whenever words change.
    """

    template = "CASE WHEN %(expressions)s IS NULL THEN '' ELSE repeat(' ', 2100) END"
    output_field = models.TextField()


class ThisSecond(Func):
    """The moment of the statement that writes a row, without fractions of a second: harvesters ask in seconds."""

    template = "date_trunc('second', statement_timestamp())"
    output_field = models.DateTimeField()


def packed_columns() -> Func:
    """What `SearchEntry.packed` holds: two integers of 64 bits, then seven of 32, high bytes first."""
    return _Packed(
        _Sent("photo", bits=64),
        _Sent("number_key", bits=64),
        _DaySent(F("earliest")),
        _DaySent(F("latest")),
        *(_Sent(f"{lot}_set") for lot in LOTS),
    )


def words_out_of_line() -> Func:
    """What `SearchEntry.ballast` holds."""
    return _Ballast(F("terms"))


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    """Entries by what the public may see now."""

    def open(self) -> Self:
        """Those whose embargo, if any, is over by the database's clock."""
        return self.filter(open_now())

    def with_exposure(self) -> Self:
        """With how much of each the public may see now, as `shown`."""
        return self.annotate(shown=exposure_now())


class SearchEntry(models.Model):
    """One photograph that the gate lets through: its words with its facet terms, its days, its sets of terms."""

    photo = models.OneToOneField(Photo, models.CASCADE, primary_key=True, related_name="entry")
    public_from = models.DateTimeField(_("public from"), null=True)
    small_from = models.DateTimeField(_("with a small picture from"), null=True)
    full_from = models.DateTimeField(_("with everything from"), null=True)
    number_key = models.BigIntegerField(_("number, to sort by"))
    earliest = models.DateField(_("earliest day"), null=True)
    latest = models.DateField(_("latest day"), null=True)
    where_set = models.IntegerField(_("set of terms: where"), default=0)
    when_set = models.IntegerField(_("set of terms: when"), default=0)
    why_set = models.IntegerField(_("set of terms: why"), default=0)
    who_set = models.IntegerField(_("set of terms: who"), default=0)
    what_set = models.IntegerField(_("set of terms: what"), default=0)
    terms = SearchVectorField(_("words and facet terms"))
    packed = models.GeneratedField(expression=packed_columns(), output_field=models.BinaryField(), db_persist=True)
    ballast = models.GeneratedField(expression=words_out_of_line(), output_field=models.TextField(), db_persist=True)

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        indexes = [
            GinIndex(fields=["terms"], name="searchentry_terms", fastupdate=False),
            models.Index(fields=["number_key"], name="searchentry_number"),
            models.Index(fields=["earliest", "number_key"], name="searchentry_date"),
            models.Index(fields=["public_from"], name="searchentry_timed", condition=Q(public_from__isnull=False)),
        ]

    def __str__(self) -> str:
        return str(self.photo_id)


FOR_HARVESTERS = ("edtf", "rights_uri", "credit", "collection", "open_from", "changed_at", "stamp")
"""The columns of a card that no list shows."""


class CardQuerySet(models.QuerySet["Card"]):
    """Cards for lists."""

    def with_exposure(self) -> Self:
        """With how much of each photograph the public may see now, as `shown`."""
        return self.annotate(shown=exposure_now("entry__"))


class Card(models.Model):
    """What a card of a public list shows of one photograph, fetched for the one page that is shown.

    And what harvesters are told of it besides (`FOR_HARVESTERS`), with `stamp`: when that last became another.
    """

    entry = models.OneToOneField(SearchEntry, models.CASCADE, primary_key=True, related_name="card")
    number = models.CharField(_("number"), max_length=30)
    title = models.CharField(_("title"), max_length=300)
    excerpt = models.CharField(_("beginning of the caption"), max_length=140, blank=True)
    date_words = models.CharField(_("date"), max_length=200, blank=True)
    place_words = models.CharField(_("place"), max_length=300, blank=True)
    place_today = models.CharField(_("place today"), max_length=300, blank=True)
    image_key = models.CharField(_("picture"), max_length=32, blank=True)
    width = models.PositiveIntegerField(_("width"), default=0)
    height = models.PositiveIntegerField(_("height"), default=0)
    tone = models.CharField(_("mean colour"), max_length=7, blank=True)
    alt = models.CharField(_("what it shows"), max_length=300, blank=True)
    has_back = models.BooleanField(_("has a back side"), default=False)
    is_illustration = models.BooleanField(_("drawn, not photographed"), default=False)
    is_sensitive = models.BooleanField(_("sensitive"), default=False)
    title_key = DerivedText(max_length=300, default="", source="title", by=name_key, db_collation="C")
    texts = models.JSONField(
        _("texts it is found by"), default=list, help_text=_("Pairs of the kind of text and the text.")
    )
    edtf = models.CharField(_("date as EDTF"), max_length=100, default="")
    rights_uri = models.CharField(_("rights term"), max_length=100, default="")
    credit = models.CharField(_("credit line"), max_length=300, default="")
    collection = models.CharField(_("collection"), max_length=50, default="")
    open_from = models.DateTimeField(_("public from"), null=True)
    changed_at = models.DateTimeField(_("written at"), db_default=ThisSecond(), editable=False)
    stamp = models.GeneratedField(
        expression=Greatest("changed_at", "open_from"), output_field=models.DateTimeField(), db_persist=True
    )

    objects = CardQuerySet.as_manager()

    class Meta:
        verbose_name = _("card")
        verbose_name_plural = _("cards")
        indexes = [
            models.Index(fields=["title_key", "entry"], name="card_title"),
            models.Index(fields=["stamp", "entry"], name="card_stamp"),
            models.Index(fields=["collection", "stamp", "entry"], name="card_collection"),
        ]

    def __str__(self) -> str:
        return self.number


class FacetSet(models.Model):
    """The facet terms that a photograph carries in one lot, sorted and joined by blanks.

    What a number stands for never changes, and a number is never given out twice.
    """

    id = models.AutoField(primary_key=True)
    digest = models.BigIntegerField(_("hash of the terms"), unique=True)
    key = models.TextField(_("terms"))

    class Meta:
        verbose_name = _("set of facet terms")
        verbose_name_plural = _("sets of facet terms")

    def __str__(self) -> str:
        return self.key


class FacetTerm(models.Model):
    """What a facet term is called on a page, and the term it lies within: a town's province, a phase's campaign."""

    term = models.CharField(_("term"), max_length=60, primary_key=True)
    label = models.CharField(_("label"), max_length=300, blank=True)
    within = models.CharField(_("lies within"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("facet term")
        verbose_name_plural = _("facet terms")

    def __str__(self) -> str:
        return self.label or self.term


class _Letter(Func):
    """The letter of a term: what stands before its slash."""

    template = "split_part(%(expressions)s, '/', 1)"
    output_field = models.CharField()


class Tally(models.Model):
    """How many photographs with no embargo carry a term.

    Rows are only added, with what a change adds or takes away, so that no editor waits for another; the sum counts.
    Now and then the added rows are settled into one.
    """

    term = models.CharField(_("term"), max_length=60)
    number = models.IntegerField(_("number"))
    is_settled = models.BooleanField(_("settled"), default=False)

    class Meta:
        verbose_name = _("tally")
        verbose_name_plural = _("tallies")
        indexes = [
            models.Index(fields=["term"], name="tally_term", include=["number"]),
            models.Index(fields=["id"], name="tally_unsettled", condition=Q(is_settled=False)),
            models.Index(
                _Letter("term"),
                F("number").desc(),
                F("term"),
                name="tally_frequent",
                condition=Q(is_settled=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.term}: {self.number}"
