"""Text cut into the tokens of dates, each knowing where it stands in the untouched text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from archive.reading.calendar.lexicon import EVERYDAY_WORDS, FULL_MONTHS, MONTHS, PHRASES, VOCABULARY, Kind

_CUT = re.compile(
    r"""(?P<quarter>\bQ[1-4]\b)
    |(?P<roman>(?<=\d[.\- ])[IVX]{1,4}(?=[.\- ]{1,2}(?:19)?\d\d\b))
    |(?P<ocr>\b[OIl][0-9OIl]?(?=\s[A-Za-z]{3,9}\.?,?\s\d))
    |(?P<word>[^\W\d_]+(?:['’]s\b)?)
    |(?P<iso>\b\d{4}[-./]\d{1,2}[-./]\d{1,2}(?![\d/]|-\d))
    |(?P<parts>(?<![\w/.-])\d{1,2}(?P<mark>[-./])\d{1,2}(?P=mark)(?:\d{4}|\d{2})(?![\w/]|[-.]\d))
    |(?P<group>\b\d{6}[A-Z](?=\s?[A-Za-z]{3}))
    |(?P<decade>\b\d{3}0['’]?s\b|['’]\d0['’]?s\b)
    |(?P<mask>\b1[0-9]{2}[xX_?](?!\w)|\b1[0-9]{2}-(?![\w-])|\b1[0-9](?:--|__|xx|XX|\?\?)(?!\w))
    |(?P<years>\b\d{4}[-–/]\d{1,2}(?![\w/]|[-–]\d|\.\d|\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))
    |(?P<monthyear>(?<![\w/.-])\d{1,2}[/.]\d{4}(?![\w/-]))
    |(?P<yearmonth>\b1[89]\d\d\.(?:1[0-2]|0?[1-9])(?![\d]|\.\d))
    |(?P<shortyear>['’‘`]\d{2}\b)
    |(?P<day>\d{1,2}(?:st|nd|rd|th|d)\b)
    |(?P<ocrday>\b[0-3][OIl](?=\s[A-Za-z]{3}))
    |(?P<number>\d++(?!\s?[年月日号號世]))
    |(?P<dash>(?<![-–—])[-–—](?![-–—]))
    |(?P<other>[^\w\s])""",
    re.VERBOSE,
)
_Class = tuple[Kind, Any, tuple[str, ...]]
"""What a token can do, its value and its flags."""
_PUNCTUATION = {
    "/": Kind.SLASH,
    ",": Kind.COMMA,
    ".": Kind.DOT,
    "?": Kind.QUESTION,
    "~": Kind.CIRCA,
    "&": Kind.AND,
}
_ROMAN = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
    "XI": 11,
    "XII": 12,
}
_OCR_DIGITS = str.maketrans("OIl", "011")
_PHRASES_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _phrase in sorted(PHRASES, key=len, reverse=True):
    _PHRASES_BY_FIRST.setdefault(_phrase[0], []).append(_phrase)


@dataclass(frozen=True)
class Token:
    """One token: what it can do, its value, and its place in the text."""

    kind: Kind
    value: Any
    start: int
    end: int
    word: str = ""
    flags: tuple[str, ...] = ()


def tokenize(text: str) -> list[Token]:
    """All tokens of a text, phrases such as “not later than” joined to one."""
    return _join_phrases(_settled([_token(match) for match in _CUT.finditer(text)]))


def misspelt_month(word: str) -> int | None:
    """The month a misspelt name stands for, if one full name alone is near enough."""
    near = [number for name, number in FULL_MONTHS.items() if _is_slip(word.casefold(), name)]
    return near[0] if len(near) == 1 else None


def _token(match: re.Match[str]) -> Token:
    text, group = match.group(), match.lastgroup or "other"
    kind, value, flags = _classify(group, text)
    return Token(kind, value, match.start(), match.end(), text.casefold().replace("’", "'"), flags)


def _classify(group: str, text: str) -> _Class:
    reader = _CLASSES.get(group)
    return reader(text) if reader else (_PUNCTUATION.get(text, Kind.OTHER), None, ())


def _mask(text: str) -> _Class:
    digits = re.match(r"\d+", text)
    assert digits is not None
    return Kind.MASK, digits.group().ljust(4, "X"), ("decade",) if len(digits.group()) == 3 else ()


def _years(text: str) -> _Class:
    """``1944-45`` is two years, ``1944-11`` a month."""
    first, second = re.split("[-–/]", text)
    later = first[: 4 - len(second)] + second
    if len(second) == 2 and 1 <= int(second) <= 12 and "–" not in text:
        return Kind.NUMERIC, (first, second), ()
    if later > first:
        return Kind.YEARS, (first, later), ()
    return Kind.OTHER, None, ()


def _number(text: str) -> _Class:
    if len(text) == 4 and "1000" <= text <= "2099":
        return Kind.YEAR, text, ()
    return (Kind.NUMBER, int(text), ()) if len(text) <= 2 else (Kind.OTHER, None, ())


def _word(text: str) -> _Class:
    word = text.casefold()
    kind, value = VOCABULARY.get(word, (Kind.OTHER, None))
    if kind in (Kind.MONTH, Kind.SEASON, Kind.WEEKDAY) and text.islower() and word in EVERYDAY_WORDS:
        return kind, value, ("lower",)
    return kind, value, ()


def _settled(tokens: list[Token]) -> list[Token]:
    """The stop of an abbreviated month belongs to it (“Jan.-Feb.”); a number on the heels of a word (“B4”) is none."""
    whole: list[Token] = []
    for token in tokens:
        last = whole[-1] if whole else token
        short = last.kind in (Kind.MONTH, Kind.WEEKDAY) and len(last.word) <= 4 and last.word not in FULL_MONTHS
        if token.kind is Kind.DOT and short and last.end == token.start:
            whole[-1] = replace(last, end=token.end)
        elif token.kind is Kind.NUMBER and last.kind is Kind.OTHER and last.word.isalpha() and last.end == token.start:
            whole.append(replace(token, kind=Kind.OTHER))
        else:
            whole.append(token)
    return whole


def _join_phrases(tokens: list[Token]) -> list[Token]:
    joined: list[Token] = []
    place = 0
    while place < len(tokens):
        phrase = _phrase_at(tokens, place)
        if phrase:
            kind, value = PHRASES[phrase]
            last = tokens[place + len(phrase) - 1]
            joined.append(Token(kind, value, tokens[place].start, last.end, " ".join(phrase)))
        else:
            joined.append(tokens[place])
        place += len(phrase) or 1
    return joined


def _phrase_at(tokens: list[Token], place: int) -> tuple[str, ...]:
    for phrase in _PHRASES_BY_FIRST.get(tokens[place].word, ()):
        if tuple(token.word for token in tokens[place : place + len(phrase)]) == phrase:
            return phrase
    return ()


def _is_slip(word: str, name: str) -> bool:
    if word in MONTHS or not 4 <= len(word) <= 11:
        return False
    allowed = 2 if len(name) >= 7 else 1
    return len(name) >= 4 and abs(len(word) - len(name)) <= allowed and _distance(word, name) <= allowed


def _distance(a: str, b: str) -> int:
    """Edits between two short words, a swap of neighbours counting as one."""
    rows: list[list[int]] = [list(range(len(b) + 1))]
    for i, left in enumerate(a, start=1):
        row = [i]
        for j, right in enumerate(b, start=1):
            best = min(rows[-1][j] + 1, row[j - 1] + 1, rows[-1][j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


def _figures(text: str) -> _Class:
    return Kind.NUMERIC, tuple(re.split(r"[-./]", text)), ()


def _decade(text: str) -> _Class:
    return Kind.MASK, f"19{text[1]}X" if text[0] in "'’" else f"{text[:3]}X", ("decade",)


def _roman(text: str) -> _Class:
    return (Kind.MONTH, _ROMAN[text], ()) if text in _ROMAN else (Kind.OTHER, None, ())


_CLASSES: dict[str, Callable[[str], _Class]] = {
    "iso": _figures,
    "parts": _figures,
    "monthyear": _figures,
    "yearmonth": _figures,
    "group": lambda text: (Kind.NUMBER, int(text[:2]), ()),
    "decade": _decade,
    "mask": _mask,
    "years": _years,
    "shortyear": lambda text: (Kind.SHORT_YEAR, f"19{text[1:]}", ("two_digit_year",)),
    "day": lambda text: (Kind.NUMBER, int(re.sub(r"\D", "", text)), ("ordinal",)),
    "roman": _roman,
    "quarter": lambda text: (Kind.QUARTER, 32 + int(text[1]), ()),
    "number": _number,
    "ocrday": lambda text: (Kind.NUMBER, int(text.translate(_OCR_DIGITS)), ("typo",)),
    "ocr": lambda text: (Kind.NUMBER, int(text.translate(_OCR_DIGITS)), ("typo",)),
    "word": _word,
    "dash": lambda text: (Kind.DASH, None, ()),
}
