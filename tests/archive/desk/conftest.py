"""What the tests of visitors' corrections at the desk begin with."""

from __future__ import annotations

import pytest
from answering import desk, form
from factories import (
    indexed,
    make_dating,
    make_mention,
    make_photo,
    make_place,
)

from archive.models import Correction, Photo


@pytest.fixture
def photo() -> Photo:
    """A public photograph with a date and a place."""
    photo = make_photo(title="A bridge", description="Two spans.", caption="Taken in autumn")
    make_dating(photo, "1944-23")
    make_mention(photo, make_place("Liuzhou", ("Liuchow", "postal")))
    make_place("Guilin", ("Kweilin", "postal"))
    indexed(photo)
    return photo


@pytest.fixture
def at_desk(as_user, curator):
    """A curator's browser; answers corrections and returns the response."""
    client = as_user(curator)

    def answer(correction: Correction, verb: str, **changed):
        return client.post(desk(correction), form(correction, verb, **changed))

    answer.client = client
    return answer
