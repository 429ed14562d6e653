"""Two read one draft: who sends later sees what the other decided, and nothing that was typed is lost."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from factories import make_photo, make_place
from forms import filled

from archive.ingest.suggesting import suggest
from archive.models import Dating, Photo, Proposal, User
from archive.models.acting import act

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(db) -> Photo:
    make_place("Liuzhou", ("Liuchow", "postal"), code="liuzhou")
    photo = make_photo(published=False, title="", caption="This bridge at Liuchow fell on 8 July 1945.")
    suggest([photo])
    return photo


@pytest.fixture
def two(as_user, curator):
    """Two curators with browsers of their own."""
    other = User.objects.create_user("another", is_staff=True)
    other.groups.add(Group.objects.get(name="curator"))
    return as_user(curator), as_user(other)


def date_of(draft: Photo) -> Proposal:
    return draft.proposals.get(kind="dating")


def test_the_later_sees_both_decisions_and_keeps_what_was_typed(two, draft):
    first, second = two
    url, one = reverse("desk-reading", args=[draft.number]), date_of(draft)
    opened = filled(second.get(url).content.decode())
    first.post(url, opened)
    answer = second.post(url, opened | {f"t-{one.pk}": "9 July 1945"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "1945-07-08" in page
    assert "9 July 1945" in page
    assert list(Dating.objects.values_list("edtf", flat=True)) == ["1945-07-08"]
    second.post(url, filled(page) | {f"k-{one.pk}": "mine"})
    stated = Dating.objects.order_by("pk").values_list("edtf", "by__username")
    assert list(stated) == [("1945-07-08", "curator"), ("1945-07-09", "another")]


def test_the_others_decision_can_be_kept(two, draft):
    first, second = two
    url, one = reverse("desk-reading", args=[draft.number]), date_of(draft)
    opened = filled(second.get(url).content.decode())
    first.post(url, opened | {f"d-{one.pk}": "reject"})
    asked = filled(second.post(url, opened).content.decode())
    assert second.post(url, asked).status_code == 302
    assert not Dating.objects.exists()


def test_two_of_one_mind_are_not_asked(two, draft):
    first, second = two
    url = reverse("desk-reading", args=[draft.number])
    opened = filled(second.get(url).content.decode())
    first.post(url, opened)
    assert second.post(url, opened).status_code == 302
    assert Dating.objects.count() == 1


def test_both_see_that_the_other_reads_too(two, draft):
    first, second = two
    url = reverse("desk-reading", args=[draft.number])
    first.get(url)
    assert "curator has this record open too." in second.get(url).content.decode()


@pytest.mark.parametrize(("kept", "title"), [("theirs", "The bridge at Liuchow"), ("mine", "A Bridge Goes Down")])
def test_of_two_titles_both_are_shown_and_one_is_chosen(two, draft, kept, title):
    first, _second = two
    Proposal.objects.create(photo=draft, kind="title", rule="test", values={"title": "A Bridge Goes Down"})
    url = reverse("desk-reading", args=[draft.number])
    opened = filled(first.get(url).content.decode())
    with act(by=User.objects.get(username="another")):
        Photo.objects.filter(pk=draft.pk).update(title="The bridge at Liuchow")
    answer = first.post(url, opened | {f"t-{date_of(draft).pk}": "9 July 1945"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Saved by another" in page
    assert "<td>The bridge at Liuchow</td><td>A Bridge Goes Down</td>" in page
    assert not Dating.objects.exists()
    assert filled(page)["k-title"] == "theirs"
    assert first.post(url, filled(page) | {"k-title": kept}).status_code == 302
    draft.refresh_from_db()
    assert draft.title == title
    assert Dating.objects.get().edtf == "1945-07-09"


def test_a_form_that_does_not_say_which_title_it_saw_replaces_none(two, draft):
    first, _second = two
    Proposal.objects.create(photo=draft, kind="title", rule="test", values={"title": "A Bridge Goes Down"})
    url = reverse("desk-reading", args=[draft.number])
    opened = filled(first.get(url).content.decode())
    del opened["seen-title"]
    Photo.objects.filter(pk=draft.pk).update(title="The bridge at Liuchow")
    assert first.post(url, opened).status_code == 409
    assert Photo.objects.get().title == "The bridge at Liuchow"


def test_the_same_title_twice_is_no_quarrel(two, draft):
    first, _second = two
    Proposal.objects.create(photo=draft, kind="title", rule="test", values={"title": "A Bridge Goes Down"})
    url = reverse("desk-reading", args=[draft.number])
    opened = filled(first.get(url).content.decode())
    Photo.objects.filter(pk=draft.pk).update(title="A Bridge Goes Down")
    assert first.post(url, opened).status_code == 302
