"""The gate: how much of this photograph may the public see, from when, and why. One pure function.

It lies on the lowest floor because the index that public lists read (`archive.search`) and the verbs that publish
(`archive.publishing`) both ask it. Nothing else in the project decides what is public. Its rules are a table:
`archive.vocabulary.publication_rules`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from archive.vocabulary.exposure import Exposure
from archive.vocabulary.publication_rules import RULES, Bar, Copyright, Living, Paper, Rule, Title

__all__ = ["ALWAYS", "NEVER", "Bar", "Exposure", "Facts", "Limit", "Paper", "Verdict", "decide", "hindrances"]

ALWAYS, NEVER = date.min, date.max
_OWN_STATE = (Bar.NOT_PUBLISHED, Bar.WITHDRAWN)


@dataclass(frozen=True)
class Facts:
    """What the decision rests on, gathered from the photograph, its rights, its accession and the deed of gift.

    `donor_allows` is what the donor's terms allow until `donor_until`, for good without a day. `has_permission` says
    that the museum has the copyright or may publish by the deed. `lifted` holds the keys of limits that a registrar
    lifted for this photograph.
    """

    published: bool
    withdrawn: bool
    staff_only: bool
    accession_open: bool
    has_rights_term: bool
    embargoes: tuple[date, ...] = ()
    title: Title = Title.UNKNOWN
    copyright: Copyright = Copyright.UNDETERMINED
    copyright_ends: date | None = None
    has_permission: bool = False
    donor_allows: Exposure = Exposure.FULL
    donor_until: date | None = None
    private_matters: bool = False
    living: Living = Living.UNKNOWN
    lifted: frozenset[str] = frozenset()

    @property
    def has_embargo(self) -> bool:
        """Whether any day was set."""
        return bool(self.embargoes)

    @property
    def embargo(self) -> date | None:
        """The longest embargo: the first day after all of them."""
        return max(self.embargoes, default=None)


@dataclass(frozen=True)
class Limit:
    """One rule that holds for a photograph: what it leaves, until which day (exclusive; None is for good), by what."""

    rule: Rule
    until: date | None

    @property
    def bar(self) -> Bar:
        """The rule's name."""
        return self.rule.bar

    @property
    def leaves(self) -> Exposure:
        """What the public gets while it holds."""
        return self.rule.leaves

    @property
    def key(self) -> str:
        """Its name with its day: a registrar lifts this limit, not another that comes later by the same rule."""
        return f"{self.bar.value}@{self.until}" if self.until else self.bar.value

    def holds_on(self, day: date) -> bool:
        """Whether it still stands on this day."""
        return self.until is None or day < self.until


@dataclass(frozen=True)
class Verdict:
    """All limits that hold for a photograph now or did, each with its end. Without limits everything is public."""

    limits: tuple[Limit, ...]

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What keeps it from the public for good."""
        return tuple(one.bar for one in self.limits if one.leaves <= Exposure.STAFF and one.until is None)

    @property
    def allowed(self) -> bool:
        """Nothing but time stands between the words of this photograph and the public."""
        return not self.bars

    @property
    def opens(self) -> date | None:
        """The first day the public may see anything, if there is such a day and it was not always so."""
        day = self.since(Exposure.WORDS)
        return None if day in (ALWAYS, NEVER) else day

    def since(self, exposure: Exposure) -> date:
        """The first day on which the public gets at least this much: ALWAYS without any limit, NEVER for good."""
        return max((one.until or NEVER for one in self.limits if one.leaves < exposure), default=ALWAYS)

    def on(self, day: date) -> Exposure:
        """What the public gets on this day, in the museum's time zone: the strictest of the limits that hold then."""
        return min((one.leaves for one in self.limits if one.holds_on(day)), default=Exposure.FULL)

    def is_open_on(self, day: date) -> bool:
        """Whether the public sees at least its words on this day."""
        return self.on(day) >= Exposure.WORDS


def decide(facts: Facts) -> Verdict:
    """How much may the public see? Every limit is named, not only the strictest."""
    found = (_limit(rule, facts) for rule in RULES if _fits(rule, facts))
    return Verdict(tuple(one for one in found if not (one.rule.is_waivable and one.key in facts.lifted)))


def hindrances(facts: Facts) -> tuple[Bar, ...]:
    """What stands in the way of publishing, apart from its not being published yet."""
    return tuple(bar for bar in decide(facts).bars if bar not in _OWN_STATE)


def _fits(rule: Rule, facts: Facts) -> bool:
    return all(getattr(facts, fact) == value for fact, value in rule.when.items())


def _limit(rule: Rule, facts: Facts) -> Limit:
    return Limit(rule, getattr(facts, rule.until) if rule.until else None)
