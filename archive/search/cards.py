"""What a card shows of a photograph: its title, date, place and picture in a few words."""

from __future__ import annotations

from archive.models import Card, Photo
from archive.models.evidence import ranked
from archive.search.showing import face_of, has_visible_back, shown_dating
from archive.vocabulary.date_words import in_words
from archive.vocabulary.dates import EdtfDate

_EXCERPT = 120


def card(photo: Photo) -> Card:
    """The card of a photograph whose statements and pictures are fetched. Not saved."""
    face = face_of(photo)
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
        is_sensitive=bool(photo.sensitivity),
    )


def date_words(photo: Photo) -> str:
    """When it was taken, as written where somebody wrote it; empty when nobody knows."""
    dating = shown_dating(photo)
    if dating is None:
        return ""
    return dating.as_written or str(in_words(EdtfDate.parse(dating.edtf)))


def place_words(photo: Photo) -> tuple[str, str]:
    """Where it was taken, as written, and the names of today where they differ; candidates joined by a slash."""
    mentions = ranked(row for row in photo.place_mentions.all() if row.says_where())
    if not mentions:
        return "", ""
    written = mentions[0].as_written or str(mentions[0].place)
    same_words = [row for row in mentions if row.as_written == mentions[0].as_written]
    today = " / ".join(str(row.place) for row in same_words if row.place)
    return " ".join(filter(None, [mentions[0].relation_words, written])), "" if today == written else today


def excerpt(photo: Photo) -> str:
    """The beginning of its caption, for where there is no picture: whole words, then an ellipsis."""
    texts = [row.text for row in photo.transcriptions.all() if row.is_caption()]
    text = " ".join((texts[0] if texts else photo.description).split())
    return text if len(text) <= _EXCERPT else text[:_EXCERPT].rsplit(" ", 1)[0] + " …"
