"""The upgrade empties an index whose cards say nothing to harvesters, so that the start makes it anew."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.core.management import call_command
from django.db import connection
from factories import indexed, make_dating, make_photo

from archive.models import Card, Photo, SearchEntry

pytestmark = pytest.mark.django_db
EMPTY = import_module("archive.migrations.0052_index_filled_for_harvesters").EMPTY_UNLESS_FILLED


@pytest.fixture
def photo() -> Photo:
    photo = make_photo()
    make_dating(photo, "1944-23")
    indexed(photo)
    return photo


def upgrade() -> None:
    with connection.cursor() as cursor:
        # The rows of this transaction still wait for their checks, as those of an upgrade do not.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(EMPTY)


def test_cards_of_before_are_made_anew_at_the_next_start(photo):
    whole = Card.objects.values("edtf", "rights_uri", "credit", "collection").get()
    Card.objects.update(edtf="", rights_uri="", credit="", collection="")
    upgrade()
    assert not SearchEntry.objects.exists()
    call_command("rebuild_search", "--if-needed")
    assert Card.objects.values(*whole).get() == whole
    assert whole["edtf"] == "1944-23"


def test_cards_that_are_filled_stay_as_they_are(photo):
    before = Card.objects.values().get()
    upgrade()
    assert Card.objects.values().get() == before
