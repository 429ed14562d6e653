"""Calendar parts put together into one EDTF expression: ranges, choices, lists and open ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from archive.reading.calendar.atoms import Atom, edges, end_of_interval, mark_of, members, start_of_interval
from archive.reading.calendar.lexicon import Kind


@dataclass(frozen=True)
class Expression:
    """What was read: the EDTF text (None where it cannot be said), its flags, its parts, and where it stands."""

    edtf: str | None
    flags: tuple[str, ...]
    start: int
    end: int
    atoms: tuple[Atom, ...]

    @property
    def is_dated(self) -> bool:
        """Whether it says enough to be a date in running text."""
        return any(atom.is_dated for atom in self.atoms)


def express(atoms: Sequence[Atom], joint: Kind | None, start: int, end: int, *, side: str | None = None) -> Expression:
    """One expression from parts joined by “to”, “or” or “and”, or lying to one side of a date (“before”, “since”)."""
    flags = [flag for atom in atoms for flag in atom.flags]
    if side in _SIDE_FLAGS:
        flags.insert(0, _SIDE_FLAGS[side])
    if joint is Kind.OR:
        flags.append("alternatives")
    if any(atom.year is None for atom in atoms):
        flags.append("year_missing")
    edtf = _SIDES[side](atoms) if side else together(atoms, joint)
    return Expression(None if "invalid_date" in flags else edtf, tuple(dict.fromkeys(flags)), start, end, tuple(atoms))


def together(atoms: Sequence[Atom], joint: Kind | None) -> str:
    """The parts as an interval, a choice, a list or a single date."""
    if joint is Kind.TO:
        return f"{start_of_interval(atoms[0])}/{end_of_interval(atoms[-1])}"
    elements = [member for atom in atoms for member in members(atom)]
    if joint is Kind.AND:
        return "{" + ",".join(elements) + "}"
    if len(elements) == 1 and ".." not in elements[0]:
        return elements[0]
    return "[" + ",".join(elements) + "]"


def neighbour(edtf: str, step: int) -> str | None:
    """The day, month or year next to this one; of a season or quarter, the month. None where it cannot be said."""
    parts = edtf.split("-")
    if not all(part.isdigit() for part in parts):
        return _neighbour_of_mask(edtf, step)
    if len(parts) == 1:
        return f"{int(edtf) + step:04}"
    if len(parts) == 2:
        return _neighbour_month(int(parts[0]), int(parts[1]), step)
    try:
        return (date(int(parts[0]), int(parts[1]), int(parts[2])) + timedelta(days=step)).isoformat()
    except (ValueError, OverflowError):
        return None


def _before(atoms: Sequence[Atom]) -> str | None:
    day = neighbour(edges(atoms[0])[0], -1)
    return day and f"[..{day}{mark_of(atoms[0])}]"


def _after(atoms: Sequence[Atom]) -> str | None:
    day = neighbour(edges(atoms[-1])[1], 1)
    return day and f"[{day}{mark_of(atoms[-1])}..]"


def _by(atoms: Sequence[Atom]) -> str:
    return f"[..{edges(atoms[-1])[1]}{mark_of(atoms[-1])}]"


def _not_before(atoms: Sequence[Atom]) -> str:
    return f"[{edges(atoms[0])[0]}{mark_of(atoms[0])}..]"


def _since(atoms: Sequence[Atom]) -> str:
    return f"{start_of_interval(atoms[0])}/.."


def _between(atoms: Sequence[Atom]) -> str:
    first, last = atoms[0], atoms[-1]
    return f"[{edges(first)[0]}{mark_of(first)}..{edges(last)[1]}{mark_of(last)}]"


def _day_before(atoms: Sequence[Atom]) -> str | None:
    return neighbour(edges(atoms[0])[0], -1) if atoms[0].day else None


def _day_after(atoms: Sequence[Atom]) -> str | None:
    return neighbour(edges(atoms[0])[1], 1) if atoms[0].day else None


_SIDES: dict[str, Callable[[Sequence[Atom]], str | None]] = {
    "before": _before,
    "after": _after,
    "by": _by,
    "not_before": _not_before,
    "since": _since,
    "between": _between,
    "day_before": _day_before,
    "day_after": _day_after,
}
_SIDE_FLAGS = {
    "before": "open_start",
    "by": "open_start",
    "after": "open_end",
    "not_before": "open_end",
    "since": "open_end",
}


def _neighbour_month(year: int, month: int, step: int) -> str:
    if month > 12:
        first = 3 * (month - 21) + 3 if month <= 24 else 3 * (month - 33) + 1
        month = first if step < 0 else first + 2
    year, month = divmod(12 * year + month - 1 + step, 12)
    return f"{year:04}-{month + 1:02}"


def _neighbour_of_mask(edtf: str, step: int) -> str | None:
    if len(edtf) != 4 or not edtf.rstrip("X").isdigit():
        return None
    edge = edtf.replace("X", "0" if step < 0 else "9")
    return f"{int(edge) + step:04}"
