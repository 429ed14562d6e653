"""An archive in which nothing is public yet: every page stands and says so."""

from __future__ import annotations

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["home", "gallery", "places", "collections", "schemes", "about"])
def test_every_page_stands_and_promises_no_photographs(visitor, name):
    answer = visitor.get(reverse(name))
    assert answer.status_code == 200
    assert "/photos/2" not in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "says"), [("places", "public yet"), ("collections", "public yet"), ("schemes", "public yet")]
)
def test_an_empty_list_says_why(visitor, name, says):
    assert says in visitor.get(reverse(name)).content.decode()


def test_a_search_in_it_finds_nothing_and_does_no_harm(visitor):
    answer = visitor.get("/photos/", {"q": "Liuchow", "year": "1944"})
    assert answer.status_code == 200
    assert "Liuchow" in answer.content.decode()
