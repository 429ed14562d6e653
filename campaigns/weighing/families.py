"""Claims put together by what they are about, and weighed among those that are comparable.

A *family* holds all that is claimed of one property of one subject. In it, a *group* holds what can be compared: of the
same side, scope, measure, unit and type of event, with values of one kind. Between groups nothing is compared.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import astuple, dataclass, fields
from functools import lru_cache
from itertools import combinations

from archive.reading.folding import name_key
from archive.vocabulary.days import Days
from campaigns.weighing.values import Value, Verdict, compare

NEEDED = {"losses": ("measure", "side")}
"""What claims of a property must say before they can be compared with any other."""


@dataclass(frozen=True)
class Aspects:
    """In what respect something is claimed. Spelling makes no difference, nor does the plural of a unit."""

    side: str = ""
    scope: str = ""
    measure: str = ""
    unit: str = ""
    event_kind: str = ""

    def key(self) -> Aspects:
        """The same, as it is compared."""
        return _folded(self)


@lru_cache(maxsize=4096)
def _folded(aspects: Aspects) -> Aspects:
    """Kept, since a campaign's claims have few aspects and each page asks for them again."""
    side, scope, measure, unit, event_kind = map(name_key, astuple(aspects))
    return Aspects(side, scope, measure, unit.removesuffix("s"), event_kind)


@dataclass(frozen=True)
class Said:
    """One claim, as far as it is weighed.

    `key` leads back to the record. `origin` is the independent source it goes back to: a digest has the origin of
    what it digests. `during` is when a state is claimed to have lasted, `event` the event that a curator says it is
    of; None when nobody says.
    """

    key: Hashable
    subject: Hashable
    property: str
    value: Value
    origin: Hashable
    aspects: Aspects = Aspects()
    during: Days | None = None
    event: Hashable = None


@dataclass(frozen=True)
class Group:
    """Claims that can be compared, and how they stand to each other: the worst that any two of them do.

    `missing` names the aspects that the one claim of the group would need before it could be compared.
    """

    aspects: Aspects
    claims: tuple[Said, ...]
    verdict: Verdict
    missing: tuple[str, ...] = ()

    def camps(self) -> list[tuple[Said, ...]]:
        """The claims that say the very same, together; the camp with the most independent sources first."""
        camps: dict[Value, list[Said]] = {}
        for claim in self.claims:
            camps.setdefault(claim.value, []).append(claim)
        return sorted(map(tuple, camps.values()), key=lambda camp: -independent(camp))

    def is_disputed(self) -> bool:
        """Whether not all of it can be true, or only a reader can tell."""
        return self.verdict >= Verdict.DIFFER


@dataclass(frozen=True)
class Family:
    """All that is claimed of one property of one subject."""

    subject: Hashable
    property: str
    groups: tuple[Group, ...]

    def worst(self) -> Verdict:
        """The worst verdict of its groups."""
        return max(group.verdict for group in self.groups)

    def apart(self) -> tuple[str, ...]:
        """The aspects in which its groups differ and for which they are not compared."""
        keys = [group.aspects.key() for group in self.groups]
        return tuple(one.name for one in fields(Aspects) if len({getattr(key, one.name) for key in keys}) > 1)

    def is_disputed(self) -> bool:
        """Whether any of its groups is."""
        return any(group.is_disputed() for group in self.groups)


def independent(claims: Iterable[Said]) -> int:
    """How many sources that do not depend on each other make these claims."""
    return len({claim.origin for claim in claims})


def weigh(claims: Iterable[Said]) -> list[Family]:
    """All families of these claims, in the order in which each is first spoken of."""
    families: dict[Hashable, list[Said]] = {}
    for claim in claims:
        families.setdefault((claim.subject, name_key(claim.property)), []).append(claim)
    return [Family(ones[0].subject, ones[0].property, tuple(_groups(ones))) for ones in families.values()]


def _groups(claims: Sequence[Said]) -> list[Group]:
    groups: dict[Hashable, list[Said]] = {}
    for claim in claims:
        alone = claim.key if _missing(claim) else None
        groups.setdefault((claim.aspects.key(), type(claim.value), alone), []).append(claim)
    return [Group(ones[0].aspects, tuple(ones), _verdict(ones), _missing(ones[0])) for ones in groups.values()]


def _missing(claim: Said) -> tuple[str, ...]:
    needed = NEEDED.get(name_key(claim.property), ())
    return tuple(aspect for aspect in needed if not getattr(claim.aspects, aspect).strip())


def _verdict(claims: Sequence[Said]) -> Verdict:
    verdicts = (_stand(one, other) for one, other in combinations(claims, 2))
    return max((verdict for verdict in verdicts if verdict is not None), default=Verdict.ALONE)


def _stand(one: Said, other: Said) -> Verdict | None:
    """How two claims of a group stand to each other; None when they are about different times or events."""
    if None not in (one.event, other.event) and one.event != other.event:
        return None
    if one.during and other.during and not one.during.meets(other.during):
        return None
    return compare(one.value, other.value)
