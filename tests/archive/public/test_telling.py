"""“Something wrong? Tell us”: the form, its guards, and the private page of what was sent."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from factories import (
    indexed,
    make_code,
    make_dating,
    make_image,
    make_mention,
    make_photo,
    make_place,
    make_transcription,
)
from telling import address, tell, words

from archive.models import Change, Correction, Dating, Photo
from archive.models.senders import SenderContact
from archive.public.guarding import opened
from archive.publishing import withdraw

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]

JPEG = b"\xff\xd8\xff\xe0" + bytes(100)
PDF = b"%PDF-1.7\n" + bytes(100)


@pytest.fixture
def photo() -> Photo:
    """A public photograph with something of everything."""
    photo = make_photo(title="A bridge", description="Two spans.", caption="Taken in autumn")
    make_dating(photo, "1944-23")
    make_mention(photo, make_place("Liuzhou"))
    make_code(photo, "07041420/A")
    indexed(photo)
    return photo


def facts(photo: Photo) -> dict[str, str]:
    """What can be corrected, and what stands there."""
    rows = {"title": photo.title, "description": photo.description}
    rows |= {f"words-{row.pk}": row.text for row in photo.transcriptions.all()}
    for rows_of in (photo.datings, photo.place_mentions, photo.codes):
        rows |= {one.slug: one.in_words() for one in rows_of.all()}
    return rows


def test_under_each_fact_a_link_leads_to_a_field_with_what_stands_there(visitor, photo):
    page = visitor.get(photo.get_absolute_url()).content.decode()
    for about, text in facts(photo).items():
        assert f'href="{address(photo, about)}"' in page
        form = visitor.get(address(photo, about))
        assert form.status_code == 200
        assert form.context["form"]["told"].value() == text


def test_what_is_sent_waits_and_its_sender_finds_it_at_a_private_address(visitor, photo):
    sent = visitor.post(address(photo, photo.datings.get().slug), words("spring 1944"))
    page = visitor.get(sent.url)
    body = page.content.decode()
    assert "spring 1944" in body
    assert f"http://testserver{sent.url}" in body
    assert "A curator" in body
    assert "no-store" in page["Cache-Control"]
    assert "noindex" in page["X-Robots-Tag"]
    assert page["Referrer-Policy"] == "no-referrer"
    assert list(Correction.objects.open()) == [Correction.objects.get()]


def test_nothing_of_it_is_public_before_it_is_accepted(visitor, photo):
    urls = [photo.get_absolute_url(), "/photos/?q=Canarywort", "/", reverse("evidence", args=[photo.number, "code-1"])]
    before = [visitor.get(url).content for url in urls]
    tell(photo, "title", "Canarywort", name="Canarywort", wants_credit="on", email="canarywort@example.org")
    assert [visitor.get(url).content for url in urls] == before


def test_the_fact_is_kept_as_it_stood_when_the_statement_is_gone(photo):
    dating = photo.datings.get()
    correction = tell(photo, dating.slug, "spring 1944")
    Dating.objects.all().delete()
    correction.refresh_from_db()
    told = (correction.about, correction.label, correction.shown, correction.asked["role"])
    assert told == (dating.slug, "Taken", "fall 1944", "depicted")


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_hidden_photograph_is_told_from_an_absent_one_by_nothing(visitor, photo, method):
    hidden = make_photo(published=False, title="A bridge")
    dating = make_dating(hidden, "1944-23")
    answers = []
    for number in (hidden.number, "1999.9.9"):
        for about in ("title", dating.slug, "words-1", "nothing"):
            sent = words("x") if method == "post" else {}
            answer = getattr(visitor, method)(reverse("tell", args=[number, about]), sent)
            answers.append((answer.status_code, answer.content))
    assert len(set(answers)) == 1
    assert answers[0][0] == 404
    assert not Correction.objects.exists()


def test_a_withdrawn_photograph_is_gone_here_as_well(visitor, photo):
    withdraw(photo, by=None, reason="Asked for")
    assert visitor.get(address(photo, "title")).status_code == 410
    assert visitor.post(address(photo, "title"), words("x")).status_code == 410


def test_what_the_page_does_not_tell_cannot_be_corrected(visitor, photo):
    rejected = make_dating(photo, "1943", certainty="rejected")
    foreign = make_dating(make_photo(), "1943")
    for about in (rejected.slug, foreign.slug, "words-999999", "campaign-1", "living"):
        assert visitor.get(address(photo, about)).status_code == 404


def test_nobody_needs_more_than_the_one_field(photo):
    correction = tell(photo, "title", "A ferry")
    assert (correction.name, correction.link, correction.words, correction.wants_credit) == ("", "", "", False)
    assert not correction.evidence
    assert not SenderContact.objects.exists()


STOPPED = {
    "machine": {"website": "https://spam"},
    "fast": {"opened": None},
    "old": {"opened": ""},
    "forged": {"opened": "x"},
}


@pytest.mark.parametrize("case", STOPPED)
def test_who_is_stopped_keeps_what_was_typed(visitor, photo, case):
    changed = {name: opened(0) if value is None else value for name, value in STOPPED[case].items()}
    answer = visitor.post(address(photo, "title"), words("A ferry", words="My mother took it", **changed))
    assert answer.status_code == 422
    assert "A ferry" in answer.content.decode()
    assert "My mother took it" in answer.content.decode()
    assert not Correction.objects.exists()


@pytest.mark.parametrize("seconds", [0, 25 * 60 * 60])
def test_a_form_that_came_back_can_be_sent_at_once(visitor, photo, seconds):
    back = visitor.post(address(photo, "title"), words("A ferry", opened=opened(seconds)))
    assert back.status_code == 422
    again = words("A ferry", opened=back.context["form"]["opened"].value())
    assert visitor.post(address(photo, "title"), again).status_code == 302


def test_a_form_of_yesterday_evening_is_still_good(visitor, photo):
    assert visitor.post(address(photo, "title"), words("A ferry", opened=opened(23 * 3600))).status_code == 302


def test_too_many_from_one_side_are_asked_to_wait_and_others_are_not(visitor, photo):
    url = address(photo, "title")
    answers = [visitor.post(url, words(f"A ferry {turn}")) for turn in range(21)]
    assert [answer.status_code for answer in answers] == [302] * 20 + [429]
    assert "A ferry 20" in answers[-1].content.decode()
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert elsewhere.post(url, words("A ferry")).status_code == 302


def test_the_address_of_a_sender_is_kept_nowhere(photo):
    Client(REMOTE_ADDR="192.0.2.77").post(address(photo, "title"), words("A ferry"))
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM cache")
        assert "192.0.2.77" not in str(cursor.fetchall())
    assert "192.0.2.77" not in str(list(Change.objects.values_list("after", "act__address")))


def test_the_same_sent_twice_at_once_is_one(visitor, photo):
    url = address(photo, "title")
    first, second = (visitor.post(url, words("A ferry")).url for _turn in range(2))
    assert first == second
    assert visitor.get(second).status_code == 200
    assert visitor.post(url, words("A ferry", name="Jane")).url != first
    assert Correction.objects.count() == 2


def test_what_stands_there_already_is_no_correction(visitor, photo):
    answer = visitor.post(address(photo, "title"), words("A bridge"))
    assert answer.status_code == 422
    assert visitor.post(address(photo, "title"), words("A bridge", words="It is a dam.")).status_code == 302


def test_a_file_is_taken_by_its_bytes_and_kept_under_another_name(visitor, photo, settings):
    for content, kind in ((JPEG, "JPEG"), (PDF, "PDF")):
        file = SimpleUploadedFile("grandmother.exe", content)
        correction = tell(photo, "title", f"A {kind}", evidence=file)
        assert correction.evidence_kind == kind
        assert "grandmother" not in correction.evidence.name
        assert correction.evidence.read() == content
        assert visitor.get(f"/{settings.MEDIA_URL}{correction.evidence.name}").status_code in (302, 404)


@pytest.mark.parametrize(
    "content", [b"<html><script>alert(1)</script>", b"<svg xmlns='x'/>", b"MZ", b"GIF89a", b"PK\x03\x04"]
)
def test_other_files_are_refused_whatever_they_are_called(visitor, photo, content):
    file = SimpleUploadedFile("photo.jpg", content, content_type="image/jpeg")
    answer = visitor.post(address(photo, "title"), words("A ferry", evidence=file))
    assert answer.status_code == 422
    assert "A ferry" in answer.content.decode()
    assert not Correction.objects.exists()


def test_a_file_too_large_is_refused_and_the_words_stay(visitor, photo, settings):
    settings.EVIDENCE_MEGABYTES = 1
    for size in (1_100_000, 3_000_000):
        file = SimpleUploadedFile("photo.jpg", JPEG + bytes(size))
        answer = visitor.post(address(photo, "title"), words("A ferry", evidence=file, email="me@example.org"))
        assert answer.status_code == 422
        assert "at most 1 MB" in answer.content.decode()
        assert "A ferry" in answer.content.decode()
        assert "me@example.org" in answer.content.decode()


def test_credit_needs_a_name(visitor, photo):
    answer = visitor.post(address(photo, "title"), words("A ferry", wants_credit="on"))
    assert "Tell us the name" in answer.content.decode()


def test_forged_forms_are_refused(photo):
    client = Client(enforce_csrf_checks=True)
    assert client.post(address(photo, "title"), words("A ferry")).status_code == 403


def test_an_unknown_private_address_is_not_found(visitor):
    assert visitor.get("/corrections/nothing-like-it/").status_code == 404


def test_the_token_is_kept_as_its_hash_alone(visitor, photo):
    token = visitor.post(address(photo, "title"), words("A ferry")).url.split("/")[2]
    correction = Correction.objects.get()
    assert token not in str(vars(correction))
    assert token not in str(list(Change.objects.values_list("after", flat=True)))


def test_words_of_strangers_are_shown_as_typed_and_never_run(visitor, as_user, curator, photo):
    payload = "<script>alert(1)</script>\"'"
    sent = visitor.post(address(photo, "title"), words(payload, words=payload, link=payload, name=payload))
    urls = ["/desk/corrections/", reverse("desk-correction", args=[Correction.objects.get().pk])]
    bodies = [visitor.get(sent.url), *(as_user(curator).get(url) for url in urls)]
    for body in bodies:
        assert "<script>alert" not in body.content.decode()
        assert "&lt;script&gt;alert(1)" in body.content.decode()


def test_words_on_the_print_are_told_letter_for_letter(photo):
    row = make_transcription(photo, text="  two  blanks\nand a line", layer="later_hand")
    correction = tell(photo, f"words-{row.pk}", "  two  blanks\r\nand a word")
    assert correction.told == "  two  blanks\nand a word"


def test_words_of_a_side_that_is_kept_back_cannot_be_corrected(visitor, photo):
    row = make_transcription(photo, carrier="verso", text="Kept back")
    url = address(photo, f"words-{row.pk}")
    assert visitor.get(url).status_code == 200
    make_image(photo, side="verso", is_hidden=True)
    indexed(photo)
    assert visitor.get(url).status_code == 404
