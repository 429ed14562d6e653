"""Names of places in a text: every name the gazetteer has, longest first, in any script and however it is spaced.

Also names it has not: capitalised words that a preposition of place leads to. A form with several owners gives all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.reading.folding import fold
from archive.reading.gazetteer import Gazetteer, PlaceCandidate

_LETTER = r"[^\W\d_\u3400-\u9fff\uf900-\ufaff]"
_WORD = re.compile(rf"[\u3400-\u9fff\uf900-\ufaff]|{_LETTER}+(?:['’ʻʼ‘`-]{_LETTER}+)*")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_LONGEST_GAP = 2
_ITSELF = 10
_LONGEST_NAME = 12
_COMPASS = frozenset(["north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "central"])
_UNKNOWN = re.compile(
    r"(?<![\w'’-])(?:at|in|near|outside|entering|In|At|Near|(?:north|south|east|west|northeast|northwest"
    r"|southeast|southwest) of"
    r"|(?:cross(?:es|ing|ed)?|across|over|along|down|up|on) the(?= (?:[A-Z][a-z]+ ){1,2}(?:River|Lake"
    r"|Pass|Gorge|Mountains?|Road|Ferry|Highway)\b))"
    r"\s(?:the\s)?(?P<name>[A-Z][a-zà-ÿ]+(?:['’][a-z]+)?(?:[ -](?:[A-Z][a-zà-ÿ]+(?:['’][a-z]+)?"
    r"|of(?= [A-Z]))){0,4})(?![\w'’])"
)
_UNKNOWN_BEFORE_COUNTRY = re.compile(
    r"(?<![\w'’-])(?P<name>[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+){0,2})"
    r"(?=, (?:[A-Z][a-z]+(?: [Pp]rovince)?, )?(?:China|Burma|India|Indochina|Indo-China|Ceylon|Siam|Japan|Formosa)\b)"
)
_NOT_PLACES = frozenset(
    re.findall(
        r"\S+",
        r"January February March April May June July August September October November December Jan Feb Mar "
        r"Apr Jun Jul "
        r"Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Spring Summer Fall Autumn "
        r"Winter WWII World Christmas Japanese Chinese American British Allied Indian Army Navy Air Force "
        r"Marine Signal "
        r"Corps General Gen Capt Captain Lt Major Maj Col Colonel Sgt Photo The This That These Those He "
        r"She It They We "
        r"His Her Their Operation Ichigo Sino War Red Cross English French German Official Headquarters "
        r"Company Battalion "
        r"Regiment Division Squadron Group God Ichi Front Left Right Center Background Foreground Detachment Hostel "
        r"Building Hangar ",
    )
)


@dataclass(frozen=True)
class Toponym:
    """A name in the text and the places it may mean; none, if no gazetteer has it."""

    start: int
    end: int
    candidates: tuple[PlaceCandidate, ...]

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of the places it may mean."""
        return frozenset(candidate.kind for candidate in self.candidates)


def find_toponyms(text: str, gazetteer: Gazetteer) -> Iterator[Toponym]:
    """Every name that the gazetteer has, without overlap."""
    words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    place = 0
    while place < len(words):
        found = _longest(text, words, place, gazetteer)
        if found is None:
            place += 1
            continue
        toponym, count = found
        yield toponym
        place += count


def find_unknown(text: str) -> Iterator[Toponym]:
    """Capitalised names after “at”, “in” or “near”, or before a country, that are no months, ranks or nationalities."""
    for pattern in (_UNKNOWN, _UNKNOWN_BEFORE_COUNTRY):
        for match in pattern.finditer(text):
            words = re.split(r"[ -]", match["name"])
            if words[0] not in _NOT_PLACES and len(words[0]) > 2:
                yield Toponym(match.start("name"), match.end("name"), ())


def ranked(candidates: Sequence[PlaceCandidate], context: frozenset[str]) -> tuple[PlaceCandidate, ...]:
    """The candidates, those first that lie in or beside places of the context."""
    return tuple(sorted(candidates, key=lambda one: -_nearness(one, context)))


def choose(candidates: Sequence[PlaceCandidate], context: frozenset[str]) -> PlaceCandidate | None:
    """The place meant, if that can be said: the only owner, the only one in context, or a city among lesser places."""
    if len(candidates) == 1:
        return candidates[0]
    best = max((_nearness(one, context) for one in candidates), default=0)
    fitting = [one for one in candidates if _nearness(one, context) == best] if best else list(candidates)
    if len(fitting) == 1:
        return fitting[0]
    great = [one for one in fitting if one.kind in ("city", "province", "country") and one.sure]
    lesser = all(one.kind in ("county", "town", "village", "river") for one in fitting if one not in great)
    return great[0] if len(great) == 1 and lesser else None


def _nearness(candidate: PlaceCandidate, context: frozenset[str]) -> int:
    """How much of what the place lies in the context names; the most where it names the place itself."""
    return len(context.intersection(candidate.within)) + (_ITSELF if candidate.place_id in context else 0)


def _longest(
    text: str, words: Sequence[tuple[int, int]], place: int, gazetteer: Gazetteer
) -> tuple[Toponym, int] | None:
    start = words[place][0]
    if not (text[start].isupper() or _HAN.match(text[start])):
        return None
    key, best, after = "", None, start
    for count, (begin, end) in enumerate(words[place : place + _LONGEST_NAME], start=1):
        if not _continues(text, after, begin, key):
            break
        key, after = key + "".join(fold(text[begin:end]).split()), end
        if not gazetteer.begins_name(key):
            break
        candidates = gazetteer.candidates(key)
        if candidates and text[end - 1 : end].strip() and _stands_as_name(text, start, end, count):
            best = Toponym(start, end, tuple(candidates)), count
    return best


def _continues(text: str, after: int, begin: int, key: str) -> bool:
    """Whether the next word may belong to the same name: nothing but a blank or hyphen between, and Han with Han."""
    gap = text[after:begin]
    return not key or (len(gap) <= _LONGEST_GAP and not gap.strip(" -\u2010"))


def _stands_as_name(text: str, start: int, end: int, count: int) -> bool:
    """Not the beginning of a longer word or name (“China Theater”), and not a mere point of the compass."""
    word = text[start:end]
    if word.casefold() in _COMPASS:
        return False
    if _HAN.match(text[start]):
        return True
    if count == 1 and len(word) <= 3:
        return False
    return not (
        text[end : end + 1] == "-" and text[end + 1 : end + 2].isupper() and count == 1 and word in ("China", "Burma")
    )
