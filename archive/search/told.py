"""Which photographs a record tells something of, and so which entries change when it does."""

from __future__ import annotations

from functools import singledispatch

from django.db import models

from archive.models import (
    Accession,
    Agent,
    AgentName,
    CodeScheme,
    Collection,
    DeedOfGift,
    Image,
    Photo,
    Place,
    Rights,
    Statement,
    Transcription,
)
from archive.models.photos import PhotoQuerySet


@singledispatch
def photos_told_by(record: models.Model) -> PhotoQuerySet:
    """The photographs whose entries this record has a part in. None, unless its kind says otherwise."""
    return Photo.objects.none()


@photos_told_by.register
def _(record: Photo) -> PhotoQuerySet:
    return Photo.objects.filter(pk=record.pk)


@photos_told_by.register(Statement)
@photos_told_by.register(Transcription)
@photos_told_by.register(Image)
def _(record: Statement | Transcription | Image) -> PhotoQuerySet:
    return Photo.objects.filter(pk=record.photo_id)  # type: ignore[union-attr]


@photos_told_by.register
def _(record: Place) -> PhotoQuerySet:
    within = Place.objects.subtree(record.pk) if record.pk else []
    return Photo.objects.filter(place_mentions__place__in=within).distinct()


@photos_told_by.register
def _(record: Agent) -> PhotoQuerySet:
    return Photo.objects.filter(subjects__agent=record.pk).distinct()


@photos_told_by.register
def _(record: AgentName) -> PhotoQuerySet:
    return photos_told_by(record.agent)


@photos_told_by.register
def _(record: CodeScheme) -> PhotoQuerySet:
    return Photo.objects.filter(codes__scheme=record.pk).distinct()


@photos_told_by.register
def _(record: Accession) -> PhotoQuerySet:
    return Photo.objects.filter(accession=record.pk)


@photos_told_by.register
def _(record: DeedOfGift) -> PhotoQuerySet:
    return Photo.objects.filter(accession=record.accession_id)


@photos_told_by.register
def _(record: Collection) -> PhotoQuerySet:
    return Photo.objects.filter(accession__collection=record.pk)


@photos_told_by.register
def _(record: Rights) -> PhotoQuerySet:
    if record.photo_id:
        return Photo.objects.filter(pk=record.photo_id)
    return Photo.objects.filter(accession=record.accession_id)
