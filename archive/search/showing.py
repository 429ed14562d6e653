"""Which of several statements and pictures of a photograph is shown first. For photographs whose rows are fetched."""

from __future__ import annotations

from archive.models import Dating, Image, Photo, Place, PlaceMention, Transcription
from archive.models.evidence import ranked


def face_of(photo: Photo) -> Image | None:
    """The picture that stands for a photograph: its first visible side, fronts before backs."""
    return next(iter(visible_sides(photo)), None)


def visible_sides(photo: Photo) -> list[Image]:
    """The pictures of its sides that the public may see: front, back, details."""
    return sorted((image for image in photo.images.all() if not image.is_hidden), key=lambda image: image.order)


def visible_writings(photo: Photo) -> list[Transcription]:
    """Its transcriptions without those of a side that is kept back: what may not be seen may not be read either."""
    images = list(photo.images.all())
    kept_back = {image.side for image in images} - {image.side for image in images if not image.is_hidden}
    return [row for row in photo.transcriptions.all() if row.carrier not in kept_back]


def has_visible_back(photo: Photo) -> bool:
    """Whether a picture of its back is shown to the public."""
    return any(image.side == Image.Side.VERSO for image in visible_sides(photo))


def shown_dating(photo: Photo) -> Dating | None:
    """The date shown for when it was taken: the preferred one, else the surest."""
    return next(iter(ranked(row for row in photo.datings.all() if row.role == Dating.Role.DEPICTED)), None)


def places_taken_at(photo: Photo) -> list[Place]:
    """The places that standing statements give for where it was taken, the preferred first."""
    return [row.place for row in _said_where(photo) if row.place]


def shown_place(photo: Photo) -> PlaceMention | None:
    """The place shown for where it was taken: the preferred one, else the surest."""
    return next(iter(_said_where(photo)), None)


def _said_where(photo: Photo) -> list[PlaceMention]:
    return ranked(row for row in photo.place_mentions.all() if row.says_where())
