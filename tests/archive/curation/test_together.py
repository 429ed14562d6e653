"""Two at one record: both see it, the later sees what the other saved, and nothing that was typed is lost."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from factories import make_accession, make_agent, make_dating, make_photo, make_place, make_transcription
from forms import filled

from archive.models import Dating, Photo, Source, Transcription, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def source(db) -> Source:
    return Source.objects.create(title="A letter", kind="letter", author="Hale")


@pytest.fixture
def another(db) -> User:
    from django.contrib.auth.models import Group

    user = User.objects.create_user("another", is_staff=True)
    user.groups.add(Group.objects.get(name="curator"))
    return user


def opened(client: Client, record) -> tuple[str, dict[str, str]]:
    """The form of a record as a browser shows it: its address and what it would send."""
    url = reverse(f"admin:archive_{record._meta.model_name}_change", args=[record.pk])
    return url, filled(client.get(url).content.decode())


def test_the_later_save_sees_both_texts_and_nothing_is_lost(as_user, curator, another, source):
    first, second = as_user(curator), as_user(another)
    url, one = opened(first, source)
    _url, two = opened(second, source)
    assert first.post(url, one | {"title": "A letter home"}).status_code == 302
    answer = second.post(url, two | {"title": "A long letter", "note": "Seen"})
    page = answer.content.decode()
    assert answer.status_code == 409
    source.refresh_from_db()
    assert (source.title, source.note) == ("A letter home", "")
    assert "Saved by curator" in page
    assert "home" in page
    asked = filled(page)
    assert (asked["title"], asked["note"], asked["_pick:title"]) == ("A long letter", "Seen", "mine")


@pytest.mark.parametrize(("choice", "title"), [("mine", "A long letter"), ("theirs", "A letter home")])
def test_each_field_is_chosen(as_user, curator, another, source, choice, title):
    first, second = as_user(curator), as_user(another)
    url, one = opened(first, source)
    _url, two = opened(second, source)
    first.post(url, one | {"title": "A letter home", "author": "Orrin"})
    asked = filled(second.post(url, two | {"title": "A long letter", "note": "Seen"}).content.decode())
    assert second.post(url, asked | {"_pick:title": choice}).status_code == 302
    source.refresh_from_db()
    assert (source.title, source.author, source.note) == (title, "Orrin", "Seen")


def test_a_third_save_between_asks_again(as_user, curator, another, source):
    first, second = as_user(curator), as_user(another)
    url, one = opened(first, source)
    first.post(url, one | {"title": "Two"})
    asked = filled(second.post(url, one | {"title": "Mine"}).content.decode())
    _url, again = opened(first, source)
    first.post(url, again | {"title": "Three"})
    answer = second.post(url, asked)
    assert answer.status_code == 409
    assert "Three" in answer.content.decode()


def test_the_same_value_twice_is_no_quarrel(as_user, curator, another, source):
    first, second = as_user(curator), as_user(another)
    url, one = opened(first, source)
    first.post(url, one | {"title": "A letter home"})
    assert second.post(url, one | {"title": "A letter home"}).status_code == 302


def test_what_hangs_on_a_photograph_is_watched_on_its_page_too(as_user, curator, another):
    photo = make_photo(published=False, accession=make_accession())
    words, dating = make_transcription(photo, text="Ferry at Liuchow"), make_dating(photo, "1944")
    first, second = as_user(curator), as_user(another)
    url, page = opened(first, photo)
    own, alone = opened(second, words)
    second.post(own, alone | {"text": "Ferry at Liuchow."})
    _url, alone = opened(second, dating)
    second.post(_url, alone | {"edtf": "1944-11"})
    (name,) = (name for name, value in page.items() if value == "Ferry at Liuchow" and "initial" not in name)
    answer = first.post(url, page | {name: "Ferry at Liuchow!"})
    assert answer.status_code == 409
    assert first.post(url, filled(answer.content.decode())).status_code == 302
    assert Transcription.objects.get().text == "Ferry at Liuchow!"
    assert Dating.objects.get().edtf == "1944-11"


def test_a_choice_made_by_reference_is_compared_by_name(as_user, curator, another):
    photo = make_photo(published=False)
    place, elsewhere, third = make_place("Liuzhou"), make_place("Guilin"), make_place("Liangshan")
    mention = photo.place_mentions.create(place=place, basis="caption")
    first, second = as_user(curator), as_user(another)
    url, one = opened(first, mention)
    first.post(url, one | {"place": str(elsewhere.pk)})
    page = second.post(url, one | {"place": str(third.pk)}).content.decode()
    asked = filled(page)
    assert "Guilin" in page
    assert "Liangshan" in page
    second.post(url, asked | {"_pick:place": "theirs"})
    mention.refresh_from_db()
    assert mention.place == elsewhere


def test_what_was_typed_outlives_the_record(as_user, curator, an_admin, source):
    client = as_user(curator)
    url, form = opened(client, source)
    source.delete()
    answer = client.post(url, form | {"note": "An hour of work"})
    assert answer.status_code == 409
    assert "An hour of work" in answer.content.decode()


def test_both_see_that_the_other_is_here(as_user, curator, another, source):
    url = reverse("admin:archive_source_change", args=[source.pk])
    as_user(curator).get(url)
    client = as_user(another)
    assert "curator has this record open too." in client.get(url).content.decode()
    beat = as_user(curator).post(reverse("desk-here", args=["archive_source", source.pk]))
    assert beat.json() == {"text": "another has this record open too."}


def test_a_form_of_another_record_is_refused(as_user, curator, source):
    other = make_agent("Orrin")
    client = as_user(curator)
    url, form = opened(client, source)
    _url, other_form = opened(client, other)
    assert client.post(url, form | {"_versions": other_form["_versions"]}).status_code == 400
    assert client.post(url, form | {"_versions": "nonsense"}).status_code == 400


def test_a_form_that_does_not_say_what_it_was_filled_from_is_asked_for_all_it_would_change(as_user, curator, source):
    client = as_user(curator)
    url, form = opened(client, source)
    form = {name: value for name, value in form.items() if name not in ("_versions", "_many")}
    assert client.post(url, form).status_code == 302
    answer = client.post(url, form | {"title": "A long letter"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "A letter" in page
    source.refresh_from_db()
    assert source.title == "A letter"
    assert client.post(url, filled(page)).status_code == 302
    source.refresh_from_db()
    assert (source.title, source.author) == ("A long letter", "Hale")


def test_the_reason_is_in_the_history(as_user, curator, source):
    from archive.models import Change

    url, form = opened(as_user(curator), source)
    as_user(curator).post(url, form | {"note": "Seen", "_why": "Read it again"})
    assert Change.objects.of(Source, source.pk).last().act.reason == "Read it again"


def test_a_photograph_that_nobody_else_touched_is_saved_at_once(as_user, curator):
    photo = make_photo(published=False, caption="Words", sensitivity=["slur"])
    make_dating(photo, "1944")
    url, form = opened(as_user(curator), photo)
    assert as_user(curator).post(url, form | {"title": "Ferry"}).status_code == 302
    assert Photo.objects.get(pk=photo.pk).title == "Ferry"
