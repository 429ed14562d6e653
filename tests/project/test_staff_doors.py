"""Side doors of the staff's pages: fields that a form does not have, autocomplete, actions on many."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib import admin
from django.contrib.admin.options import ModelAdmin
from django.db.models.fields.files import FieldFile
from django.forms.models import model_to_dict
from django.urls import reverse
from factories import make_accession, make_agent, make_dating, make_image, make_photo, make_place, make_transcription

from archive.models import Accession, Box, ObjectEntry, Photo, Proposal, Relation, Rights, Source

ROLES = ("volunteer", "curator", "registrar", "admin")


@pytest.fixture
def records(db) -> list:
    """Records of many kinds around a draft."""
    accession = make_accession(donor=make_agent("Orrin"))
    photo = make_photo(published=False, accession=accession)
    Proposal.objects.create(photo=photo, kind="dating", rule="test", values={"edtf": "1944", "role": "depicted"})
    return [
        photo, accession, accession.donor, accession.rights, make_image(photo), make_dating(photo, "1944"),
        make_transcription(photo), make_place("Liuzhou"), Source.objects.create(kind="letter", title="A letter"),
        Box.objects.create(accession=accession, label="Box 1", location="Shelf 1"), photo.proposals.get(),
        ObjectEntry.objects.create(depositor=accession.donor, description="An album"),
        Relation.objects.create(photo=photo, other=make_photo(), kind="before"),
    ]  # fmt: skip


def user_of(request, role: str):
    return request.getfixturevalue("an_admin" if role == "admin" else role)


def rows() -> dict:
    """Everything that these pages could change, by kind and key."""
    kinds = [model for model in admin.site._registry if model._meta.app_label in ("archive", "campaigns")]
    return {(kind.__name__, row.pk): model_to_dict(row) | raw(row) for kind in kinds for row in kind.objects.all()}


def raw(row) -> dict:
    """All columns, those that no form has too."""
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def plain(sent: dict) -> dict:
    """What a browser can send: no empty file."""
    return {name: value for name, value in sent.items() if not isinstance(value, FieldFile)}


FORGED = {
    "state": "public", "number": "1900.1.1", "lifted": ["staff_only"], "last_item": 999, "created_at": "1900-01-01",
    "sort_key": "0", "key": "0" * 32, "master": "x", "sha256": "0" * 64, "is_superuser": "on", "by": "1", "id": "999",
    "at": "1900-01-01", "decided_by": "1", "location": "Elsewhere", "received_by": "1", "revoked_at": "1900-01-01",
}  # fmt: skip


@pytest.mark.parametrize("role", ROLES)
def test_fields_that_a_form_does_not_have_are_not_written(records, request, as_user, role):
    client, saved = as_user(user_of(request, role)), 0
    for record in records:
        url = reverse(f"admin:archive_{record._meta.model_name}_change", args=[record.pk])
        page = client.get(url)
        if page.status_code != 200 or "adminform" not in (page.context or {}):
            continue
        form = page.context["adminform"].form
        sent = {name: value for name, value in form.initial.items() if name in form.fields and value is not None}
        for inline in page.context["inline_admin_formsets"]:
            sent |= {f"{inline.formset.prefix}-{count}_FORMS": 0 for count in ("TOTAL", "INITIAL")}
        before = raw(type(record).objects.get(pk=record.pk))
        answer = client.post(url, {key: value for key, value in FORGED.items() if key not in form.fields} | plain(sent))
        after = raw(type(record).objects.get(pk=record.pk))
        assert {name for name in before if before[name] != after[name]} <= set(form.fields)
        saved += answer.status_code == 302
    assert saved >= 4


def autocompletes() -> Iterator[tuple[type, str, type]]:
    """Every field that offers records while one types: its model, its name, the model it offers."""
    owners: set[ModelAdmin] = set(admin.site._registry.values())
    for owner in owners:
        for place in (owner, *(inline(owner.model, admin.site) for inline in owner.inlines)):
            for name in place.autocomplete_fields:
                yield place.model, name, place.model._meta.get_field(name).related_model


@pytest.mark.parametrize("role", ROLES)
def test_autocomplete_offers_only_what_a_role_may_see(records, request, as_user, role):
    user = user_of(request, role)
    client, asked = as_user(user), 0
    for model, name, target in autocompletes():
        query = {"app_label": model._meta.app_label, "model_name": model._meta.model_name, "field_name": name}
        status = client.get(reverse("admin:autocomplete"), query).status_code
        may = user.has_perm(f"{target._meta.app_label}.view_{target._meta.model_name}")
        assert (status == 200) == may, (model, name)
        asked += 1
    assert asked > 20


ACTIONS = {
    "photo": {"publish_selected": "curator", "withdraw_selected": "registrar", "bring_back_selected": "registrar"},
    "proposal": {"accept_selected": "curator", "reject_selected": "curator"},
}


@pytest.mark.parametrize("role", ROLES)
def test_actions_on_many_change_nothing_for_who_may_not(records, request, as_user, role):
    client = as_user(user_of(request, role))
    Photo.objects.filter(pk=records[0].pk).update(state="withdrawn")
    before = rows()
    for record in records:
        kind = record._meta.model_name
        forbidden = [name for name, least in ACTIONS.get(kind, {}).items() if ROLES.index(role) < ROLES.index(least)]
        removable = admin.site._registry[type(record)].removable and role == "admin"
        for action in [*forbidden, *([] if removable else ["delete_selected"])]:
            form = {"action": action, "_selected_action": [record.pk], "post": "yes", "reason": "Because"}
            client.post(reverse(f"admin:archive_{kind}_changelist"), form)
    assert rows() == before


def test_a_volunteer_moves_no_gift_and_sets_no_rights_by_a_form_of_the_photo(records, as_user, volunteer):
    photo = records[0]
    before = Rights.objects.count(), Accession.objects.count()
    form = {
        "title": "x", "rights-TOTAL_FORMS": 1, "rights-INITIAL_FORMS": 0, "rights-0-term": "CC0-1.0",
        "decisions-TOTAL_FORMS": 1, "decisions-INITIAL_FORMS": 0, "decisions-0-outcome": "public",
        "custody-TOTAL_FORMS": 1, "custody-INITIAL_FORMS": 0, "custody-0-from_words": "x",
    }  # fmt: skip
    as_user(volunteer).post(reverse("admin:archive_photo_change", args=[photo.pk]), form)
    assert (Rights.objects.count(), Accession.objects.count()) == before
    assert not photo.custody.exists()
    assert not photo.decisions.exists()
