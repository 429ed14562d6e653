"""The demonstration's photographs with their words, statements and pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from archive.images.adding import attach
from archive.images.preparing import Prepared
from archive.ingest.suggesting import inference_words, suggest
from archive.models import (
    Accession,
    Agent,
    Box,
    CodeReading,
    CodeScheme,
    Dating,
    Photo,
    Place,
    PlaceMention,
    Relation,
    Rights,
    Source,
    Subject,
    Transcription,
    User,
)
from archive.reading.codes import read_code
from archive.vocabulary.numbers import parse_photo_number

Row = Mapping[str, Any]
Pictures = Mapping[tuple[str, str], Prepared]


@dataclass(frozen=True)
class Shelf:
    """What the photographs refer to, by the keys of the data files."""

    accessions: Mapping[str, Accession]
    agents: Mapping[str, Agent]
    sources: Mapping[str, Source]
    places: Mapping[str, Place]
    schemes: Mapping[str, CodeScheme]


def load_photos(rows: Sequence[Row], shelf: Shelf, pictures: Pictures, by: User, second: User) -> dict[str, Photo]:
    """Make the photographs, as drafts, with all that is said of them; by number."""
    photos = {row["number"]: _photo(row, shelf) for row in rows}
    for row in rows:
        photo = photos[row["number"]]
        _words(photo, row, by, second)
        _statements(photo, row, shelf, by, second)
        _pictures(photo, row, pictures)
        for relation in row.get("relations", ()):
            other = photos[relation["to"]] if relation.get("to") else None
            Relation.objects.create(photo=photo, other=other, kind=relation["kind"], words=relation.get("words", ""))
    suggest(photo for photo in photos.values() if not photo.datings.exists())
    return photos


def _photo(row: Row, shelf: Shelf) -> Photo:
    number, item = parse_photo_number(row["number"])
    accession = shelf.accessions[number.text]
    accession.last_item = max(accession.last_item, item)
    accession.save(update_fields=["last_item"])
    photo = Photo.objects.create(
        accession=accession,
        number=row["number"],
        box=Box.objects.filter(accession=accession, label=row.get("box", "")).first(),
        title=row["title"],
        description=row["description"],
        size_words=row.get("size", ""),
        process=row.get("process", ""),
        condition=row.get("condition", ""),
        sensitivity=row.get("sensitivity", []),
    )
    if row.get("embargo_until"):
        Rights.objects.create(photo=photo, embargo_until=date.fromisoformat(row["embargo_until"]))
    return photo


def _words(photo: Photo, row: Row, by: User, second: User) -> None:
    for position, words in enumerate(row["transcriptions"]):
        Transcription.objects.create(
            photo=photo,
            position=position,
            carrier=words["carrier"],
            layer=words["layer"],
            language=words.get("language", "en"),
            text=words["text"],
            excerpt_cause=words.get("excerpt_cause", ""),
            by=by,
            verified_by=second if words.get("verified") else None,
        )


def _statements(photo: Photo, row: Row, shelf: Shelf, by: User, curator: User) -> None:
    for one in row.get("dates", ()):
        Dating.objects.create(
            photo=photo, role=one["role"], edtf=one.get("edtf", ""), **_evidence(one, photo, shelf, by, curator)
        )
    for one in row.get("places", ()):
        place = shelf.places[one["place"]] if one.get("place") else None
        relation = one.get("relation_words", "")
        PlaceMention.objects.create(
            photo=photo,
            role=one["role"],
            place=place,
            relation_words=relation,
            **_evidence(one, photo, shelf, by, curator),
        )
    for one in row.get("subjects", ()):
        agent = shelf.agents[one["agent"]] if one.get("agent") else None
        craft = {key: one.get(key, "") for key in ("craft", "craft_marks")}
        Subject.objects.create(
            photo=photo, role=one["role"], agent=agent, **craft, **_evidence(one, photo, shelf, by, curator)
        )
    for one in row.get("codes", ()):
        CodeReading.objects.create(
            photo=photo,
            verbatim=one["verbatim"],
            scheme=shelf.schemes.get(one.get("scheme") or ""),
            inferred=one.get("reading", "") or _inferred(one["verbatim"]),
            **_evidence(one, photo, shelf, by, curator),
        )


def _inferred(code: str) -> str:
    return "; ".join(map(inference_words, read_code(code).inferred))


def _evidence(one: Row, photo: Photo, shelf: Shelf, by: User, curator: User) -> dict[str, Any]:
    return {
        **_where_written(one.get("as_written", ""), photo),
        "as_written": one.get("as_written", ""),
        "certainty": one.get("certainty", "stated"),
        "basis": one["basis"],
        "source": shelf.sources[one["source"]] if one.get("source") else None,
        "reasoning": one.get("reasoning", ""),
        **_preference(one, curator),
        "tells_rejection": one.get("tells_rejection", False),
        "by": by,
    }


def _preference(one: Row, by: User) -> dict[str, Any]:
    """Why it is the one shown first, where the data say so."""
    because = one.get("preferred_because", "")
    signed = {"preferred_because": because, "preferred_by": by, "preferred_at": timezone.now()}
    return {"preferred": True, **signed} if because else {}


def _where_written(words: str, photo: Photo) -> dict[str, Any]:
    """Where on the print the words stand, if they do."""
    for transcription in photo.transcriptions.all() if words else ():
        start = transcription.text.find(words)
        if start >= 0:
            return {"transcription": transcription, "span_start": start, "span_end": start + len(words)}
    return {}


def _pictures(photo: Photo, row: Row, pictures: Pictures) -> None:
    for side, alt in (("recto", row["alt"]), ("verso", "")):
        prepared = pictures.get((photo.number, side))
        if prepared:
            attach(prepared, photo=photo, side=side, alt=alt, is_illustration=True)
