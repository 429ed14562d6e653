"""What a card shows of a photograph: its title, date, place and picture in a few words."""

from __future__ import annotations

from collections.abc import Iterator

from archive.models import Card, Photo
from archive.models.evidence import ranked
from archive.search.showing import face_of, has_visible_back, shown_dating, shown_place, visible_writings
from archive.vocabulary.date_words import in_words
from archive.vocabulary.dates import EdtfDate

_EXCERPT = 120


def card(photo: Photo) -> Card:
    """The card of a photograph whose statements and pictures are fetched; without the day it opens. Not saved."""
    face, dating, term = face_of(photo), shown_dating(photo), photo.rights_term()
    collection = photo.accession.collection
    place, today = place_words(photo)
    return Card(
        entry_id=photo.pk,
        number=photo.number,
        title=photo.title,
        excerpt=excerpt(photo),
        date_words=date_words(photo),
        place_words=place,
        place_today=today,
        image_key=face.key if face else "",
        width=face.width if face else 0,
        height=face.height if face else 0,
        tone=face.tone if face else "",
        alt=face.alt if face else "",
        has_back=has_visible_back(photo),
        is_illustration=face.is_illustration if face else False,
        is_sensitive=bool(photo.sensitivity),
        texts=texts(photo),
        edtf=dating.edtf if dating else "",
        rights_uri=term.uri if term else "",
        credit=photo.accession.credit_line,
        collection=collection.slug if collection else "",
    )


def date_words(photo: Photo) -> str:
    """When it was taken, in words; as written where that could not be made a date; empty when nobody knows."""
    dating = shown_dating(photo)
    if dating is None:
        return ""
    return str(in_words(EdtfDate.parse(dating.edtf))) if dating.edtf else dating.as_written


def place_words(photo: Photo) -> tuple[str, str]:
    """Where it was taken, as written, and the names of today where they differ; candidates joined by a slash."""
    first = shown_place(photo)
    if first is None:
        return "", ""
    written = first.as_written or str(first.place)
    if first.relation_words not in written:
        written = f"{first.relation_words} {written}"
    mentions = (row for row in photo.place_mentions.all() if row.says_where() and row.is_standing())
    same_words = [row.place for row in ranked(mentions) if row.as_written == first.as_written and row.place]
    today = " / ".join(dict.fromkeys(place.title for place in same_words))
    return written, "" if today == written else today


def excerpt(photo: Photo) -> str:
    """The beginning of its caption, for where there is no picture: whole words, then an ellipsis."""
    texts = [row.text for row in visible_writings(photo) if row.is_caption()]
    text = " ".join((texts[0] if texts else photo.description).split())
    return text if len(text) <= _EXCERPT else text[:_EXCERPT].rsplit(" ", 1)[0] + " …"


def texts(photo: Photo) -> list[tuple[str, str]]:
    """What a photograph is found by and a card does not show: pairs of the kind of text and the text.

    The kinds are those of `Transcription.carrier`, and ``description``, ``names`` and ``codes``.
    """
    codes = [code.verbatim for code in photo.codes.all() if code.is_standing()]
    written = [(row.carrier, row.text) for row in visible_writings(photo)]
    own = [("codes", ", ".join(codes)), ("names", ", ".join(dict.fromkeys(filter(None, names_of(photo)))))]
    return [(kind, text) for kind, text in (*own, ("description", photo.description), *written) if text]


def names_of(photo: Photo) -> Iterator[str]:
    """The names it is found by: of places as they were written, and of people, units and craft that may be named."""
    for mention in photo.place_mentions.all():
        if mention.is_standing():
            yield mention.as_written
    for subject in photo.subjects.all():
        if subject.is_standing() and (subject.agent is None or subject.agent.is_nameable()):
            yield from (subject.as_written, subject.craft, subject.craft_marks)
            if subject.agent:
                yield from (subject.agent.name, *(name.text for name in subject.agent.names.all()))
