"""A curator's day in the admin: from an imported draft to a page that a visitor finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse
from factories import make_accession, make_photo, make_place

from archive.models import Dating, Photo, PlaceMention

pytestmark = pytest.mark.django_db
PAGE = Path(__file__).parents[2] / "data" / "gallery-page.txt"


def form_of(client, photo: Photo) -> dict[str, str]:
    """The photograph's form as the browser would send it back unchanged."""
    answer = client.get(reverse("admin:archive_photo_change", args=[photo.pk]))
    sent: dict[str, str] = {f"_{name}": answer.context[name] for name in ("versions", "many")}
    forms = [answer.context["adminform"].form]
    for formset in answer.context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.forms]
    for form in forms:
        for field in form:
            value = field.value()
            if value is not None and value is not False:
                sent[field.html_name] = value if isinstance(value, list) else str(value)
    return sent


def save(client, photo: Photo, **changes: str):
    return client.post(reverse("admin:archive_photo_change", args=[photo.pk]), form_of(client, photo) | changes)


def added(prefix: str, **values: str) -> dict[str, str]:
    """One more row of an inline."""
    return {f"{prefix}-TOTAL_FORMS": "1", **{f"{prefix}-0-{name}": value for name, value in values.items()}}


def test_from_an_imported_caption_to_a_page_that_visitors_find(as_user, curator, visitor):
    call_command("import_captions", PAGE, accession=make_accession().number)
    place = make_place("Baoshan", ("Paoshan", "postal"), ("保山", "hant"))
    photo = Photo.objects.get(transcriptions__text__startswith="Pontoons")
    client = as_user(curator)
    evidence = {"certainty": "stated", "basis": "caption"}
    answer = save(
        client,
        photo,
        title="Pontoons before first light",
        **added("datings", role="depicted", edtf="1944-05", as_written="May 1944", **evidence),
        **added("place_mentions", role="depicted", place=str(place.pk), as_written="the Salween", **evidence),
        _publish="Save and publish",
    )
    assert answer.status_code == 302, answer.context["errors"]
    dating = Dating.objects.get()
    assert (dating.by, str(dating.earliest), str(dating.latest)) == (curator, "1944-05-01", "1944-05-31")
    for address in ({"q": "pontoons"}, {"q": "Paoshan"}, {"q": "保山"}, {"place": place.pk}, {"year": "1944"}):
        assert photo.number in visitor.get("/photos/", address).content.decode(), address
    page = visitor.get(photo.get_absolute_url()).content.decode()
    assert "Pontoons are carried down to the Salween before first light, May 1944." in page
    assert photo.number in visitor.get(place.get_absolute_url()).content.decode()


def test_saving_without_a_change_changes_no_letter_of_the_words(as_user, curator):
    call_command("import_captions", PAGE, accession=make_accession().number)
    client = as_user(curator)
    for photo in Photo.objects.all():
        before = list(photo.transcriptions.values())
        answer = save(client, photo)
        assert answer.status_code == 302, answer.context["errors"]
        assert list(photo.transcriptions.values()) == before


def test_what_may_distress_is_ticked_and_covers_the_card(as_user, curator, visitor):
    photo = make_photo()
    sent = form_of(as_user(curator), photo) | {"sensitivity": ["suffering"]}
    as_user(curator).post(reverse("admin:archive_photo_change", args=[photo.pk]), sent)
    photo.refresh_from_db()
    assert photo.sensitivity == ["suffering"]
    assert "may distress" in visitor.get("/photos/").content.decode()


def test_an_impossible_edtf_date_is_refused_with_a_sentence_and_nothing_is_lost(as_user, curator):
    photo = make_photo(published=False)
    row = added("datings", role="depicted", edtf="the fall", certainty="stated", basis="caption", as_written="fall")
    answer = save(as_user(curator), photo, title="Typed and not lost", **row)
    assert answer.status_code == 200
    body = answer.content.decode()
    assert "Typed and not lost" in body
    assert "the fall" in body
    assert not Dating.objects.exists()


def test_a_photo_without_rights_is_not_published_and_the_page_says_who_can_help(as_user, curator):
    photo = make_photo(published=False, accession=make_accession(term=""))
    client = as_user(curator)
    answer = client.post(
        reverse("admin:archive_photo_change", args=[photo.pk]), form_of(client, photo) | {"_publish": "1"}, follow=True
    )
    assert "registrar" in answer.content.decode()
    photo.refresh_from_db()
    assert photo.state == "draft"


def test_a_volunteer_saves_a_draft_but_cannot_publish_it(as_user, volunteer, visitor):
    photo = make_photo(published=False)
    client = as_user(volunteer)
    assert save(client, photo, title="Seen by a volunteer").status_code == 302
    assert save(client, photo, _publish="Save and publish").status_code == 403
    photo.refresh_from_db()
    assert (photo.title, photo.state) == ("Seen by a volunteer", "draft")


def test_publishing_many_counts_those_that_were_refused(as_user, curator):
    fine, bad = make_photo(published=False), make_photo(published=False, accession=make_accession(term=""))
    action = {"action": "publish_selected", "_selected_action": [fine.pk, bad.pk]}
    body = as_user(curator).post(reverse("admin:archive_photo_changelist"), action, follow=True).content.decode()
    assert "1 published" in body
    assert bad.number in body
    assert set(Photo.objects.filter(state="public")) == {fine}


def test_a_registrar_withdraws_with_a_reason_and_can_undo_it(as_user, registrar, visitor):
    photo = make_photo()
    client = as_user(registrar)
    url = reverse("admin:archive_photo_changelist")
    action = {"action": "withdraw_selected", "_selected_action": [photo.pk]}
    assert "reason" in client.post(url, action).content.decode()
    assert visitor.get(photo.get_absolute_url()).status_code == 200
    client.post(url, action | {"reason": "The family asked"})
    assert visitor.get(photo.get_absolute_url()).status_code == 410
    client.post(url, {"action": "bring_back_selected", "_selected_action": [photo.pk]})
    photo.refresh_from_db()
    assert photo.state == "draft"


def test_moving_a_place_moves_its_photos_in_the_list(as_user, curator, visitor):
    province, town = make_place("Guangxi", kind="province"), make_place("Liuzhou")
    photo = make_photo()
    PlaceMention.objects.create(photo=photo, place=town, basis="caption")
    client = as_user(curator)
    url = reverse("admin:archive_place_change", args=[town.pk])
    form = client.get(url).context["adminform"].form
    sent = {name: value for name, value in form.initial.items() if value is not None}
    names = {f"names-{key}": value for key, value in {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0}.items()}
    answer = client.post(url, sent | names | {"parent": province.pk})
    assert answer.status_code == 302, answer.context["errors"]
    assert photo.number in visitor.get("/photos/", {"place": province.pk}).content.decode()


def test_a_place_cannot_lie_in_itself_through_others(as_user, curator):
    outer = make_place("Guangxi")
    inner = make_place("Liuzhou", parent=outer)
    client = as_user(curator)
    url = reverse("admin:archive_place_change", args=[outer.pk])
    sent = {key: value for key, value in client.get(url).context["adminform"].form.initial.items() if value is not None}
    answer = client.post(url, sent | {"names-TOTAL_FORMS": 0, "names-INITIAL_FORMS": 0, "parent": inner.pk})
    assert answer.status_code == 200
    outer.refresh_from_db()
    assert outer.parent is None
