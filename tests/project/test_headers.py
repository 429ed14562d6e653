"""Headers that keep visitors and staff safe, on every kind of page."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from factories import make_photo

pytestmark = pytest.mark.django_db

PAGES = ("home", "gallery", "places", "campaigns", "schemes", "collections", "about", "account_login")


@pytest.mark.parametrize("name", PAGES)
def test_every_page_forbids_foreign_and_inline_scripts(visitor, name):
    policy = visitor.get(reverse(name))["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("name", PAGES)
def test_no_page_has_inline_script_or_style_or_names_another_host(visitor, name):
    make_photo()
    body = visitor.get(reverse(name)).content.decode()
    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/ld\+json\")", body)
    assert not re.search(r"\sstyle=|<style|\son\w+=", body)
    assert not re.search(r"(?:src|action)=\"(?:https?:)?//", body)


@pytest.mark.parametrize("name", PAGES[:-1])
def test_public_pages_set_no_cookie(visitor, name):
    answer = visitor.get(reverse(name))
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_what_staff_see_is_kept_by_nobody(as_user, curator):
    photo = make_photo()
    client = as_user(curator)
    for url in (reverse("admin:index"), photo.get_absolute_url(), reverse("home")):
        assert "no-store" in client.get(url)["Cache-Control"]


def test_words_of_a_caption_are_shown_as_typed_and_never_run(visitor):
    payload = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'"
    photo = make_photo(title=payload, description=payload, caption=payload)
    for url in (photo.get_absolute_url(), "/photos/", f"/photos/?q={payload}", "/"):
        body = visitor.get(url).content.decode()
        assert "<script>alert" not in body
        assert "<img src=x" not in body
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in visitor.get(photo.get_absolute_url()).content.decode()
