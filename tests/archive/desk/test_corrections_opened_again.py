"""A correction that was answered is opened again: all that accepting it did is taken back."""

from __future__ import annotations

import pytest
from answering import desk, page_of
from django.urls import reverse
from factories import (
    make_dating,
)
from telling import tell

from archive.models import Act, Correction, Photo, Source

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]


def everything(photo: Photo) -> list:
    """All that accepting can touch."""
    rows = [photo.datings, photo.place_mentions, photo.subjects, photo.codes, photo.transcriptions]
    photo = Photo.objects.get(pk=photo.pk)
    return [list(one.order_by("pk").values()) for one in rows] + [
        photo.title,
        photo.description,
        Source.objects.count(),
    ]


@pytest.mark.parametrize("kind", ["date", "place", "title", "description", "words"])
def test_opened_again_all_is_as_it_was(visitor, at_desk, photo, kind):
    about = {
        "date": (photo.datings.get().slug, "spring 1944"),
        "place": (photo.place_mentions.get().slug, "Kweilin"),
        "title": ("title", "A ferry"),
        "description": ("description", "A ferry."),
        "words": (f"words-{photo.transcriptions.get().pk}", "Taken in spring"),
    }[kind]
    before, page = everything(photo), page_of(visitor, photo)
    correction = tell(photo, *about)
    at_desk(correction, "accept")
    assert everything(photo) != before
    assert at_desk(correction, "open").status_code == 302
    assert everything(photo) == before
    assert page_of(visitor, photo) == page
    assert Correction.objects.get().is_open()
    assert Act.objects.filter(reason=f"Correction {correction.pk} opened again", by_name="curator").exists()


def test_opened_again_what_was_preferred_before_is_preferred_again(at_desk, photo, registrar):
    photo.datings.all().delete()
    old = make_dating(photo, "1944-23", preferred=True, preferred_because="The leaves", preferred_by=registrar)
    before = everything(photo)
    correction = tell(photo, old.slug, "spring 1944")
    at_desk(correction, "accept", prefer="on", because="The blossoms")
    old.refresh_from_db()
    assert not old.preferred
    at_desk(correction, "open")
    assert everything(photo) == before


def test_a_rejected_one_is_opened_again_and_accepted(visitor, at_desk, photo):
    correction = tell(photo, "title", "A ferry")
    at_desk(correction, "reject", answer="No.")
    at_desk(correction, "open")
    assert "No." not in visitor.get(reverse("told", args=[correction.token()])).content.decode()
    at_desk(correction, "accept")
    assert Photo.objects.get().title == "A ferry"


def test_opened_again_a_title_that_was_changed_since_stays(at_desk, photo):
    correction = tell(photo, "title", "A ferry")
    at_desk(correction, "accept")
    Photo.objects.update(title="A dam")
    at_desk(correction, "open")
    assert Photo.objects.get().title == "A dam"
    assert "stays as it is" in at_desk.client.get(desk(correction)).content.decode()


def test_words_that_statements_rest_on_are_not_taken_back(at_desk, photo):
    correction = tell(photo, f"words-{photo.transcriptions.get().pk}", "Taken in spring")
    at_desk(correction, "accept")
    make_dating(photo, "1944-21", as_written="spring", transcription=photo.transcriptions.latest("pk"))
    answer = at_desk(correction, "open")
    assert answer.status_code == 422
    assert "rests on what it became" in answer.content.decode()
    assert Correction.objects.get().state == "accepted"
