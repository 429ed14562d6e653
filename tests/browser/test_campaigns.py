"""A campaign's page in a real browser: a month moves map and gallery together, with script and without; and pairs."""

from __future__ import annotations

import pytest
from factories import indexed, make_campaign, make_dating, make_image, make_link, make_mention, make_photo, make_place

from archive.models import Relation
from campaigns.models import Event

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("roles")]


@pytest.fixture
def campaign(transactional_db):
    """A campaign of three months with photographs at two places, and an event."""
    campaign = make_campaign("Operation Ichi-Go", ("一号作戦", "ja"), edtf="1944-10/1944-12")
    liuzhou = make_place("Liuzhou", precision="city", latitude="24.33", longitude="109.42")
    duyun = make_place("Duyun", precision="city", latitude="26.26", longitude="107.52")
    Event.objects.create(campaign=campaign, kind="city_fell", title="Liuzhou falls", place=liuzhou, edtf="1944-11-10")
    for title, edtf, place in (("A bridge goes up", "1944-11", liuzhou), ("Snow on the pass", "1944-12", duyun)):
        photo = make_photo(title=title)
        make_link(photo, campaign)
        make_dating(photo, edtf)
        make_mention(photo, place)
        indexed(photo)
    return campaign


def test_choosing_a_month_moves_map_and_gallery_together(page, campaign):
    page.goto(campaign.get_absolute_url())
    page.locator(".timeline__month", has_text="Nov").click()
    page.wait_for_selector("#chosen-title")
    assert page.locator("#chosen .card__title").all_inner_texts() == ["A bridge goes up"]
    assert page.locator(".where .map__mark").count() == 1
    assert page.url.endswith("?month=1944-11")
    page.go_back()
    page.wait_for_selector("#chosen-title", state="detached")
    assert page.locator(".where .map__mark").count() == 2


def test_the_focus_stays_on_the_month_that_was_chosen(page, campaign):
    page.goto(campaign.get_absolute_url())
    page.locator(".timeline__month", has_text="Nov").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#chosen-title")
    assert "November 1944" in page.evaluate("document.activeElement.getAttribute('aria-label')")


def test_without_script_a_month_and_a_place_are_plain_links(phone, campaign):
    phone.goto(campaign.get_absolute_url())
    phone.locator(".months summary").click()
    phone.locator(".months a", has_text="November 1944").click()
    assert "A bridge goes up" in phone.locator("#chosen").inner_text()
    phone.locator(".place-list a", has_text="Liuzhou").click()
    assert "November 1944, Liuzhou" in phone.locator("#chosen").inner_text()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360


def test_from_the_time_line_to_the_event(page, campaign):
    page.goto(campaign.get_absolute_url())
    page.locator(".timeline__event", has_text="Liuzhou falls").click()
    page.wait_for_load_state()
    assert page.locator("h1").inner_text() == "Liuzhou falls"
    assert "A bridge goes up" in page.content()


@pytest.fixture
def pair(transactional_db):
    before, after = make_photo(title="Setting explosives"), make_photo(title="The result")
    for photo in (before, after):
        make_image(photo)
    Relation.objects.create(photo=before, other=after, kind="after")
    indexed(before, after)
    return before, after


def test_the_slider_moves_by_keys(chromium, live_server, pair):
    page = chromium.new_page(base_url=live_server.url)
    page.goto(f"/photos/{pair[0].number}/compare/{pair[1].number}/")
    slider = page.locator(".pair__slider input")
    slider.focus()
    page.keyboard.press("End")
    assert page.locator(".pair__laid").evaluate("one => one.style.getPropertyValue('--cut')") == "0%"
    assert slider.get_attribute("aria-valuetext") == "100 of 100 parts"
    page.close()


def test_without_script_a_pair_stands_side_by_side(phone, pair):
    phone.goto(f"/photos/{pair[0].number}/compare/{pair[1].number}/")
    assert phone.locator(".shot img").count() == 2
    assert all(picture.is_visible() for picture in phone.locator(".shot img").all())
