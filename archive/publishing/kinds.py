"""The kinds of facts that visitors correct. Other apps register theirs, so that their statements too can be told of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from archive.models import (
    CodeReading,
    Correction,
    Dating,
    PlaceMention,
    Source,
    Statement,
    Subject,
    Transcription,
    User,
)

Values = Mapping[str, Any]


class NotAnswered(Exception):
    """Nothing was changed. The text says why, and what to do."""


@dataclass(frozen=True)
class Taken:
    """What a curator takes of a correction: the value, mended or as it was told, and what the reader made of it."""

    value: str
    read: Values = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    """A correction that becomes a statement: what is taken of it, its source, and the curator who says so."""

    correction: Correction
    taken: Taken
    source: Source
    by: User


@dataclass(frozen=True)
class Kind:
    """A kind of statement of another app: what makes one of a case, and how it is spoken of.

    `make` raises NotAnswered where the value names nothing. `known` are the names a curator chooses from, each with
    its words. `label` begins the line of thanks; `unanswered` asks visitors where nothing is stated.
    """

    model: type[Statement]
    make: Callable[[Case], Statement]
    known: Callable[[], Iterable[tuple[str, str]]]
    label: str | Promise
    unanswered: str | Promise


_OWN: dict[str, type[Statement] | type[Transcription]] = {
    **{model.KEY: model for model in (Dating, PlaceMention, Subject, CodeReading)},
    Correction.Kind.WORDS: Transcription,
}
_others: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Add a kind, once. Its statements are told by a maker of questions (`archive.public.questions`)."""
    _others[kind.model.KEY] = kind


def others() -> Iterable[Kind]:
    """Those of other apps."""
    return _others.values()


def other(key: str) -> Kind | None:
    """The kind of another app with this key."""
    return _others.get(key)


def model_of(slug: str) -> type[Statement] | type[Transcription] | None:
    """What a slug is the name of, as ``date-12`` and ``words-7`` are; None for what cannot be corrected."""
    key = slug.partition("-")[0]
    kind = other(key)
    return kind.model if kind else _OWN.get(key)
