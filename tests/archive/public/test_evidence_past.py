"""What a statement said before: told as far as visitors could read it then, and no further."""

from __future__ import annotations

from datetime import timedelta

import pytest
from asking_why import change, text_of, why
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from factories import (
    indexed,
    make_agent,
    make_dating,
    make_mention,
    make_photo,
    make_place,
    make_subject,
)

from archive.models import DeedOfGift, Rights
from archive.models.acting import act
from archive.publishing import bring_back, prefer, publish, take_back, withdraw
from archive.vocabulary.exposure import Exposure

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo(db):
    """A public photograph with a slip."""
    return make_photo(title="Mules", caption="Mules at Liuchow in the fall of 1944,\nphotographed by Orrin.")


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
