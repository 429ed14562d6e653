"""Before and after: one thing to look at, from either photograph, with what the public may see and no more."""

from __future__ import annotations

import pytest
from factories import indexed, make_image, make_photo

from archive.models import Relation
from archive.publishing import withdraw

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    before, after = make_photo(title="Setting explosives on a bridge"), make_photo(title="Result of the explosives")
    for photo in (before, after):
        make_image(photo)
    indexed(before, after)
    return before, after


def shown(visitor, photo) -> str:
    page = visitor.get(photo.get_absolute_url()).content.decode()
    start = page.index('class="pair"')
    return page[start : page.index("</section>", start)]


@pytest.mark.parametrize("told_of", [0, 1])
def test_from_either_photograph_the_pair_stands_in_the_order_of_time(visitor, two, told_of):
    kind = ("after", "before")[told_of]
    Relation.objects.create(photo=two[told_of], other=two[1 - told_of], kind=kind)
    for photo in two:
        pair = shown(visitor, photo)
        assert pair.index("Setting explosives on a bridge") < pair.index("Result of the explosives")


def test_a_pair_is_not_listed_a_second_time(visitor, two):
    Relation.objects.create(photo=two[0], other=two[1], kind="after")
    assert "Belongs with" not in visitor.get(two[0].get_absolute_url()).content.decode()


def test_a_pair_has_an_address_of_its_own_whichever_is_named_first(visitor, two):
    Relation.objects.create(photo=two[0], other=two[1], kind="after")
    for first, second in (two, two[::-1]):
        page = visitor.get(f"/photos/{first.number}/compare/{second.number}/")
        assert page.status_code == 200
        assert page.context["pair"].before.title == "Setting explosives on a bridge"


def test_two_photographs_that_are_no_pair_have_no_such_address(visitor, two):
    Relation.objects.create(photo=two[0], other=two[1], kind="same_release")
    assert visitor.get(f"/photos/{two[0].number}/compare/{two[1].number}/").status_code == 404
    assert visitor.get(f"/photos/{two[0].number}/compare/1.2.3/").status_code == 404


def test_when_one_is_withdrawn_the_pair_is_gone(visitor, two, registrar):
    Relation.objects.create(photo=two[0], other=two[1], kind="after", words="Ten minutes later")
    withdraw(two[1], by=registrar, reason="The family asked")
    page = visitor.get(two[0].get_absolute_url()).content.decode()
    assert "Result of the explosives" not in page
    assert "Ten minutes later" not in page
    assert visitor.get(f"/photos/{two[0].number}/compare/{two[1].number}/").status_code == 404


def test_a_picture_that_may_distress_is_not_shown_in_a_pair(visitor, two):
    Relation.objects.create(photo=two[0], other=two[1], kind="after")
    two[1].sensitivity = ["human_remains"]
    two[1].save()
    indexed(two[1])
    pair = shown(visitor, two[0])
    assert "This picture may distress." in pair
    assert two[1].images.get().key not in pair
    assert "data-compare" not in pair


def test_a_lost_counterpart_is_shown_as_words(visitor, two):
    Relation.objects.create(photo=two[0], kind="before", words="The bridge while it stood has not been found.")
    assert "The bridge while it stood has not been found." in visitor.get(two[0].get_absolute_url()).content.decode()
