"""What a process keeps of the index never shows anything but what the database has at that moment."""

from __future__ import annotations

from unittest.mock import patch

import psycopg
import pytest
from django.db import connection, transaction
from django.http import QueryDict
from editing import EDITS, World
from factories import indexed, make_accession, make_mention, make_photo, make_place
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TransactionTestCase

from archive.models import FacetTerm, Photo, SearchEntry
from archive.publishing import bring_back, withdraw
from archive.search import changes, everywhere, memory
from archive.search.answering import answer
from archive.search.filters import PhotoFilter
from archive.search.indexing import reindexed
from archive.search.rebuilding import rebuild

pytestmark = pytest.mark.django_db(transaction=True)


NOTHING_IS_KEPT, HALF, EVERYTHING_IS_KEPT = 0, 2, 1_000_000
"""How rare a part may be and is kept still: one in so many entries has it."""


@pytest.fixture(autouse=True)
def _everything_is_frequent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_FREQUENT", EVERYTHING_IS_KEPT)


@pytest.fixture
def photos() -> list[Photo]:
    gift, place = make_accession(), make_place("Liuzhou", ("柳州", "hant"))
    photos = [make_photo(accession=gift, title=f"Ferry {turn}", caption=f"Refugees {turn}") for turn in range(6)]
    make_mention(photos[0], place)
    indexed(*photos)
    return photos


def listed(query: str) -> tuple:
    """The photographs that answer, in no order, and all the counts."""
    found = answer(PhotoFilter(QueryDict(query)))
    photos = sorted(found.found.photos.tolist()) if found.found else None
    headed = sorted(set(found.headed.photos.tolist()) & set(photos or ())) if found.headed else None
    return photos, headed, found.counts


def as_the_database_says(query: str) -> tuple:
    """The same, with nothing that was kept: so it is within a transaction."""
    with transaction.atomic():
        return listed(query)


def keys(photos: list[Photo]) -> list[int]:
    return [photo.pk for photo in photos]


def found(query: str) -> list[int]:
    return listed(query)[0]


def retitle(photo: Photo, title: str) -> None:
    with reindexed(photo):
        Photo.objects.filter(pk=photo.pk).update(title=title)


@pytest.mark.parametrize(
    "query",
    [
        "q=ferry",
        "q=ferry+3",
        "q=%22ferry+1%22+%22refugees+3%22",
        "q=%22ferry+1%22+%22refugees+1%22",
        "q=refugees+-3",
        "q=-ferry",
        "q=Liuchow+ferry",
        "q=%22refugees+3%22",
        "q=fer*&place=1",
        "q=no",
    ],
)
def test_what_is_kept_answers_as_the_database_does(photos, query, monkeypatch):
    for frequent in (NOTHING_IS_KEPT, HALF, EVERYTHING_IS_KEPT):
        monkeypatch.setattr(memory, "_FREQUENT", frequent)
        for _time in range(2):
            assert listed(query) == as_the_database_says(query)


def test_an_edit_is_found_at_once(photos):
    assert found("q=bridge") == []
    assert found("q=ferry") == keys(photos)
    retitle(photos[2], "Bridge")
    assert found("q=bridge") == [photos[2].pk]
    assert found("q=ferry") == keys(photos[:2] + photos[3:])


def test_an_edit_made_while_a_word_was_not_asked_for_is_found_too(photos):
    assert found("q=ferry") == keys(photos)
    retitle(photos[2], "Bridge")
    found("q=refugees")
    retitle(photos[3], "Bridge")
    found("q=refugees")
    assert found("q=ferry") == keys(photos[:2] + photos[4:])


def test_a_withdrawn_photograph_is_not_found_until_it_is_brought_back(photos):
    assert found("q=ferry") == keys(photos)
    withdraw(photos[1], by=None, reason="asked")
    assert found("q=ferry") == keys(photos[:1] + photos[2:])
    bring_back(photos[1], by=None)
    assert listed("q=ferry") == as_the_database_says("q=ferry")


def test_a_new_photograph_is_found_among_words_that_are_kept(photos):
    assert found("q=ferry") == keys(photos)
    new = make_photo(accession=photos[0].accession, title="Ferry at night")
    indexed(new)
    assert found("q=ferry") == [*keys(photos), new.pk]


@pytest.mark.parametrize("frequent", [NOTHING_IS_KEPT, EVERYTHING_IS_KEPT])
def test_the_clock_opens_and_nothing_before_it(photos, frequent, monkeypatch):
    monkeypatch.setattr(memory, "_FREQUENT", frequent)
    assert found("q=ferry") == keys(photos)
    entries = SearchEntry.objects.filter(pk=photos[0].pk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT now() + '1 hour'")
        (later,) = cursor.fetchone()
    entries.update(public_from=later)
    assert found("q=ferry") == keys(photos[1:])
    entries.update(public_from=photos[0].created_at)
    assert listed("q=ferry") == as_the_database_says("q=ferry")
    assert found("q=ferry") == keys(photos)


def test_what_was_taken_back_was_never_found(photos):
    assert found("q=ferry") == keys(photos)
    with transaction.atomic():
        retitle(photos[0], "Bridge")
        assert found("q=bridge") == [photos[0].pk]
        transaction.set_rollback(True)
    assert found("q=bridge") == []
    assert found("q=ferry") == keys(photos)


def labels(query: str) -> set[str]:
    """What the values of all facets are called."""
    return {value.label for facet in listed(query)[2].facets for value in facet.values}


def test_what_the_values_of_facets_are_called_changes_at_once(photos):
    assert "Liuzhou" in labels("q=ferry")
    place = photos[0].place_mentions.get().place
    with reindexed(place):
        place.title = "Liuchow"
        place.save()
    assert "Liuzhou" not in labels("q=ferry")
    assert "Liuchow" in labels("q=ferry")


def test_what_a_term_is_called_changes_at_once_though_no_photograph_does(photos):
    assert "Liuzhou" in labels("q=ferry")
    FacetTerm.objects.filter(label="Liuzhou").update(label="Liuchow")
    assert "Liuzhou" not in labels("q=ferry")
    assert "Liuchow" in labels("q=ferry")


def test_what_every_photograph_carries_is_counted_anew_after_an_edit(photos):
    def liuzhou() -> list[int]:
        return [value.number for facet in listed("")[2].facets for value in facet.values if value.label == "Liuzhou"]

    assert liuzhou() == [1]
    with reindexed(photos[1]):
        make_mention(photos[1], photos[0].place_mentions.get().place)
    assert liuzhou() == [2]
    withdraw(photos[0], by=None, reason="asked")
    assert liuzhou() == [1]


def test_a_value_that_few_carry_is_shown_where_it_is_chosen(photos, monkeypatch):
    monkeypatch.setattr(everywhere, "MOST_OFFERED", 1)
    places = [make_place(f"Town {turn}") for turn in range(3)]
    for photo, place in zip((0, 0, 1, 1, 2), (0, 1, 0, 1, 2), strict=True):
        make_mention(photos[photo], places[place])
    indexed(*photos)
    for _time in range(2):
        assert "Town 2" in labels(f"place={places[2].pk}")
        assert listed(f"place={places[2].pk}") == as_the_database_says(f"place={places[2].pk}")


def test_a_long_transaction_is_seen_when_it_ends_though_later_ones_ended_before(photos):
    assert found("q=ferry") == keys(photos)
    with psycopg.connect(**connection.get_connection_params()) as other:
        other.execute("DELETE FROM archive_card WHERE entry_id = %s", [photos[0].pk])
        other.execute("DELETE FROM archive_searchentry WHERE photo_id = %s", [photos[0].pk])
        retitle(photos[5], "Bridge")
        assert found("q=ferry") == keys(photos[:5])
        other.commit()
    assert found("q=ferry") == keys(photos[1:5])


def test_an_index_made_anew_is_read_anew(photos):
    assert found("q=ferry") == keys(photos)
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE archive_searchentry CASCADE")
    assert found("q=ferry") == []
    rebuild()
    assert found("q=ferry") == keys(photos)


def test_whoever_missed_many_changes_reads_everything_anew(photos, monkeypatch):
    monkeypatch.setattr(memory, "MOST_CHANGES", 2)
    assert found("q=ferry") == keys(photos)
    for turn in range(4):
        retitle(photos[turn], "Bridge")
        assert found("q=ferry") == keys(photos[turn + 1 :])


def test_only_so_much_is_kept(photos, monkeypatch):
    monkeypatch.setattr(memory, "_ROOM", 2)
    for query in ("q=ferry", "q=refugees", "q=0", "q=ferry", "q=0"):
        assert listed(query) == as_the_database_says(query)


@pytest.mark.parametrize(
    ("log", "later", "is_set_back", "photos", "expected"),
    [
        (1, 5, False, [], []),
        (1, 5, False, [7, 8, 7], [7, 8]),
        (1, 5, False, [7, 0], None),
        (2, 5, False, [], None),
        (1, 5, True, [], None),
        (1, 13 * 3_600_000_000, False, [], None),
        (1, 5, False, list(range(1, changes.MOST_CHANGES + 2)), None),
    ],
)
def test_where_the_log_may_not_tell_all_everything_is_read(log, later, is_set_back, photos, expected):
    before, now = changes.Standing("10:20:", 1, 0), changes.Standing("11:21:", log, later)
    assert changes.missed(before, now, is_set_back, photos) == expected


def test_the_log_is_let_go_of_after_a_day(photos):
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {changes.LOG} SET written_at = now() - interval '25 hours'")
        changes.forget_old()
        cursor.execute(f"SELECT count(*) FROM {changes.LOG}")
        assert cursor.fetchone() == (0,)


class MemoryTests(TransactionTestCase):
    """A property: random edits, with questions in between."""

    @settings(max_examples=4, deadline=None)
    @given(st.lists(EDITS, max_size=15), st.sampled_from([NOTHING_IS_KEPT, HALF, EVERYTHING_IS_KEPT]))
    def test_after_any_edits_what_is_kept_answers_as_the_database_does(self, edits, frequent):
        world = World()
        with patch.object(memory, "_FREQUENT", frequent):
            for turn, edit in enumerate(edits):
                if turn % 3 == 0:
                    listed("q=caption")
                world.edit(*edit)
            for query in ("q=caption", "q=caption+-1", "q=Town*&year=1944", f"place={world.places[0].pk}", "q=title"):
                assert listed(query) == as_the_database_says(query)
