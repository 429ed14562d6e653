"""The monthly desk: what each list holds, and what it leaves out."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from factories import (
    indexed,
    make_accession,
    make_code,
    make_dating,
    make_image,
    make_mention,
    make_photo,
    needs_campaigns,
)
from telling import tell

from archive.models import DeedOfGift, FixityCheck, Rights, Source, TakedownRequest
from archive.models.acting import act
from archive.publishing.correcting import reject
from archive.publishing.standing import stands_now

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(as_user, an_admin):
    """The first cells of a list, as an admin reads them on its page."""
    client = as_user(an_admin)

    def read(key: str, month: str = "") -> list[list[str]]:
        answer = client.get(reverse("desk-month-list", args=[month or f"{timezone.localdate():%Y-%m}", key]))
        assert answer.status_code == 200
        return [list(row.cells) for row in answer.context["shown"].rows]

    return read


def firsts(lines: list[list[str]]) -> list[str]:
    return [line[0] for line in lines]


def embargoed(day: date, **of: object) -> str:
    photo = make_photo(published=False)
    Rights.objects.create(photo=photo, embargo_until=day)
    return photo.number


def test_an_embargo_stands_in_the_month_it_ends_in_and_in_no_other(rows):
    embargoed(date(2027, 2, 28))
    first, last = embargoed(date(2027, 3, 1)), embargoed(date(2027, 3, 31))
    embargoed(date(2027, 4, 1))
    assert firsts(rows("embargoes-ending", "2027-03")) == [first, last]


def test_the_embargo_of_a_whole_gift_is_told_too(rows):
    gift = make_accession()
    Rights.objects.filter(accession=gift).update(embargo_until=date(2027, 3, 9))
    [line] = rows("embargoes-ending", "2027-03")
    assert line[:2] == [gift.number, "accession"]


def test_embargoes_that_ended_lately_are_told_for_thirty_days(rows):
    today = timezone.localdate()
    embargoed(today - timedelta(days=30))
    within, ended = embargoed(today - timedelta(days=29)), embargoed(today)
    embargoed(today + timedelta(days=1))
    assert firsts(rows("embargoes-ended")) == [within, ended]


def test_a_limit_that_a_donor_set_stands_in_the_month_it_ends_in(rows):
    gift = make_accession()
    DeedOfGift.objects.create(accession=gift, allows=2, allows_until=date(2027, 3, 9))
    assert firsts(rows("donors-limits-ending", "2027-03")) == [gift.number]
    assert rows("donors-limits-ending", "2027-04") == []


def test_a_published_gift_without_a_deed_is_told_with_its_photographs_counted(rows):
    gift = make_photo().accession
    make_photo(accession=gift)
    make_photo(accession=gift, published=False)
    make_photo(published=False)
    DeedOfGift.objects.create(accession=make_photo().accession)
    assert [(line[0], line[-1]) for line in rows("no-deed")] == [(gift.number, "2")]


def test_a_gift_without_a_rights_term_is_told(rows):
    gift, other = make_accession(term=""), make_accession(term="")
    Rights.objects.create(accession=other, term="")
    make_accession()
    assert firsts(rows("no-rights")) == [gift.number, other.number]


def test_a_published_photograph_needs_a_term_of_its_own_or_of_its_gift(rows):
    bare = make_photo()
    Rights.objects.create(photo=make_photo(accession=bare.accession), term="NKC")
    make_photo()
    make_photo(accession=bare.accession, published=False)
    Rights.objects.filter(accession=bare.accession).update(term="")
    assert firsts(rows("published-no-rights")) == [bare.number]


@pytest.mark.parametrize("kind", ["date", "place", "code"])
def test_a_statement_is_told_until_it_names_a_source(rows, kind):
    photo = make_photo(published=False)
    made = {"date": make_dating, "place": make_mention, "code": make_code}[kind]
    statement = made(photo, *{"date": ["1944"], "place": [None], "code": ["0704/A"]}[kind], as_written="Words")
    assert firsts(rows(f"no-source-{kind}")) == [photo.number]
    type(statement).objects.update(source=Source.objects.create(title="A letter", kind="letter"))
    assert rows(f"no-source-{kind}") == []


def test_a_rejected_statement_needs_no_source(rows):
    make_dating(make_photo(published=False), "1944", certainty="rejected")
    assert rows("no-source-date") == []


@needs_campaigns
def test_links_to_campaigns_have_a_list_of_their_own(rows):
    from factories import make_campaign, make_link

    photo = make_photo(published=False)
    make_link(photo, make_campaign("Operation Ichi-Go"))
    [line] = rows("no-source-campaign")
    assert (line[0], line[2]) == (photo.number, "Operation Ichi-Go")


def test_a_correction_waits_until_it_is_answered(rows, curator):
    photo = make_photo(title="A ferry")
    indexed(photo)
    told = tell(photo, "title", "A bridge of boats")
    [line] = rows("corrections")
    assert line == [photo.number, timezone.localdate().isoformat(), "0", "Title"]
    reject(told, by=curator, seen=stands_now(told), answer="The slip says ferry.")
    assert rows("corrections") == []


def test_a_takedown_request_waits_with_its_age_until_it_is_answered(rows):
    sent = timezone.now() - timedelta(days=12)
    wanted = TakedownRequest.objects.create(
        number="2026.1.1", ground="other", message="Please", token_hash="0", at=sent
    )
    [line] = rows("takedowns")
    assert (line[0], line[2]) == ("2026.1.1", "12")
    TakedownRequest.objects.filter(pk=wanted.pk).update(outcome="kept", answer="No", answered_at=timezone.now())
    assert rows("takedowns") == []


def looked(at: datetime, outcome: str = "intact", image=None) -> FixityCheck:
    image = image or make_image(make_photo(published=False))
    return FixityCheck.objects.create(image=image, program="a test", outcome=outcome, at=at)


def test_the_looks_of_a_month_are_counted_by_outcome_from_its_first_to_its_last_moment(rows):
    for at in (datetime(2026, 3, 1), datetime(2026, 3, 31, 23, 59)):
        looked(at.replace(tzinfo=UTC))
    looked(datetime(2026, 4, 1, tzinfo=UTC))
    looked(datetime(2026, 3, 9, tzinfo=UTC), "missing")
    assert sorted(line[:2] for line in rows("fixity", "2026-03")) == [["intact", "2"], ["missing", "1"]]


def test_a_failed_look_names_the_photograph(rows):
    failed = looked(datetime(2026, 3, 9, tzinfo=UTC), "changed")
    looked(datetime(2026, 3, 9, tzinfo=UTC))
    assert firsts(rows("fixity-failures", "2026-03")) == [failed.image.photo.number]


def test_masters_that_nobody_looked_at_of_late_or_ever_are_told(rows, settings):
    settings.FIXITY_DAYS = 90
    never = make_image(make_photo(published=False))
    old = looked(timezone.now() - timedelta(days=91)).image
    looked(timezone.now() - timedelta(days=89))
    assert [(line[0], line[2] == "never") for line in rows("fixity-unseen")] == [
        (never.photo.number, True),
        (old.photo.number, False),
    ]


def test_the_last_look_is_told_whatever_the_month(rows):
    looked(timezone.now() - timedelta(days=400), "missing")
    last = looked(timezone.now() - timedelta(days=300))
    assert firsts(rows("fixity-last")) == [last.image.photo.number]


def test_who_changed_what_is_counted_by_person_and_kind_of_record(rows, curator):
    photo = make_photo(published=False)
    with act(by=curator):
        dating = make_dating(photo, "1944")
        make_dating(photo, "1945")
        dating.delete()
    [line] = [line for line in rows("changes") if line[0] == curator.username]
    assert line[2:] == ["statement of date", "2", "0", "1"]
    assert rows("changes", "2020-01") == []


def test_a_line_of_changes_leads_to_the_changes_themselves(as_user, an_admin, curator):
    with act(by=curator):
        make_dating(make_photo(published=False), "1944")
    client = as_user(an_admin)
    month = client.get(reverse("desk-month-list", args=[f"{timezone.localdate():%Y-%m}", "changes"]))
    urls = [row.url for row in month.context["shown"].rows if row.cells[2] == "statement of date"]
    [line] = client.get(urls[0]).context["lines"]
    assert (line.who, line.what) == (curator.username, "statement of date")
