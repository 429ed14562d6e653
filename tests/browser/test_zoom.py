"""Looking close in a real browser: by keys, nothing fetched before it is asked for, nothing the policy forbids."""

from __future__ import annotations

import pytest
from factories import indexed, make_photo, make_transcription
from pictures import scan

from archive.models import Photo

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def photo() -> Photo:
    photo = make_photo(title="Ferry at Liuzhou")
    scan(photo, size=(1600, 1200))
    scan(photo, side="verso", size=(1600, 1200))
    make_transcription(photo, carrier="verso", text="FERRY AT LIUCHOW")
    indexed(photo)
    return photo


def test_the_viewer_comes_when_asked_for_works_by_keys_and_gives_the_focus_back(page, photo):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(photo.get_absolute_url())
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "openseadragon" in url or "/iiif/" in url]
    with page.expect_request("**/default.jpg"):
        page.get_by_role("button", name="Look closer").press("Enter")
    canvas = page.get_by_role("application")
    canvas.wait_for()
    assert "Front" in canvas.get_attribute("aria-label")
    page.keyboard.press("+")
    page.keyboard.press("r")
    page.keyboard.press("?")
    page.get_by_text("turn the print over").wait_for()
    page.keyboard.press("t")
    page.locator("[role=application][aria-label*=Back]").wait_for()
    page.locator("dialog").get_by_text("FERRY AT LIUCHOW").wait_for()
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="detached")
    page.wait_for_function("document.activeElement.textContent.trim() === 'Look closer'")


def test_the_focus_is_where_it_was_after_full_screen(page, photo):
    page.goto(photo.get_absolute_url())
    page.get_by_role("button", name="Look closer").click()
    page.get_by_role("application").wait_for()
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement !== null")
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement === null")
    assert page.evaluate("document.activeElement.dataset.do") == "full"


def test_without_script_each_side_is_a_plain_picture_that_leads_to_its_largest_size(phone, photo):
    phone.goto(photo.get_absolute_url())
    assert phone.get_by_role("button", name="Look closer").count() == 0
    links = phone.locator(".side a").evaluate_all("links => links.map(link => link.href)")
    assert len(links) == 2
    assert phone.goto(links[0]).headers["content-type"] == "image/jpeg"


def test_what_may_distress_is_not_even_fetched_before_it_is_asked_for(page, photo):
    Photo.objects.filter(pk=photo.pk).update(sensitivity=["human_remains"])
    indexed(photo)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in (photo.get_absolute_url(), "/photos/"):
        page.goto(address)
        page.wait_for_load_state("networkidle")
    assert {url.rpartition("/")[2] for url in asked if "/pictures/" in url} == {"cover.jpg"}
    page.goto(photo.get_absolute_url())
    preview = page.locator("meta[property='og:image']").get_attribute("content")
    assert preview.endswith("/cover.jpg")
    with page.expect_response(lambda answer: "/pictures/" in answer.url and "cover" not in answer.url):
        page.get_by_text("Show the picture").click()
        page.locator(".side img").first.scroll_into_view_if_needed()
