"""Blocks understood: the records a file asks for, in an order in which each refers only to those before it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from campaigns.importing import kinds
from campaigns.importing.blocks import Block, Item, Problem, Row, Text
from campaigns.importing.kinds import Kind, Ref, Wanted
from campaigns.importing.looking_up import Known, Unfit
from campaigns.models import Campaign

_YES = {"yes": True, "true": True, "no": False, "false": False}
_OF_FILE = ("sources", "people", "phases")


class Understanding:
    """One file being read. `wanted` are the records it asks for; `problems`, what will not do."""

    def __init__(self) -> None:
        self.wanted: list[Wanted] = []
        self.problems: list[Problem] = []
        self._known = Known()
        self._first: dict[Hashable, int] = {}

    def campaign_file(self, block: Block) -> None:
        """A file about one campaign: its sources and people, then itself, then its phases."""
        for key, one in self._keyed(block, "sources"):
            self._record(kinds.SOURCE, one, key=key)
            self._known.told["source"].add(key)
        for key, one in self._keyed(block, "people"):
            self._person(key, one)
        own = Block(block.line, {key: value for key, value in block.values.items() if key not in _OF_FILE})
        root = self._campaign(own, None)
        for phase in self._blocks(block, "phases"):
            self._campaign(phase, root)

    def claims_table(self, block: Block) -> None:
        """A table of claims, each naming the campaign or phase it is of, which must be known."""
        slugs = {campaign.slug: campaign for campaign in Campaign.objects.all()}
        for claim in self._blocks(block, "claims"):
            named = claim.values.get("campaign")
            slug = named.text if isinstance(named, Text) else ""
            if slug in slugs:
                values = {key: value for key, value in claim.values.items() if key != "campaign"}
                self._claim(Block(claim.line, values), slugs[slug])
            else:
                self._refuse(claim.line, "campaign", slug, "no such campaign: give its address name")

    def _person(self, key: str, block: Block) -> None:
        person = self._record(kinds.PERSON, block, key=key)
        self._known.told["person"].add(key)
        for name in self._blocks(block, "names"):
            self._record(kinds.OTHER_NAME, name, agent=person)

    def _campaign(self, block: Block, parent: Ref | None) -> Ref:
        slug = block.values.get("slug")
        key = slug.text if isinstance(slug, Text) else block.line
        campaign = self._record(kinds.CAMPAIGN, block, key=key, **({"parent": parent} if parent else {}))
        for name in self._blocks(block, "names"):
            self._record(kinds.NAME, name, campaign=campaign)
        for event in self._blocks(block, "events"):
            self._event(event, campaign)
        for claim in self._blocks(block, "claims"):
            self._claim(claim, campaign)
        return campaign

    def _event(self, block: Block, campaign: Ref) -> None:
        title = block.values.get("title")
        key = title.text if isinstance(title, Text) else block.line
        self._record(kinds.EVENT, block, key=key, campaign=campaign)
        self._known.told["event"].add(key)

    def _claim(self, block: Block, campaign: Ref | Campaign) -> None:
        ends = {}
        if item := block.values.get("number"):
            ends = dict.fromkeys(("low", "high"), self._value(kinds.CLAIM, "low", "number", item))
            for end in sorted(ends.keys() & block.values.keys()):
                self._refuse(block.line, end, "", "give either “number”, or “low” and “high”")
        claim = self._record(kinds.CLAIM, block, campaign=campaign, **ends)
        self._check_range(block)
        preferred = block.values.get("preferred")
        if isinstance(preferred, Text) and preferred.text:
            identity = {"claim": claim}
            self.wanted.append(
                Wanted(kinds.PREFERENCE, preferred.line, preferred.line, identity, {"reason": preferred.text})
            )

    def _check_range(self, block: Block) -> None:
        values = self.wanted[-1].values
        low, high = values.get("low"), values.get("high")
        if low is not None and high is not None and low > high:
            self._refuse(block.line, "low", str(low), f"is more than “high”, {high}")

    def _record(self, kind: Kind, block: Block, key: Hashable = None, **given: Any) -> Ref:
        """Ask for a record of this kind; how it is referred to."""
        key = block.line if key is None else key
        values = dict(given)
        many: dict[str, tuple[Any, ...]] = {}
        self._check_keys(kind, block)
        for name, column in kind.columns.items():
            item = block.values.get(name)
            if item is None or (isinstance(item, Text) and not item.text):
                continue
            if kind.model._meta.get_field(column).many_to_many:
                each = item.items if isinstance(item, Row) else [item]
                many[column] = tuple(self._value(kind, column, name, one) for one in each)
            else:
                values[column] = self._value(kind, column, name, item)
        identity = {column: values.pop(column, "") for column in kind.identity}
        self._once(kind, block, identity)
        self.wanted.append(Wanted(kind, block.line, key, identity, values, many))
        return Ref(kind.name, key)

    def _check_keys(self, kind: Kind, block: Block) -> None:
        for name in block.values:
            if name not in kind.all_keys():
                there = ", ".join(kind.all_keys())
                self._refuse(block.line, name, "", f"a {kind.name} has no such key. It has: {there}")
        for name in kind.required:
            item = block.values.get(name)
            if item is None or (isinstance(item, Text) and not item.text):
                self._refuse(block.line, name, "", f"is missing; every {kind.name} needs it")

    def _once(self, kind: Kind, block: Block, identity: Mapping[str, Any]) -> None:
        first = self._first.setdefault((kind.name, *map(str, identity.values())), block.line)
        if first != block.line:
            self._refuse(block.line, kind.name, "", f"the same {kind.name} stands on line {first} already")

    def _value(self, kind: Kind, column: str, key: str, item: Item) -> Any:
        field: Any = kind.model._meta.get_field(column)
        if not isinstance(item, Text):
            self._refuse(item.line, key, "", "must be a text")
            return None
        try:
            return self._read(field, item.text)
        except Unfit as unfit:
            self._refuse(item.line, key, item.text, str(unfit))
        except ValidationError as error:
            self._refuse(item.line, key, item.text, " ".join(error.messages))
        return None

    def _read(self, field: Any, text: str) -> Any:
        if field.is_relation:
            return self._known.find(field.related_model, text)
        if isinstance(field, models.BooleanField):
            return _yes_or_no(text)
        if isinstance(field, models.DecimalField):
            return field.clean(_number(text), None)
        return field.clean(text, None)

    def _keyed(self, block: Block, key: str) -> Iterator[tuple[str, Block]]:
        item = block.values.get(key, Block(block.line, {}))
        if not isinstance(item, Block):
            self._refuse(item.line, key, "", "must be keys, each with a record of its own")
            return
        for name, one in item.values.items():
            if isinstance(one, Block):
                yield name, one
            else:
                self._refuse(one.line, name, "", "must be a record with keys")

    def _blocks(self, block: Block, key: str) -> Iterator[Block]:
        item = block.values.get(key, Row(block.line, []))
        if not isinstance(item, Row):
            self._refuse(item.line, key, "", "must be a list")
            return
        for one in item.items:
            if isinstance(one, Block):
                yield one
            else:
                self._refuse(one.line, key, getattr(one, "text", ""), "must be a record with keys")

    def _refuse(self, line: int, key: str, text: str, reason: str) -> None:
        self.problems.append(Problem(line, key, text, reason))


def _number(text: str) -> Decimal:
    try:
        return Decimal(text.replace(",", "").replace("_", ""))
    except InvalidOperation as error:
        raise Unfit("not a number, as 17000 or 17,000") from error


def _yes_or_no(text: str) -> bool:
    if text.casefold() not in _YES:
        raise Unfit("write yes or no")
    return _YES[text.casefold()]
