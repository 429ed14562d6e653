"""What is offered while a visitor types."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.apps import apps
from django.utils import timezone
from factories import (
    indexed,
    make_accession,
    make_agent,
    make_campaign,
    make_code,
    make_image,
    make_link,
    make_mention,
    make_photo,
    make_place,
    needs_campaigns,
)
from visiting import found

from archive.models import AgentName, Photo, Rights, Subject

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo():
    photo = make_photo()
    make_mention(photo, make_place("Liuzhou", ("Liuchow", "postal"), ("柳州", "hant"), ("Luchow", "slip")))
    make_code(photo, "07041420/C")
    if apps.is_installed("campaigns"):
        make_link(photo, make_campaign("Ichi-Go", ("Ichigo Campaign", "english"), ("一号作戦", "ja")))
    make_place("Lishui")
    indexed(photo)
    return photo


def offered(client, typed: str) -> list[tuple[str, str, int]]:
    answer = client.get("/photos/suggest/", {"q": typed})
    return [(one["text"], one["kind"], one["count"]) for one in answer.json()["suggestions"]]


@pytest.mark.parametrize(
    ("typed", "text", "kind"),
    [
        ("li", "Liuchow", "Place"),
        ("LIUZ", "Liuzhou", "Place"),
        ("柳", "柳州", "Place"),
        pytest.param("ichig", "Ichigo Campaign", "Campaign", marks=needs_campaigns),
        pytest.param("一号", "一号作戦", "Campaign", marks=needs_campaigns),
        ("0704", "07041420/C", "Provenance code"),
        ("07041420 c", "07041420/C", "Provenance code"),
    ],
)
def test_a_beginning_offers_what_finds_something_with_how_many(visitor, photo, typed, text, kind):
    assert (text, kind, 1) in offered(visitor, typed)


def test_the_last_word_is_completed_behind_the_others_as_far_as_that_finds_something(visitor, photo):
    Photo.objects.filter(pk=photo.pk).update(title="A bridge")
    indexed(photo)
    assert offered(visitor, "bridge liuc") == [("bridge Liuchow", "Place", 1)]
    assert found(visitor, q="bridge Liuchow") == {photo.number}
    assert offered(visitor, "ferry liuc") == offered(visitor, "bridge l") == offered(visitor, "bridge ") == []


def test_what_stands_around_a_name_does_no_harm(visitor, photo):
    assert offered(visitor, "(Liuch") == offered(visitor, "Liuchow,") == [("Liuchow", "Place", 1)]


def test_a_place_goes_by_the_name_that_was_typed_to_the_letter(visitor, photo):
    place = make_place("Luzhou", ("Luchow", "postal"), ("Lu-chou", "wade_giles"))
    make_mention(photo, place)
    indexed(photo)
    assert ("Luchow", "Place", 1) in offered(visitor, "luch")
    assert ("Lu-chou", "Place", 1) in offered(visitor, "lu-c")


def test_a_place_is_offered_once_and_one_without_photographs_not_at_all(visitor, photo):
    assert [text for text, _kind, _count in offered(visitor, "li")] == ["Liuchow"]


def test_a_misspelling_is_not_offered(visitor, photo):
    assert offered(visitor, "luch") == []


@pytest.mark.parametrize("typed", ["", "l", "%", "'", "\x00", "\\", "🙂", "x" * 5000])
def test_nothing_is_offered_for_nothing_and_no_letters_do_harm(visitor, photo, typed):
    assert offered(visitor, typed) == []


def test_people_are_offered_by_any_of_their_names(visitor):
    photo, agent = make_photo(), make_agent("Wen Zhaoming")
    AgentName.objects.create(agent=agent, text="溫兆銘", language="zh-Hant")
    Subject.objects.create(photo=photo, agent=agent, role="depicted", basis="caption")
    indexed(photo)
    assert ("Wen Zhaoming", "People and units", 1) in offered(visitor, "wen z")
    assert ("溫兆銘", "People and units", 1) in offered(visitor, "温兆")


def test_a_name_that_is_kept_private_is_never_offered(visitor):
    photo, agent = make_photo(), make_agent("Wen Zhaoming", is_private=True)
    Subject.objects.create(photo=photo, agent=agent, role="depicted", basis="caption")
    indexed(photo)
    assert offered(visitor, "wen") == []


def test_a_single_photograph_is_offered_with_its_picture_and_address(visitor):
    photo = make_photo(title="Ferry at dusk")
    make_image(photo)
    indexed(photo)
    (one,) = visitor.get("/photos/suggest/", {"q": "ferr"}).json()["suggestions"]
    assert (one["text"], one["url"], bool(one["picture"])) == ("“Ferry at dusk”", photo.get_absolute_url(), True)


def test_a_picture_that_may_distress_is_not_shown_while_somebody_types(visitor):
    photo = make_photo(title="Ferry at dusk", sensitivity=["suffering"])
    make_image(photo)
    indexed(photo)
    (one,) = visitor.get("/photos/suggest/", {"q": "ferr"}).json()["suggestions"]
    assert one["picture"] == ""


def test_titles_of_hidden_photographs_are_not_offered(visitor):
    indexed(make_photo(title="Ferry at dusk", published=False))
    assert offered(visitor, "ferr") == []


def test_what_the_clock_has_opened_is_counted_with_no_query_more_for_more_names(visitor, django_assert_max_num_queries):
    gift, places = make_accession(), [make_place(f"Linan {turn}") for turn in range(9)]
    for days in (-3, None, 3):
        photo = make_photo(accession=gift)
        for place in places:
            make_mention(photo, place)
        if days:
            Rights.objects.filter(photo=photo).delete()
            Rights.objects.create(photo=photo, embargo_until=timezone.localdate() + timedelta(days=days))
        indexed(photo)
    offered(visitor, "linan")
    with django_assert_max_num_queries(6):
        found = offered(visitor, "linan")
    assert [count for _text, _kind, count in found] == [2] * 5
