"""Sources: none is lost while anything rests on it, and two that are one can be merged, and parted again."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.urls import reverse
from factories import make_dating, make_photo, make_place

from archive.models import Dating, PlaceName, Source, SourceMerge

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter() -> Source:
    """A letter, on which a date rests."""
    letter = Source.objects.create(title="A letter", kind="letter", author="Quist", note="Four pages")
    make_dating(make_photo(), "1944-11", source=letter)
    return letter


@pytest.fixture
def same() -> Source:
    """The same letter, entered again, on which a name rests, and a copy of it."""
    same = Source.objects.create(title="Letter of the daughter", kind="letter")
    PlaceName.objects.create(place=make_place("Liuzhou"), text="Liuchow", system="postal", source=same)
    Source.objects.create(title="A copy", kind="letter", derived_from=same)
    return same


def resting_on(source: Source) -> tuple[int, int, int]:
    return (
        Dating.objects.filter(source=source).count(),
        PlaceName.objects.filter(source=source).count(),
        source.derivatives.count(),
    )


def test_a_source_that_something_rests_on_cannot_be_deleted(letter):
    with pytest.raises(ProtectedError):
        letter.delete()


def test_merging_keeps_everything_that_rested_on_either(letter, same, curator):
    merge = SourceMerge.objects.merge(same, into=letter, by=curator)
    assert resting_on(letter) == (1, 1, 1)
    assert (merge.count, merge.by) == (2, curator)
    assert not Source.objects.filter(pk=same.pk).exists()


def test_a_merge_can_be_undone(letter, same, curator):
    was = Source.objects.filter(pk=letter.pk).values().get()
    merge = SourceMerge.objects.merge(letter, into=same, by=curator)
    assert merge.undo(by=curator) == letter
    assert Source.objects.filter(pk=letter.pk).values().get() == was
    assert (resting_on(letter), resting_on(same)) == ((1, 0, 0), (0, 1, 1))
    assert SourceMerge.objects.get().undone_by == curator


def test_what_was_moved_elsewhere_since_stays_there(letter, same, curator):
    merge = SourceMerge.objects.merge(letter, into=same, by=curator)
    third = Source.objects.create(title="A third", kind="letter")
    Dating.objects.update(source=third)
    merge.undo(by=curator)
    assert resting_on(third) == (1, 0, 0)


def test_merges_one_after_the_other_can_be_undone_in_either_order(letter, same, curator):
    third = Source.objects.create(title="A third", kind="letter")
    first = SourceMerge.objects.merge(letter, into=same, by=curator)
    second = SourceMerge.objects.merge(same, into=third, by=curator)
    assert resting_on(third) == (1, 1, 1)
    first.refresh_from_db()
    first.undo(by=curator)
    assert (resting_on(letter), resting_on(third)) == ((1, 0, 0), (0, 1, 1))
    second.undo(by=curator)
    assert (resting_on(letter), resting_on(same), resting_on(third)) == ((1, 0, 0), (0, 1, 1), (0, 0, 0))


def test_a_merge_is_undone_once(letter, same, curator):
    merge = SourceMerge.objects.merge(letter, into=same, by=curator)
    merge.undo(by=curator)
    with pytest.raises(ValidationError):
        merge.undo(by=curator)


def test_undoing_beside_a_source_of_the_same_title_is_refused_and_changes_nothing(letter, same, curator):
    merge = SourceMerge.objects.merge(letter, into=same, by=curator)
    Source.objects.create(title="A letter", kind="letter", author="Quist")
    with pytest.raises(ValidationError, match="Rename it first"):
        merge.undo(by=curator)
    assert resting_on(same) == (1, 1, 1)


def test_a_source_and_what_is_derived_from_it_are_two(same):
    copy = same.derivatives.get()
    for one, other in ((copy, same), (same, copy), (same, same)):
        with pytest.raises(ValidationError):
            SourceMerge.objects.merge(one, into=other, by=None)
    assert SourceMerge.objects.count() == 0


def test_a_source_cannot_go_back_to_itself(same):
    same.derived_from = same.derivatives.get()
    with pytest.raises(ValidationError, match="goes back to this one"):
        same.full_clean()


def test_in_the_records_a_curator_merges_and_undoes(letter, same, curator, as_user):
    client = as_user(curator)
    url = reverse("admin:archive_source_changelist")
    form = {"action": "merge_selected", "_selected_action": [letter.pk, same.pk]}
    assert "Letter of the daughter" in client.post(url, form).content.decode()
    said = client.post(url, form | {"merge": "1", "kept": same.pk}, follow=True).content.decode()
    assert "“A letter” is now “Letter of the daughter”; 1 records moved." in said
    undo = {"action": "undo_selected", "_selected_action": [SourceMerge.objects.get().pk]}
    said = client.post(reverse("admin:archive_sourcemerge_changelist"), undo, follow=True).content.decode()
    assert "is a source of its own again" in said
    assert resting_on(letter) == (1, 0, 0)


def test_the_records_say_what_keeps_a_source_from_being_deleted(letter, an_admin, as_user):
    client = as_user(an_admin)
    url = reverse("admin:archive_source_delete", args=[letter.pk])
    said = client.post(url, {"post": "yes"}).content.decode()
    assert "would require deleting the following protected" in said
    assert "1944-11" in said
    assert Source.objects.filter(pk=letter.pk).exists()
