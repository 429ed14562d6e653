"""What photographs refer to: places in a tree with their names, campaigns and phases, people, codes, gifts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from archive.models import Accession, Agent, AgentName, CodeScheme, Collection, Place, PlaceName, Rights
from archive.search.deriving import renew_derived_names
from bench.words import Dice
from campaigns.models import Campaign, CampaignName

PROVINCES, COUNTIES, PLACES, CAMPAIGNS = 20, 400, 5_000, 200
_INITIALS = ("b", "p", "m", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "z", "c", "s", "zh", "ch", "sh")
_FINALS = ("a", "ai", "an", "ang", "ao", "e", "en", "eng", "i", "in", "ing", "ong", "ou", "u", "un")


@dataclass(frozen=True)
class Surroundings:
    """Keys, the most frequent first; of a place also the forms of its name that captions use."""

    towns: list[tuple[int, list[str]]]
    campaigns: list[int]
    agents: list[int]
    schemes: list[int]
    gifts: list[tuple[int, str]]


def make() -> Surroundings:
    """Write them into the empty database."""
    dice = Dice(7)
    return Surroundings(_places(dice), _campaigns(dice), _agents(dice), _schemes(), _gifts(dice))


def _places(dice: Dice) -> list[tuple[int, list[str]]]:
    """One country, its provinces, counties in them, and towns in those, named by two syllables and two characters."""
    titles = _titles(dice)
    rows = [Place(pk=pk, code=f"place-{pk}", title=next(titles), **_rank(pk)) for pk in range(1, PLACES + 1)]
    Place.objects.bulk_create(rows)
    names = [name for place in rows for name in _names(place, dice)]
    PlaceName.objects.bulk_create(names)
    renew_derived_names(rows)
    said: dict[int, list[str]] = {}
    for name in names:
        said.setdefault(name.place_id, []).append(name.text)
    return [(pk, said[pk]) for pk in range(PROVINCES + COUNTIES + 2, PLACES + 1)]


def _titles(dice: Dice) -> Iterator[str]:
    """Names in pinyin. Of the later ones some have several owners, as in any gazetteer."""
    syllables = list(map("".join, product(_INITIALS, _FINALS)))
    seen = [one + other for one, other in product(syllables, repeat=2)]
    for turn, title in enumerate(dice.random.sample(seen, PLACES)):
        yield (dice.random.choice(seen) if turn > PLACES / 2 and dice.happens(0.1) else title).title()


def _rank(pk: int) -> dict[str, str | int | None]:
    if pk == 1:
        return {"kind": "country", "parent_id": None}
    if pk <= PROVINCES + 1:
        return {"kind": "province", "parent_id": 1}
    if pk <= PROVINCES + COUNTIES + 1:
        return {"kind": "county", "parent_id": 2 + pk % PROVINCES}
    return {"kind": "city", "parent_id": PROVINCES + 2 + pk % COUNTIES}


def _names(place: Place, dice: Dice) -> list[PlaceName]:
    return [
        PlaceName(place=place, text=place.title, system=PlaceName.System.PINYIN),
        PlaceName(place=place, text=dice.han(2), system=PlaceName.System.HANT),
    ]


def _campaigns(dice: Dice) -> list[int]:
    """200: forty campaigns with four phases each, the phases before them in the list."""
    rows = [
        Campaign(
            pk=pk,
            slug=f"campaign-{pk}",
            title=f"{dice.words(2)} {pk}".title(),
            state=Campaign.State.PUBLIC,
            parent_id=None if pk <= 40 else 1 + pk % 40,
        )
        for pk in range(1, CAMPAIGNS + 1)
    ]
    Campaign.objects.bulk_create(rows)
    CampaignName.objects.bulk_create(CampaignName(campaign=row, text=dice.han(4), system="hant") for row in rows)
    return [row.pk for row in rows if row.parent_id] + [row.pk for row in rows if not row.parent_id]


def _agents(dice: Dice) -> list[int]:
    rows = [
        Agent(pk=pk, kind="unit" if pk % 5 == 0 else "person", name=dice.words(2).title(), is_private=pk % 100 == 99)
        for pk in range(1, 2_001)
    ]
    Agent.objects.bulk_create(rows)
    AgentName.objects.bulk_create(AgentName(agent=row, text=dice.han(3), language="zh-Hant") for row in rows)
    return [row.pk for row in rows]


def _schemes() -> list[int]:
    pattern = r"(?P<base>\d{8})/(?P<item>[A-Z])"
    rows = [CodeScheme(pk=pk, key=f"scheme-{pk}", title=f"Scheme {pk}", pattern=pattern) for pk in range(1, 7)]
    CodeScheme.objects.bulk_create(rows)
    return [row.pk for row in rows]


def _gifts(dice: Dice) -> list[tuple[int, str]]:
    rows = [Collection(pk=pk, slug=f"collection-{pk}", title=dice.words(2).title()) for pk in range(1, 41)]
    Collection.objects.bulk_create(rows)
    gifts = [
        Accession(pk=pk, number=f"2026.{pk}", title=dice.words(3).title(), collection=rows[pk % 40], credit_line="Gift")
        for pk in range(1, 301)
    ]
    Accession.objects.bulk_create(gifts)
    terms = ("NKC", "NoC-US", "InC", "NoC-NC", "CC-BY-4.0", "UND")
    Rights.objects.bulk_create(Rights(accession=gift, term=terms[gift.pk % len(terms)]) for gift in gifts)
    return [(gift.pk, gift.number) for gift in gifts]
