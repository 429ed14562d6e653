"""“Do you know when it was taken? Tell us”: what nobody has stated yet is asked of visitors."""

from __future__ import annotations

import pytest
from django.urls import reverse
from factories import indexed, make_agent, make_dating, make_mention, make_photo, make_place, make_subject
from telling import address, tell, words

from archive.models import Correction, Photo
from archive.publishing.standing import stands_now

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]

QUESTIONS = {
    "date-depicted": "Do you know when it was taken?",
    "place-depicted": "Do you know where it was taken?",
    "subject-photographer": "Do you know who took it?",
    "subject-depicted": "Do you know who is shown?",
}


@pytest.fixture
def photo() -> Photo:
    """A public photograph of which nothing is known."""
    photo = make_photo(title="A bridge")
    indexed(photo)
    return photo


def asked_on(visitor, photo: Photo) -> list[str]:
    """The main questions that the photograph's page asks visitors."""
    page = visitor.get(photo.get_absolute_url()).content.decode()
    return [about for about in QUESTIONS if f'href="{address(photo, about)}"' in page]


def test_what_nobody_has_stated_is_asked_and_leads_to_an_empty_field(visitor, photo):
    assert asked_on(visitor, photo) == list(QUESTIONS)
    for about, question in QUESTIONS.items():
        form = visitor.get(address(photo, about))
        assert question in form.content.decode()
        assert form.context["form"]["told"].value() == ""


def test_what_is_stated_is_not_asked(visitor, photo):
    make_dating(photo, "1944")
    make_mention(photo, make_place("Liuzhou"), role="relative", relation_words="south of")
    make_subject(photo, make_agent("Capt. Harris"), role="photographer")
    indexed(photo)
    assert asked_on(visitor, photo) == ["subject-depicted"]


def test_a_private_person_is_asked_for_as_if_nobody_were_known(visitor, photo):
    make_subject(photo, make_agent("Orrin Haverly", is_private=True), role="depicted")
    indexed(photo)
    assert "subject-depicted" in asked_on(visitor, photo)


def test_a_photograph_without_any_words_is_asked_what_happens_there(visitor, photo):
    asks = "Do you know what happens here?"
    silent = make_photo(title="A bridge", caption="")
    silent.transcriptions.all().delete()
    indexed(silent)
    assert asks in visitor.get(silent.get_absolute_url()).content.decode()
    assert tell(silent, "description", "A ferry is caulked.").shown == ""
    described = make_photo(description="Two spans.", caption="")
    indexed(described)
    assert asks not in visitor.get(described.get_absolute_url()).content.decode()


def test_nothing_typed_cannot_be_sent(visitor, photo):
    assert visitor.post(address(photo, "date-depicted"), words("")).status_code == 422
    assert not Correction.objects.exists()


def test_no_other_question_can_be_asked_by_an_address(visitor, photo):
    for about in ("date-event", "place-mentioned", "subject-censor", "code-any", "words-any", "date-", "living-any"):
        assert visitor.get(address(photo, about)).status_code == 404


def test_the_first_statement_has_the_visitor_as_its_source_and_is_thanked_for(visitor, as_user, curator, photo):
    page = visitor.get(photo.get_absolute_url()).content
    correction = tell(photo, "date-depicted", "spring 1944", name="Jane Doe", wants_credit="on")
    assert visitor.get(photo.get_absolute_url()).content == page
    _answer(as_user(curator), correction, "accept")
    made = photo.datings.get()
    assert (made.edtf, made.role, made.basis, made.as_written) == ("1944-21", "depicted", "visitor", "spring 1944")
    assert made.source.title.startswith("Jane Doe, ")
    assert f"Date told by Jane Doe, {correction.sent_at.year}" in visitor.get(photo.get_absolute_url()).content.decode()
    assert "date-depicted" not in asked_on(visitor, photo)
    _answer(as_user(curator), correction, "open")
    assert not photo.datings.exists()
    assert visitor.get(photo.get_absolute_url()).content == page


@pytest.mark.parametrize(
    ("about", "told", "role"),
    [
        ("place-depicted", "Kweilin", "depicted"),
        ("subject-photographer", "Capt. Harris", "photographer"),
        ("subject-depicted", "Capt. Harris", "depicted"),
    ],
)
def test_a_place_and_a_person_are_stated_first_as_well(visitor, as_user, curator, photo, about, told, role):
    make_place("Guilin", ("Kweilin", "postal"))
    make_agent("Capt. Harris")
    assert _answer(as_user(curator), tell(photo, about, told), "accept").status_code == 302
    made = [*photo.place_mentions.all(), *photo.subjects.all()]
    assert [one.role for one in made] == [role]
    assert about not in asked_on(visitor, photo)


def test_what_was_stated_meanwhile_is_on_the_desk_and_what_is_being_typed_is_not_lost(as_user, curator, photo):
    make_dating(photo, "1944-12-24")
    indexed(photo)
    correction = tell(photo, "date-depicted", "spring 1944")
    body = as_user(curator).get(reverse("desk-correction", args=[correction.pk])).content.decode()
    assert "24 December 1944" in body
    assert "not there any more" not in body


def _answer(client, correction: Correction, verb: str, **more: str):
    current = Correction.objects.get(pk=correction.pk)
    sent = {"verb": verb, "seen": stands_now(current), "value": current.told, "answer": ""} | more
    return client.post(reverse("desk-correction", args=[current.pk]), sent)
