"""“Why do you say so?”: every fact of a photograph's page answers, with all that visitors may read and nothing else."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import transaction
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
from archive.models import AccessionParty, Dating, DeedOfGift, Proposal, Rights, Source
from archive.models.acting import act
from archive.publishing import bring_back, prefer, publish, take_back, withdraw
from archive.search.indexing import reindexed
from archive.vocabulary.exposure import Exposure

pytestmark = pytest.mark.django_db

CAPTION = "Mules at Liuchow in the fall of 1944,\nphotographed by Orrin."


@pytest.fixture
def photo(db):
    """A public photograph with a slip."""
    return make_photo(title="Mules", caption=CAPTION)


def on_the_slip(photo, words: str) -> dict:
    """Where these words stand."""
    slip = photo.transcriptions.get()
    start = slip.text.index(words)
    return {"as_written": words, "transcription": slip, "span_start": start, "span_end": start + len(words)}


def why(client, statement, status: int = 200) -> str:
    """The page of a statement's evidence."""
    answer = client.get(f"/photos/{statement.photo.number}/why/{statement.slug}/")
    assert answer.status_code == status
    return answer.content.decode()


def text_of(page: str) -> str:
    """What is read on it, as one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("<main")[2].partition("</main>")[0]).split())


def change(statement, **values) -> None:
    """As a curator changes it in the admin."""
    statement.refresh_from_db()
    with act(reason="for the history alone"), reindexed(statement):
        for name, value in values.items():
            setattr(statement, name, value)
        statement.full_clean()
        statement.save()


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


def test_it_says_what_it_said_before(photo, visitor):
    dating = make_dating(photo, "1937", certainty="possible")
    indexed(photo)
    change(dating, edtf="1944-23", certainty="stated")
    change(dating, reasoning="The leaves")
    day = date_format(timezone.localtime())
    told = text_of(why(visitor, dating))
    assert told.count("this statement said") == 1
    assert f"Until {day} this statement said “1937” (possible)." in told
    assert "for the history alone" not in told


def test_it_says_what_was_preferred_before_and_why(photo, visitor, curator):
    first, second = make_dating(photo, "1944-23"), make_dating(photo, "1945-07")
    prefer(first, because="The slip is dated.", by=curator)
    prefer(second, because="The slip is a copy.", by=curator)
    for statement in (first, second):
        told = text_of(why(visitor, statement)).partition("What it replaced")[2]
        assert "“fall 1944” was preferred, because: The slip is dated." in told
        assert "July 1945" not in told.partition("Said of this photograph")[0]
    take_back(second, because="STAFF ONLY", by=curator)
    told = text_of(why(visitor, second))
    assert "“July 1945” was preferred, because: The slip is a copy." in told
    assert "STAFF ONLY" not in told


def test_what_was_said_while_nobody_could_read_it_stays_unsaid(visitor, curator):
    photo = make_photo(published=False)
    dating = make_dating(photo, "1937")
    change(dating, edtf="1938")
    publish(photo, by=curator)
    change(dating, edtf="1944-23")
    told = text_of(why(visitor, dating))
    assert "“1938”" in told
    assert "1937" not in told


def test_what_was_corrected_and_published_in_one_step_stays_unsaid(visitor, curator):
    photo = make_photo(published=False)
    dating = make_dating(photo, "1937")
    with act(by=curator), transaction.atomic():
        dating.edtf = "1944-23"
        dating.save()
        publish(photo, by=curator)
    assert "1937" not in why(visitor, dating)


@pytest.mark.parametrize("way", ["embargo", "staff_only", "gift_closed", "deed", "withdrawn", "gone"])
def test_what_was_said_behind_a_limit_that_is_over_stays_unsaid(visitor, curator, way):
    photo = make_photo(published=way not in ("withdrawn",))
    gift, tomorrow = photo.accession, timezone.localdate() + timedelta(days=1)
    dating = make_dating(photo, "1937")
    deed = None
    if way in ("embargo", "staff_only", "gone"):
        Rights.objects.create(
            photo=photo, embargo_until=tomorrow if way == "embargo" else None, staff_only=way != "embargo"
        )
    elif way == "gift_closed":
        gift.is_open = False
        gift.save()
    elif way == "deed":
        deed = DeedOfGift.objects.create(accession=gift, allows=Exposure.STAFF, title="passed")
    indexed(photo)
    assert visitor.get(photo.get_absolute_url()).status_code in (404, 410)
    change(dating, edtf="1938")
    if way == "gone":
        photo.rights.delete()
    elif way in ("embargo", "staff_only"):
        photo.rights.embargo_until, photo.rights.staff_only = None, False
        photo.rights.save()
    elif way == "gift_closed":
        gift.is_open = True
        gift.save()
    elif deed:
        deed.allows = Exposure.FULL
        deed.save()
    else:
        publish(photo, by=curator)
    photo.refresh_from_db()
    indexed(photo)
    change(dating, edtf="1944-23")
    told = text_of(why(visitor, dating))
    assert "“1938”" in told
    assert "1937" not in told


def test_an_embargo_that_ended_by_itself_hides_what_was_said_before(visitor):
    photo = make_photo()
    Rights.objects.create(photo=photo, embargo_until=timezone.localdate())
    dating = make_dating(photo, "1937")
    indexed(photo)
    change(dating, edtf="1944-23")
    assert "“1937”" in text_of(why(visitor, dating))
    Rights.objects.filter(photo=photo).update(embargo_until=timezone.localdate())
    assert "“1937”" in text_of(why(visitor, dating))


def test_a_withdrawal_between_hides_what_was_said_before_it(photo, visitor, registrar):
    dating = make_dating(photo, "1937")
    change(dating, edtf="1938")
    withdraw(photo, by=registrar, reason="The family asked")
    bring_back(photo, by=registrar)
    publish(photo, by=registrar)
    change(dating, edtf="1944-23")
    told = text_of(why(visitor, dating))
    assert "“1938”" in told
    assert "1937" not in told


def test_a_curator_may_keep_the_past_of_a_statement_back(photo, visitor):
    mention = make_mention(photo, make_place("Liuzhou"), as_written="the CANARY house")
    change(mention, place=None)
    change(mention, as_written="a house")
    assert "the CANARY house" in why(visitor, mention)
    change(mention, keeps_past_back=True)
    assert "CANARY" not in why(visitor, mention)


def test_free_words_for_a_person_are_not_recalled_and_no_private_person_is(photo, visitor):
    subject = make_subject(photo, as_written="Private CANARY")
    change(subject, as_written="a soldier")
    assert "CANARY" not in why(visitor, subject)
    private, unit = make_agent("CANARY Hale"), make_agent("A unit", kind="unit")
    for agent in (private, unit, make_agent("Another unit", kind="unit")):
        change(subject, agent=agent)
    assert "CANARY" in why(visitor, subject)
    private.is_private = True
    private.save()
    told = why(visitor, subject)
    assert "CANARY" not in told
    assert "“A unit”" in text_of(told)


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
