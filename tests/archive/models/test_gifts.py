"""Deeds, parts in gifts, entries, moves and links keep their promises."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from factories import make_accession, make_agent, make_photo

from archive.models import AccessionParty, Box, BoxMove, CustodyEvent, DeedOfGift, DonorLink, ObjectEntry, Rights
from archive.models.entries import move_box

pytestmark = pytest.mark.django_db


def test_every_move_of_a_box_is_kept(registrar):
    box = Box.objects.create(accession=make_accession(), label="Box 1", location="Shelf 1")
    move_box(box, "Shelf 2", by=registrar, reason="Damp")
    move_box(box, "Vault", by=registrar)
    assert move_box(box, "Vault", by=registrar) is None
    moves = [(move.from_location, move.to_location) for move in box.moves.order_by("pk")]
    assert moves == [("Shelf 1", "Shelf 2"), ("Shelf 2", "Vault")]
    assert Box.objects.get(pk=box.pk).location == box.location == "Vault"


def test_the_database_refuses_to_change_a_move():
    box = Box.objects.create(accession=make_accession(), label="Box 1")
    move = move_box(box, "Shelf 2", by=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        BoxMove.objects.filter(pk=move.pk).update(to_location="Elsewhere")
    with pytest.raises(IntegrityError), transaction.atomic():
        BoxMove.objects.all().delete()


def test_a_donor_who_stays_unnamed_is_not_in_the_credit_line():
    donor = make_agent("Orrin Haverly", is_private=True)
    accession = make_accession(donor=donor, credit_line="Gift of ORRIN Haverly")
    deed = DeedOfGift(accession=accession, is_anonymous=True)
    with pytest.raises(ValidationError, match="credit line"):
        deed.full_clean()
    accession.credit_line = "Gift of a family"
    deed.full_clean()
    deed.save()
    donor.is_private = False
    with pytest.raises(ValidationError, match="unnamed"):
        donor.full_clean()
    donor.is_private = True
    accession.credit_line = "Gift of Orrin Haverly"
    with pytest.raises(ValidationError, match="unnamed"):
        accession.full_clean()


def test_the_end_of_a_restriction_needs_a_restriction():
    with pytest.raises(ValidationError, match="restriction"):
        DeedOfGift(accession=make_accession(), allows_until="2031-03-01").full_clean()


def test_one_agent_has_each_part_in_a_gift_once():
    accession, agent = make_accession(), make_agent("Wen")
    for role in AccessionParty.Role.values:
        AccessionParty(accession=accession, agent=agent, role=role).full_clean()
        AccessionParty.objects.create(accession=accession, agent=agent, role=role)
    with pytest.raises(ValidationError, match="already"):
        AccessionParty(accession=accession, agent=agent, role="owner").full_clean()


def test_what_became_an_accession_was_not_given_back():
    entry = ObjectEntry(
        depositor=make_agent("Wen"), description="An album", accession=make_accession(), returned_on="2026-01-02"
    )
    with pytest.raises(ValidationError, match="given back"):
        entry.full_clean()


def test_a_corrected_change_of_hands_stays_and_is_left_out():
    photo = make_photo()
    wrong = CustodyEvent.objects.create(photo=photo, from_words="A", to_words="B")
    right = CustodyEvent.objects.create(photo=photo, from_words="A", to_words="C", replaces=wrong)
    assert list(photo.custody.standing()) == [right]
    assert photo.custody.count() == 2


def test_a_link_opens_until_it_is_revoked_and_its_token_is_not_in_the_database():
    agent = make_agent("Wen")
    token = DonorLink.give(agent, by=None)
    link = DonorLink.objects.opened_by(token)
    assert link is not None
    assert token not in str(DonorLink.objects.values())
    assert set(DonorLink.objects.working()) == {one for one in DonorLink.objects.all() if one.is_working()}
    link.revoke()
    assert DonorLink.objects.opened_by(token) is None
    assert not DonorLink.objects.working().exists()


def test_a_term_that_the_years_contradict_is_refused():
    photo = make_photo()
    rights = Rights(photo=photo, term="NoC-US", making="unpublished_unnamed", year_made=1944)
    with pytest.raises(ValidationError, match="2064"):
        rights.full_clean()
    for changed in ({"term": "InC"}, {"year_made": 1870}, {"making": "us_government"}):
        Rights(**{"photo": photo, "term": "NoC-US", "making": rights.making, "year_made": 1944} | changed).full_clean()
