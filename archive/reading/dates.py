"""Dates as they are written, read into EDTF with the days they can mean, and found in running text.

The conventions are those of `archive.reading.calendar`. What cannot be read is refused: the EDTF is None and the flags
say why. A year is never guessed; one taken from the context is flagged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from archive.reading.calendar.assembly import Expression, express
from archive.reading.calendar.atoms import Atom
from archive.reading.calendar.east_asian import find_east_asian
from archive.reading.calendar.grammar import read_expression
from archive.reading.calendar.lexicon import Kind
from archive.reading.calendar.numeric import resolve
from archive.reading.calendar.parts import at
from archive.reading.calendar.tokens import Token, tokenize
from archive.vocabulary.dates import EdtfDate
from archive.vocabulary.errors import VocabularyError

_UNDATED = re.compile(
    r"undated|not dated|no date|date (?:is )?(?:unknown|not known|unrecorded)|unknown(?: date)?|[ns]\.?\s?d\.?"
    r"|日期不[明詳详]|年代不[明詳详]|無日期|无日期|日付不明|年月日不[明詳詳]",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:WW\s?(?:II|2|I|1)|World War (?:II|I|Two|One|2|1)|(?:First|Second) World War"
    r"|(?:the|pre|post)[- ]?war\b(?! \d)|(?:Second )?Sino-Japanese War)|抗[日戰战]|戰時|战时|戦時中|戦時",
    re.IGNORECASE,
)
_LITERAL = re.compile(
    r"[\[{].*(?:,|\.\.).*[\]}]|[\dX-]+X[\dX-]*|.*\d[~%].*|.*/\.\.|\.\./.*|\d{4}(?:-\d\d){1,2}/\d{4}(?:-\d\d){1,2}"
)
_TELLING = frozenset(
    {
        Kind.YEAR,
        Kind.YEARS,
        Kind.SHORT_YEAR,
        Kind.MASK,
        Kind.NUMBER,
        Kind.NUMERIC,
        Kind.HOLIDAY,
        Kind.BEFORE,
        Kind.AFTER,
        Kind.BY,
        Kind.SINCE,
        Kind.NOT_BEFORE,
        Kind.NEXT_DAY,
        Kind.BETWEEN,
        Kind.OR_LATER,
        Kind.OR_EARLIER,
        Kind.QUESTION,
        Kind.CIRCA,
        Kind.PERHAPS,
    }
)
"""Tokens which, left over beside a date, would change what it says."""
_INNER = frozenset(
    {
        Kind.FILLER,
        Kind.OF,
        Kind.COMMA,
        Kind.DOT,
        Kind.DASH,
        Kind.SLASH,
        Kind.TO,
        Kind.OR,
        Kind.AND,
        Kind.QUESTION,
        Kind.ONWARD,
        Kind.OR_LATER,
        Kind.OR_EARLIER,
        Kind.OR_SO,
        Kind.STRETCH,
    }
)
"""Tokens that stand inside a date or after it, never at its beginning."""
_DENIALS = frozenset({"not", "never", "neither", "nor", "except", "unlike"})
_UNITS = frozenset(
    re.findall(
        r"\S+",
        r"day days week weeks month months year years hour hours decade decades ",
    )
)
_NO_BRACKETS = str.maketrans("[]", "  ")
_WESTERN_YEAR = re.compile(r"\((\d{4})\)")
_GLOSSED_YEAR = re.compile(r"(?<=年)[（(]\s?\d{4}\s?年?[)）]")
_EVENT_GAP = 8


@dataclass(frozen=True)
class DateReading:
    """A date read: EDTF or None, the first and last day it can mean (None: open or undetermined), and flags.

    Flags: approximate, uncertain, alternatives, open_start, open_end, two_digit_year, ambiguous_day_month, era, decade,
    typo, year_missing, year_from_context, weekday_mismatch, relative, invalid_date, undated, period_only, unread.
    """

    edtf: str | None
    earliest: date | None = None
    latest: date | None = None
    flags: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The reading as JSON holds it, with ISO days."""
        days = (day and day.isoformat() for day in (self.earliest, self.latest))
        return {"edtf": self.edtf, **dict(zip(("earliest", "latest"), days, strict=True)), "flags": list(self.flags)}


@dataclass(frozen=True)
class FoundDate:
    """A date in running text: where it stands, what it is, and the weekday and parts it was read from."""

    start: int
    end: int
    reading: DateReading
    atoms: tuple[Atom, ...] = ()


def read_date(phrase: str, *, locale: str | None = None, context: Mapping[str, Any] | None = None) -> DateReading:
    """Read a phrase that is a date and little else.

    `locale` (``en-US``) is that of the office which typed it and decides 8/2/45; `context` may hold ``locale`` and
    ``year`` instead. Anything that is not one date in full is refused with a flag.
    """
    context = context or {}
    locale = locale or context.get("locale")
    stripped = phrase.strip().strip("()[]").strip(" .,;:")
    if _UNDATED.fullmatch(stripped):
        return DateReading(None, flags=("undated",))
    if _LITERAL.fullmatch(phrase.strip()) and (literal := _literal(phrase)):
        return literal
    phrase = _WESTERN_YEAR.sub(r" \1 ", _GLOSSED_YEAR.sub("", phrase.translate(_NO_BRACKETS)))
    found = [one for one in find_dates(phrase, locale=locale, year=context.get("year"), strict=False) if one.atoms]
    found = [one for one in found if any(atom.is_dated for atom in one.atoms)] or found
    if len(found) == 1 and not _left_over(phrase, found[0]):
        return found[0].reading
    if not found and _PERIOD.search(phrase):
        return DateReading(None, flags=("period_only",))
    return (_literal(phrase) if not found else None) or DateReading(None, flags=("unread",))


def find_dates(
    text: str, *, locale: str | None = None, year: int | None = None, strict: bool = True
) -> list[FoundDate]:
    """Every date in a running text, in order and without overlap.

    `year` completes dates without a year, and flags them. In a strict search a bare number is a year only where a
    sentence would put one; a search that is not strict takes the text to be about a date.
    """
    tokens = resolve(tokenize(text), locale)
    found = [*_found_in_words(text, tokens, strict), *map(_made, find_east_asian(text))]
    found = [_with_year(one, year) if year else one for one in found]
    return list(_without_overlap(sorted(found, key=lambda one: (one.start, -one.end))))


def _literal(phrase: str) -> DateReading | None:
    try:
        return _reading(EdtfDate.parse(phrase).text, ())
    except VocabularyError:
        return None


def _found_in_words(text: str, tokens: Sequence[Token], strict: bool) -> Iterator[FoundDate]:
    place = 0
    while place < len(tokens):
        if not _may_begin(tokens, place):
            place += 1
            continue
        expression = _bounded_by_event(tokens, place) or read_expression(tokens, place)
        if expression and _is_wanted(text, tokens, expression, strict):
            yield _in_characters(tokens, expression)
            place = expression.end
        else:
            place += 1


def _may_begin(tokens: Sequence[Token], place: int) -> bool:
    """Whether a date can begin here: not with a joint or a filler, and with an unknown word only before a number."""
    kind = tokens[place].kind
    return kind not in _INNER if kind is not Kind.OTHER else at(tokens, place + 1).kind is Kind.NUMBER


def _is_wanted(text: str, tokens: Sequence[Token], expression: Expression, strict: bool) -> bool:
    if strict:
        return expression.is_dated and _is_firm(text, tokens, expression)
    return expression.is_dated or any(atom.month for atom in expression.atoms)


def _in_characters(tokens: Sequence[Token], expression: Expression) -> FoundDate:
    start, end = tokens[expression.start].start, tokens[expression.end - 1].end
    return _made(replace(expression, start=start, end=end))


def _bounded_by_event(tokens: Sequence[Token], place: int) -> Expression | None:
    """“before Japanese occupation in late 1944”: the event's date bounds this one, and is itself included."""
    opening = tokens[place]
    if opening.kind not in (Kind.BEFORE, Kind.AFTER):
        return None
    for ahead in range(place + 2, min(place + _EVENT_GAP, len(tokens))):
        if tokens[ahead].kind is Kind.FILLER and tokens[ahead].word in ("in", "on"):
            inner = read_expression(tokens, ahead + 1)
            if inner is None or not inner.is_dated or inner.edtf is None:
                return None
            side = "by" if opening.kind is Kind.BEFORE else "not_before"
            bound = express(inner.atoms, None, place, inner.end, side=side)
            return replace(bound, flags=(*bound.flags, "relative"))
        if tokens[ahead].kind is not Kind.OTHER or not tokens[ahead].word.isalpha():
            return None
    return None


def _is_firm(text: str, tokens: Sequence[Token], expression: Expression) -> bool:
    """Whether a sentence would mean a date here: any but a bare year or decade must be; those need company."""
    if any(atom.month or atom.readings or atom.portion or atom.mark for atom in expression.atoms):
        return True
    if expression.edtf is None or expression.end - expression.start > 1:
        return True
    if tokens[expression.start].kind is Kind.YEARS:
        return all("1839" <= year <= "1999" for year in tokens[expression.start].value)
    token, before, after = tokens[expression.start], at(tokens, expression.start - 1), at(tokens, expression.end)
    if token.kind is Kind.MASK and "decade" in token.flags:
        return True
    if not "1839" <= str(token.value) <= "1999" or text[token.end : token.end + 1] in ("-", "/", ":"):
        return False
    if before.word in ("in", "of", "during", "year") or before.kind in (Kind.FROM, Kind.OR, Kind.AND):
        return True
    if before.word[:1].isalpha() and text[before.start].isupper() and after.word in ("", ".", ";", ")"):
        return "1930" <= str(token.value) <= "1949"
    return before.word in ("", ",", "(", "[", ";", "–", "—", ":", ".") and not after.word[:1].isalnum()


def _made(expression: Expression) -> FoundDate:
    flags = expression.flags
    if any(atom.weekday is not None and not _weekday_fits(atom) for atom in expression.atoms):
        flags += ("weekday_mismatch",)
    return FoundDate(expression.start, expression.end, _reading(expression.edtf, flags), expression.atoms)


def _reading(edtf: str | None, flags: tuple[str, ...]) -> DateReading:
    """The reading of an EDTF text; a day that no calendar has leaves only the flag."""
    if edtf is None:
        return DateReading(None, flags=flags or ("unread",))
    try:
        value = EdtfDate.parse(edtf)
    except VocabularyError:
        return DateReading(None, flags=tuple(dict.fromkeys((*flags, "invalid_date"))))
    return DateReading(value.text, value.earliest, value.latest, flags)


def _weekday_fits(atom: Atom) -> bool:
    if not (atom.year and atom.year.isdigit() and atom.month and atom.day):
        return True
    try:
        return date(int(atom.year), atom.month, atom.day).weekday() == atom.weekday
    except ValueError:
        return True


def _with_year(found: FoundDate, year: int) -> FoundDate:
    """A single day or month without a year, given the year of its context unless its weekday forbids it."""
    if len(found.atoms) != 1 or found.atoms[0].year or found.reading.edtf is None:
        return found
    atom = replace(found.atoms[0], year=str(year))
    if atom.weekday is not None and not _weekday_fits(atom):
        return found
    edtf = found.reading.edtf.replace("XXXX", str(year))
    flags = tuple(flag for flag in found.reading.flags if flag != "year_missing")
    return replace(found, atoms=(atom,), reading=_reading(edtf, (*flags, "year_from_context")))


def _left_over(phrase: str, found: FoundDate) -> bool:
    """Whether words outside the date could change what it says."""
    rest = [token for token in tokenize(phrase) if token.end <= found.start or token.start >= found.end]
    if any(token.word in _UNITS and token.end <= found.start for token in rest):
        return True
    if any(token.word[:1].isdigit() and token.kind is Kind.OTHER for token in rest):
        return True
    return any(token.kind in _TELLING or token.word in _DENIALS for token in rest if "lower" not in token.flags)


def _without_overlap(found: Sequence[FoundDate]) -> Iterator[FoundDate]:
    end = 0
    for one in found:
        if one.start >= end:
            yield one
            end = one.end
