"""A saved gallery page: a banner, a title, an introduction, and captions one a line, as an old web site showed them."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from archive.ingest.errors import NotImportable

MOST_BYTES = 5_000_000
MOST_LETTERS = 20_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LONGEST_TITLE = 100
_SENTENCE_MARK = re.compile(r"[.!?。!?]")
_CUT = ("...", "…")


@dataclass(frozen=True)
class Line:
    """One line of a page, without its line end: its number, counted from 1, and its words."""

    number: int
    text: str


@dataclass(frozen=True)
class Caption:
    """One caption: its line, its words letter for letter, and the key under which it is imported only once."""

    line: int
    text: str
    key: str

    @property
    def is_cut(self) -> bool:
        """Whether the site cut it, which it showed by three dots at the end."""
        return self.text.rstrip().endswith(_CUT)


@dataclass(frozen=True)
class Page:
    """A gallery page as saved: where it lay, what it is called, how it introduces itself, and its captions."""

    file_name: str
    sha256: str
    title: str
    introduction: str
    captions: tuple[Caption, ...]


def read_page(path: Path) -> Page:
    """Read a saved page, UTF-8. Raises NotImportable in one line that says what is wrong and what to do."""
    data = _bytes(path)
    lines = [Line(number, text) for number, text in enumerate(_text(path, data).split("\n"), start=1)]
    title, introduction, rest = _head(_blocks([Line(line.number, line.text.removesuffix("\r")) for line in lines]))
    captions = _captions([line for block in rest for line in block])
    if not captions:
        raise NotImportable(
            f"{path.name} has no captions. A page has a title, an introduction and captions one a line, with blank "
            "lines between the three."
        )
    return Page(path.name, hashlib.sha256(data).hexdigest(), title, introduction, tuple(captions))


def page_of_lines(lines: Sequence[str]) -> Page:
    """A page without a head, of captions that were pasted in, one a line."""
    text = "\n".join(lines)
    numbered = [Line(number, line) for number, line in enumerate(lines, start=1)]
    return Page("pasted", hashlib.sha256(text.encode()).hexdigest(), "", "", tuple(_captions(numbered)))


def _bytes(path: Path) -> bytes:
    try:
        if path.is_file() and path.stat().st_size > MOST_BYTES:
            raise NotImportable(
                f"{path.name} is larger than {MOST_BYTES // 1_000_000} MB, which no page of captions is. Split it, or "
                "check that it is the right file."
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise NotImportable(f"There is no file {path}. Check the name.") from None
    except OSError as error:
        raise NotImportable(f"{path} cannot be read: {error.strerror}.") from error


def _text(path: Path, data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise NotImportable(
            f"{path.name}, line {line}: not UTF-8 text. Save the page as plain text in UTF-8."
        ) from error
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        raise NotImportable(f"{path.name}, line {line}: not text. Save the page as plain text in UTF-8.")
    if not text.strip():
        raise NotImportable(f"{path.name} is empty. Save the page again.")
    return _with_lines_of_fair_length(path, text)


def _with_lines_of_fair_length(path: Path, text: str) -> str:
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MOST_LETTERS:
            raise NotImportable(
                f"{path.name}, line {number}: {len(line):,} letters, and no caption has more than {MOST_LETTERS:,}. "
                "Check that it is a page of captions."
            )
    return text


def _blocks(lines: list[Line]) -> list[list[Line]]:
    """The runs of lines between blank lines."""
    runs = groupby(lines, key=lambda line: bool(line.text.strip()))
    return [list(run) for filled, run in runs if filled]


def _head(blocks: list[list[Line]]) -> tuple[str, str, list[list[Line]]]:
    """Tell the title and the introduction from the captions. What stands above the title is the site's banner."""
    for place, block in enumerate(blocks[:-1]):
        if len(block) == 1 and _is_title(block[0].text):
            rest = blocks[place + 1 :]
            if len(rest) > 1 and len(rest[0]) == 1:
                return block[0].text.strip(), rest[0][0].text.strip(), rest[1:]
            return block[0].text.strip(), "", rest
    return "", "", blocks


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and not _SENTENCE_MARK.search(text)


def _captions(lines: list[Line]) -> list[Caption]:
    """The captions with their keys. Equal ones are told apart by their turn: two prints may carry the same words."""
    turns: Counter[str] = Counter()
    captions = []
    for line in lines:
        digest = hashlib.sha256(line.text.encode()).hexdigest()
        turns[digest] += 1
        captions.append(Caption(line.number, line.text, f"{digest}-{turns[digest]}"))
    return captions
