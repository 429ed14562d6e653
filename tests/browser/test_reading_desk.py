"""The reading desk with the keyboard alone."""

from __future__ import annotations

import pytest
from factories import make_photo, make_place

from archive.ingest.suggesting import suggest
from archive.models import Dating, PlaceMention, Proposal

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("roles")]


@pytest.fixture
def desk(roles, page, curator):
    """The browser of a curator who has signed in."""
    page.goto("/admin/")
    page.fill("input[name=login]", "curator")
    page.fill("input[name=password]", "a long enough password")
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")
    return page


def test_a_perfect_caption_costs_one_key_press(desk):
    make_place("Liuzhou", ("Liuchow", "postal"))
    photo = make_photo(published=False, caption="Refugees wait at Liuchow, 10 November 1944.")
    suggest([photo])
    desk.goto(f"/desk/reading/{photo.number}/")
    desk.keyboard.press("Control+Enter")
    desk.wait_for_url("**/desk/reading/")
    assert (Dating.objects.get().edtf, PlaceMention.objects.get().place.title) == ("1944-11-10", "Liuzhou")


def test_a_doubtful_caption_costs_two_key_presses(desk):
    make_place("Binyang", ("Ping Yang", "other"))
    make_place("Pingyang", ("Ping Yang", "postal"))
    photo = make_photo(published=False, caption="The first convoy is received at Ping Yang on 10 June 1945.")
    suggest([photo])
    desk.goto(f"/desk/reading/{photo.number}/")
    label = desk.locator(".suggestion-unsure label", has_text="Binyang")
    desk.keyboard.press(label.locator("input").get_attribute("data-digit"))
    desk.keyboard.press("Control+Enter")
    desk.wait_for_url("**/desk/reading/")
    assert PlaceMention.objects.get().place.title == "Binyang"


def test_a_letter_rejects_and_words_and_fields_light_each_other(desk):
    photo = make_photo(published=False, caption="Refugees wait, 10 November 1944.")
    suggest([photo])
    desk.goto(f"/desk/reading/{photo.number}/")
    desk.hover(".piece")
    assert "lit" in desk.locator(".suggestion").get_attribute("class")
    desk.keyboard.press("j")
    desk.keyboard.press("x")
    desk.keyboard.press("Control+Enter")
    desk.wait_for_url("**/desk/reading/")
    assert Proposal.objects.get().state == "rejected"
    assert not Dating.objects.exists()


def test_single_letters_do_nothing_while_somebody_types(desk):
    photo = make_photo(published=False, caption="Refugees wait, 10 November 1944.")
    suggest([photo])
    desk.goto(f"/desk/reading/{photo.number}/")
    desk.keyboard.press("j")
    desk.keyboard.press("e")
    desk.keyboard.type("x 1944")
    assert desk.locator(".suggestion input[type=text]").input_value() == "x 1944"
    assert not desk.locator("input[value=reject]").is_checked()
