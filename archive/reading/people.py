"""People in a caption: those with a rank, and those with a form of address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.reading.names import HOME, NAME, RANK
from archive.reading.pieces import Kind, Person, Piece

_POSITION = r"(?: \((?:left|right|cent(?:er|re)|second|third|front|rear|standing|seated|at)[^()\n]{0,30}\))?"
_RANKED = re.compile(rf"(?<![\w/.])(?P<rank>{RANK})\s(?P<name>{NAME})(?:{_POSITION}(?:,| of|, of)\s(?P<home>{HOME}))?")
_ADDRESSED = re.compile(
    rf"\b(?P<name>(?:Mrs|Mr|Miss|Ms|Dr|Madame|Mme|Sir|Lady|Rev|Father|Bishop)\.? {NAME})(?:(?:,| of"
    rf"|, of)\s(?P<home>{HOME}))?"
)
_TITLED = re.compile(
    r"\b(?:Ambassador|President|Prime Minister|Premier|Minister|Consul(?: General)?|Governor|Mayor|Senator|Chaplain)"
    rf" (?P<name>{NAME})(?P<home>)?"
)
_ASIDE = re.compile(
    r"(?:wife|widow|son|daughter|brother|sister|father|mother|fianc[ée]e?|namesake) of (?:the late )?$"
    r"|(?:named|christened) (?:for|after) (?:[\w ,.]{0,60})$|made famous by (?:the )?$|in honou?r of $",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(
    r"(?:under(?: the command of)?|commanded by|led by|on behalf of|orders? (?:of|from)|message from"
    r"|to meet|for) (?:the )?$",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"(?:[^.;\n]|(?<=\b\w\w)\.|(?<=\b\w\w\w)\.){0,80}?\b(?:will|would|is to|was to)\b")
"""Who will do something is not yet shown doing it."""
_NO_NAMES = frozenset(
    re.findall(
        r"\S+",
        r"Japanese Chinese American Allied British Indian Headquarters Hospital Motors Electric Staff Army "
        r"Air Corps Area "
        r"Force Field Road Street Base Group Squadron Office The Of In And From A An I Orders Chiefs Post Store Order ",
    )
)
_LOOK_BACK = 90


def find_people(text: str) -> Iterator[Piece]:
    """Every person named with a rank or form of address, but for those named only to explain a name or a kinship."""
    for match in _RANKED.finditer(text):
        if piece := _person(text, match, match["rank"]):
            yield piece
    for match in (*_ADDRESSED.finditer(text), *_TITLED.finditer(text)):
        if piece := _person(text, match, None):
            yield piece


def trimmed_name(name: str) -> str:
    """The name without words at its end that belong to what follows (“Chennault Headquarters”)."""
    words = name.split(" ")
    while len(words) > 1 and words[-1].strip(".,") in _NO_NAMES:
        words.pop()
    return " ".join(words).rstrip(",")


def _person(text: str, match: re.Match[str], rank: str | None) -> Piece | None:
    name = trimmed_name(match["name"])
    if name.split(" ")[0].strip(".") in _NO_NAMES:
        return None
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    if _ASIDE.search(before):
        return None
    role = "mentioned" if _SPOKEN_OF.search(before) or _TO_COME.match(text, match.end()) else "depicted"
    home = (match["home"] or None) if len(name) == len(match["name"]) else None
    end = match.end() if home else match.start("name") + len(name)
    value = (
        Person(name.rstrip("."), role, rank, home)
        if name.endswith(".") and not _ends_in_initial(name)
        else Person(name, role, rank, home)
    )
    return Piece(Kind.PERSON, match.start(), end, value, "rank and name" if rank else "form of address", 0.9)


def _ends_in_initial(name: str) -> bool:
    return re.search(r"(?:^| )[A-Z]\.$|(?:Jr|Sr)\.$", name) is not None
