"""How people join calendar parts in words: “between … and”, “8 or 9”, “not later than”, “1944 or so”."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.reading.calendar.assembly import Expression, express
from archive.reading.calendar.atoms import Atom, merge
from archive.reading.calendar.lexicon import Kind
from archive.reading.calendar.parts import at, is_tight, read_part, skip
from archive.reading.calendar.tokens import Token

_JOINTS = frozenset({Kind.OR, Kind.AND, Kind.TO, Kind.DASH, Kind.SLASH, Kind.COMMA, Kind.BY})
_OPENINGS = {
    Kind.BEFORE: "before",
    Kind.AFTER: "after",
    Kind.BY: "by",
    Kind.NOT_BEFORE: "not_before",
    Kind.SINCE: "since",
    Kind.BETWEEN: "between",
    Kind.NEXT_DAY: "day_after",
}
_CLOSINGS = {Kind.OR_LATER: "not_before", Kind.OR_EARLIER: "by", Kind.ONWARD: "since"}
_ONE_DAY = ("day_before", "day_after")
_LONGEST_LIST = 8
_MOST_DOUBTS = 3


@dataclass(frozen=True)
class _Joined:
    """Parts, the way they are joined, and the place after them."""

    atoms: tuple[Atom, ...]
    joint: Kind | None
    end: int

    def marked(self, mark: str) -> _Joined:
        """The same with a qualifier on every part."""
        return replace(self, atoms=_marked(self.atoms, mark))


def read_expression(tokens: Sequence[Token], place: int) -> Expression | None:
    """The longest date expression that begins at this token, or None. `start` and `end` count tokens."""
    mark, after = _doubts(tokens, place)
    opening = at(tokens, after)
    if opening.kind in _OPENINGS:
        return _opened(tokens, place, after, mark)
    if opening.kind is Kind.FROM:
        return _from(tokens, place, after, mark)
    joined = _join(tokens, after)
    return _closed(tokens, place, joined.marked(mark)) if joined else None


def _opened(tokens: Sequence[Token], place: int, opening: int, mark: str) -> Expression | None:
    inner, body = _doubts(tokens, _past_fillers(tokens, opening + 1))
    joined = _join(tokens, body)
    if joined is None:
        return None
    side = _OPENINGS[at(tokens, opening).kind]
    if at(tokens, opening).kind is Kind.NEXT_DAY and at(tokens, opening).value < 0:
        side = "day_before"
    if side == "between" and len(joined.atoms) != 2:
        return None
    if side in _ONE_DAY and (len(joined.atoms) != 1 or joined.atoms[0].day is None or joined.atoms[0].year is None):
        return None
    atoms = joined.marked(merge(mark, inner)).atoms
    if joined.joint is Kind.OR and side in ("before", "after"):
        atoms = atoms[::-1]
    return express(atoms, None, place, joined.end, side=side)


def _from(tokens: Sequence[Token], place: int, opening: int, mark: str) -> Expression | None:
    """“from X to Y”, “from X on”; “from X” alone says no more than X."""
    inner, body = _doubts(tokens, _past_fillers(tokens, opening + 1))
    joined = _join(tokens, body)
    if joined is None:
        return None
    joined = joined.marked(merge(mark, inner))
    if at(tokens, joined.end).word == "on" and not at(tokens, joined.end + 1).word[:1].isalnum():
        return express(joined.atoms, None, place, joined.end + 1, side="since")
    return _closed(tokens, place, joined)


def _closed(tokens: Sequence[Token], place: int, joined: _Joined) -> Expression:
    """The parts with what follows them: “?”, “or later”, “onwards”, “or so”."""
    if doubt := _doubt_after(tokens, joined.end):
        joined = replace(joined.marked(doubt[0]), end=doubt[1])
    closing = at(tokens, joined.end)
    if closing.kind in _CLOSINGS:
        return express(joined.atoms, None, place, joined.end + 1, side=_CLOSINGS[closing.kind])
    if closing.kind is Kind.OR_SO or closing.word.startswith("approx"):
        joined = replace(joined.marked("~"), end=joined.end + 1)
    return express(joined.atoms, joined.joint, place, joined.end)


def _doubt_after(tokens: Sequence[Token], place: int) -> tuple[str, int] | None:
    """A mark of doubt behind a date (“?”, “(?)”, “(approx.)”), and the place after it."""
    if at(tokens, place).kind is Kind.QUESTION:
        return "?", place + 1
    doubt = at(tokens, place + 1)
    end = skip(tokens, place + 2, frozenset({Kind.DOT}))
    if at(tokens, place).word != "(" or at(tokens, end).word != ")":
        return None
    if doubt.kind in (Kind.CIRCA, Kind.PERHAPS):
        return doubt.value or "~", end + 1
    return ("?", end + 1) if doubt.kind is Kind.QUESTION else None


def _doubts(tokens: Sequence[Token], place: int) -> tuple[str, int]:
    """Words such as “probably about” before a date, as a mark, and the place after them."""
    mark = ""
    for _ in range(_MOST_DOUBTS):
        token = at(tokens, place)
        if token.kind not in (Kind.CIRCA, Kind.PERHAPS):
            break
        mark = merge(mark, token.value or "~")
        place = _past_fillers(tokens, skip(tokens, place + 1, frozenset({Kind.DOT})))
    return mark, place


def _past_fillers(tokens: Sequence[Token], place: int) -> int:
    for _ in range(3):
        if at(tokens, place).kind is Kind.FILLER or (at(tokens, place).kind is Kind.DASH and is_tight(tokens, place)):
            place += 1
    return place


def _marked(atoms: tuple[Atom, ...], mark: str) -> tuple[Atom, ...]:
    if not mark:
        return atoms
    flags = tuple(flag for sign, flag in (("~", "approximate"), ("?", "uncertain")) if sign in mark or mark == "%")
    return tuple(replace(atom, mark=merge(atom.mark, mark), flags=atom.flags + flags) for atom in atoms)


def _join(tokens: Sequence[Token], place: int) -> _Joined | None:
    """Parts joined by “or”, “and”, “to” or a dash, each completed by its neighbours."""
    if at(tokens, place).kind is Kind.YEARS:
        first, second = at(tokens, place).value
        return _Joined((Atom(year=first), Atom(year=second)), Kind.TO, place + 1)
    found = read_part(tokens, place)
    if found is None:
        return None
    atoms, joints, end = [found[0]], list[Kind](), found[1]
    while len(atoms) < _LONGEST_LIST and (more := _another(tokens, end, atoms[-1])):
        joint, atom, after = more
        if set(joints) - {Kind.COMMA, joint}:
            break
        joints.append(joint)
        atoms.append(atom)
        end = after
    last = joints[-1] if joints else None
    if last is Kind.COMMA or (last is Kind.TO and len(atoms) > 2):
        return _Joined((found[0],), None, found[1])
    return _completed(atoms, last, end)


def _another(tokens: Sequence[Token], place: int, previous: Atom) -> tuple[Kind, Atom, int] | None:
    """The next part and its joint. A bare number is a day only after a day whose year has not been said."""
    joint, after = at(tokens, place), place + 1
    if joint.kind not in _JOINTS or (joint.kind is Kind.BY and joint.word == "by"):
        return None
    if joint.kind is Kind.COMMA and at(tokens, after).kind in (Kind.OR, Kind.AND):
        joint, after = at(tokens, after), after + 1
    if joint.kind is Kind.SLASH and not (is_tight(tokens, place) and is_tight(tokens, place + 1)):
        return None
    mark, body = _doubts(tokens, _past_fillers(tokens, after))
    found = _year_in_short(tokens, body, previous) or read_part(tokens, body)
    if found is None or (found[0].month is None and found[0].day is not None and previous.year is not None):
        return None
    kind = Kind.TO if joint.kind in (Kind.DASH, Kind.SLASH, Kind.BY) else joint.kind
    return kind, _marked((found[0],), mark)[0], found[1]


def _year_in_short(tokens: Sequence[Token], place: int, previous: Atom) -> tuple[Atom, int] | None:
    """“46” of “1945 or 46”: a number too high for a day, after a year."""
    token = at(tokens, place)
    if token.kind is not Kind.NUMBER or token.value <= 31 or previous.day or not (previous.year or "").isdigit():
        return None
    return Atom(year=f"{(previous.year or '')[:2]}{token.value}", flags=("two_digit_year",)), place + 1


def _completed(said: list[Atom], joint: Kind | None, end: int) -> _Joined | None:
    """Every part with the year and month it shares with its neighbours; None if a bare day is left over."""
    whole = list(said)
    for number in range(len(whole) - 2, -1, -1):
        whole[number] = _completed_by_next(whole[number], whole[number + 1])
    for number in range(1, len(whole)):
        whole[number] = whole[number].completed_by(whole[number - 1])
    if joint is Kind.TO:
        whole[0] = _begun_the_year_before(said[0], whole[0], whole[-1])
    if len(whole) > 1 and any(atom.month is None and atom.day is not None for atom in whole):
        return None
    return _Joined(tuple(whole), joint, end)


def _completed_by_next(atom: Atom, other: Atom) -> Atom:
    if atom.portion and not (atom.month or atom.year):
        return replace(atom, month=other.month, year=other.year)
    return atom.completed_by(other)


def _begun_the_year_before(said: Atom, first: Atom, last: Atom) -> Atom:
    """“December to February 1945” begins in 1944."""
    if said.year is not None or not (first.month and last.month and last.year and last.year.isdigit()):
        return first
    if max(first.month, last.month) > 12 or (first.month, first.day or 0) <= (last.month, last.day or 31):
        return first
    return replace(first, year=str(int(last.year) - 1), flags=(*first.flags, "year_from_context"))
