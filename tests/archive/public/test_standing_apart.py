"""Tombstones, donors' own pages, the sitemap and the feed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from factories import indexed, make_accession, make_agent, make_photo

from archive.models import Accession, DonorLink, Rights, Tombstone
from archive.models.donors import DonorContact
from archive.publishing import bring_back, publish, withdraw

pytestmark = pytest.mark.django_db


def status(visitor, photo) -> int:
    return visitor.get(photo.get_absolute_url()).status_code


def test_a_withdrawn_photo_leaves_a_tombstone_without_its_title(visitor):
    photo = make_photo(title="Two spans down", caption="Mules were swum across")
    withdraw(photo, by=None, reason="The family asked")
    answer = visitor.get(photo.get_absolute_url())
    body = answer.content.decode()
    assert answer.status_code == 410
    assert f"Photograph {photo.number} was public until" in body
    assert not any(words in body for words in ("Two spans", "Mules", "The family asked"))


def test_what_was_never_public_has_no_tombstone(visitor):
    draft, coming = make_photo(published=False), make_photo(published=False)
    Rights.objects.create(photo=coming, embargo_until=timezone.localdate() + timedelta(days=9))
    publish(coming, by=None)
    for photo in (draft, coming):
        withdraw(photo, by=None, reason="Asked")
        assert status(visitor, photo) == 404


@pytest.mark.parametrize("how", ["withdrawn", "draft", "staff_only", "gift_closed", "embargo"])
def test_whatever_closes_a_public_photo_leaves_a_tombstone(how, visitor):
    photo = make_photo()
    tomorrow = timezone.localdate() + timedelta(days=1)
    if how == "withdrawn":
        withdraw(photo, by=None, reason="Asked")
    elif how == "draft":
        bring_back(photo, by=None)
    elif how == "gift_closed":
        Accession.objects.filter(pk=photo.accession_id).update(is_open=False)
    else:
        Rights.objects.create(
            photo=photo, staff_only=how == "staff_only", embargo_until=tomorrow if how == "embargo" else None
        )
    indexed(photo)
    assert status(visitor, photo) == 410
    assert [one.number for one in Tombstone.objects.standing()] == [photo.number]


def test_a_photo_that_is_public_again_has_no_tombstone(visitor):
    photo = make_photo()
    withdraw(photo, by=None, reason="Asked")
    bring_back(photo, by=None)
    assert status(visitor, photo) == 410
    publish(photo, by=None)
    assert status(visitor, photo) == 200
    assert not Tombstone.objects.exists()


def test_a_tombstone_falls_by_itself_when_an_embargo_ends(visitor):
    photo = make_photo()
    rights = Rights.objects.create(photo=photo, embargo_until=timezone.localdate() + timedelta(days=1))
    indexed(photo)
    assert status(visitor, photo) == 410
    photo.entry.refresh_from_db()
    type(photo.entry).objects.filter(pk=photo.pk).update(public_from=timezone.now(), small_from=None, full_from=None)
    Rights.objects.filter(pk=rights.pk).update(embargo_until=timezone.localdate())
    assert status(visitor, photo) == 200
    assert not Tombstone.objects.standing().exists()


@pytest.fixture
def donor(db):
    """A donor with two gifts, of which one photograph is public, and a contact nobody may see."""
    donor = make_agent("Dora Donor", note="CANARY")
    DonorContact.objects.create(agent=donor, email="canary@example.org", address="CANARY", note="CANARY")
    return donor


def test_a_donor_sees_what_arrived_what_is_public_and_the_credit(donor, visitor):
    accession = make_accession(donor=donor, credit_line="Gift of a daughter", restrictions="CANARY")
    make_photo(accession=accession, title="Two spans down")
    make_photo(accession=accession, title="Hidden title", published=False)
    make_photo(title="Of another donor")
    answer = visitor.get(reverse("donor-page", args=[DonorLink.give(donor, by=None)]))
    body = answer.content.decode()
    assert "2 photographs are catalogued so far. 1 of them is public." in " ".join(body.split())
    assert "Gift of a daughter" in body
    assert "Two spans down" in body
    assert not any(words in body for words in ("Hidden title", "Of another donor", "CANARY", "canary"))


def test_a_donors_page_is_kept_and_told_by_nobody(donor, visitor):
    answer = visitor.get(reverse("donor-page", args=[DonorLink.give(donor, by=None)]))
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


def test_a_revoked_or_invented_link_is_not_found(donor, visitor):
    token = DonorLink.give(donor, by=None)
    DonorLink.objects.get().revoke()
    assert visitor.get(reverse("donor-page", args=[token])).status_code == 404
    for other in ("x", token[:-1], DonorLink.objects.get().token_hash):
        assert visitor.get(reverse("donor-page", args=[other])).status_code == 404


def test_the_sitemap_and_the_feed_have_what_is_public_and_nothing_else(visitor):
    shown, hidden = make_photo(title="Two spans down"), make_photo(title="Hidden", published=False)
    index = visitor.get("/sitemap.xml").content.decode()
    assert "/sitemap-photographs.xml" in index
    for address in ("/sitemap-photographs.xml", "/feeds/new.atom"):
        body = visitor.get(address).content.decode()
        assert f"/photos/{shown.number}/" in body
        assert hidden.number not in body
        assert "Hidden" not in body
    withdraw(shown, by=None, reason="Asked")
    assert shown.number not in visitor.get("/sitemap-photographs.xml").content.decode()
    assert shown.number not in visitor.get("/feeds/new.atom").content.decode()
