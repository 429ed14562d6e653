"""One record gets an earlier state back, field by field, by those who may change it and by the rules of today."""

from __future__ import annotations

import pytest
from django.urls import reverse
from factories import make_dating, make_mention, make_photo, make_place
from forms import filled

from archive.models import Change, Dating, Photo, SearchEntry, Source, Transcription, User
from archive.models.acting import act
from archive.publishing import prefer, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def source(db) -> Source:
    source = Source.objects.create(title="A letter", kind="letter", author="Hale")
    with act(reason="read again"):
        Source.objects.update(title="A telegram", author="Orrin")
    return source


def first(record) -> Change:
    return Change.objects.of(type(record), record.pk).first()


def test_a_field_is_restored_and_the_others_stay(as_user, curator, source):
    client, url = as_user(curator), reverse("desk-restore", args=[first(source).pk])
    form = filled(client.get(url).content.decode())
    assert set(form["column"]) == {"title", "author"}
    client.post(url, form | {"column": "author"})
    source.refresh_from_db()
    assert (source.title, source.author) == ("A telegram", "Hale")
    assert Change.objects.of(Source, source.pk).last().act.by_name == "curator"


def test_what_changed_while_one_looked_is_shown_first(as_user, curator, source):
    client, url = as_user(curator), reverse("desk-restore", args=[first(source).pk])
    form = filled(client.get(url).content.decode())
    Source.objects.update(title="A postcard")
    answer = client.post(url, form)
    assert answer.status_code == 409
    assert "A postcard" in answer.content.decode()
    source.refresh_from_db()
    assert source.author == "Orrin"


def test_a_rule_of_today_is_said_and_nothing_is_restored(as_user, curator):
    photo = make_photo(published=False)
    dating = make_dating(photo, "1944", certainty="rejected")
    Dating.objects.update(certainty="stated")
    prefer(dating, because="Nothing speaks against it any more", by=curator)
    client, url = as_user(curator), reverse("desk-restore", args=[first(dating).pk])
    answer = client.post(url, filled(client.get(url).content.decode()))
    assert answer.status_code == 422
    assert "It is the preferred one." in answer.content.decode()
    dating.refresh_from_db()
    assert dating.is_standing()


def test_what_follows_from_a_restored_field_follows_again(as_user, curator):
    photo = make_photo()
    dating = make_dating(photo, "1944")
    with act():
        dating.edtf = "1937"
        dating.save()
    client, url = as_user(curator), reverse("desk-restore", args=[first(dating).pk])
    client.post(url, filled(client.get(url).content.decode()))
    dating.refresh_from_db()
    assert (dating.edtf, dating.earliest.year) == ("1944", 1944)
    assert SearchEntry.objects.get(pk=photo.pk).earliest.year == 1944


def test_a_deleted_record_is_brought_back_from_its_history(as_user, an_admin: User):
    photo = make_photo(published=False, caption="Ferry")
    make_mention(photo, make_place("Liuzhou"))
    words = photo.transcriptions.get()
    client = as_user(an_admin)
    gone = client.post(reverse("admin:archive_photo_delete", args=[photo.pk]), {"post": "yes"}, follow=True)
    assert "Undo" in gone.content.decode()
    assert not Photo.objects.exists()
    past = client.get(reverse("admin:archive_photo_history", args=[photo.pk])).content.decode()
    assert "Bring back" in past
    url = reverse("desk-restore", args=[Change.objects.get(table="archive_photo", kind="deleted").pk])
    assert client.post(url, filled(client.get(url).content.decode())).status_code == 302
    assert Photo.objects.get() == photo
    assert Transcription.objects.get() == words
    assert photo.place_mentions.count() == 1


def test_the_public_state_is_not_a_field_to_restore(as_user, curator):
    photo = make_photo(published=False, title="Ferry")
    publish(photo, by=None)
    Photo.objects.update(title="Bridge")
    client, url = as_user(curator), reverse("desk-restore", args=[first(photo).pk])
    form = filled(client.get(url).content.decode())
    assert form["column"] == "title"
    client.post(url, form | {"column": ["title", "state"]})
    photo.refresh_from_db()
    assert (photo.title, photo.state) == ("Ferry", "public")


def test_two_states_stand_side_by_side(as_user, volunteer):
    photo = make_photo(published=False, title="A ferry at Liuchow")
    Photo.objects.update(title="A bridge at Liuchow")
    one, two = Change.objects.of(Photo, photo.pk)
    url = reverse("admin:archive_photo_history", args=[photo.pk])
    page = as_user(volunteer).get(url, {"a": one.pk, "b": two.pk}).content.decode()
    assert "A <del>ferry</del> at Liuchow" in page
    assert "A <ins>bridge</ins> at Liuchow" in page


def test_a_whole_act_is_undone_at_the_desk(as_user, an_admin: User, source):
    told = Change.objects.latest("pk").act
    client, url = as_user(an_admin), reverse("desk-undo", args=[told.pk])
    form = filled(client.get(url).content.decode())
    assert client.post(url, form | {"why": "Too hasty"}).status_code == 302
    source.refresh_from_db()
    assert (source.title, source.author) == ("A letter", "Hale")
    undoing = Change.objects.latest("pk").act
    assert (undoing.undoes, undoing.reason, undoing.by_name) == (told, "Too hasty", "admin")
    assert "Undone" in client.get(reverse("desk-act", args=[told.pk])).content.decode()


def test_recent_changes_are_sifted(as_user, curator, source):
    client = as_user(curator)
    url = reverse("desk-changes")
    assert "read again" in client.get(url, {"table": "archive_source", "kind": "changed"}).content.decode()
    assert "read again" not in client.get(url, {"kind": "deleted"}).content.decode()
    assert "read again" not in client.get(url, {"who": "curator"}).content.decode()
    assert client.get(url, {"since": "yesterday"}).status_code == 422
