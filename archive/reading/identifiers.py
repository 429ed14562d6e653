"""Identifiers in a caption; a code of the press office that does not conform is found by its label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from archive.reading.codes import PRO, normalized, read_code
from archive.reading.pieces import Identifier, Kind, Piece
from archive.reading.schemes import Code, claims, settled
from archive.vocabulary.codes import BY_KEY

_NEARLY_PRO = re.compile(
    r"\b(?i:code)(?i:\s+(?:number|no\.?))?\s*[:#.]?\s*(?P<code>[0-9OIl]{8}[-/\\ ]?[A-Za-z0-9]?)(?![\w/])"
)
_NONCONFORMING = ("nonconforming", "suspected_transcription")


def find_identifiers(text: str) -> Iterator[Piece]:
    """Every identifier in the text, without overlap."""
    nearly = list(_nearly(text))
    for scheme, start, end in settled(chain(nearly, claims(text)), len(text)):
        flags = _NONCONFORMING if (scheme, start, end) in nearly else ()
        value = Identifier(scheme.key, normalized(scheme, text[start:end]), flags)
        yield Piece(Kind.IDENTIFIER, start, end, value, f"scheme {scheme.key}", 0.95 if scheme.frames else 0.99)


def _nearly(text: str) -> Iterator[Code]:
    for match in _NEARLY_PRO.finditer(text):
        reading = read_code(match["code"])
        if reading.scheme == PRO and not reading.conforms:
            yield BY_KEY[PRO], match.start("code"), match.end("code")
