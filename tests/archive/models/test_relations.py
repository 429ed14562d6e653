"""A relation is stated once and read from both ends."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from factories import make_photo

from archive.models import Relation

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    return make_photo(title="Setting explosives"), make_photo(title="The result")


@pytest.mark.parametrize(
    ("kind", "told_again"), [("before", "after"), ("same_scene", "same_scene"), ("crop", "cropped_from")]
)
def test_the_same_relation_is_not_stated_again_from_the_other_end(two, kind, told_again):
    Relation.objects.create(photo=two[0], other=two[1], kind=kind)
    again = Relation(photo=two[1], other=two[0], kind=told_again)
    with pytest.raises(ValidationError, match="stated already"):
        again.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()


def test_neither_photograph_can_be_before_the_other(two):
    Relation.objects.create(photo=two[0], other=two[1], kind="before")
    with pytest.raises(ValidationError):
        Relation(photo=two[1], other=two[0], kind="before").full_clean()


def test_two_photographs_may_belong_together_in_two_ways(two):
    Relation.objects.create(photo=two[0], other=two[1], kind="before")
    Relation(photo=two[1], other=two[0], kind="same_scene").full_clean()


def test_one_photograph_may_miss_several_counterparts(two):
    for words in ("The bridge while it stood", "The crew"):
        relation = Relation(photo=two[0], kind="before", words=words)
        relation.full_clean()
        relation.save()
    assert Relation.objects.lost().count() == 2
