"""Text made comparable: for matching and indexing, never for display.

Marks, case, apostrophes and hyphens are dropped, and the simplified, traditional and Japanese forms of a Han character
become one (`data/han_forms.txt`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import filterfalse
from pathlib import Path

APOSTROPHES = "'’‘‛ʻʼʹ´`′＇ʿʾ"
HYPHENS = "-‐‑­⁃"
_HAN_FORMS = Path(__file__).with_name("data") / "han_forms.txt"
_LETTERS_WITHOUT_MARKS: dict[int, str] = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"}
)
_AROUND = ' \t\r\n\xa0\u3000.…,:;!?()[]“”"«»、。，．：；！？（）「」『』'
_NO_APOSTROPHES = str.maketrans("", "", APOSTROPHES)
_NO_APOSTROPHES_OR_HYPHENS = str.maketrans("", "", APOSTROPHES + HYPHENS)
_ONE_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(HYPHENS))
_DASHES = re.compile(r"-{2,}")
_POSSESSIVE = re.compile(rf"(?<=[^\W\d_])[{APOSTROPHES}][sS]\b")
HAN = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_TOKEN = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+(?:[-‐‑/.:][^\W_{HAN}]+)*")
_IN_TOKEN = re.compile(r"[-‐‑/.:]")
_LETTER_AT_END = re.compile(r"(?P<stem>[a-z]{1,4}\d{1,4})[a-z]")
_LONGEST_WORD = 64


def fold(text: str) -> str:
    """The comparable form: no marks (``ü`` is ``u``), case, apostrophes or hyphens; one form for each Han character."""
    return _without_marks(_DASHES.sub(" ", text).translate(_NO_APOSTROPHES_OR_HYPHENS))


def name_key(text: str) -> str:
    """The key of a name however it is spaced: ``Ping Yang``, ``P'ing-yang`` and ``Pingyang`` are one."""
    return "".join(fold(text).split())


def bare(text: str) -> str:
    """The text without the blanks and the punctuation around it, which are no part of a name."""
    return text.strip(_AROUND)


def marked_key(text: str) -> str:
    """A finer key which keeps the apostrophe and the ``ü``, so that Ch'u and Chu, Hsü and Hsu can be told apart."""
    kept = unicodedata.normalize("NFC", text).casefold().translate(_ONE_APOSTROPHE)
    return "".join("".join(char if char == "ü" else _without_marks(char) for char in kept).split())


def words(text: str) -> list[str]:
    """The lexemes a text is indexed by, in order.

    Folded words and numbers; a compound (``Liu-chou``, ``07041430/B``, ``B-25H``) whole and in its parts; a code also
    without its last letter (``b25``); Han characters singly and in pairs.
    """
    return [word for here in placed_words(text) for word in here]


def placed_words(text: str) -> list[Sequence[str]]:
    """The same lexemes by their places: what `query_words` gives for a phrase stands in a row.

    A compound stands where its first part does and where its last does, so that it has either neighbour.
    """
    return [here for token in _tokens(text) for here in _indexed(token)]


def query_words(text: str) -> list[str]:
    """The lexemes a query asks for, all of which must be among the `words` of a text that answers it."""
    return [word for token in _tokens(text) for word in _asked(token)]


def phrase_words(text: str) -> list[list[str]]:
    """The ways in which a phrase may stand in a text, each as lexemes in a row: compounds whole, and in their parts."""
    whole = query_words(text)
    parts = [word for token in _tokens(text) for word in (_asked(token) if _is_han(token) else _parts(token))]
    return [whole] if whole == parts else [whole, parts]


def han_key(text: str) -> str:
    """The text with every Han character in the form used as key."""
    return text.translate(_han_forms())


def _without_marks(text: str) -> str:
    if text.isascii():
        return text.lower()
    bare = "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", text)))
    return bare.casefold().translate(_plain_forms())


def _tokens(text: str) -> Iterator[str]:
    folded = _without_marks(_POSSESSIVE.sub("", _DASHES.sub(" ", text)).translate(_NO_APOSTROPHES))
    return (match.group() for match in _TOKEN.finditer(folded))


def _is_han(token: str) -> bool:
    return re.match(f"[{HAN}]", token) is not None


def _pairs(run: str) -> Iterator[str]:
    return (run[place : place + 2] for place in range(len(run) - 1))


@lru_cache(maxsize=50_000)
def _indexed(token: str) -> Sequence[Sequence[str]]:
    """The lexemes of a token, by the places that it takes. Captions often say the same."""
    if _is_han(token):
        return [(token,)] if len(token) == 1 else list(zip(token, [*_pairs(token), token[-2:]], strict=True))
    whole, (first, *others) = _IN_TOKEN.sub("", token)[:_LONGEST_WORD], _parts(token)
    placed = [[whole, first], *([part] for part in others[:-1]), [others[-1], whole]] if others else [[whole]]
    if stem := _LETTER_AT_END.fullmatch(whole):
        placed[-1].append(stem["stem"])
    return placed


def _parts(token: str) -> list[str]:
    return [part[:_LONGEST_WORD] for part in _IN_TOKEN.split(token)]


def _asked(token: str) -> Iterator[str]:
    if not _is_han(token):
        yield _IN_TOKEN.sub("", token)[:_LONGEST_WORD]
    elif len(token) == 1:
        yield token
    else:
        yield from _pairs(token)


@cache
def _plain_forms() -> dict[int, str]:
    return _LETTERS_WITHOUT_MARKS | _han_forms()


@cache
def _han_forms() -> dict[int, str]:
    lines = _HAN_FORMS.read_text(encoding="utf-8").splitlines()
    return {ord(form): line[0] for line in lines if not line.startswith("#") for form in line[1:]}
