"""Chinese and Japanese dates: 1944年11月上旬, 民國三十三年, 昭和十九年十一月十日, 1940年代初.

A year without its era or century (33年) is not read, and neither is a day of the lunar calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archive.reading.calendar.assembly import Expression, express
from archive.reading.calendar.atoms import Atom
from archive.reading.calendar.lexicon import Kind

_DIGIT = "[0-9０-９〇零○Ｏ一二三四五六七八九十廿卅百元]"
_ERAS = {
    "民國前": (1912, -1),
    "民国前": (1912, -1),
    "民前": (1912, -1),
    "中華民國": (1911, 1),
    "中华民国": (1911, 1),
    "民國": (1911, 1),
    "民国": (1911, 1),
    "昭和": (1925, 1),
    "大正": (1911, 1),
    "明治": (1867, 1),
    "康德": (1933, 1),
    "皇紀": (-660, 1),
    "皇纪": (-660, 1),
    "紀元": (-660, 1),
}
_EDGES = {
    ("昭和", 1): ("1926-12-25", "1926-12-31"),
    ("昭和", 64): ("1989-01-01", "1989-01-07"),
    ("大正", 1): ("1912-07-30", "1912-12-31"),
    ("大正", 15): ("1926-01-01", "1926-12-24"),
    ("明治", 45): ("1912-01-01", "1912-07-29"),
    ("康德", 1): ("1934-03-01", "1934-12-31"),
    ("康德", 12): ("1945-01-01", "1945-08-18"),
}
"""Years of an era that are not whole years, with the days they have."""

_DAY_MARK = "[日号號]"
_DATE = re.compile(
    rf"""(?P<lunar>農曆|农历|陰曆|阴历|舊曆|旧历|旧暦|夏曆)?
    (?:(?:公元|西元|西暦)?
       (?:(?P<decade>(?:\d{{3}}0|(?:20|二十)世[紀纪]\s?(?P<tens>[1-9]0|[一二三四五六七八九]十))年代)
         |(?P<era>{"|".join(_ERAS)})\s?(?P<n>{_DIGIT}{{1,6}})\s?年
         |(?P<year>\d{{4}}|[〇零○一二三四五六七八九]{{4}})\s?年))
    (?P<yearpart>初期|初|上半年|下半年|前半|後半|后半|中期|中頃|年中|末期|後期|后期|年底|年末|末|底|春[天季]?|夏[天季]?|秋[天季]?|冬[天季]?)?
    (?:\s?(?P<month>{_DIGIT}{{1,3}})\s?月
       (?:份)?(?P<third>上旬|中旬|下旬|初旬|初|中|底|末)?
       (?:\s?(?P<day>{_DIGIT}{{1,3}})\s?{_DAY_MARK})?)?""",
    re.VERBOSE,
)
_DOTTED = re.compile(
    rf"(?P<era>{'|'.join(_ERAS)})\s?(?P<n>\d{{1,4}})[.．/／](?P<month>\d{{1,2}})[.．/／](?P<day>\d{{1,2}})(?!\d)"
)
_TAIL = re.compile(
    rf"(?:(?P<season>[春夏秋冬])[天季]?)?(?:(?P<month>{_DIGIT}{{1,3}})\s?月(?P<third>上旬|中旬|下旬|初|底"
    rf"|末)?)?(?:\s?(?P<day>{_DIGIT}{{1,3}})\s?{_DAY_MARK})?"
)
_MONTH_AND_DAY = re.compile(
    rf"(?<![年至到~～〜—–-])(?<!{_DIGIT})(?P<month>{_DIGIT}{{1,3}})\s?月\s?(?P<day>{_DIGIT}{{1,3}})\s?{_DAY_MARK}"
)
_JOINT = re.compile(
    r"\s?(?:(?P<to>から|至|到|～|〜|~|–|—|-)|(?P<or>或者?|または|または|又は|もしくは)|(?P<and>和|及|與|与|と))\s?"
)
_SIDES = re.compile(
    r"\s?(?:(?P<before>之前|より前|前(?![後后半]))|(?P<by>以前|為止|为止|まで)|(?P<after>之[後后]|より後|[後后](?!半))"
    r"|(?P<since>以[後后降來来]|起))"
)
_AROUND = re.compile(r"\s?(?:頃|ころ|ごろ|左右|前[後后])")
_ABOUT = re.compile(r"(?:大約|大约|約|约)\s?$")
_PERHAPS = re.compile(r"\s?(?:[?？]|か(?![らも])|[（(][?？][）)])")
_MAYBE = re.compile(r"(?:可能|大概|恐らく|おそらく|疑)(?:是)?\s?$")
_NUMERALS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "Ｏ": 0, "元": 1}
_WORDS_FOR_PORTIONS = {
    "early": "初 初期 初旬 上旬",
    "mid": "中 中期 中頃 年中 中旬",
    "late": "末 底 末期 後期 后期 年底 年末 下旬",
    "half1": "前半 上半年",
    "half2": "後半 后半 下半年",
}
_PORTIONS = {word: portion for portion, words in _WORDS_FOR_PORTIONS.items() for word in words.split()}
_SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
_MARK_BEFORE = 6


def find_east_asian(text: str) -> Iterator[Expression]:
    """Every Chinese or Japanese date in a text, with `start` and `end` counted in characters."""
    place = 0
    while match := _DATE.search(text, place):
        dotted = None if match["month"] else _DOTTED.match(text, match.start())
        place = max(match.end(), place + 1)
        expression = _expression(text, dotted or match)
        if expression is not None:
            place = expression.end
            yield expression
    yield from (found for found in map(_from_dots, _DOTTED.finditer(text)) if found)
    yield from map(_without_year, _MONTH_AND_DAY.finditer(text))


def _without_year(match: re.Match[str]) -> Expression:
    atom = Atom(year=None, month=_number(match["month"]), day=_number(match["day"]))
    return express((atom,), None, match.start(), match.end())


def _from_dots(match: re.Match[str]) -> Expression | None:
    atom = _atom(match)
    return express((atom,), None, match.start(), match.end()) if atom else None


def _expression(text: str, match: re.Match[str]) -> Expression | None:
    first = _atom(match)
    if first is None or match["lunar"]:
        return None
    atoms, joint, end = [first], None, match.end()
    if joined := _JOINT.match(text, end):
        other = _other(text, joined.end(), first)
        if other:
            joint = {"to": Kind.TO, "or": Kind.OR, "and": Kind.AND}[str(joined.lastgroup)]
            atoms, end = [first, other[0]], other[1]
    elif text[end : end + 1] in _SEASONS and (other := _other(text, end, first)):
        joint, atoms, end = Kind.OR, [first, other[0]], other[1]
    start, mark, end = _marks(text, match.start(), end)
    marked = tuple(replace(atom, mark=mark, flags=atom.flags + _mark_flags(mark)) for atom in atoms)
    side = _SIDES.match(text, end)
    if side and joint is None:
        return express(marked, None, start, side.end(), side=str(side.lastgroup))
    return express(marked, joint, start, end)


def _other(text: str, place: int, first: Atom) -> tuple[Atom, int] | None:
    """The second part of a range or choice: a whole date, or a month or day of the year already said."""
    if whole := _DATE.match(text, place):
        atom = _atom(whole)
        return (atom, whole.end()) if atom else None
    tail = _TAIL.match(text, place)
    if tail is None or not (tail["month"] or tail["day"] or tail["season"]):
        return None
    if tail["season"]:
        return Atom(year=first.year, month=_SEASONS[tail["season"]]), tail.end()
    month = _number(tail["month"]) if tail["month"] else first.month
    day = _number(tail["day"]) if tail["day"] else None
    portion = _PORTIONS.get(tail["third"] or "")
    return Atom(year=first.year, month=month, day=day, portion=portion), tail.end()


def _marks(text: str, start: int, end: int) -> tuple[int, str, int]:
    """Where the date begins and ends with the words of doubt about it, and their mark."""
    mark = ""
    if about := _ABOUT.search(text, max(0, start - _MARK_BEFORE), start):
        mark, start = "~", about.start()
    if maybe := _MAYBE.search(text, max(0, start - _MARK_BEFORE), start):
        mark, start = mark + "?", maybe.start()
    if around := _AROUND.match(text, end):
        mark, end = mark + "~", around.end()
    if perhaps := _PERHAPS.match(text, end):
        mark, end = mark + "?", perhaps.end()
    return start, "%" if {"~", "?"} <= set(mark) else mark[:1], end


def _mark_flags(mark: str) -> tuple[str, ...]:
    return {"~": ("approximate",), "?": ("uncertain",), "%": ("approximate", "uncertain")}.get(mark, ())


def _atom(match: re.Match[str]) -> Atom | None:
    found = match.groupdict()
    if found.get("decade"):
        return _decade(found["decade"], found["tens"], found["yearpart"])
    year, flags = _year(found)
    if year is None:
        return None
    month = _number(found["month"]) if found.get("month") else None
    day = _number(found["day"]) if found.get("day") else None
    part = found.get("third") or found.get("yearpart") or ""
    edge = _EDGES.get((found.get("era") or "", _number(found.get("n") or "0")))
    if edge and month is None:
        return Atom(year=year, run=edge, flags=flags)
    if part[:1] in _SEASONS:
        month = _SEASONS[part[0]]
    return Atom(year=year, month=month, day=day, portion=None if day else _PORTIONS.get(part), flags=flags)


def _year(found: dict[str, str]) -> tuple[str | None, tuple[str, ...]]:
    if found.get("year"):
        return "".join(str(_digit(char)) for char in found["year"]), ()
    base, step = _ERAS[found["era"]]
    year = base + step * _number(found["n"])
    return (f"{year:04}", ("era",)) if 1 <= year <= 9999 and _number(found["n"]) else (None, ())


def _decade(text: str, tens: str | None, part: str | None) -> Atom:
    year = f"19{_number(tens) // 10}X" if tens else f"{text[:3]}X"
    return Atom(year=year, portion=_PORTIONS.get(part or ""), flags=("decade",))


def _digit(char: str) -> int:
    return _NUMERALS[char] if char in _NUMERALS else int(char)


def _number(text: str) -> int:
    """A number in figures of any width, in digits (一九) or in tens (三十三, 廿一)."""
    spelt = text.replace("廿", "二十").replace("卅", "三十")
    if "百" in spelt:
        hundreds, _, rest = spelt.partition("百")
        return 100 * _number(hundreds or "一") + _number(rest.lstrip("零〇") or "〇")
    if "十" in spelt:
        tens, _, ones = spelt.partition("十")
        return 10 * (_number(tens) if tens else 1) + (_number(ones) if ones else 0)
    return int("".join(str(_digit(char)) for char in spelt))
