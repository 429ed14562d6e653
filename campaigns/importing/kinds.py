"""The kinds of record a file can ask for: their keys, what must be there, and what tells one record from another."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from archive.models import Agent, AgentName, Source
from campaigns.models import Campaign, CampaignName, Claim, Event, Preference


@dataclass(frozen=True)
class Kind:
    """One kind of record: its keys with the column each fills, those that must be there, and its identity.

    `own` are keys that stand for something else than a column; the reader of files knows what.
    """

    name: str
    model: type[models.Model]
    columns: Mapping[str, str]
    required: tuple[str, ...]
    identity: tuple[str, ...]
    own: tuple[str, ...] = ()

    def all_keys(self) -> list[str]:
        """All keys a block of this kind may have."""
        return [*self.columns, *self.own]


@dataclass(frozen=True)
class Ref:
    """Another record that the file asks for, by its kind and key."""

    kind: str
    key: Hashable


@dataclass(frozen=True)
class Wanted:
    """A record that a file asks for. A value may be a `Ref`; `many` holds lists of records."""

    kind: Kind
    line: int
    key: Hashable
    identity: Mapping[str, Any]
    values: Mapping[str, Any]
    many: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)


SOURCE = Kind(
    "source",
    Source,
    {"title": "title", "author": "author", "kind": "kind", "date": "date_words", "url": "url", "note": "note"}
    | {"derived_from": "derived_from"},
    required=("title", "kind"),
    identity=("title", "author"),
)
PERSON = Kind(
    "person",
    Agent,
    {"name": "name", "kind": "kind", "note": "note", "private": "is_private"},
    required=("name", "kind"),
    identity=("name", "kind"),
    own=("names",),
)
OTHER_NAME = Kind(
    "other name", AgentName, {"text": "text", "language": "language"}, required=("text",), identity=("agent", "text")
)
CAMPAIGN = Kind(
    "campaign",
    Campaign,
    {"slug": "slug", "title": "title", "dates": "edtf", "dates_words": "dates_words", "summary": "summary"}
    | {"article": "article", "places": "places"},
    required=("slug", "title"),
    identity=("slug",),
    own=("names", "events", "claims"),
)
NAME = Kind(
    "name",
    CampaignName,
    {"text": "text", "system": "system", "source": "source"},
    required=("text", "system"),
    identity=("campaign", "text"),
)
EVENT = Kind(
    "event",
    Event,
    {"title": "title", "kind": "kind", "place": "place", "date": "edtf", "source": "source", "page": "page"}
    | {"note": "note"},
    required=("title", "kind"),
    identity=("campaign", "title"),
)
CLAIM = Kind(
    "claim",
    Claim,
    {"of": "subject_words", "place": "place", "body": "body", "event": "event", "kind": "event_kind"}
    | {key: key for key in ("property", "side", "measure", "scope", "low", "high", "unit", "during", "attributed_to")}
    | {"value": "value_words", "about": "is_about", "date": "edtf", "who": "agents"}
    | {key: key for key in ("verbatim", "source", "page")},
    required=("of", "property", "value", "source"),
    identity=(
        *("campaign", "source", "subject_words", "property", "side", "measure", "scope", "event_kind"),
        *("value_words", "page"),
    ),
    own=("number", "preferred"),
)
PREFERENCE = Kind("preference", Preference, {}, required=(), identity=("claim",))
