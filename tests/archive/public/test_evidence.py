"""“Why do you say so?”: every fact of a photograph's page answers, with all that visitors may read and nothing else."""

from __future__ import annotations

import re

import pytest
from asking_why import change, on_the_slip, text_of, why
from django.utils import timezone
from django.utils.formats import date_format
from factories import (
    indexed,
    make_accession,
    make_agent,
    make_code,
    make_dating,
    make_image,
    make_mention,
    make_photo,
    make_place,
    make_scheme,
    make_subject,
    make_transcription,
)

from archive.ingest.deciding import accept, state_too
from archive.models import AccessionParty, Dating, Proposal, Source
from archive.publishing import prefer, withdraw

pytestmark = pytest.mark.django_db

CAPTION = "Mules at Liuchow in the fall of 1944,\nphotographed by Orrin."


@pytest.fixture
def photo(db):
    """A public photograph with a slip."""
    return make_photo(title="Mules", caption=CAPTION)


def test_every_kind_of_fact_leads_to_its_evidence(photo, visitor):
    make_dating(photo, "1944-23")
    make_dating(photo, "1945-07", role="release")
    make_mention(photo, make_place("Liuzhou"))
    make_mention(photo, make_place("Nanning"), role="mentioned")
    make_subject(photo, make_agent("Orrin"), role="photographer")
    make_subject(photo, craft="B-25H", craft_marks="439")
    make_code(photo, "07041420/C", make_scheme())
    indexed(photo)
    page = visitor.get(photo.get_absolute_url()).content.decode()
    facts = page.count('<div class="fact">')
    links = set(re.findall(rf'href="({photo.get_absolute_url()}why/[a-z]+-\d+/)"', page))
    assert facts == page.count('<details class="why">') == len(links) == 7
    assert {visitor.get(link).status_code for link in links} == {200}


def test_it_says_what_where_it_is_written_whence_on_what_ground_how_surely_and_since_when(photo, visitor, curator):
    first = Source.objects.create(kind="register", title="The log of the office")
    source = Source.objects.create(
        kind="letter", title="A letter home", author="Orrin", date_words="1944", derived_from=first, note="CANARY"
    )
    dating = make_dating(
        photo, "1944-23", source=source, certainty="probable", reasoning="The leaves have turned.", by=curator,
        **on_the_slip(photo, "fall of 1944"),
    )  # fmt: skip
    told = text_of(why(visitor, dating))
    assert "Taken: fall 1944" in told
    assert "Mules at Liuchow in the fall of 1944 , photographed by Orrin." in told
    assert "Typed slip · original wording" in told
    assert "Orrin. A letter home , 1944 (letter)" in told
    assert "It goes back to “The log of the office”" in told
    assert "A caption that came with the print says so." in told
    assert "Probable: more speaks for it than against it." in told
    assert "The leaves have turned." in told
    assert f"Entered by the museum’s staff on {date_format(timezone.localtime(dating.at))}." in told
    assert "CANARY" not in told


def test_the_words_are_marked_among_their_like_and_lead_to_their_place_in_the_text(photo, visitor):
    dating = make_dating(photo, "1944-23", **on_the_slip(photo, "fall of 1944"))
    for page in (why(visitor, dating), visitor.get(photo.get_absolute_url()).content.decode()):
        assert "Mules at Liuchow in the <mark>fall of 1944</mark>,\nphotographed by Orrin." in page
        anchor = f"w-dating-{dating.pk}"
        assert f'href="{photo.get_absolute_url()}#{anchor}"' in page
    assert f'<span id="{anchor}"></span>' in visitor.get(photo.get_absolute_url()).content.decode()


def test_words_that_were_corrected_since_are_told_but_not_marked(photo, visitor):
    dating = make_dating(photo, "1944-23", **on_the_slip(photo, "fall of 1944"))
    photo.transcriptions.update(text=CAPTION.replace("fall", "Fall"))
    page = why(visitor, dating)
    assert "<mark>" not in page
    assert "The words of the source: “fall of 1944”" in text_of(page)


def test_words_on_a_side_that_is_kept_back_are_not_shown(photo, visitor):
    make_image(photo, side="recto")
    make_image(photo, side="verso", is_hidden=True)
    back = make_transcription(photo, carrier="verso", text="for my CANARY, fall of 1944")
    dating = make_dating(
        photo, "1944-23", as_written="fall of 1944", transcription=back, span_start=15, span_end=27, basis="inscription"
    )
    for page in (why(visitor, dating), visitor.get(photo.get_absolute_url()).content.decode()):
        assert "CANARY" not in page
        assert f"#w-dating-{dating.pk}" not in page


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("date: season", "Read from the caption by a rule, and accepted by a curator on"),
        (Proposal.VISITOR, "Suggested by a visitor, and accepted by a curator on"),
    ],
)
def test_what_was_suggested_says_so(photo, visitor, curator, rule, words):
    proposal = Proposal.objects.create(
        photo=photo, kind="dating", rule=rule, values={"role": "depicted", "edtf": "1944-23"},
        **on_the_slip(photo, "fall of 1944"),
    )  # fmt: skip
    dating = accept(proposal, by=curator)
    assert words in text_of(why(visitor, dating))
    assert words in text_of(visitor.get(photo.get_absolute_url()).content.decode())


def test_what_a_second_curator_states_of_the_same_words_no_rule_suggested(photo, visitor, curator, registrar):
    proposal = Proposal.objects.create(
        photo=photo, kind="dating", rule="date: season", values={"role": "depicted", "edtf": "1944-23"},
        **on_the_slip(photo, "fall of 1944"),
    )  # fmt: skip
    accept(proposal, by=curator)
    other = state_too(proposal, by=registrar, values={"edtf": "1944-11"})
    told = text_of(why(visitor, other).partition("What else is stated")[0] + "</main>")
    assert "Entered by the museum’s staff" in told
    assert "rule" not in told


def test_what_disagrees_stands_beside_it_with_its_own_ground(photo, visitor):
    slip = make_dating(photo, "1944-23", basis="caption")
    pencil = make_dating(photo, "1945-07", basis="inscription", certainty="possible", reasoning="A late hand.")
    letter = make_dating(photo, "1944-10", basis="donor")
    told = text_of(why(visitor, slip))
    assert "Of several statements the one shown first." in told
    assert "July 1945 Cannot be true at the same time as this one. Ground It is written on the print itself." in told
    assert "A late hand." in told
    assert "October 1944 Can be true as well. Ground Whoever gave the print told the museum so." in told
    assert "Another statement is shown first." in text_of(why(visitor, pencil))
    assert f'href="{photo.get_absolute_url()}why/{letter.slug}/"' in why(visitor, pencil)


def test_a_town_and_its_province_are_both_true_and_two_readings_of_a_name_are_not(photo, visitor):
    province = make_place("Guangxi", kind="province")
    town = make_mention(photo, make_place("Liuzhou", parent=province), as_written="Liuchow")
    make_mention(photo, province, role="within", as_written="Kwangsi")
    assert "Guangxi written “Kwangsi” Can be true as well." in text_of(why(visitor, town))
    pins = [make_mention(photo, make_place(name), role="mentioned", as_written="Ping Yang") for name in ("A", "B")]
    assert "B written “Ping Yang” Cannot be true at the same time" in text_of(why(visitor, pins[0]))
    assert "Ping Yang" not in text_of(why(visitor, town))


def test_two_people_it_shows_do_not_contradict_each_other(photo, visitor):
    he, she = (make_subject(photo, make_agent(name), as_written=name) for name in ("Orrin", "Hale"))
    assert "Nobody states anything else." in text_of(why(visitor, he))
    page = visitor.get(photo.get_absolute_url()).content.decode()
    assert page.count('<div class="fact">') == 2
    assert she.slug in page


def test_the_preferred_one_says_why_and_since_when_and_not_by_whom(photo, visitor, curator):
    make_dating(photo, "1944-23")
    dating = make_dating(photo, "1945-07")
    prefer(dating, because="The slip is a copy.", by=curator)
    for page in (why(visitor, dating), visitor.get(photo.get_absolute_url()).content.decode()):
        told = text_of(page)
        day = date_format(timezone.localtime(dating.preferred_at))
        assert f"Preferred The slip is a copy. (decided by the museum on {day})" in told
        assert "curator" not in told


def test_of_what_is_rejected_visitors_hear_nothing(photo, visitor):
    stands = make_dating(photo, "1944-23")
    wrong = make_dating(photo, "1937", certainty="rejected", reasoning="CANARY")
    why(visitor, wrong, status=404)
    for page in (why(visitor, stands), visitor.get(photo.get_absolute_url()).content.decode()):
        assert "CANARY" not in page
        assert "1937" not in page


def test_unless_the_museum_tells_of_it_with_the_reason(photo, visitor):
    stands = make_dating(photo, "1944-23")
    wrong = make_dating(
        photo, "1937", certainty="rejected", reasoning="The bridge was not built.", tells_rejection=True
    )
    for page in (why(visitor, stands), visitor.get(photo.get_absolute_url()).content.decode()):
        told = text_of(page).partition("Considered and rejected")[2]
        assert "1937" in told
        assert "The bridge was not built." in told
    assert "Considered and rejected." in text_of(why(visitor, wrong))


def test_a_fact_of_which_only_what_it_is_not_is_known(photo, visitor):
    make_dating(photo, "1937", certainty="rejected", reasoning="The bridge was not built.", tells_rejection=True)
    told = text_of(visitor.get(photo.get_absolute_url()).content.decode())
    assert "Taken not known" in told
    assert "1937" in told.partition("Considered and rejected")[2]


def test_a_place_that_was_deleted_since_is_told_by_its_words(photo, visitor):
    wrong = make_place("Luzhou")
    mention = make_mention(photo, wrong, as_written="Liuchow")
    change(mention, place=make_place("Liuzhou"))
    wrong.delete()
    assert "this statement said “Liuchow”" in text_of(why(visitor, mention))


def test_who_stays_unnamed_is_not_named_in_any_ground(visitor, curator):
    donor = make_agent("Dora Donor", is_private=True)
    accession = make_accession(donor=donor)
    AccessionParty.objects.create(
        accession=accession, agent=make_agent("Ira Silent", is_private=True), role="informant"
    )
    photo = make_photo(accession=accession)
    origin = Source.objects.create(kind="letter", title="Diary of Ira Silent")
    source = Source.objects.create(
        kind="letter", title="Letter of Dora Donor", author="Dora Donor", derived_from=origin
    )
    dating = make_dating(photo, "1944", source=source, reasoning="DORA DONOR says so.")
    other = make_dating(photo, "1945", source=source)
    prefer(dating, because="Dora Donor was there.", by=curator)
    prefer(other, because="Ira Silent was there too.", by=curator)
    for page in (why(visitor, dating), why(visitor, other), visitor.get(photo.get_absolute_url()).content.decode()):
        assert "dora donor" not in page.lower()
        assert "ira silent" not in page.lower()
        assert "a person who stays unnamed" in page


def test_a_private_person_has_no_evidence(photo, visitor):
    private = make_subject(photo, make_agent("CANARY", is_private=True), as_written="CANARY")
    why(visitor, private, status=404)
    assert "CANARY" not in visitor.get(photo.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    "key", ["date-999999", "dating-1", "date-", "date", "date-1x", "person-1", "date-99999999999999999999"]
)
def test_what_is_not_stated_of_this_photograph_is_not_found(photo, visitor, key):
    assert visitor.get(f"/photos/{photo.number}/why/{key}/").status_code == 404


def test_evidence_of_another_photograph_is_not_found_here(photo, visitor):
    other = make_dating(make_photo(), "1944")
    assert visitor.get(f"/photos/{photo.number}/why/{other.slug}/").status_code == 404


def test_the_evidence_goes_with_its_photograph(photo, visitor, registrar):
    dating = make_dating(photo, "1944", reasoning="CANARY")
    withdraw(photo, by=registrar, reason="The family asked")
    assert "CANARY" not in why(visitor, dating, status=410)
    hidden = make_dating(make_photo(published=False), "1944", reasoning="CANARY")
    assert "CANARY" not in why(visitor, hidden, status=404)


def test_a_statement_that_was_deleted_is_gone(photo, visitor):
    dating = make_dating(photo, "1944")
    url = f"/photos/{photo.number}/why/{dating.slug}/"
    dating.delete()
    assert visitor.get(url).status_code == 404


def test_staff_read_names_and_find_the_way_to_edit_and_visitors_do_not(photo, visitor, as_user, curator, volunteer):
    dating = make_dating(photo, "1944", by=volunteer)
    make_dating(photo, "1945")
    prefer(dating, because="The slip is dated.", by=curator)
    page = why(as_user(volunteer), dating)
    assert f"Entered by volunteer, {date_format(timezone.localtime(dating.at), 'DATETIME_FORMAT')}" in text_of(page)
    assert "Preferred by curator, " in text_of(page)
    assert f'href="/admin/archive/dating/{dating.pk}/change/"' in page
    for name in ("volunteer", "curator", "/admin/archive", "/desk/", "For the staff"):
        assert name not in why(visitor, dating)


def test_who_has_a_session_and_is_not_staff_reads_what_visitors_read(photo, visitor, as_user, volunteer):
    dating = make_dating(photo, "1944", by=volunteer)
    volunteer.is_staff = False
    volunteer.save()
    assert "For the staff" not in why(as_user(volunteer), dating)


def test_crawlers_are_sent_to_the_photograph_and_a_cache_needs_no_cookie(photo, visitor, as_user, curator):
    dating = make_dating(photo, "1944")
    url = f"/photos/{photo.number}/why/{dating.slug}/"
    answer = visitor.get(url)
    assert answer["X-Robots-Tag"] == "noindex"
    assert f'<link rel="canonical" href="http://testserver{url}">' in answer.content.decode()
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    assert "no-store" in as_user(curator).get(url)["Cache-Control"]


def test_asking_costs_at_most_fifteen_queries_however_much_was_said(
    photo, visitor, as_user, curator, django_assert_max_num_queries
):
    province = make_place("Guangxi", kind="province")
    source = Source.objects.create(title="A letter", kind="letter")
    mentions = [
        make_mention(photo, make_place(f"Town {n}", parent=province), source=source, by=curator) for n in range(12)
    ]
    for turn in range(24):
        change(mentions[turn % 12], place=make_place(f"Other {turn}"))
        prefer(mentions[(turn + 5) % 12], because=f"Reason {turn}", by=curator)
    with django_assert_max_num_queries(15):
        page = why(visitor, mentions[3])
    assert page.count("this statement said") == 2
    client = as_user(curator)
    with django_assert_max_num_queries(22):
        why(client, mentions[3])


def test_the_form_of_an_address_is_kept(photo):
    dating = make_dating(photo, "1944")
    assert dating.slug == f"date-{dating.pk}"
    assert Dating.KEY == "date"
