"""The upgrade joins relations that were entered from both ends, and stops at those that contradict each other."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from factories import make_photo

from archive.models import Relation

pytestmark = pytest.mark.django_db
merge = import_module("archive.migrations.0010_relations_told_twice").merge


@pytest.fixture
def two():
    """Two photographs, in a database that does not yet hold the rule."""
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX relation_once_from_either_end")
    return make_photo(), make_photo()


def test_what_was_told_from_both_ends_is_kept_once_with_the_words_of_both(two):
    Relation.objects.create(photo=two[0], other=two[1], kind="before", words="as the letter says")
    Relation.objects.create(photo=two[1], other=two[0], kind="after", words="ten minutes later")
    Relation.objects.create(photo=two[0], other=two[1], kind="same_scene")
    merge(apps, None)
    assert list(Relation.objects.order_by("pk").values_list("kind", "words")) == [
        ("before", "as the letter says; ten minutes later"),
        ("same_scene", ""),
    ]


def test_a_contradiction_stops_the_upgrade_and_names_both_photographs(two):
    Relation.objects.create(photo=two[0], other=two[1], kind="before")
    Relation.objects.create(photo=two[1], other=two[0], kind="before")
    with pytest.raises(ValueError, match=f"{two[1].number} and {two[0].number}"):
        merge(apps, None)
    assert Relation.objects.count() == 2


def test_lost_counterparts_stay_as_they_are(two):
    for words in ("The bridge", "The crew"):
        Relation.objects.create(photo=two[0], kind="before", words=words)
    merge(apps, None)
    assert Relation.objects.lost().count() == 2
