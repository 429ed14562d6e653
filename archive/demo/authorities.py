"""The demonstration's people, sources, places and code schemes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from archive.models import Agent, AgentName, CodeScheme, Place, PlaceName, Source
from archive.models.donors import DonorContact
from archive.search.deriving import renew_derived_names
from archive.vocabulary.codes import SCHEMES

Rows = Sequence[Mapping[str, Any]]


def load_places(rows: Rows) -> dict[str, Place]:
    """Make the gazetteer; by code."""
    places = {row["id"]: Place(**_place(row)) for row in rows}
    Place.objects.bulk_create(places.values())
    for row in rows:
        places[row["id"]].parent = places[row["parent"]] if row.get("parent") else None
    Place.objects.bulk_update(places.values(), ["parent"])
    PlaceName.objects.bulk_create(PlaceName(place=places[row["id"]], **name) for row in rows for name in row["names"])
    renew_derived_names(places.values())
    return places


def _place(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "code": row["id"],
        "title": row["title"],
        "kind": row["kind"],
        "latitude": row.get("lat"),
        "longitude": row.get("lon"),
        "precision": row["precision"],
        **{key: row.get(key, "") for key in ("then", "now", "note")},
    }


def load_agents(rows: Rows) -> dict[str, Agent]:
    """Make the people and bodies, with the contacts of donors; by key."""
    agents = {}
    for row in rows:
        agent = Agent.objects.create(
            kind=row["kind"], name=row["name"], is_private=row.get("private", False), note=row.get("note", "")
        )
        names = (AgentName(agent=agent, text=name["text"], language=name["lang"]) for name in row.get("names", ()))
        AgentName.objects.bulk_create(names)
        if row.get("contact"):
            DonorContact.objects.create(agent=agent, **row["contact"])
        agents[row["key"]] = agent
    return agents


def load_sources(rows: Rows) -> dict[str, Source]:
    """Make the sources; by key."""
    sources: dict[str, Source] = {}
    for row in rows:
        values = {key: row.get(key, "") for key in ("kind", "title", "author", "date_words", "url", "note")}
        sources[row["key"]], _made = Source.objects.get_or_create(
            title=values.pop("title"), author=values.pop("author"), defaults=values
        )
    for row in rows:
        if row.get("derived_from"):
            sources[row["key"]].derived_from = sources[row["derived_from"]]
            sources[row["key"]].save(update_fields=["derived_from"])
    return sources


def load_schemes() -> dict[str, CodeScheme]:
    """Make a record of every family of codes that the vocabulary knows; by key."""
    schemes = [
        CodeScheme(
            key=scheme.key,
            title=scheme.name,
            agency=scheme.issued_by,
            pattern=scheme.shape,
            meaning=scheme.meaning,
            evidence=scheme.evidence,
            confidence=scheme.confidence,
        )
        for scheme in SCHEMES
    ]
    return {scheme.key: scheme for scheme in CodeScheme.objects.bulk_create(schemes)}
