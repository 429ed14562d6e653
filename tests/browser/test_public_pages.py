"""Public pages in a real browser: finding, sifting, reading; on a phone, without script."""

from __future__ import annotations

import pytest
from factories import (
    indexed,
    make_campaign,
    make_code,
    make_dating,
    make_link,
    make_mention,
    make_photo,
    make_place,
    make_scheme,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("roles")]


@pytest.fixture
def photo(transactional_db):
    """A photograph with words, a date, a place, a code and a campaign."""
    photo = make_photo(title="Two spans down", caption="Mules were swum across.\nThe carts stayed.")
    make_dating(photo, "1944-23", as_written="fall of 1944", reasoning="The leaves")
    make_mention(photo, make_place("Liuzhou", ("Liuchow", "postal"), ("柳州", "hant")), as_written="Liuchow")
    make_code(photo, "07041420/C", make_scheme(title="Codes of the office"))
    make_link(photo, make_campaign("Operation Ichi-Go"))
    indexed(photo)
    return photo


@pytest.mark.parametrize("words", ["mules", "Liuchow", "柳州", "07041420/c", "Ichi-Go"])
def test_a_visitor_finds_the_photo_and_opens_it(page, photo, words):
    page.goto("/")
    page.fill("main input[name=q]", words)
    page.keyboard.press("Enter")
    page.click("text=Two spans down")
    assert page.locator("h1").inner_text() == "Two spans down"
    assert "Mules were swum across." in page.content()


def test_the_page_says_why(page, photo):
    page.goto(photo.get_absolute_url())
    page.locator("summary", has_text="why?").first.click()
    assert page.get_by_text("The leaves").is_visible()


def test_from_the_photo_to_its_campaign_place_and_code(page, photo):
    for link in ("Operation Ichi-Go", "Liuzhou", "07041420/C"):
        page.goto(photo.get_absolute_url())
        page.locator("main a", has_text=link).first.click()
        page.wait_for_load_state()
        assert link in page.locator("h1").inner_text()
        assert page.locator("main a", has_text="Two spans down").count() >= 1


@pytest.mark.parametrize(
    "path", ["/", "/photos/", "/places/", "/campaigns/", "/codes/", "/collections/", "/about/", "/x/"]
)
def test_nothing_is_wider_than_a_phone(phone, photo, path):
    phone.goto(path)
    width = phone.locator("html").bounding_box()
    assert width is not None
    assert width["width"] <= 360


def test_without_script_a_visitor_searches_sifts_and_reads(phone, photo):
    phone.goto("/photos/?q=mules")
    phone.locator("a", has_text="Two spans down").first.click()
    assert "The carts stayed." in phone.content()
    phone.goto(f"/photos/?campaign={photo.campaign_links.get().campaign.pk}")
    assert "Two spans down" in phone.content()


def test_the_theme_a_visitor_chooses_is_remembered(page, photo):
    page.goto("/")
    before = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.locator("button", has_text="Dark").click()
    page.goto("/photos/")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != before


def test_names_are_offered_while_somebody_types(page, photo):
    page.goto("/")
    page.locator("main input[name=q]").press_sequentially("liuc")
    page.wait_for_selector("main [role=option]")
    page.keyboard.press("ArrowDown")
    assert "Liuchow" in page.locator("main [role=option][aria-selected=true]").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/photos/?q=Liuchow")
    assert "Two spans down" in page.content()


def test_escape_gives_back_what_was_typed(page, photo):
    page.goto("/")
    box = page.locator("main input[name=q]")
    box.press_sequentially("liuc")
    page.wait_for_selector("main [role=option]")
    page.keyboard.press("Escape")
    assert (box.input_value(), page.locator("main [role=option]:visible").count()) == ("liuc", 0)
