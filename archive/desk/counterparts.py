"""Counterparts that are lost: photographs said to belong with another that nobody has found. Work to do."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.urls import reverse

from archive.models import Relation

PER_PAGE = 50


@dataclass(frozen=True)
class Lost:
    """One counterpart to look for: of which photograph, what it would show, our words for it, where to enter it."""

    number: str
    title: str
    kind: str
    words: str
    url: str


@dataclass(frozen=True)
class LostPage:
    """One page of lost counterparts, in the order of the photographs' numbers."""

    lost: list[Lost]
    page: Page[Relation]


def lost_page(number: str) -> LostPage:
    """A page of them; a number that does not exist is the nearest that does."""
    relations = Relation.objects.lost().select_related("photo").order_by("photo__sort_key", "pk")
    page = Paginator(relations, PER_PAGE).get_page(number)
    return LostPage([_lost(relation) for relation in page], page)


def _lost(relation: Relation) -> Lost:
    return Lost(
        number=relation.photo.number,
        title=relation.photo.title,
        kind=str(relation.get_kind_display()),
        words=relation.words,
        url=reverse("admin:archive_relation_change", args=[relation.pk]),
    )
