"""Tokens read as one calendar part: a reader takes tokens and a place, and gives the part and the place after it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from archive.reading.calendar.atoms import Atom
from archive.reading.calendar.lexicon import HOLIDAYS, LUNAR_NEW_YEAR, Kind
from archive.reading.calendar.tokens import Token, misspelt_month

Found = tuple[Atom, int] | None
Reader = Callable[[Sequence[Token], int], Found]

_END = Token(Kind.OTHER, None, -1, -1)
_LOOSE = frozenset({Kind.COMMA, Kind.DOT, Kind.OF, Kind.DASH})
_INTRODUCTIONS = frozenset({Kind.WEEKDAY, Kind.PORTION, Kind.ORDINAL})


def read_part(tokens: Sequence[Token], place: int) -> Found:
    """The calendar part that begins here, or None."""
    for reader in _READERS.get(at(tokens, place).kind, ()):
        if found := reader(tokens, place):
            return found
    return None


def _read_core(tokens: Sequence[Token], place: int) -> Found:
    """A part that is not itself introduced by a weekday, a portion or an ordinal."""
    return None if at(tokens, place).kind in _INTRODUCTIONS else read_part(tokens, place)


def at(tokens: Sequence[Token], place: int) -> Token:
    """The token at a place; past the end, one that can do nothing."""
    return tokens[place] if 0 <= place < len(tokens) else _END


def skip(tokens: Sequence[Token], place: int, kinds: frozenset[Kind]) -> int:
    """The place after at most two tokens of these kinds (“10 Nov., 1944”)."""
    for _ in range(2):
        if at(tokens, place).kind in kinds:
            place += 1
    return place


def is_tight(tokens: Sequence[Token], place: int) -> bool:
    """Whether the token here touches the one before it."""
    return at(tokens, place - 1).end == at(tokens, place).start


def _year(tokens: Sequence[Token], place: int, *, plain_two_digits: bool) -> tuple[str, tuple[str, ...], int] | None:
    """A year here, its flags, and the place after. Two plain digits are a year only where they can be nothing else."""
    token = at(tokens, place)
    if token.kind in (Kind.YEAR, Kind.SHORT_YEAR, Kind.MASK):
        return token.value, token.flags, place + 1
    if token.kind is Kind.NUMBER and token.end - token.start == 2 and (plain_two_digits or token.value > 31):
        return f"19{token.value:02}", ("two_digit_year",), place + 1
    return None


def _with_year(tokens: Sequence[Token], place: int, atom: Atom, *, plain_two_digits: bool) -> tuple[Atom, int]:
    """The part with the year that follows it, past a comma, a full stop or “of”, if one does."""
    after = skip(tokens, place, _LOOSE)
    found = _year(tokens, after, plain_two_digits=plain_two_digits and at(tokens, after - 1).kind is not Kind.DASH)
    if found is None:
        return atom, place
    year, flags, end = found
    return replace(atom, year=year, flags=atom.flags + flags), end


def _month_at(tokens: Sequence[Token], place: int) -> tuple[int, tuple[str, ...], int] | None:
    """A month here; a misspelt one only where a day stands before it and a year after it."""
    token = at(tokens, place)
    if token.kind is Kind.MONTH:
        return token.value, (), place + 1
    if token.kind is Kind.OTHER and token.word.isalpha() and _stands_between_day_and_year(tokens, place):
        month = misspelt_month(token.word)
        return (month, ("typo",), place + 1) if month else None
    return None


def _stands_between_day_and_year(tokens: Sequence[Token], place: int) -> bool:
    before, after = skip(tokens, place + 1, _LOOSE), at(tokens, place - 1)
    if after.kind is Kind.NUMBER and at(tokens, before).kind in (Kind.YEAR, Kind.SHORT_YEAR):
        return True
    follows = skip(tokens, place + 2, _LOOSE)
    return at(tokens, place + 1).kind is Kind.NUMBER and at(tokens, follows).kind is Kind.YEAR


def _day_month(tokens: Sequence[Token], place: int) -> Found:
    """“10 November 1944”, “4th of July, 1945”, “07-JUL-45”, “10 novembre”."""
    day = at(tokens, place)
    if not 1 <= day.value <= 31:
        return None
    after = skip(tokens, place + 1, _LOOSE)
    month = _month_at(tokens, after) or _month_at(tokens, place + 1)
    if month is None:
        return None
    number, flags, end = month
    atom = Atom(month=number, day=day.value, flags=_plain(day.flags) + flags)
    return _unless_a_word(at(tokens, end - 1), *_with_year(tokens, end, atom, plain_two_digits=True))


def _bare_day(tokens: Sequence[Token], place: int) -> Found:
    """“8” of “8 or 9 August”, and “9, 1944” of “August 8 or 9, 1944”: it needs a neighbour to mean anything."""
    day = at(tokens, place)
    if not 1 <= day.value <= 31:
        return None
    atom = Atom(day=day.value, flags=_plain(day.flags))
    after = skip(tokens, place + 1, frozenset({Kind.COMMA}))
    if at(tokens, after).kind in (Kind.YEAR, Kind.SHORT_YEAR):
        return _with_year(tokens, place + 1, atom, plain_two_digits=False)
    return atom, place + 1


def _month(tokens: Sequence[Token], place: int) -> Found:
    """“Nov. 11, 1944”, “July 4th”, “May 1944”, “JUL 45”, “January”."""
    named = _month_at(tokens, place)
    if named is None:
        return None
    number, flags, end = named
    if day := _day_after_month(tokens, end):
        atom = Atom(month=number, day=day.value, flags=flags + _plain(day.flags))
        after = _day_place(tokens, end) + 1
        return _unless_a_word(at(tokens, place), *_with_year(tokens, after, atom, plain_two_digits=False))
    month = Atom(month=number, flags=flags)
    return _unless_a_word(at(tokens, place), *_with_year(tokens, end, month, plain_two_digits=False))


def _unless_a_word(name: Token, atom: Atom, end: int) -> Found:
    """Small “may” and “march” are months only with a year."""
    return None if "lower" in name.flags and atom.year is None else (atom, end)


def _day_place(tokens: Sequence[Token], place: int) -> int:
    place = skip(tokens, place, frozenset({Kind.DOT, Kind.DASH}))
    return place + 1 if at(tokens, place).word == "the" else place


def _day_after_month(tokens: Sequence[Token], place: int) -> Token | None:
    after = at(tokens, _day_place(tokens, place))
    return after if after.kind is Kind.NUMBER and 1 <= after.value <= 31 else None


def _misspelt(tokens: Sequence[Token], place: int) -> Found:
    return _month(tokens, place) if _month_at(tokens, place) else None


def _year_first(tokens: Sequence[Token], place: int) -> Found:
    """“1940 July”, “1944 Nov 10”, “1944, fall”, or the year alone."""
    year = at(tokens, place)
    after = skip(tokens, place + 1, frozenset({Kind.COMMA, Kind.OF}))
    if at(tokens, place + 1).kind is Kind.DASH and is_tight(tokens, place + 1) and is_tight(tokens, place + 2):
        after = place + 2
    follows = at(tokens, after)
    if follows.kind is Kind.QUARTER or (follows.kind is Kind.SEASON and "lower" not in follows.flags):
        return Atom(year=year.value, month=follows.value), after + 1
    if follows.kind is Kind.MONTH and "lower" not in follows.flags and not _has_own_year(tokens, after):
        day = at(tokens, skip(tokens, after + 1, frozenset({Kind.DOT, Kind.DASH})))
        if day.kind is Kind.NUMBER and 1 <= day.value <= 31:
            end = skip(tokens, after + 1, frozenset({Kind.DOT, Kind.DASH})) + 1
            return Atom(year=year.value, month=follows.value, day=day.value), end
        return Atom(year=year.value, month=follows.value), after + 1
    return Atom(year=year.value, flags=year.flags), place + 1


def _has_own_year(tokens: Sequence[Token], place: int) -> bool:
    found = _month(tokens, place)
    return found is not None and found[0].year is not None


def _season(tokens: Sequence[Token], place: int) -> Found:
    """“fall of 1944”, “winter of 1944-45” (the year in which it begins), or a season whose year a neighbour says."""
    after = skip(tokens, place + 1, frozenset({Kind.OF, Kind.COMMA, Kind.FILLER}))
    season = Atom(month=at(tokens, place).value)
    if at(tokens, after).kind is Kind.YEARS:
        return replace(season, year=at(tokens, after).value[0]), after + 1
    found = _year(tokens, after, plain_two_digits=False)
    if found is None:
        return season, place + 1
    year, flags, end = found
    if at(tokens, end).kind in (Kind.DASH, Kind.SLASH) and _is_next_year(year, at(tokens, end + 1)):
        end += 2
    return replace(season, year=year, flags=flags), end


def _is_next_year(year: str, token: Token) -> bool:
    """“winter 1944-1945” is one winter."""
    return token.kind is Kind.YEAR and year.isdigit() and int(token.value) == int(year) + 1


def _quarter(tokens: Sequence[Token], place: int) -> Found:
    found = _year(tokens, skip(tokens, place + 1, _LOOSE), plain_two_digits=False)
    return (Atom(year=found[0], month=at(tokens, place).value, flags=found[1]), found[2]) if found else None


def _short_year(tokens: Sequence[Token], place: int) -> Found:
    return Atom(year=at(tokens, place).value, flags=at(tokens, place).flags), place + 1


def _portion(tokens: Sequence[Token], place: int) -> Found:
    """“mid-June 1944”, “the end of 1944”, “early in the 1940s”; alone it takes the part after “or”."""
    portion = at(tokens, place).value
    after = place + 1
    for _ in range(4):
        if at(tokens, after).kind in (Kind.OF, Kind.FILLER, Kind.DASH, Kind.DOT):
            after += 1
    found = _read_core(tokens, after)
    if found is None:
        return (Atom(portion=portion), place + 1) if at(tokens, place + 1).kind in (Kind.OR, Kind.TO) else None
    atom, end = found
    if atom.day is not None or atom.portion or atom.readings:
        return None
    return replace(atom, portion=portion, flags=(*atom.flags, "approximate")), end


def _ordinal(tokens: Sequence[Token], place: int) -> Found:
    """“second week of May 1944”, “first half of 1944”, “third quarter of 1944”."""
    number, stretch = at(tokens, place).value, at(tokens, place + 1)
    if stretch.kind is not Kind.STRETCH:
        return None
    after = skip(tokens, place + 2, frozenset({Kind.OF, Kind.FILLER}))
    found = _read_core(tokens, after)
    if found is None or found[0].day is not None or found[0].portion:
        return None
    atom, end = found
    portion = _stretch(stretch.value, number, atom)
    if portion is None:
        return None
    return (replace(atom, month=portion) if isinstance(portion, int) else replace(atom, portion=portion)), end


def _stretch(stretch: str, number: int, atom: Atom) -> str | int | None:
    if number > 4:
        return None
    if stretch == "quarter" and atom.month is None and atom.year:
        return 32 + (number if number > 0 else 4)
    if stretch == "week" and atom.month is not None and atom.month <= 12:
        return f"week{number}"
    if stretch == "half" and number in (1, 2, -1) and (atom.month is None or atom.month <= 12):
        return "half1" if number == 1 else "half2"
    return None


def _weekday(tokens: Sequence[Token], place: int) -> Found:
    after = skip(tokens, place + 1, frozenset({Kind.COMMA, Kind.DOT}))
    found = _read_core(tokens, after)
    if found is None or found[0].day is None:
        return None
    return replace(found[0], weekday=at(tokens, place).value), found[1]


def _holiday(tokens: Sequence[Token], place: int) -> Found:
    """“Christmas 1944”: only days whose date is fixed or stands in a table, and only with their year."""
    name = at(tokens, place).value
    found = _year(tokens, skip(tokens, place + 1, _LOOSE), plain_two_digits=False)
    if found is None or not found[0].isdigit():
        return None
    day = LUNAR_NEW_YEAR.get(int(found[0])) if name == "lunar new year" else HOLIDAYS[name]
    return (Atom(year=found[0], month=day[0], day=day[1], flags=found[1]), found[2]) if day else None


def _numeric(tokens: Sequence[Token], place: int) -> Found:
    atom = at(tokens, place).value
    return (atom, place + 1) if isinstance(atom, Atom) else None


_READERS: dict[Kind, tuple[Reader, ...]] = {
    Kind.NUMBER: (_ordinal, _day_month, _bare_day),
    Kind.MONTH: (_month,),
    Kind.OTHER: (_misspelt,),
    Kind.YEAR: (_year_first,),
    Kind.SHORT_YEAR: (_short_year,),
    Kind.MASK: (_short_year,),
    Kind.SEASON: (_season,),
    Kind.PORTION: (_portion,),
    Kind.ORDINAL: (_ordinal,),
    Kind.WEEKDAY: (_weekday,),
    Kind.HOLIDAY: (_holiday,),
    Kind.NUMERIC: (_numeric,),
    Kind.QUARTER: (_quarter,),
}


def _plain(flags: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(flag for flag in flags if flag == "typo")
