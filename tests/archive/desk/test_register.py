"""The register, receipts, donors' links and the page of the decision."""

from __future__ import annotations

import csv
import io

import pytest
from django.urls import reverse
from factories import make_accession, make_agent, make_photo

from archive.models import Agent, Box, Decision, DeedOfGift, DonorLink, ObjectEntry

pytestmark = pytest.mark.django_db


def test_the_register_counts_photographs_and_names_the_clauses(as_user, registrar):
    accession = make_accession(title="An album", donor=make_agent("Dora Donor"))
    DeedOfGift.objects.create(accession=accession, title="passed", copyright="kept")
    make_photo(accession=accession)
    make_photo(accession=accession, published=False)
    body = as_user(registrar).get(reverse("desk-register")).content.decode()
    assert all(words in body for words in ("An album", "Dora Donor", "passed to the museum", "stays with the donor"))
    rows = list(csv.DictReader(io.StringIO(as_user(registrar).get("/desk/register.csv").content.decode("utf-8-sig"))))
    assert [(row["number"], row["photographs"], row["public"]) for row in rows] == [(accession.number, "2", "1")]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", " ="])
def test_no_cell_of_the_register_is_a_formula(as_user, registrar, start):
    make_accession(title=f"{start}cmd|x")
    text = as_user(registrar).get("/desk/register.csv").content.decode("utf-8-sig")
    row = next(iter(csv.DictReader(io.StringIO(text, newline=""))))
    assert row["title"] == f"'{start}cmd|x"


def test_a_receipt_says_who_left_what(as_user, registrar):
    entry = ObjectEntry.objects.create(
        depositor=make_agent("Wen Lijuan"), description="One album\n43 prints", received_by=registrar
    )
    body = as_user(registrar).get(entry.receipt_url()).content.decode()
    assert all(words in body for words in (entry.number, "Wen Lijuan", "43 prints", registrar.username))


def test_an_entry_made_in_the_admin_names_who_received_it(as_user, registrar):
    form = {"depositor": make_agent("Wen").pk, "purpose": "gift", "description": "x", "received_on": "2026-05-01"}
    as_user(registrar).post(reverse("admin:archive_objectentry_add"), form)
    assert ObjectEntry.objects.get().received_by == registrar


def test_a_box_is_moved_on_its_page_and_every_move_is_kept(as_user, registrar):
    box = Box.objects.create(accession=make_accession(), label="Box 1", location="Shelf 1")
    form = {
        "label": "Box 1", "location": "Typed over", "moves-TOTAL_FORMS": 1, "moves-INITIAL_FORMS": 0,
        "moves-0-to_location": "Vault", "moves-0-reason": "Damp",
    }  # fmt: skip
    as_user(registrar).post(reverse("admin:archive_box_change", args=[box.pk]), form)
    box.refresh_from_db()
    move = box.moves.get()
    assert (box.location, move.from_location, move.by) == ("Vault", "Shelf 1", registrar)


def test_a_donors_link_is_told_once_and_can_be_revoked(as_user, registrar, visitor):
    donor = make_agent("Dora Donor")
    make_accession(donor=donor)
    client = as_user(registrar)
    body = client.post(reverse("desk-give-link", args=[donor.pk])).content.decode()
    address = body.split('class="token">')[1].split("<")[0]
    assert visitor.get(address).status_code == 200
    assert address not in client.get(reverse("desk-donors")).content.decode()
    client.post(reverse("desk-revoke-link", args=[DonorLink.objects.get().pk]))
    assert visitor.get(address).status_code == 404
    assert Agent.objects.filter(pk=donor.pk).exists()


def test_a_registrar_lifts_a_limit_on_the_page_of_the_decision(as_user, registrar, visitor):
    photo = make_photo(published=False, accession=make_accession(term=""))
    url = reverse("desk-decision", args=[photo.number])
    client = as_user(registrar)
    page = client.get(url).content.decode()
    assert "it has no rights term" in page.lower()
    without = client.post(url, {"verb": "lift", "limits": ["rights_missing"], "reason": ""})
    assert without.status_code == 422
    client.post(url, {"verb": "lift", "limits": ["rights_missing"], "reason": "The heirs agreed"})
    assert visitor.get(photo.get_absolute_url()).status_code == 200
    assert "The heirs agreed" in client.get(url).content.decode()
    client.post(url, {"verb": "withdraw", "reason": "They changed their minds"})
    assert visitor.get(photo.get_absolute_url()).status_code == 410
    assert list(Decision.objects.order_by("pk").values_list("outcome", flat=True)) == ["public", "withdrawn"]


def test_lifting_one_limit_does_not_lift_another(as_user, registrar):
    photo = make_photo(published=False, accession=make_accession(term="", is_open=False))
    url = reverse("desk-decision", args=[photo.number])
    answer = as_user(registrar).post(url, {"verb": "lift", "limits": ["rights_missing"], "reason": "Because"})
    assert answer.status_code == 422
    assert "another limit stands" in answer.content.decode()
    photo.refresh_from_db()
    assert (photo.state, photo.lifted) == ("draft", [])
