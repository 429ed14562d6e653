"""Photographs with all that is said of them, as rows for COPY. One in ten is not public, for all kinds of reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from django.db.models import Model

from archive.models import CodeReading, Dating, Image, Photo, PlaceMention, Rights, Subject, Transcription
from bench.copying import Row
from bench.surroundings import Surroundings
from bench.words import RARE, RARE_PHOTOS, Dice
from campaigns.models import CampaignLink

COLUMNS: dict[type[Model], tuple[str, ...]] = {
    Photo: ("id", "accession_id", "number", "title", "description", "state", "created_at"),
    Rights: ("photo_id", "staff_only", "embargo_until"),
    Transcription: ("photo_id", "carrier", "text"),
    Dating: ("photo_id", "edtf", "basis"),
    PlaceMention: ("photo_id", "place_id", "as_written", "role", "basis"),
    CodeReading: ("photo_id", "verbatim", "scheme_id", "base", "item", "conforms", "basis"),
    Subject: ("photo_id", "agent_id", "role", "basis"),
    CampaignLink: ("photo_id", "campaign_id", "ground", "basis"),
    Image: (
        *("photo_id", "side", "master", "sha256", "size", "format", "width", "height", "tone", "key"),
        *("alt", "is_hidden"),
    ),
}
Rows = dict[type[Model], list[Row]]

_STATES = ("public", "draft", "review", "withdrawn", "staff only", "embargo")
_SHARES = (90, 5, 2, 1, 1, 1)
_FIRST_DAY, _DAYS = date(1941, 12, 7), 1_400
_CATALOGUED = datetime(2026, 1, 1, tzinfo=UTC)


class Photographs:
    """Makes the rows, in the order of their keys."""

    def __init__(self, count: int, around: Surroundings) -> None:
        self._dice, self._around = Dice(), around
        self._numbers: Counter[int] = Counter()
        self._rare_every = max(1, count // RARE_PHOTOS)
        self._count = count

    def batches(self, size: int = 20_000) -> Iterator[Rows]:
        """The rows by table, so many photographs at a time."""
        for start in range(1, self._count + 1, size):
            rows: Rows = {model: [] for model in COLUMNS}
            for pk in range(start, min(start + size, self._count + 1)):
                self._add(pk, rows)
            yield rows

    def _add(self, pk: int, rows: Rows) -> None:
        is_rare = pk % self._rare_every == 0
        state = "public" if is_rare else self._dice.random.choices(_STATES, _SHARES)[0]
        where = self._dice.skewed(self._around.towns) if self._dice.happens(0.92) else None
        words = self._dice.caption() + ([self._dice.random.choice(where[1])] if where else [])
        rows[Photo].append(self._photo(pk, state, words))
        rows[Transcription].append((pk, "slip", " ".join([*words, RARE] if is_rare else words).capitalize() + "."))
        rows[Rights].extend(_rights(pk, state))
        rows[PlaceMention].extend(self._mentions(pk, where))
        rows[Dating].extend(self._datings(pk))
        rows[CodeReading].extend(self._codes(pk))
        rows[Subject].extend(self._subjects(pk))
        rows[CampaignLink].extend(self._links(pk))
        rows[Image].extend(self._images(pk))

    def _photo(self, pk: int, state: str, words: list[str]) -> Row:
        gift, number = self._dice.skewed(self._around.gifts)
        self._numbers[gift] += 1
        shown = state if state in ("draft", "review", "withdrawn") else "public"
        title = " ".join(words[-4:]).capitalize()
        return (pk, gift, f"{number}.{self._numbers[gift]}", title, "", shown, _CATALOGUED)

    def _mentions(self, pk: int, where: tuple[int, list[str]] | None) -> Iterator[Row]:
        if where:
            yield pk, where[0], where[1][0], "depicted", "caption"
        if self._dice.happens(0.1):
            place, names = self._dice.random.choice(self._around.towns)
            yield pk, place, names[0], "mentioned", "caption"

    def _datings(self, pk: int) -> Iterator[Row]:
        """A day, a month, a span of days or a year; nine in ten have one."""
        day = _FIRST_DAY + timedelta(days=self._dice.random.randrange(_DAYS))
        until = day + timedelta(days=self._dice.random.choice((7, 30, 90, 365)))
        edtf = self._dice.random.choice((f"{day}", f"{day:%Y-%m}", f"{day}/{until}", f"{day:%Y}~"))
        if self._dice.happens(0.9):
            yield pk, edtf, "caption"

    def _codes(self, pk: int) -> Iterator[Row]:
        """Each photograph with a code has one of its own, ten to a base."""
        base, item = f"{pk // 10:08}", "ABCDEFGHIJ"[pk % 10]
        if self._dice.happens(0.6):
            yield pk, f"{base}/{item}", self._dice.skewed(self._around.schemes), base, item, True, "inscription"

    def _subjects(self, pk: int) -> Iterator[Row]:
        for role, rate in (("depicted", 0.3), ("unit", 0.3), ("photographer", 0.1)):
            if self._dice.happens(rate):
                yield pk, self._dice.skewed(self._around.agents), role, "caption"

    def _links(self, pk: int) -> Iterator[Row]:
        if self._dice.happens(0.7):
            yield pk, self._dice.skewed(self._around.campaigns), "named", "caption"

    def _images(self, pk: int) -> Iterable[Row]:
        sides = ["recto", "verso"] if self._dice.happens(0.35) else ["recto"]
        for turn, side in enumerate(sides):
            key, digest = f"{self._dice.random.getrandbits(128):032x}", f"{2 * pk + turn:064x}"
            hidden = side == "verso" and self._dice.happens(0.1)
            yield pk, side, f"no/{digest}", digest, 1, "JPEG", 2400, 1900, "#808080", key, "", hidden


def _rights(pk: int, state: str) -> Iterator[Row]:
    """Rights of its own, for those that staff alone may see and those under an embargo."""
    if state in ("staff only", "embargo"):
        yield pk, state == "staff only", date(2099, 1, 1) if state == "embargo" else None
