"""What is written on a print, with the words marked that statements rest on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from archive.models import Photo, Statement, Transcription
from archive.public import pages
from archive.public.correctable import tell_url
from archive.public.discretion import discreet, unnamed
from archive.reading.marking import around, segments
from archive.search.showing import visible_writings

_AROUND = 120
"""Letters before and after the words a statement rests on, for a reader to see them among their like."""


def quote_of(statement: Statement) -> pages.Quote | None:
    """The words a statement rests on, where they stand; None when visitors may not read them, or they stand no more."""
    rows = (row for row in visible_writings(statement.photo) if row.pk == statement.transcription_id)
    row, start, end = next(rows, None), statement.span_start or 0, statement.span_end or 0
    if row is None or not end or row.text[start:end] != statement.as_written:
        return None
    before, words, after = around(row.text, start, end, _AROUND)
    return pages.Quote(
        where=" · ".join([str(row.get_carrier_display()), str(row.get_layer_display())]),
        language=row.language,
        before=before,
        words=words,
        after=after,
        url=f"{statement.photo.get_absolute_url()}#{_key(statement)}",
        is_struck=row.layer == Transcription.Layer.STRUCK_OUT,
    )


def writings_of(photo: Photo) -> list[pages.Writing]:
    """All that is written on a photograph whose statements are fetched."""
    spans: dict[int, list[tuple[int, int, str]]] = {}
    texts = {row.pk: row.text for row in visible_writings(photo)}
    for statement in _pointing(photo):
        start, end = statement.span_start or 0, statement.span_end or 0
        # Words that were corrected since no longer stand where the statement found them.
        if texts.get(statement.transcription_id or 0, "")[start:end] == statement.as_written:
            spans.setdefault(statement.transcription_id or 0, []).append((start, end, _key(statement)))
    names = unnamed(photo)
    return [_writing(row, spans.get(row.pk, []), photo.number, names) for row in visible_writings(photo)]


def _pointing(photo: Photo) -> Iterator[Statement]:
    """The standing statements that point at words of this print."""
    statements = chain(photo.datings.all(), photo.place_mentions.all(), photo.subjects.all(), photo.codes.all())
    return (one for one in statements if one.is_standing() and one.transcription_id and one.span_end)


def _key(statement: Statement) -> str:
    return f"w-{statement._meta.model_name}-{statement.pk}"


def _writing(row: Transcription, spans: list[tuple[int, int, str]], number: str, names: set[str]) -> pages.Writing:
    return pages.Writing(
        carrier=str(row.get_carrier_display()),
        layer=str(row.get_layer_display()),
        language=row.language,
        text=row.text,
        parts=segments(row.text, spans),
        cut=str(row.get_excerpt_cause_display()) if row.is_excerpt else "",
        is_struck=row.layer == Transcription.Layer.STRUCK_OUT,
        is_verified=row.verified_by_id is not None,
        reader=discreet(str(row.source or ""), names),
        tell_url=tell_url(number, f"words-{row.pk}"),
    )
