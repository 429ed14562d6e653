"""The reading desk: what a curator accepts becomes a statement that points at its words; nothing else is saved."""

from __future__ import annotations

import pytest
from django.urls import reverse
from factories import make_accession, make_photo, make_place, make_transcription
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from archive.desk.sheet import blank_sheet, carry_out
from archive.ingest.deciding import AlreadyDecided
from archive.ingest.suggesting import suggest
from archive.models import CodeReading, Dating, Photo, PlaceMention, Proposal, Subject, Transcription, User
from archive.publishing import publish

pytestmark = pytest.mark.django_db

WORDS = "From: Public Relations Office Fourteenth Air Force Code 07041420/C Release On Rcpt Cleared Pettibone USFCT "
WORDS += "-ON THE ROAD BACK- A Bridge Goes Down Fourteenth Air Force Headquarters, In China-- This bridge at Liuchow "
WORDS += "fell on 8 July 1945 and the convoy waited at Ping Yang."


@pytest.fixture
def draft(db) -> Photo:
    """A draft whose caption was read, with one place that has one owner and one that has two."""
    make_place("Liuzhou", ("Liuchow", "postal"), code="liuzhou")
    make_place("Binyang", ("Ping Yang", "other"), code="binyang")
    make_place("Pingyang", ("Ping Yang", "postal"), code="pingyang")
    photo = make_photo(published=False, title="", caption=WORDS)
    suggest([photo])
    return photo


def suggestion(photo: Photo, words: str) -> Proposal:
    return photo.proposals.get(as_written=words)


def send(client, photo: Photo, **changed: str):
    """Accept what is shown, but for what is changed."""
    sent = {f"d-{proposal.pk}": "0" for proposal in photo.proposals.open()}
    return client.post(reverse("desk-reading", args=[photo.number]), sent | changed)


def test_accepting_what_is_shown_makes_statements_that_point_at_their_words(as_user, curator, draft):
    assert send(as_user(curator), draft).status_code == 302
    dating = Dating.objects.get(as_written="8 July 1945")
    assert (dating.edtf, dating.by, dating.basis) == ("1945-07-08", curator, "caption")
    code = CodeReading.objects.get()
    assert (code.verbatim, code.by) == ("07041420/C", curator)
    for statement in [dating, code, *PlaceMention.objects.all(), *Subject.objects.all()]:
        assert statement.transcription.text[statement.span_start : statement.span_end] == statement.as_written
    draft.refresh_from_db()
    assert draft.title == "A Bridge Goes Down"


def test_a_title_that_somebody_gave_is_not_replaced_without_being_asked(draft):
    draft.title = "Mine"
    draft.save()
    chosen = {row.proposal.kind: row.chosen for row in blank_sheet(draft)}
    assert (chosen["title"], chosen["dating"]) == ("leave", "0")


def test_an_inferred_date_of_a_code_is_never_written_into_a_date(as_user, curator, draft):
    send(as_user(curator), draft)
    assert "1945-07-04" in CodeReading.objects.get().inferred
    assert not Dating.objects.filter(edtf__contains="1945-07-04").exists()


def test_nothing_is_saved_by_looking(as_user, curator, draft):
    as_user(curator).get(reverse("desk-reading", args=[draft.number]))
    assert not Dating.objects.exists()
    assert draft.proposals.open().count() == draft.proposals.count()


def test_a_doubtful_place_is_taken_as_the_chosen_alternative(as_user, curator, draft):
    doubtful = suggestion(draft, "Ping Yang")
    rows = {row.proposal.pk: row for row in blank_sheet(draft)}
    labels = [way.label for way in rows[doubtful.pk].ways]
    send(as_user(curator), draft, **{f"d-{doubtful.pk}": str(labels.index("Binyang"))})
    mention = PlaceMention.objects.get(as_written="Ping Yang")
    assert (mention.place.code, mention.certainty) == ("binyang", "probable")


def test_a_doubtful_place_taken_as_shown_keeps_only_the_words(as_user, curator, draft):
    send(as_user(curator), draft)
    assert PlaceMention.objects.get(as_written="Ping Yang").place is None


def test_a_rejected_suggestion_makes_nothing_and_does_not_come_back(as_user, curator, draft):
    rejected = suggestion(draft, "8 July 1945")
    client = as_user(curator)
    send(client, draft, **{f"d-{rejected.pk}": "reject"})
    assert not Dating.objects.exists()
    client.post(reverse("desk-read-again", args=[draft.number]))
    assert not draft.proposals.open().exists()


def test_what_is_typed_takes_the_place_of_what_was_read(as_user, curator, draft):
    date, place = suggestion(draft, "8 July 1945"), suggestion(draft, "Liuchow")
    send(as_user(curator), draft, **{f"t-{date.pk}": "early July 1945", f"t-{place.pk}": "binyang"})
    assert Dating.objects.get().edtf == "[1945-07-01..1945-07-10]"
    assert PlaceMention.objects.get(as_written="Liuchow").place.code == "binyang"


@pytest.mark.parametrize(
    ("words", "typed", "says"),
    [
        ("8 July 1945", "some day", "no date"),
        ("Liuchow", "Atlantis", "No place"),
        ("Liuchow", "Ping Yang", "(binyang)"),
    ],
)
def test_what_cannot_be_understood_is_said_at_its_field_and_nothing_is_saved(
    as_user, curator, draft, words, typed, says
):
    row = suggestion(draft, words)
    answer = send(as_user(curator), draft, **{f"t-{row.pk}": typed})
    body = answer.content.decode()
    assert answer.status_code == 422
    assert says in body
    assert f'value="{typed}"' in body
    assert draft.proposals.open().count() == draft.proposals.count()


def test_accepting_opens_the_next_draft_that_waits(as_user, curator, draft):
    later = make_photo(published=False, accession=draft.accession, caption="Taken at Liuchow in 1944.")
    suggest([later])
    client = as_user(curator)
    assert send(client, draft).url == reverse("desk-reading", args=[later.number])
    assert send(client, later).url == reverse("desk")
    assert "Nothing waits" in client.get(reverse("desk")).content.decode()


def test_what_two_curators_decide_at_once_is_decided_once(as_user, curator, registrar, draft):
    rows = blank_sheet(draft)
    assert carry_out(rows, by=curator) == len(rows)
    with pytest.raises(AlreadyDecided):
        carry_out(rows, by=registrar)
    assert Dating.objects.get().by == curator


def test_a_suggestion_whose_words_were_corrected_since_is_not_offered(as_user, curator, draft):
    Transcription.objects.update(text=WORDS.replace("8 July 1945", "9 July 1945"))
    body = as_user(curator).get(reverse("desk-reading", args=[draft.number])).content.decode()
    assert "8 July 1945" not in body


def test_the_public_page_leads_from_a_statement_to_its_words(as_user, curator, visitor, draft):
    send(as_user(curator), draft)
    publish(draft, by=curator)
    page = visitor.get(draft.get_absolute_url()).content.decode()
    anchor = f"w-dating-{Dating.objects.get().pk}"
    assert f'href="{draft.get_absolute_url()}#{anchor}"' in page
    assert f'<span id="{anchor}"></span><span class="said">8 July 1945</span>' in page


def test_a_hundred_captions_are_pasted_at_once(as_user, curator):
    accession = make_accession()
    lines = [f"  Caption {turn} with its blanks  " for turn in range(100)]
    form = {"accession": accession.pk, "count": "100", "text": "\r\n".join(lines)}
    as_user(curator).post(reverse("desk-paste"), form)
    assert list(Transcription.objects.order_by("photo__sort_key").values_list("text", flat=True)) == lines


def test_a_wrong_count_is_said_before_anything_happens(as_user, curator):
    accession = make_accession()
    form = {"accession": accession.pk, "count": "3", "text": "One\nTwo"}
    answer = as_user(curator).post(reverse("desk-paste"), form)
    assert "2 captions" in answer.content.decode()
    assert "One\nTwo" in answer.content.decode()
    assert not Photo.objects.exists()


class UntouchedTests(TestCase):
    """A property: whatever is accepted and rejected, in whatever order, no letter of the words changes."""

    @settings(max_examples=20, deadline=None)
    @given(st.lists(st.tuples(st.sampled_from(["0", "1", "reject", "leave"]), st.integers(0, 20)), max_size=12))
    def test_the_words_stay_as_they_were(self, decisions):
        make_place("Liuzhou", ("Liuchow", "postal"))
        curator = User.objects.create_user("anna")
        photo = make_photo(published=False)
        words = make_transcription(photo, text="\t" + WORDS + "  \n")
        suggest([photo])
        for chosen, place in decisions:
            rows = blank_sheet(photo)
            for row in rows[place : place + 1]:
                row.chosen = chosen
                carry_out([row], by=curator)
        words.refresh_from_db()
        assert words.text == "\t" + WORDS + "  \n"
