"""What the reader makes of a caption, kept as suggestions for a curator. Nothing here states anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from archive.ingest.gazetteer import gazetteer
from archive.models import Certainty, Photo, Proposal, Subject, Transcription
from archive.reading.captions import read_caption
from archive.reading.codes import Inference, read_code
from archive.reading.gazetteer import Gazetteer
from archive.reading.pieces import Aircraft, Clearance, Dated, Identifier, Kind, Person, Piece, Placed
from archive.reading.record import Reading

_CERTAINTIES = {"certain": Certainty.STATED, "probable": Certainty.PROBABLE, "uncertain": Certainty.POSSIBLE}
_MOST_LETTERS = 500


def suggest(photos: Iterable[Photo]) -> int:
    """Read the captions of these photographs and keep what was understood as open suggestions; how many are new.

    What was suggested before for the same words, and perhaps rejected, does not come back.
    """
    names = gazetteer()
    captions = Transcription.objects.filter(photo__in=list(photos)).exclude(layer=Transcription.Layer.STRUCK_OUT)
    proposals = [proposal for caption in captions for proposal in read(caption, names)]
    before = Proposal.objects.count()
    Proposal.objects.bulk_create(proposals, ignore_conflicts=True)
    return Proposal.objects.count() - before


def read(caption: Transcription, names: Gazetteer) -> Iterator[Proposal]:
    """The suggestions that can be made from one caption, each once. Not saved."""
    reading = read_caption(caption.text, gazetteer=names)
    seen: set[str] = set()
    for piece in _worth_suggesting(reading):
        told = _told(reading, piece)
        if told and str(told) not in seen:
            seen.add(str(told))
            kind, values = told
            yield Proposal(
                photo_id=caption.photo_id,
                kind=kind,
                values=values,
                as_written=reading.verbatim(piece),
                transcription=caption,
                span_start=piece.start,
                span_end=piece.end,
                rule=piece.rule,
                confidence=piece.confidence,
            )


def _worth_suggesting(reading: Reading) -> Iterator[Piece]:
    """All pieces but overlong ones, and but a clearance line whose censor is suggested by name."""
    has_censor = any(isinstance(piece.value, Person) and piece.value.role == "censor" for piece in reading.pieces)
    for piece in reading.pieces:
        if piece.end - piece.start <= _MOST_LETTERS and not (has_censor and piece.kind is Kind.CLEARANCE):
            yield piece


def inference_words(inference: Inference) -> str:
    """A hypothesis in a sentence for curators."""
    percent = round(inference.weight * 100)
    return f"{inference.about} {inference.edtf} (hypothesis {inference.hypothesis}, about {percent} % sure)"


def _told(reading: Reading, piece: Piece) -> tuple[Proposal.Kind, dict[str, Any]] | None:
    """The kind and values of the statement a piece could become; None where it is no statement of its own."""
    maker = _MAKERS.get(piece.kind)
    return maker(reading, piece) if maker else None


def _dating(reading: Reading, piece: Piece) -> tuple[Proposal.Kind, dict[str, Any]] | None:
    dated = piece.value
    if not isinstance(dated, Dated) or not dated.reading.edtf:
        return None
    unsure = {"uncertain", "ambiguous_day_month"} & set(dated.reading.flags)
    certainty = Certainty.PROBABLE if unsure else Certainty.STATED
    return Proposal.Kind.DATING, {"edtf": dated.reading.edtf, "role": dated.role, "certainty": certainty}


def _place(reading: Reading, piece: Piece) -> tuple[Proposal.Kind, dict[str, Any]] | None:
    placed = piece.value
    if not isinstance(placed, Placed):
        return None
    others = [one.place_id for one in placed.candidates if one.place_id != placed.place_id]
    return Proposal.Kind.PLACE, {
        "place": placed.place_id,
        "role": placed.role,
        "certainty": _CERTAINTIES[placed.certainty],
        "candidates": others,
    }


def _code(reading: Reading, piece: Piece) -> tuple[Proposal.Kind, dict[str, Any]] | None:
    identifier = piece.value
    if not isinstance(identifier, Identifier):
        return None
    inferred = "; ".join(map(inference_words, read_code(reading.verbatim(piece)).inferred))
    return Proposal.Kind.CODE, {"scheme": identifier.scheme, "inferred": inferred}


def _person(reading: Reading, piece: Piece) -> tuple[Proposal.Kind, dict[str, Any]] | None:
    person = piece.value
    if not isinstance(person, Person):
        return None
    return Proposal.Kind.SUBJECT, {"role": person.role, "name": person.name, "rank": person.rank or ""}


def _unit(reading: Reading, piece: Piece) -> tuple[Proposal.Kind, dict[str, Any]] | None:
    return Proposal.Kind.SUBJECT, {"role": Subject.Role.UNIT, "name": reading.verbatim(piece)}


def _agency(reading: Reading, piece: Piece) -> tuple[Proposal.Kind, dict[str, Any]] | None:
    return Proposal.Kind.SUBJECT, {"role": Subject.Role.AGENCY, "name": reading.verbatim(piece)}


def _clearance(reading: Reading, piece: Piece) -> tuple[Proposal.Kind, dict[str, Any]] | None:
    clearance = piece.value
    if not isinstance(clearance, Clearance) or not (clearance.censor or clearance.authority):
        return None
    return Proposal.Kind.SUBJECT, {"role": Subject.Role.CENSOR, "name": clearance.censor or clearance.authority or ""}


def _aircraft(reading: Reading, piece: Piece) -> tuple[Proposal.Kind, dict[str, Any]] | None:
    craft = piece.value
    if not isinstance(craft, Aircraft):
        return None
    marks = ", ".join(filter(None, [craft.name, craft.number, craft.serial]))
    return Proposal.Kind.SUBJECT, {
        "role": Subject.Role.DEPICTED,
        "craft": craft.type or "aircraft",
        "craft_marks": marks,
    }


def _title(reading: Reading, piece: Piece) -> tuple[Proposal.Kind, dict[str, Any]] | None:
    return Proposal.Kind.TITLE, {"title": reading.verbatim(piece)}


_MAKERS: dict[Kind, Callable[[Reading, Piece], tuple[Proposal.Kind, dict[str, Any]] | None]] = {
    Kind.DATE: _dating,
    Kind.PLACE: _place,
    Kind.IDENTIFIER: _code,
    Kind.PERSON: _person,
    Kind.UNIT: _unit,
    Kind.AGENCY: _agency,
    Kind.CLEARANCE: _clearance,
    Kind.AIRCRAFT: _aircraft,
    Kind.TITLE: _title,
}
