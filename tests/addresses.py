"""Five hundred public addresses of every kind: pages, searches, prefixes as typed, misspellings, facets, deep pages."""

from __future__ import annotations

from itertools import product
from typing import Any

from django.urls import reverse

FIXED = ("home", "gallery", "places", "collections", "schemes", "about", "campaigns", "sitemap", "feed-new")
TYPED = ("liuchow", "canarywort", "mules by the river", "ichi-go", "haverly", "guangxi", "07041420/A", "柳州", "2026.1")
MISSPELT = (
    "luichow", "liuchw", "liuchou", "liu chow", "leuchow", "canarywart", "canary wort", "canarywrt", "cannarywort",
    "haverley", "havery", "ichigo", "ichi go", "ichi-goo", "guangsi", "guanxi", "mulse", "rivre", "0704142", "70414200",
    "mules cana", "mules canarywort", "mules canarywrt", "canarywort, liuchow",
)  # fmt: skip
ORDERS = ("", "order=newest", "order=date", "order=number", "page=2", "page=7", "page=200", "page=0", "page=x")


def public_addresses(world: dict[str, Any]) -> list[str]:
    """All of them, without repetition, in one order."""
    return list(dict.fromkeys([*_pages(world), *_typed(), *_searches(world), *_frames(world)]))


def _pages(world: dict[str, Any]) -> list[str]:
    records = [world["place"], world["campaign"], world["scheme"], world["accession"].collection, *world["photos"]]
    codes = [code for photo in world["photos"] for code in photo.codes.all()]
    absent = ["/photos/1999.9.9/", "/places/999999/x/", "/codes/pro/none/", "/collections/none/", "/sitemap-x.xml"]
    parts = ["/sitemap-pages.xml", "/sitemap-photographs.xml", "/sitemap-photographs.xml?p=2", "/donors/x/"]
    known = [one.get_absolute_url() for one in [*records, *codes]]
    statements = [one for photo in world["photos"] for one in [*photo.datings.all(), *photo.place_mentions.all()]]
    reasons = [reverse("evidence", args=[one.photo.number, one.slug]) for one in [*statements, *codes]]
    telling = [reverse("tell", args=[photo.number, "title"]) for photo in world["photos"]]
    telling += [reverse("tell", args=[one.photo.number, one.slug]) for one in [*statements, *codes]]
    others = [*reasons, *telling, "/corrections/x/", *absent, *parts, *_harvested(world)]
    return [*(reverse(name) for name in FIXED), *known, *others]


def _harvested(world: dict[str, Any]) -> list[str]:
    """What harvesters ask. The numbers after those of the public ones are taken by photographs that nobody sees; each
    sixth was withdrawn, and answers as deleted.
    """
    accession, slug = world["accession"].number, world["accession"].collection.slug
    one = f"/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:testserver:{accession}."
    prefixed = [f"/oai?verb={verb}&metadataPrefix=oai_dc" for verb in ("ListRecords", "ListIdentifiers")]
    formats = f"/oai?verb=ListMetadataFormats&identifier=oai:testserver:{accession}.5"
    lists = [*prefixed, *(f"{start}&set={slug}" for start in prefixed)]
    records = [f"{one}{item}" for item in range(1, 12) if item % 6]
    return ["/oai", "/oai?verb=Identify", "/oai?verb=ListSets", formats, *lists, *records]


def _typed() -> list[str]:
    prefixes = [word[:length] for word in TYPED for length in range(1, len(word) + 1)]
    return [f"/photos/suggest/?q={letters}" for letters in [*prefixes, *MISSPELT]]


def _searches(world: dict[str, Any]) -> list[str]:
    place, campaign = world["place"], world["campaign"]
    facets = ["", f"place={place.pk}", f"campaign={campaign.pk}", "year=1944", "year=1943", "use=yes", "back=yes"]
    facets += ["since=1950", "since=1930&until=1940"]
    facets += [f"collection={world['accession'].collection.pk}"]
    words = ["", "mules", "liuchow", "canarywort", "柳州", '"mules by"', "mules -river", "only=word", *MISSPELT]
    asked = [_join(f"q={word}" if word else "", facet) for word, facet in product(words, facets)]
    pages = [_join(facet, order) for facet, order in product([*facets, "q=mules", "q=canarywort"], ORDERS)]
    prefixes = [f"q={word[:length]}" for word in TYPED for length in range(1, len(word))]
    years = [f"?year={year}&{order}" for year, order in product(range(1937, 1950), ("order=date", "page=2"))]
    return [f"/photos/{query}" for query in [*asked, *pages, *years, *(f"?{one}" for one in prefixes)]]


def _frames(world: dict[str, Any]) -> list[str]:
    """A campaign's page with frames of its map, a month and a place chosen, singly and together."""
    corners = product(range(96, 136, 8), range(18, 50, 8))
    boxes = [f"map={west}.0,{south}.0,{west + 8}.0,{south + 8}.0" for west, south in corners]
    asked = [*boxes, "map=x", "map=109.0,24.0,109.1,24.1", "month=1944-06", "month=1943-01", "month=x"]
    asked += [_join(boxes[5], "month=1944-06").removeprefix("?"), f"place={world['place'].pk}", "place=999999"]
    return [f"{world['campaign'].get_absolute_url()}?{one}" for one in asked]


def _join(*parts: str) -> str:
    wanted = "&".join(filter(None, parts))
    return f"?{wanted}" if wanted else ""
