"""A visitor says that something is wrong: on a phone, without script, with the keyboard alone."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from django.urls import reverse
from factories import indexed, make_dating, make_mention, make_photo, make_place

from archive.models import Correction

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("roles")]


@pytest.fixture
def photo(transactional_db):
    """A photograph with words, a date and a place."""
    cache.clear()
    photo = make_photo(title="Two spans down", description="A bridge.", caption="Mules were swum across.")
    make_dating(photo, "1944-23")
    make_mention(photo, make_place("Liuzhou"))
    indexed(photo)
    return photo


def fits(phone) -> bool:
    return phone.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_visitor_tells_us_and_reads_the_answer_at_a_private_address(phone, photo):
    phone.goto(photo.get_absolute_url())
    assert fits(phone)
    phone.get_by_role("link", name="Something wrong? Tell us (Place: Liuzhou)").click()
    assert phone.get_by_label("What should it say?").input_value() == "Liuzhou"
    assert not phone.get_by_label("Your name").is_visible()
    assert fits(phone)
    phone.get_by_label("What should it say?").fill("Kweilin")
    phone.wait_for_timeout(2500)  # a person takes longer than two seconds
    phone.keyboard.press("Enter")
    phone.get_by_role("heading", name="Thank you. We have your correction.").wait_for()
    assert fits(phone)
    private = phone.url
    assert private in phone.locator("main").inner_text()
    Correction.objects.update(state="rejected", answer="The slip names the river.", answered_at="2026-11-29T00:00Z")
    phone.goto(private)
    assert "The slip names the river." in phone.locator("main").inner_text()
    assert urlsplit(private).path == reverse("told", args=[Correction.objects.get().token()])


def test_too_fast_a_form_comes_back_with_all_that_was_typed_and_goes_at_once(phone, photo):
    phone.goto(reverse("tell", args=[photo.number, "title"]))
    phone.get_by_label("What should it say?").fill("A ferry")
    phone.locator("summary", has_text="If you like").click()
    phone.get_by_label("Your name").fill("Jane Doe")
    phone.get_by_role("button", name="Send").click()
    phone.get_by_text("Nothing is lost").wait_for()
    assert phone.get_by_label("Your name").input_value() == "Jane Doe"
    phone.get_by_role("button", name="Send").click()
    phone.get_by_role("heading", name="Thank you. We have your correction.").wait_for()
    assert Correction.objects.get().name == "Jane Doe"


def test_a_file_goes_along(phone, photo, tmp_path):
    file = tmp_path / "letter.pdf"
    file.write_bytes(b"%PDF-1.7\n")
    phone.goto(reverse("tell", args=[photo.number, "title"]))
    phone.get_by_label("What should it say?").fill("A ferry")
    phone.locator("summary", has_text="If you like").click()
    phone.get_by_label("A picture or document that shows it").set_input_files(file)
    phone.wait_for_timeout(2500)
    phone.get_by_role("button", name="Send").click()
    phone.get_by_role("heading", name="Thank you. We have your correction.").wait_for()
    assert Correction.objects.get().evidence.read() == b"%PDF-1.7\n"
