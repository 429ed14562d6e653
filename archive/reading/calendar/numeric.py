"""Dates in figures: ISO days, and months and days whose order depends on the country of the office that typed them."""

from __future__ import annotations

from dataclasses import replace

from archive.reading.calendar.atoms import Atom
from archive.reading.calendar.lexicon import Kind
from archive.reading.calendar.tokens import Token

MONTH_FIRST = frozenset({"en-us", "en-ph"})
"""Locales that write the month before the day; all others write the day first."""


def resolve(tokens: list[Token], locale: str | None) -> list[Token]:
    """The tokens with every date in figures read as a part, by the custom of the locale."""
    return [
        replace(token, value=_read(token.value, locale)) if token.kind is Kind.NUMERIC else token for token in tokens
    ]


def _read(figures: tuple[str, ...], locale: str | None) -> Atom | None:
    if len(figures) == 2:
        year, month = figures if len(figures[0]) == 4 else reversed(figures)
        return Atom(year=year, month=int(month)) if 1 <= int(month) <= 12 else None
    if len(figures[0]) == 4:
        return _checked(figures[0], [(int(figures[1]), int(figures[2]))], ())
    return _two_orders(figures, locale)


def _two_orders(figures: tuple[str, ...], locale: str | None) -> Atom:
    first, second, year = int(figures[0]), int(figures[1]), figures[2]
    flags: tuple[str, ...] = ()
    if len(year) == 2:
        year, flags = f"19{year}", ("two_digit_year",)
    month_first, day_first = (first, second), (second, first)
    orders = [month_first, day_first] if (locale or "").casefold() in MONTH_FIRST else [day_first, month_first]
    possible = [order for order in orders if 1 <= order[0] <= 12 and 1 <= order[1] <= 31]
    if len(set(possible)) == 2:
        flags += ("ambiguous_day_month",)
        if not locale:
            return Atom(year=year, readings=tuple(possible), flags=flags)
    return _checked(year, possible[:1], flags)


def _checked(year: str, possible: list[tuple[int, int]], flags: tuple[str, ...]) -> Atom:
    if not possible or not 1 <= possible[0][0] <= 12:
        return Atom(year=year, flags=(*flags, "invalid_date"))
    month, day = possible[0]
    return Atom(year=year, month=month, day=day, flags=flags)
