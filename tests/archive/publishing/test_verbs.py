"""Publishing, withdrawing and bringing back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from factories import indexed, make_accession, make_image, make_photo

from archive.models import Decision, Photo, Rights
from archive.publishing import NotPublishable, bring_back, publish, withdraw
from archive.vocabulary.gate import Bar

pytestmark = pytest.mark.django_db


def seen(visitor, photo) -> bool:
    """Whether a visitor gets the photograph's page, and finds it in the list; both must agree."""
    page = visitor.get(reverse("photo", args=[photo.number])).status_code == 200
    listed = photo.number in visitor.get(reverse("gallery")).content.decode()
    assert page == listed == Photo.objects.public().filter(pk=photo.pk).exists()
    return page


def test_a_published_photo_is_found(visitor):
    assert seen(visitor, make_photo())


def test_a_draft_is_not_found(visitor):
    assert not seen(visitor, make_photo(published=False))


def test_a_withdrawn_photo_is_not_found(visitor, registrar):
    photo = make_photo()
    withdraw(photo, by=registrar, reason="The family asked")
    assert not seen(visitor, photo)


def test_a_withdrawn_photo_can_be_brought_back_and_published_again(visitor, registrar):
    photo = make_photo()
    withdraw(photo, by=registrar, reason="The family asked")
    bring_back(photo, by=registrar)
    assert not seen(visitor, photo)
    publish(photo, by=registrar)
    assert seen(visitor, photo)


def test_a_photo_under_embargo_is_not_found_until_its_day(visitor):
    photo = make_photo()
    today = timezone.localdate()
    rights = Rights.objects.create(photo=photo, embargo_until=today + timedelta(days=1))
    indexed(photo)
    assert not seen(visitor, photo)
    rights.embargo_until = today
    rights.save()
    indexed(photo)
    assert seen(visitor, photo)


def test_a_photo_of_a_closed_gift_cannot_be_published():
    photo = make_photo(published=False, accession=make_accession(is_open=False))
    with pytest.raises(NotPublishable) as refusal:
        publish(photo, by=None)
    assert refusal.value.bars == (Bar.ACCESSION_CLOSED,)


def test_a_photo_without_rights_cannot_be_published():
    photo = make_photo(published=False, accession=make_accession(term=""))
    with pytest.raises(NotPublishable) as refusal:
        publish(photo, by=None)
    assert refusal.value.bars == (Bar.RIGHTS_MISSING,)


def test_a_withdrawal_needs_a_reason(registrar):
    with pytest.raises(ValueError, match="reason"):
        withdraw(make_photo(), by=registrar, reason="  ")


def test_a_withdrawal_gives_every_picture_a_new_address(registrar):
    photo = make_photo()
    image = make_image(photo)
    before = image.key
    withdraw(photo, by=registrar, reason="The family asked")
    image.refresh_from_db()
    assert image.key != before


def test_every_decision_is_kept_with_who_and_why(registrar):
    photo = make_photo()
    withdraw(photo, by=registrar, reason="The family asked")
    last = photo.decisions.first()
    assert (last.outcome, last.by, last.reason) == ("withdrawn", registrar, "The family asked")
    assert photo.decisions.count() == 2


def test_the_database_refuses_to_change_a_decision():
    decision = make_photo().decisions.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.filter(pk=decision.pk).update(reason="Never mind")
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.filter(pk=decision.pk).delete()
