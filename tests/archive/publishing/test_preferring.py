"""Which of several statements is shown first: with a reason, signed, at once, one at a time, and taken back."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction
from factories import make_agent, make_code, make_dating, make_mention, make_photo, make_place, make_subject
from visiting import found

from archive.models import Act, Change, Dating
from archive.publishing import NotPreferred, prefer, take_back
from archive.search.indexing import index_photos

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo(db):
    """A public photograph that two sources date, and that shows the earlier date."""
    photo = make_photo(title="The ferry")
    make_dating(photo, "1944-11", as_written="Nov 44")
    make_dating(photo, "1943-06", as_written="June 1943", certainty="possible")
    index_photos([photo.pk])
    return photo


@pytest.fixture
def june(photo) -> Dating:
    return photo.datings.get(edtf="1943-06")


def test_what_is_preferred_is_shown_first_on_the_next_request_and_in_lists(visitor, photo, june, curator):
    assert "November 1944" in visitor.get("/photos/").content.decode()
    prefer(june, because="The letter is dated", by=curator)
    assert "June 1943" in visitor.get("/photos/").content.decode()
    page = visitor.get(photo.get_absolute_url()).content.decode()
    assert page.index("June 1943") < page.index("November 1944")
    assert "The letter is dated" in page


def test_lists_in_the_order_of_dates_follow_at_once(visitor, june, curator):
    assert found(visitor, until="1943-12-31") == set()
    prefer(june, because="The letter is dated", by=curator)
    assert found(visitor, until="1943-12-31") == {june.photo.number}


def test_a_preference_is_taken_back_and_everything_is_as_before(visitor, photo, june, curator):
    before = visitor.get(photo.get_absolute_url()).content
    prefer(june, because="The letter is dated", by=curator)
    take_back(june, because="It is a copy", by=curator)
    assert visitor.get(photo.get_absolute_url()).content == before
    assert found(visitor, until="1943-12-31") == set()


def test_it_is_signed_and_the_history_says_why(june, curator):
    prefer(june, because="  The letter is dated ", by=curator)
    june.refresh_from_db()
    assert (june.preferred_by, june.preferred_because) == (curator, "The letter is dated")
    assert june.preferred_at is not None
    told = Act.objects.get(changes__in=Change.objects.of(Dating, june.pk).filter(kind="changed"))
    assert (told.by_name, told.reason) == ("curator", "The letter is dated")


def test_taking_it_back_says_why_in_the_history_and_leaves_no_reason_behind(june, curator, registrar):
    prefer(june, because="The letter is dated", by=curator)
    take_back(june, because="It is a copy", by=registrar)
    june.refresh_from_db()
    assert (june.preferred_because, june.preferred_by, june.preferred_at) == ("", None, None)
    last = Change.objects.of(Dating, june.pk).last()
    assert (last.act.by_name, last.act.reason) == ("registrar", "It is a copy")
    assert last.before["preferred_because"] == "The letter is dated"


def test_another_one_takes_its_place(photo, june, curator):
    prefer(june, because="The letter is dated", by=curator)
    prefer(photo.datings.get(edtf="1944-11"), because="The letter is a copy", by=curator)
    assert list(photo.datings.filter(preferred=True).values_list("edtf", flat=True)) == ["1944-11"]


@pytest.mark.parametrize("because", ["", "   \n"])
def test_without_a_reason_nothing_is_preferred_or_taken_back(june, curator, because):
    with pytest.raises(NotPreferred, match="Say why"):
        prefer(june, because=because, by=curator)
    prefer(june, because="The letter is dated", by=curator)
    with pytest.raises(NotPreferred, match="Say why"):
        take_back(june, because=because, by=curator)
    june.refresh_from_db()
    assert june.preferred


def test_what_is_rejected_or_gone_or_preferred_already_is_refused_in_words(june, curator):
    prefer(june, because="The letter is dated", by=curator)
    with pytest.raises(NotPreferred, match="already"):
        prefer(june, because="Twice", by=curator)
    take_back(june, because="It is a copy", by=curator)
    with pytest.raises(NotPreferred, match="not the preferred one"):
        take_back(june, because="Twice", by=curator)
    Dating.objects.filter(pk=june.pk).update(certainty="rejected")
    with pytest.raises(NotPreferred, match="rejected"):
        prefer(june, because="All the same", by=curator)
    gone = Dating(pk=june.pk, photo=june.photo)
    june.delete()
    with pytest.raises(NotPreferred, match="deleted"):
        prefer(gone, because="All the same", by=curator)


def _pairs(photo):
    """Statements of each kind, of which some answer the same question."""
    orrin, hale, town, river = make_agent("Orrin"), make_agent("Hale"), make_place("Liuzhou"), make_place("Liu River")
    said = {"as_written": "the camp"}
    yield [make_dating(photo, f"194{n}", role=role) for n, role in enumerate(("depicted", "depicted", "release"))]
    yield [make_dating(photo, f"194{n}", role="event", as_written=words) for n, words in enumerate("aab")]
    yield [make_mention(photo, place, role=role) for place in (town, river) for role in ("depicted", "within")]
    yield [
        make_mention(photo, place, role=role, **said) for place in (town, river) for role in ("mentioned", "dateline")
    ]
    yield [make_mention(photo, place, role="mentioned") for place in (town, river)]
    yield [make_subject(photo, agent, role=role) for agent in (orrin, hale) for role in ("photographer", "censor")]
    yield [make_subject(photo, agent, as_written=words) for agent in (orrin, hale) for words in ("he", "him", "")]
    yield [make_code(photo, text, as_written=words) for text, words in (("1", "I"), ("2", "I"), ("3", "3"), ("4", ""))]


def _both_preferred(one, other) -> bool:
    """Whether the database lets both be preferred."""
    signed = {"preferred": True, "preferred_because": "Because", "preferred_at": one.at}
    try:
        with transaction.atomic():
            type(one).objects.filter(pk__in=[one.pk, other.pk]).update(**signed)
            transaction.set_rollback(True)
    except IntegrityError:
        return False
    return True


def test_two_that_answer_the_same_are_never_both_preferred_and_others_may_be(db):
    for statements in _pairs(make_photo()):
        for one in statements:
            rivals = {rival.pk for rival in one.rivals()}
            for other in statements:
                same = one.question() == other.question()
                assert other == one or (other.pk in rivals) == same
                assert other == one or _both_preferred(one, other) != same, (one.question(), other.question())


@pytest.mark.django_db(transaction=True)
def test_of_two_curators_who_prefer_at_once_both_are_heard_and_one_statement_is_preferred(db):
    photo = make_photo()
    datings = [make_dating(photo, f"194{turn}") for turn in range(2)]
    start = Barrier(2)

    def decide(dating: Dating) -> None:
        start.wait()
        try:
            prefer(dating, because=f"For {dating.edtf}", by=None)
        finally:
            connection.close()

    for _round in range(5):
        with ThreadPoolExecutor(2) as hands:
            list(hands.map(decide, datings))
        one = Dating.objects.get(preferred=True)
        assert one.preferred_because == f"For {one.edtf}"
        take_back(one, because="Once more", by=None)
