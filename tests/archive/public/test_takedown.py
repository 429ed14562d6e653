"""Asking that something be taken down, and the museum's answer."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone
from factories import make_photo

from archive.models import TakedownRequest
from archive.public.guarding import opened

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]

FORM = "/takedown/"


def words(number: str, **changed) -> dict[str, str]:
    plain = {"number": number, "ground": "privacy", "message": "It shows my mother.", "name": "", "contact": ""}
    return plain | {"website": "", "opened": opened(60)} | changed


def test_a_request_reaches_staff_and_its_sender_finds_the_answer(visitor, as_user, registrar):
    photo = make_photo()
    address = visitor.post(FORM, words(photo.number)).url
    assert "nobody has answered yet" in visitor.get(address).content.decode()
    client = as_user(registrar)
    wanted = TakedownRequest.objects.get()
    assert photo.number in client.get(reverse("desk-takedowns")).content.decode()
    answer = {"outcome": "withdrawn", "answer": "It is gone; we are sorry."}
    assert client.post(reverse("desk-takedown", args=[wanted.pk]), answer).status_code == 302
    assert visitor.get(photo.get_absolute_url()).status_code == 410
    assert "It is gone; we are sorry." in visitor.get(address).content.decode()
    decision = photo.decisions.first()
    assert (decision.outcome, decision.by) == ("withdrawn", registrar)


def test_a_request_can_be_declined_with_reasons(visitor, as_user, registrar):
    photo = make_photo()
    address = visitor.post(FORM, words(f"https://example.org/photos/{photo.number}/")).url
    wanted = TakedownRequest.objects.get(photo=photo)
    url = reverse("desk-takedown", args=[wanted.pk])
    assert as_user(registrar).post(url, {"outcome": "kept", "answer": ""}).status_code == 422
    as_user(registrar).post(url, {"outcome": "kept", "answer": "It shows a bridge."})
    assert visitor.get(photo.get_absolute_url()).status_code == 200
    assert "It shows a bridge." in visitor.get(address).content.decode()


def test_a_second_answer_is_refused_and_what_was_typed_stays(visitor, as_user, registrar):
    visitor.post(FORM, words(make_photo().number))
    url = reverse("desk-takedown", args=[TakedownRequest.objects.get().pk])
    as_user(registrar).post(url, {"outcome": "kept", "answer": "No."})
    again = as_user(registrar).post(url, {"outcome": "withdrawn", "answer": "Yes, gone."})
    assert again.status_code == 422
    assert "Yes, gone." in again.content.decode()
    assert TakedownRequest.objects.get().answer == "No."


def test_the_form_tells_nothing_of_whether_a_number_exists(visitor):
    answers = [visitor.post(FORM, words(number)) for number in (make_photo(published=False).number, "1999.9.9")]
    assert [answer.status_code for answer in answers] == [302, 302]
    pages = [visitor.get(answer.url).content.decode() for answer in answers]
    numbers = TakedownRequest.objects.order_by("pk").values_list("number", flat=True)
    assert pages[0].replace(numbers[0], "N") == pages[1].replace(numbers[1], "N")


@pytest.mark.parametrize(
    "changed", [lambda: {"website": "https://spam"}, lambda: {"opened": opened()}, lambda: {"opened": "x"}]
)
def test_machines_are_stopped_and_people_keep_their_words(visitor, changed):
    answer = visitor.post(FORM, words("2026.1.1", **changed()))
    assert answer.status_code == 422
    assert "It shows my mother." in answer.content.decode()
    assert not TakedownRequest.objects.exists()


def test_too_many_requests_from_one_side_are_asked_to_wait(visitor):
    statuses = [visitor.post(FORM, words("2026.1.1")).status_code for _turn in range(7)]
    assert statuses == [302] * 5 + [429] * 2
    assert TakedownRequest.objects.count() == 5


def test_an_unknown_private_address_is_not_found(visitor):
    assert visitor.get("/takedown/nothing-like-it/").status_code == 404


def test_waiting_requests():
    for answered in (None, timezone.now()):
        TakedownRequest.objects.create(
            number="1", ground="other", message="x", token_hash=str(answered), answered_at=answered,
            outcome="kept" if answered else "", answer="No" if answered else "",
        )  # fmt: skip
    assert set(TakedownRequest.objects.waiting()) == {one for one in TakedownRequest.objects.all() if one.is_waiting()}
    assert TakedownRequest.objects.waiting().count() == 1
