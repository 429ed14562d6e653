"""A synthetic collection: skewed words, places in a tree, campaigns, date spans, one in ten not public.

Nothing in it looks like a real photograph; only its numbers do.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from django.db import connection

from archive.models import Accession, Card, Collection, Photo, Place, PlaceName, Rights, SearchEntry
from archive.reading.folding import name_key
from archive.search.lexemes import EVERY, vector
from archive.vocabulary.numbers import natural_key
from campaigns.models import Campaign

_SYLLABLES = [
    "ba",
    "ko",
    "li",
    "shu",
    "wen",
    "tan",
    "gui",
    "lo",
    "hen",
    "zhou",
    "ping",
    "yang",
    "kan",
    "ming",
    "dong",
    "xi",
    "nan",
    "bei",
    "jiang",
    "he",
]
_HAN = "山水城門橋路車站江河南北東西大小新老上下天地人民"
WORDS = 20_000
PLACES = 5_000
CAMPAIGNS = 200
BROAD, MEDIUM, RARE = "refugees", "ferry", "quillback"


class Dice:
    """Repeatable choices: the same seed gives the same collection."""

    def __init__(self, seed: int = 1944) -> None:
        self._random = random.Random(seed)
        self.words = [self._word() for _ in range(WORDS)]
        self._weights = list(accumulate(1 / rank for rank in range(1, WORDS + 1)))

    def caption(self) -> str:
        """A dozen words, few of them frequent, as in any language; and the marked ones at their rates."""
        chosen = self._random.choices(self.words, cum_weights=self._weights, k=12)
        chosen += [word for word, rate in ((BROAD, 0.4), (MEDIUM, 0.02)) if self._random.random() < rate]
        han = "".join(self._random.choices(_HAN, k=2)) if self._random.random() < 0.3 else ""
        return " ".join([*chosen, han])

    def span(self) -> tuple[date, date]:
        """Some days of the war years."""
        first = date(1942, 1, 1) + timedelta(days=self._random.randrange(1_300))
        return first, first + timedelta(days=self._random.choice((0, 0, 30, 90, 365)))

    def one_of(self, most: int) -> int:
        """A number below `most`, small ones far more often."""
        return min(most - 1, int(self._random.paretovariate(0.7)) - 1)

    def happens(self, rate: float) -> bool:
        """Whether something of this probability happens."""
        return self._random.random() < rate

    def _word(self) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=self._random.randint(2, 4)))


def build(count: int) -> None:
    """Fill the (empty) database with this many photographs. By COPY, which is how a million of them get in."""
    dice = Dice()
    accession = _gift()
    places, campaigns = _places(), _campaigns()
    rows = list(_rows(count, dice, accession.pk, places, campaigns))
    photo = ["id", "accession_id", "number", "sort_key", "title", "description", "size_words", "process"]
    _copy(Photo, [*photo, "condition", "sensitivity", "state", "created_at"], (row[0] for row in rows))
    entry = ["photo_id", "public_from", "number_key", "earliest", "latest", "facets", "terms"]
    _copy(SearchEntry, entry, (row[1] for row in rows if row[1]))
    card = ["entry_id", "number", "title", "excerpt", "date_words", "place_words", "place_today", "image_key", "width"]
    card += ["height", "tone", "alt", "has_back", "is_illustration", "is_sensitive"]
    _copy(Card, card, (row[2] for row in rows if row[2]))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _gift() -> Accession:
    collection = Collection.objects.create(slug="bench", title="Bench collection")
    accession = Accession.objects.create(number="2026.1", title="Everything", collection=collection)
    Rights.objects.create(accession=accession, term="NKC")
    return accession


def _places() -> list[tuple[Place, str]]:
    """Places with the facet terms of themselves and what they lie in: 20 provinces, the rest in one of them."""
    dice = Dice(7)
    provinces = [
        Place(pk=number + 1, code=f"v{number}", title=f"Province {number}", kind="province") for number in range(20)
    ]
    towns = [
        Place(
            pk=number + 21,
            code=f"t{number}",
            title=dice.words[number].title(),
            kind="city",
            parent=provinces[number % 20],
        )
        for number in range(PLACES - 20)
    ]
    Place.objects.bulk_create([*provinces, *towns])
    names = [PlaceName(place=place, text=place.title, system="pinyin") for place in [*provinces, *towns]]
    PlaceName.objects.bulk_create(names)
    return [(place, f"p/{place.pk},p/{place.parent_id}") for place in towns]


def _campaigns() -> list[int]:
    made = [
        Campaign(pk=number + 1, slug=f"c{number}", title=f"Campaign {number}", state="public")
        for number in range(CAMPAIGNS)
    ]
    Campaign.objects.bulk_create(made)
    return [campaign.pk for campaign in made]


def _rows(
    count: int, dice: Dice, accession: int, places: list[tuple[Place, str]], campaigns: list[int]
) -> Iterator[tuple[tuple, tuple | None, tuple | None]]:
    for pk in range(1, count + 1):
        number, is_public = f"2026.1.{pk}", dice.happens(0.9)
        text = dice.caption() + (f" {RARE}" if pk % (count // 20) == 0 else "")
        key = natural_key(number)
        state = "public" if is_public else "draft"
        photo = (pk, accession, number, key, text[:60], "", "", "", "", [], state, "2026-01-01")
        if not is_public:
            yield photo, None, None
            continue
        place, where = places[dice.one_of(len(places))]
        first, last = dice.span()
        years = {f"y/{year}" for year in range(first.year, last.year + 1)}
        terms = sorted({EVERY, *where.split(","), f"c/{campaigns[dice.one_of(CAMPAIGNS)]}", "k/1", "u/yes", *years})
        words = vector({"A": [text[:60], number], "B": [place.title], "C": [text]}, terms)
        card = (pk, number, text[:60], text[:120], str(first), place.title, "", "", 0, 0, "", "", False, False, False)
        yield photo, (pk, None, key, first, last, terms, words), card


def _copy(model: type, columns: list[str], rows: Iterator[tuple]) -> None:
    with connection.cursor() as cursor:
        statement = f"COPY {model._meta.db_table} ({', '.join(columns)}) FROM STDIN"  # type: ignore[attr-defined]
        with cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)


def named_place() -> str:
    """The name of a place with many photographs."""
    return PlaceName.objects.filter(key=name_key(Place.objects.get(pk=21).title))[0].text
