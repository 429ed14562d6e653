"""What is asked of a photograph, with all statements that answer it and that visitors are told of.

Other apps register a maker, as for panels, so that their statements too have a page of evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from archive.models import Dating, Photo, PlaceMention, Statement, Subject
from archive.models.evidence import ranked


@dataclass(frozen=True)
class Question:
    """One question and the answers to it: those that stand, the one shown first, and those considered and rejected."""

    label: str
    standing: list[Statement] = field(default_factory=list)
    rejected: list[Statement] = field(default_factory=list)

    def answers(self) -> list[Statement]:
        """All of them."""
        return [*self.standing, *self.rejected]


Maker = Callable[[Photo], Iterable[Question]]

_makers: list[Maker] = []


def register(maker: Maker) -> None:
    """Add a maker of questions, once. It is told of a public photograph and must say nothing that is not public."""
    if maker not in _makers:
        _makers.append(maker)


def questions(statements: Iterable[Statement]) -> Iterator[Question]:
    """The questions that these statements of one kind answer, in the order of their first answers."""
    asked: dict[tuple[str, ...], list[Statement]] = {}
    for one in statements:
        if one.is_told() and one.in_words():
            asked.setdefault(one.question(), []).append(one)
    for answers in asked.values():
        standing = ranked(answers)
        yield Question(answers[0].label(), standing, [one for one in answers if not one.is_standing()])


def facts_asked(photo: Photo) -> Iterator[Question]:
    """When, where and who, in the order in which the page tells them; of a photograph whose statements are fetched."""
    dates, places = photo.datings.all(), photo.place_mentions.all()
    yield from questions(row for row in dates if row.role == Dating.Role.DEPICTED)
    yield from questions(row for row in places if row.says_where())
    yield from _by_role(Dating.Role, (row for row in dates if row.role != Dating.Role.DEPICTED))
    yield from _by_role(PlaceMention.Role, (row for row in places if not row.says_where()))
    yield from _by_role(Subject.Role, photo.subjects.all())


def codes_asked(photo: Photo) -> Iterator[Question]:
    """The codes on the print."""
    return questions(photo.codes.all())


def all_asked(photo: Photo) -> Iterator[Question]:
    """Every question, also those of other apps, which are asked for last."""
    yield from facts_asked(photo)
    yield from codes_asked(photo)
    for maker in _makers:
        yield from maker(photo)


def _by_role(roles: Iterable[str], rows: Iterable[Statement]) -> Iterator[Question]:
    places = {role: place for place, role in enumerate(roles)}
    return questions(sorted(rows, key=lambda row: places[row.role]))  # type: ignore[attr-defined]
