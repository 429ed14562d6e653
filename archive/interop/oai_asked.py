"""What a harvester asks by OAI-PMH 2.0, or the error of the protocol that it gets. No records, no HTTP."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from django.core import signing
from django.http import QueryDict

OAI_DC = "oai_dc"
_SALT = "harvest"
_FORMS = {"%Y-%m-%d": re.compile(r"\d{4}-\d\d-\d\d", re.ASCII),
          "%Y-%m-%dT%H:%M:%SZ": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)}  # fmt: skip
_LASTS = {"%Y-%m-%d": timedelta(days=1), "%Y-%m-%dT%H:%M:%SZ": timedelta(seconds=1)}
_WORD = r"[A-Za-z0-9_.!~*'()-]+"
_SET = re.compile(f"{_WORD}(:{_WORD})*")
_TOLD = {"metadataPrefix": re.compile(_WORD), "identifier": re.compile(r"oai:[A-Za-z0-9:/?@!$&'()*+,;=._~-]+")}
"""What an answer may repeat of these arguments: anything else would break the schema of the protocol."""


class Refused(Exception):
    """An error of the protocol: its code, and words for whoever reads the harvester's log."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code, self.words = code, words


@dataclass(frozen=True)
class _Rule:
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    alone: str = ""


_LIST = _Rule(("metadataPrefix",), ("from", "until", "set"), "resumptionToken")
_RULES = {
    "Identify": _Rule(),
    "ListMetadataFormats": _Rule(optional=("identifier",)),
    "ListSets": _Rule(alone="resumptionToken"),
    "ListIdentifiers": _LIST,
    "ListRecords": _LIST,
    "GetRecord": _Rule(("identifier", "metadataPrefix")),
}


@dataclass(frozen=True)
class Asked:
    """A verb with its arguments, checked by their names."""

    verb: str
    arguments: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        return self.arguments.get(name, "")

    def told(self) -> dict[str, str]:
        """The attributes by which the answer says what was asked, without those that its schema forbids."""
        told = {"verb": self.verb, **self.arguments}
        return {name: value for name, value in told.items() if name not in _TOLD or _TOLD[name].fullmatch(value)}


@dataclass(frozen=True)
class Wanted:
    """Which records a list is of: those stamped from `start` on and before `end`, of one set, behind the last seen."""

    words: tuple[str, str, str] = ("", "", "")
    start: datetime | None = None
    end: datetime | None = None
    of_set: str = ""
    after: tuple[datetime, int] | None = None


def read(data: QueryDict) -> Asked:
    """The verb and its arguments. Raises Refused."""
    verbs = data.getlist("verb")
    if len(verbs) != 1 or verbs[0] not in _RULES:
        raise Refused("badVerb", "The request needs one verb of the protocol.")
    given = {name: values for name, values in data.lists() if name != "verb"}
    if any(len(values) != 1 or "\0" in values[0] for values in given.values()):
        raise Refused("badArgument", "Each argument may be given once.")
    arguments = {name: values[0] for name, values in given.items()}
    _check_names(_RULES[verbs[0]], set(arguments))
    return Asked(verbs[0], arguments)


def _check_names(rule: _Rule, names: set[str]) -> None:
    if rule.alone and rule.alone in names:
        if len(names) > 1:
            raise Refused("badArgument", f"{rule.alone} stands alone.")
        return
    if missing := [name for name in rule.required if name not in names]:
        raise Refused("badArgument", f"Missing: {', '.join(missing)}.")
    if names - {*rule.required, *rule.optional}:
        raise Refused("badArgument", "There is an argument that this verb does not have.")


def check_format(asked: Asked) -> None:
    """Raises Refused for any format but Dublin Core."""
    if asked["metadataPrefix"] != OAI_DC:
        raise Refused("cannotDisseminateFormat", f"Records are told in {OAI_DC} only.")


def wanted(asked: Asked) -> Wanted:
    """What the list is of, by its arguments or by the token of an earlier answer. Raises Refused."""
    if "resumptionToken" in asked.arguments:
        return _resumed(asked)
    check_format(asked)
    return _by_words(asked["from"], asked["until"], asked["set"], given=set(asked.arguments))


def _by_words(start: str, until: str, of_set: str, *, given: set[str]) -> Wanted:
    forms = {name: _form(word) for name, word in (("from", start), ("until", until)) if name in given}
    if len(set(forms.values())) > 1:
        raise Refused("badArgument", "from and until must be of one granularity.")
    first = _moment(start, forms["from"]) if "from" in forms else None
    end = _moment(until, forms["until"]) + _LASTS[forms["until"]] if "until" in forms else None
    if first and end and first >= end:
        raise Refused("badArgument", "from lies after until.")
    if "set" in given and not _SET.fullmatch(of_set):
        raise Refused("badArgument", "This is not the name of a set.")
    return Wanted((start, until, of_set), first, end, of_set)


def _form(word: str) -> str:
    for form, pattern in _FORMS.items():
        if pattern.fullmatch(word):
            return form
    raise Refused("badArgument", "A date is written 2026-01-31 or 2026-01-31T23:59:59Z.")


def _moment(word: str, form: str) -> datetime:
    try:
        moment = datetime.strptime(word, form).replace(tzinfo=UTC)
        # A day of room on either side, for the end of a day and for other time zones.
        return min(max(moment, datetime(2, 1, 1, tzinfo=UTC)), datetime(9998, 12, 31, tzinfo=UTC))
    except ValueError as error:
        raise Refused("badArgument", "There is no such date.") from error


def token(asked: Asked, seen: Wanted, last: tuple[datetime, int]) -> str:
    """A signed word by which the same verb goes on behind the last record seen. Nothing is kept of it here."""
    return signing.dumps([asked.verb, *seen.words, last[0].isoformat(), last[1]], salt=_SALT, compress=True)


def _resumed(asked: Asked) -> Wanted:
    try:
        verb, start, until, of_set, stamp, pk = signing.loads(asked["resumptionToken"], salt=_SALT)
    except (signing.BadSignature, ValueError) as error:
        raise Refused("badResumptionToken", "This token is not of this archive.") from error
    if verb != asked.verb:
        raise Refused("badResumptionToken", "This token is of another verb.")
    given = {name for name, word in (("from", start), ("until", until), ("set", of_set)) if word}
    return replace(_by_words(start, until, of_set, given=given), after=(datetime.fromisoformat(stamp), int(pk)))
