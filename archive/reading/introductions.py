"""The sentence that introduces a campaign, as web pages write it: its names, in which scripts, and when it was.

``The “Ichigo Campaign” or “Operation Ichi-Go” (一号作戦 Ichi-gō Sakusen, lit. “Operation Number One”) was …`` and
``The Zhejiang-Jiangxi Campaign (Japanese: 浙贛作戦, …; pinyin: …), refers to …``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_VERB = re.compile(r"\b(?:was|were|is|are|refers|began|took place)\b")
_PARENTHESIS = re.compile(r"\(([^()]*)\)")
_QUOTED = re.compile(r"[\"“]([^\"“”]{2,120})[\"”]")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff々]+")
_ITEM = re.compile(r"[;,]")
_LABELS = {
    "japanese": "ja",
    "simplified chinese": "hans",
    "traditional chinese": "hant",
    "chinese": "han",
    "pinyin": "pinyin",
    "romanized": "romanized",
    "literally": "literal",
    "lit.": "literal",
}
_LABELLED = re.compile(
    rf"\s*({'|'.join(map(re.escape, sorted(_LABELS, key=len, reverse=True)))})\s*:?\s*(.+)", re.IGNORECASE | re.DOTALL
)
_JAPANESE_ONLY = re.compile(r"[\u3040-\u30ff々戦]")
_TITLE = re.compile(r"^(?:The\s+)?(.+)$", re.DOTALL)


@dataclass(frozen=True)
class NamedAs:
    """A name found in an introduction: its words as they stand there, and what kind of name it is.

    `system` is one of english, ja, hans, hant, han (characters of no stated language), pinyin, romanized, literal.
    """

    text: str
    system: str


def names_in(introduction: str) -> list[NamedAs]:
    """The names that an introduction gives before its verb, in order and each once. Empty when it gives none."""
    verb = _VERB.search(introduction)
    head = introduction[: verb.start()] if verb else ""
    found = [*_outside(_PARENTHESIS.sub(" ", head))]
    for match in _PARENTHESIS.finditer(head):
        found.extend(_inside(match.group(1)))
    return list(dict.fromkeys(found))


def _outside(text: str) -> Iterator[NamedAs]:
    quoted = _QUOTED.findall(text)
    if quoted:
        yield from (NamedAs(name.strip(), "english") for name in quoted)
        return
    title = _TITLE.match(text.strip(" ,.;:\n"))
    if title:
        yield NamedAs(title.group(1).strip(), "english")


def _inside(text: str) -> Iterator[NamedAs]:
    """The names in a parenthesis, whose items are kept apart by commas and semicolons."""
    for item in _ITEM.split(text):
        labelled = _LABELLED.fullmatch(item)
        if labelled:
            yield NamedAs(labelled.group(2).strip(' "“”'), _LABELS[labelled.group(1).lower()])
        else:
            yield from _unlabelled(item.strip(' "“”'))


def _unlabelled(item: str) -> Iterator[NamedAs]:
    for run in _HAN.findall(item):
        yield NamedAs(run, "ja" if _JAPANESE_ONLY.search(run) else "han")
    rest = " ".join(_HAN.sub(" ", item).split())
    if rest:
        yield NamedAs(rest, "romanized")
