"""What visitors told, at the desk: the queue, and an answer."""

from __future__ import annotations

import pytest
from answering import desk, form, page_of
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from factories import (
    make_agent,
    make_code,
    make_mention,
    make_place,
    make_scheme,
    make_subject,
    make_transcription,
)
from telling import tell

from archive.models import Change, Correction, Photo, Source
from archive.models.senders import SenderContact

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]


def test_the_queue_shows_what_waits_the_oldest_first(at_desk, photo):
    assert "Nothing waits" in at_desk.client.get("/desk/corrections/").content.decode()
    first, second = tell(photo, "title", "A ferry"), tell(photo, "title", "A dam")
    body = at_desk.client.get("/desk/corrections/").content.decode()
    assert body.index(desk(first)) < body.index(desk(second))
    at_desk(first, "reject", answer="It is a bridge.")
    assert desk(first) not in at_desk.client.get("/desk/corrections/").content.decode()
    assert desk(first) in at_desk.client.get("/desk/corrections/?state=rejected").content.decode()


def test_the_page_of_one_has_all_that_was_sent(at_desk, photo):
    told = {
        "words": "My mother was there",
        "link": "https://example.org/a",
        "name": "Jane Doe",
        "email": "jane@doe.example",
    }
    correction = tell(photo, "title", "A ferry", **told)
    body = at_desk.client.get(desk(correction)).content.decode()
    for words in ("A ferry", "A bridge", *told.values()):
        assert words in body
    assert 'href="https://example.org/a"' not in body


def test_an_accepted_date_stands_beside_the_other_with_the_visitor_as_its_source(visitor, at_desk, photo, curator):
    old = photo.datings.get()
    correction = tell(photo, old.slug, "spring 1944", name="Jane Doe")
    assert at_desk(correction, "accept").status_code == 302
    made = photo.datings.exclude(pk=old.pk).get()
    assert (made.edtf, made.role, made.as_written) == ("1944-21", "depicted", "spring 1944")
    assert (made.by, made.basis, made.preferred) == (curator, "visitor", False)
    assert made.source.title.startswith("A visitor, ")
    assert made.rivals() == [old]
    body = page_of(visitor, photo)
    assert "Date corrected with help from a visitor, " in body
    assert "spring 1944" in body
    assert "Jane Doe" not in body


def test_a_wished_name_is_named(visitor, at_desk, photo):
    correction = tell(photo, photo.place_mentions.get().slug, "Kweilin", name="Jane Doe", wants_credit="on")
    at_desk(correction, "accept")
    body = page_of(visitor, photo)
    assert f"Place corrected with help from Jane Doe, {correction.sent_at.year}" in body
    assert "Jane Doe, " in Source.objects.get().title


def test_the_curator_mends_the_value_and_prefers_it_with_a_reason(visitor, at_desk, photo, curator):
    correction = tell(photo, photo.place_mentions.get().slug, "It was in Kweilin!!")
    refused = at_desk(correction, "accept")
    assert refused.status_code == 422
    assert "No place of the gazetteer" in refused.content.decode()
    assert not Source.objects.exists()
    done = at_desk(correction, "accept", value="Kweilin", prefer="on", because="The slip says so")
    assert done.status_code == 302
    made = photo.place_mentions.get(preferred=True)
    assert (str(made.place), made.as_written, made.preferred_because) == ("Guilin", "", "The slip says so")
    assert made.preferred_by == curator
    assert photo.number in visitor.get("/photos/?q=Guilin").content.decode()


def test_preferring_needs_a_reason(at_desk, photo):
    correction = tell(photo, photo.place_mentions.get().slug, "Kweilin")
    assert at_desk(correction, "accept", prefer="on").status_code == 422
    assert Correction.objects.get().is_open()


def test_two_visitors_of_one_day_are_two_sources(at_desk, photo):
    slug = photo.datings.get().slug
    for words in ("spring 1944", "summer 1944"):
        at_desk(tell(photo, slug, words), "accept")
    assert Source.objects.count() == 2
    assert len({one.source_id for one in photo.datings.all() if one.source_id}) == 2


@pytest.mark.parametrize(("about", "label"), [("title", "Title"), ("description", "Description")])
def test_an_accepted_text_is_written_and_the_history_keeps_the_old_one(visitor, at_desk, photo, about, label):
    old, correction = getattr(photo, about), tell(photo, about, "A ferry on the Canarywort")
    at_desk(correction, "accept")
    assert "A ferry on the Canarywort" in page_of(visitor, photo)
    assert f"{label} corrected with help from a visitor" in page_of(visitor, photo)
    assert photo.number in visitor.get("/photos/?q=canarywort").content.decode()
    change = Change.objects.of(Photo, photo.pk).latest("pk")
    assert change.before[about] == old
    assert f"Correction {correction.pk}" in change.act.reason
    assert change.act.by_name == "curator"


def test_accepted_words_are_a_reading_of_their_own(visitor, at_desk, photo):
    old = make_transcription(photo, carrier="verso", text="To my dear Anna", language="en")
    correction = tell(photo, f"words-{old.pk}", "To my dear Hanna")
    at_desk(correction, "accept")
    made = photo.transcriptions.latest("pk")
    assert (made.carrier, made.layer, made.language, made.text) == ("verso", "original", "en", "To my dear Hanna")
    old.refresh_from_db()
    assert old.text == "To my dear Anna"
    body = page_of(visitor, photo)
    assert "To my dear Hanna" in body
    assert "Read so by: A visitor, " in body


def test_an_accepted_code_is_another_reading_of_the_same_words(at_desk, photo):
    scheme = make_scheme()
    old = make_code(photo, "07041420/A", scheme, as_written="07041420/A")
    at_desk(tell(photo, old.slug, "07041429/A"), "accept")
    made = photo.codes.get(verbatim="07041429/A")
    assert (made.scheme, made.conforms, made.rivals()) == (scheme, True, [old])


def test_an_accepted_person_is_one_we_know(at_desk, photo):
    old = make_subject(photo, make_agent("Capt. Harris"), as_written="Capt. H.")
    correction = tell(photo, old.slug, "Orrin Haverly")
    refused = at_desk(correction, "accept")
    assert refused.status_code == 422
    agent = make_agent("Orrin Haverly")
    at_desk(correction, "accept")
    made = photo.subjects.get(agent=agent)
    assert made.rivals() == [old]


def test_nobody_is_thanked_beside_a_private_person(visitor, at_desk, photo):
    old = make_subject(photo, make_agent("Capt. Harris"), as_written="Capt. H.")
    make_agent("Orrin Haverly", is_private=True)
    at_desk(tell(photo, old.slug, "Orrin Haverly", name="Jane Doe", wants_credit="on"), "accept")
    body = page_of(visitor, photo)
    assert "Haverly" not in body
    assert "Jane Doe" not in body


def test_a_correction_is_accepted_when_what_it_was_about_is_gone(at_desk, photo):
    correction = tell(photo, photo.datings.get().slug, "spring 1944")
    photo.datings.all().delete()
    assert "not there any more" in at_desk.client.get(desk(correction)).content.decode()
    at_desk(correction, "accept")
    assert photo.datings.get().edtf == "1944-21"


def test_a_rejection_needs_a_reason_which_the_sender_reads(visitor, at_desk, photo):
    correction = tell(photo, "title", "A ferry")
    private = reverse("told", args=[correction.token()])
    assert at_desk(correction, "reject").status_code == 422
    at_desk(correction, "reject", answer="The other print shows the bridge.")
    body = visitor.get(private).content.decode()
    assert "The other print shows the bridge." in body
    assert "curator" not in body.split("<h1>")[1].split("</main>")[0].replace("A curator", "")
    assert page_of(visitor, photo).count("A ferry") == 0


def test_the_sender_reads_that_it_was_accepted(visitor, at_desk, photo):
    correction = tell(photo, "title", "A ferry")
    at_desk(correction, "accept", answer="Thank you, Jane.")
    body = visitor.get(reverse("told", args=[correction.token()])).content.decode()
    assert "was accepted" in body
    assert "Thank you, Jane." in body


def test_of_two_curators_at_once_the_later_is_told(at_desk, photo, as_user, registrar):
    correction = tell(photo, photo.datings.get().slug, "spring 1944")
    late = form(correction, "reject", answer="No: it was autumn.")
    at_desk(correction, "accept")
    answer = as_user(registrar).post(desk(correction), late)
    assert answer.status_code == 409
    assert "curator answered it meanwhile" in answer.content.decode()
    assert Correction.objects.get().state == "accepted"


def test_a_title_changed_meanwhile_is_not_written_over_unseen(at_desk, photo):
    correction = tell(photo, "title", "A ferry")
    late = form(correction, "accept")
    Photo.objects.update(title="A dam")
    answer = at_desk.client.post(desk(correction), late)
    assert answer.status_code == 409
    assert Photo.objects.get().title == "A dam"
    assert "changed since the visitor saw it" in answer.content.decode()
    again = late | {"seen": answer.context["form"]["seen"].value()}
    assert at_desk.client.post(desk(correction), again).status_code == 302
    assert Photo.objects.get().title == "A ferry"


def test_the_file_is_a_download_for_those_who_answer(visitor, as_user, at_desk, volunteer, photo):
    content = b"%PDF-1.7\n<script>alert(1)</script>"
    correction = tell(photo, "title", "A ferry", evidence=SimpleUploadedFile("x.html", content, "text/html"))
    url = reverse("desk-correction-evidence", args=[correction.pk])
    assert visitor.get(url).status_code == 302
    assert as_user(volunteer).get(url).status_code == 403
    answer = at_desk.client.get(url)
    assert answer.getvalue() == content
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert url in at_desk.client.get(desk(correction)).content.decode()


def test_a_correction_without_a_file_has_no_download(at_desk, photo):
    correction = tell(photo, "title", "A ferry")
    assert at_desk.client.get(reverse("desk-correction-evidence", args=[correction.pk])).status_code == 404


def test_the_history_knows_no_mail_address_of_a_sender(photo):
    tell(photo, "title", "A ferry", email="canarywort@example.org")
    assert SenderContact.objects.get().email == "canarywort@example.org"
    rows = Change.objects.values_list("before", "after", "act__reason", "act__address")
    assert "canarywort" not in str(list(rows))


def test_volunteers_find_no_correction_in_the_history(as_user, volunteer, photo):
    tell(photo, "title", "Canarywort", name="Canarywort", words="Canarywort")
    client = as_user(volunteer)
    urls = [reverse("desk-changes"), reverse("admin:archive_photo_history", args=[photo.pk])]
    assert not any("Canarywort" in client.get(url).content.decode() for url in urls)
    assert client.get(reverse("desk-corrections")).status_code == 403


def test_who_may_not_prefer_may_still_accept(as_user, curator, photo):
    from django.contrib.auth.models import Group

    Group.objects.get(name="curator").permissions.filter(codename="prefer_statement").get().group_set.clear()
    correction = tell(photo, photo.datings.get().slug, "spring 1944")
    client = as_user(curator)
    assert client.post(desk(correction), form(correction, "accept", prefer="on", because="x")).status_code == 403
    assert Correction.objects.get().is_open()
    assert client.post(desk(correction), form(correction, "accept")).status_code == 302


def test_the_mail_address_of_a_sender_is_forgotten_for_good(at_desk, photo):
    correction = tell(photo, "title", "A ferry", email="canarywort@example.org")
    assert "canarywort@example.org" in at_desk.client.get(desk(correction)).content.decode()
    assert at_desk.client.post(desk(correction), {"verb": "forget", "seen": "-"}).status_code == 302
    assert "canarywort" not in at_desk.client.get(desk(correction)).content.decode()
    assert not SenderContact.objects.exists()
    assert Correction.objects.get().is_open()


def test_a_place_near_another_keeps_its_relation(at_desk, photo):
    near = make_mention(photo, make_place("Nanning"), role="relative", relation_words="2 miles south of")
    correction = tell(photo, near.slug, "2 miles south of Kweilin")
    assert at_desk(correction, "accept").status_code == 302
    made = photo.place_mentions.latest("pk")
    assert (made.role, made.in_words()) == ("relative", "2 miles south of Guilin")


def test_a_code_that_stands_there_already_is_not_stated_twice(at_desk, photo):
    old = make_code(photo, "SC 1")
    make_code(photo, "SC 2")
    answer = at_desk(tell(photo, old.slug, "SC 2"), "accept")
    assert answer.status_code == 422
    assert Correction.objects.get().is_open()
    assert not Source.objects.exists()


def test_the_desk_marks_what_differs(at_desk, photo):
    row = make_transcription(photo, carrier="verso", text="To my dear Anna, in spring")
    body = at_desk.client.get(desk(tell(photo, f"words-{row.pk}", "To my dear Hanna, in spring"))).content.decode()
    assert "<del>Anna</del>" in body
    assert "<ins>Hanna</ins>" in body


def test_a_kind_that_no_app_keeps_any_more_can_still_be_read_and_rejected(at_desk, photo):
    correction = tell(photo, "title", "A ferry")
    Correction.objects.update(kind="aeroplane", about="aeroplane-7")
    assert "A ferry" in at_desk.client.get(desk(correction)).content.decode()
    refused = at_desk(correction, "accept")
    assert refused.status_code == 422
    assert "not kept here any more" in refused.content.decode()
    assert at_desk(correction, "reject", answer="We keep no aeroplanes.").status_code == 302
