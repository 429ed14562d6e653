"""Which scans are front and back of one print, told from what the files are called. No files are opened.

    012.tif  012b.tif             012_verso.jpg   012-back     back/012.tif
    012a.tif 012b.tif             012r / 012v     front_012    012_detail2.tif

A word (verso, back, recto, front, detail) says it by itself, and so do r and v behind a dash. A single letter says it
only in company: `012b` is a back beside `012` or `012a`, and alone it may be print 12b. What can be meant in two ways
is unclear: it is shown and waits to be renamed, and is never guessed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from unicodedata import normalize

from archive.vocabulary.numbers import natural_key

RECTO, VERSO, DETAIL = "recto", "verso", "detail"

_WORDS = {
    "recto": RECTO, "front": RECTO, "obverse": RECTO, "verso": VERSO, "back": VERSO, "reverse": VERSO,
    "detail": DETAIL, "det": DETAIL, "slip": DETAIL, "r": RECTO, "v": VERSO,
}  # fmt: skip
_LETTERS = {"a": RECTO, "b": VERSO, "r": RECTO, "v": VERSO}
_LONG = "|".join(word for word in _WORDS if len(word) > 1)
_BEHIND = re.compile(rf"(?P<stem>.+?)[ _.-]+\(?(?P<word>{_LONG}|r|v)\)?[ _.-]*\d*", re.IGNORECASE)
_GLUED = re.compile(r"(?P<stem>.*\d)(?P<word>recto|verso|front|back)", re.IGNORECASE)
_BEFORE = re.compile(rf"(?P<word>{_LONG})[ _.-]+(?P<stem>.+)", re.IGNORECASE)
_LETTER = re.compile(r"(?P<stem>.*\d)[ _.-]?(?P<letter>[a-z])", re.IGNORECASE)
_SYSTEM = re.compile(r"\.|~|thumbs\.db$|desktop\.ini$", re.IGNORECASE)


@dataclass(frozen=True)
class Side:
    """A file and the side it is."""

    name: str
    side: str


@dataclass(frozen=True)
class Print:
    """One print: what its files are called alike, and its sides, fronts first."""

    name: str
    sides: tuple[Side, ...]


@dataclass(frozen=True)
class Unclear:
    """Files whose names can be meant in two ways, and which two."""

    names: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Pairing:
    """The prints in the natural order of their names, and what is unclear."""

    prints: tuple[Print, ...]
    unclear: tuple[Unclear, ...]

    @property
    def files(self) -> int:
        """How many files are clear."""
        return sum(len(one.sides) for one in self.prints)


@dataclass(frozen=True)
class _Read:
    """A name as first read: the print, the side if a word says it, and the letter that may be one."""

    name: str
    stem: str
    side: str = ""
    letter: str = ""


def pair(names: Iterable[str]) -> Pairing:
    """Pair files by their names (paths below the folder, with slashes). Files of the system are left out."""
    reads = [_read(name) for name in names if not is_systems(name)]
    groups: dict[str, list[_Read]] = defaultdict(list)
    for read in reads:
        groups[read.stem.casefold()].append(read)
    outcomes = [_group(group) for _key, group in sorted(groups.items(), key=lambda item: natural_key(item[0]))]
    prints = tuple(one for one in outcomes if isinstance(one, Print))
    return Pairing(prints, tuple(one for one in outcomes if isinstance(one, Unclear)))


def is_systems(name: str) -> bool:
    """Whether a file or a folder above it is one that computers lay down for themselves, such as Thumbs.db."""
    return any(_SYSTEM.match(part) for part in PurePosixPath(name).parts)


def _read(name: str) -> _Read:
    path = PurePosixPath(normalize("NFC", name))
    folders = [part for part in path.parent.parts if part.casefold() not in _WORDS]
    words = [_WORDS[part.casefold()] for part in path.parent.parts if part.casefold() in _WORDS]
    if words:
        return _Read(name, "/".join([*folders, path.stem]), words[-1])
    return _of_stem(name, path.stem, "".join(f"{part}/" for part in folders))


def _of_stem(name: str, stem: str, above: str) -> _Read:
    for form in (_BEHIND, _GLUED, _BEFORE):
        if found := form.fullmatch(stem):
            return _Read(name, above + found["stem"], _WORDS[found["word"].casefold()])
    if found := _LETTER.fullmatch(stem):
        return _Read(name, above + found["stem"], letter=found["letter"].casefold())
    return _Read(name, above + stem)


def _group(group: Sequence[_Read]) -> Print | Unclear:
    names = tuple(read.name for read in group)
    letters = {read.letter for read in group if read.letter}
    if letters and (reason := _doubt(group, letters)):
        return Unclear(names, reason)
    sides = [Side(read.name, read.side or _LETTERS.get(read.letter, RECTO)) for read in group]
    for side in (RECTO, VERSO):
        twice = [one.name for one in sides if one.side == side]
        if len(twice) > 1:
            return Unclear(names, f"{' and '.join(twice)} would both be the {_word(side)}. Rename or take away one.")
    order = (RECTO, VERSO, DETAIL)
    return Print(group[0].stem, tuple(sorted(sides, key=lambda one: (order.index(one.side), natural_key(one.name)))))


def _doubt(group: Sequence[_Read], letters: set[str]) -> str:
    """Why letters do not say which side is which; nothing when they do."""
    plain = [read for read in group if not read.letter]
    if letters in ({"a", "b"}, {"r", "v"}) and not plain:
        return ""
    if len(letters) == 1 and letters <= {"b", "v"} and plain:
        return ""
    if len(group) == 1:
        name = PurePosixPath(group[0].name).stem
        return f"{name} may be a print of its own or a side of another. Write {name}_recto or {name}_verso."
    return "These may be sides of one print or prints of their own. Write _recto or _verso behind the sides."


def _word(side: str) -> str:
    words: Mapping[str, str] = {RECTO: "front", VERSO: "back"}
    return words[side]
