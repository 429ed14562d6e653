"""The layers round a caption: a description that quotes it, an export's fields behind it, labelled lines about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.reading.names import RANK
from archive.reading.pieces import Kind, Labelled, Person, Piece, Placed

_QUOTED = re.compile(
    r"(?P<label>\b(?:(?:Official|Original|Wartime|Press|Period|War Department|Typed) (?:caption|text"
    r"|Caption|Text)[^:\n\"“]{0,40}"
    r"|(?:Written|Typed|Stamped|Inscribed|Handwritten) on [^:\n\"“]{0,40}|Caption (?:on|from"
    r"|reads)[^:\n\"“]{0,40}|(?:Caption|Reverse|Verso) reads)\s?:)\s*[\"“]"
)
_EXPORT = re.compile(
    r"[\s\n](?P<first>Location Tags|drupal_ready|collection_name|collection_seq|field_\w+|nid|uuid"
    r"|vid)(?=[\s:])(?=[\s\S]{0,400}?(?:drupal_ready|collection_name|collection_seq|field_|uuid))"
)
_COLLECTION_NAME = re.compile(r"\bcollection_name\s*:?\s+(?P<name>[^\n]{2,100}?)(?=\s*(?:\n|\bcollection_seq\b|$))")
_FIELD = re.compile(r"^(?P<label>[A-Za-z][A-Za-z /]{2,24}|#)\s?:[ \t]*(?P<value>[^\n]+)$", re.MULTILINE)
_FIELD_KINDS = {
    "title": Kind.TITLE,
    "location": Kind.PLACE,
    "place": Kind.PLACE,
    "photographer": Kind.PERSON,
    "creator": Kind.PERSON,
    "source": Kind.SOURCE,
    "credit": Kind.CREDIT,
    "credit line": Kind.CREDIT,
    "repository": Kind.SOURCE,
    "collection": Kind.SOURCE,
}
_BODY_FIELDS = ("caption", "description", "original caption", "text")
_LAYOUT = re.compile(
    r"^\s*(?:Above|Below|Left|Right|Top|Bottom|Opposite|Overleaf|Previous page)\b:?\s*(?=[(\[]|[A-Z]{2,4}-\d)"
)


@dataclass(frozen=True)
class Frame:
    """Where the caption itself lies in the text, and the pieces that lie round it."""

    start: int
    end: int
    pieces: tuple[Piece, ...]
    body: tuple[int, int] | None = None


def find_frame(text: str) -> Frame:
    """The caption proper and what surrounds it."""
    pieces: list[Piece] = []
    start, end = 0, len(text)
    if export := _EXPORT.search(text):
        end = export.start()
        pieces += _export(text, export)
    if quoted := _QUOTED.search(text, start, end):
        start = quoted.end()
        pieces += _quoted_frame(text, quoted)
        closing = max(text.rfind('"', start, end), text.rfind("”", start, end))
        if closing > start:
            pieces.append(Piece(Kind.FURNITURE, closing, end, None, "quoted caption", 0.8))
            end = closing
    if layout := _LAYOUT.match(text, start, end):
        pieces.append(Piece(Kind.FURNITURE, layout.start(), layout.end(), None, "word of layout", 0.9))
    fields = list(_FIELD.finditer(text, start, end))
    if len(fields) < 2:
        return Frame(start, end, tuple(pieces))
    return Frame(start, end, (*pieces, *_fields(fields)), _body_field(fields))


def _quoted_frame(text: str, quoted: re.Match[str]) -> Iterator[Piece]:
    kind = Kind.EDITORIAL if not text[: quoted.start()].strip() else Kind.FURNITURE
    yield Piece(kind, quoted.start("label"), quoted.end("label"), Labelled("label"), "quoted caption", 0.9)
    if text[: quoted.start()].strip():
        yield Piece(Kind.FURNITURE, 0, quoted.start(), None, "description round a quoted caption", 0.8)


def _export(text: str, export: re.Match[str]) -> Iterator[Piece]:
    yield Piece(Kind.FURNITURE, export.start(), len(text), None, "fields of an export", 0.95)
    if name := _COLLECTION_NAME.search(text, export.start()):
        yield Piece(
            Kind.SOURCE, name.start("name"), name.end("name"), Labelled("collection"), "fields of an export", 0.95
        )


def _fields(fields: list[re.Match[str]]) -> Iterator[Piece]:
    for field in fields:
        label = field["label"].strip().casefold()
        yield Piece(Kind.FURNITURE, field.start("label"), field.start("value"), None, "labelled field", 0.9)
        if kind := _FIELD_KINDS.get(label):
            yield _field_piece(kind, field, label)
        if label not in _BODY_FIELDS:
            yield Piece(Kind.FURNITURE, field.start(), field.end(), None, "labelled field", 0.8)


def _field_piece(kind: Kind, field: re.Match[str], label: str) -> Piece:
    value = field["value"].strip().rstrip(".")
    start = field.start("value")
    if kind is Kind.PERSON:
        ranked = re.match(rf"(?P<rank>{RANK}) (?P<name>.+)", value)
        name, rank = (ranked["name"], ranked["rank"]) if ranked else (value, None)
        return Piece(kind, start, start + len(value), Person(name, "photographer", rank), "labelled field", 0.85)
    if kind is Kind.PLACE:
        return Piece(kind, start, start + len(value), Placed(None, "depicted", "certain"), "labelled field", 0.85)
    role = label if label in ("repository", "collection") else "source"
    return Piece(
        kind, start, start + len(value), Labelled(role) if kind is Kind.SOURCE else None, "labelled field", 0.9
    )


def _body_field(fields: list[re.Match[str]]) -> tuple[int, int] | None:
    for field in fields:
        if field["label"].strip().casefold() in _BODY_FIELDS:
            return field.start("value"), field.end("value")
    return None
