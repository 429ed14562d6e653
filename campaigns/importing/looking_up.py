"""What a file refers to, found in the file itself or in the archive."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from django.db import models

from archive.models import Agent, Place, Source
from archive.reading.folding import name_key
from campaigns.importing.kinds import Ref
from campaigns.models import Event


class Unfit(Exception):
    """This will not do; its text says why."""


class Known:
    """The sources, people and events that the file has spoken of so far; behind them, those of the archive."""

    def __init__(self) -> None:
        self.told: dict[str, set[Hashable]] = {"source": set(), "person": set(), "event": set()}

    def find(self, model: type[models.Model], text: str) -> Any:
        """The record meant: a `Ref` into the file, or a record of the archive. Raises Unfit."""
        return _FINDERS[model](self, text)

    def _source(self, text: str) -> Any:
        if text in self.told["source"]:
            return Ref("source", text)
        return _only(Source.objects.filter(title=text), "a key of “sources” above, or the title of a source")

    def _person(self, text: str) -> Any:
        if text in self.told["person"]:
            return Ref("person", text)
        named = Agent.objects.filter(models.Q(name=text) | models.Q(names__text=text)).distinct()
        return _only(named, "a key of this file’s “people”, or the name of a person or body")

    def _event(self, text: str) -> Any:
        if text in self.told["event"]:
            return Ref("event", text)
        raise Unfit("no such event: give the title of an event of this file that stands above")

    def _place(self, text: str) -> Any:
        coded = Place.objects.filter(code=text).first()
        return coded or _only(Place.objects.named(name_key(text)), "the code of a place in the gazetteer, or its name")


def _only(found: models.QuerySet, wanted: str) -> Any:
    rows = list(found[:2])
    if len(rows) == 1:
        return rows[0]
    raise Unfit(f"{'more than one goes by it' if rows else 'not known'}; it must be {wanted}")


_FINDERS: dict[type[models.Model], Any] = {
    Source: Known._source,
    Agent: Known._person,
    Event: Known._event,
    Place: Known._place,
}
