"""How much of a photograph goes out: the record and the database agree, and every surface keeps to it."""

from __future__ import annotations

from datetime import timedelta
from itertools import product

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from factories import indexed, make_accession, make_image, make_photo

from archive.images.allowed import allowed_specs, largest_allowed, needed_for
from archive.images.specs import CARD, LARGE, SPECS
from archive.models import Decision, DeedOfGift, Derivative, Photo, Rights
from archive.publishing import NotPublishable, bring_back, publish, publish_lifting
from archive.search.indexing import index_photos
from archive.vocabulary.exposure import Exposure

pytestmark = pytest.mark.django_db

LEVELS = (Exposure.WORDS, Exposure.SMALL, Exposure.FULL)


def day(offset: int | None):
    """Today and so many days, or no day."""
    return None if offset is None else timezone.localdate() + timedelta(days=offset)


def restricted(photo: Photo, allows: Exposure, until: int | None = None) -> DeedOfGift:
    """The donor's terms for the gift of this photograph."""
    deed = DeedOfGift.objects.create(accession=photo.accession, allows=allows, allows_until=day(until))
    indexed(photo)
    return deed


def test_record_and_database_agree_on_how_much_is_shown():
    terms, allows, days = ("NKC", "InC", "CNE"), (*LEVELS, Exposure.STAFF), (None, -1, 0, 1)
    cases = product(terms, allows, days, (None, -1, 1), ("passed", "not_passed"), ("kept", "licensed"))
    for term, donor, until, embargo, title, copyright_ in cases:
        if donor is Exposure.FULL and until is not None:
            continue
        photo = make_photo(published=False, accession=make_accession(term=term))
        Photo.objects.filter(pk=photo.pk).update(state="public")
        DeedOfGift.objects.create(
            accession=photo.accession, allows=donor, allows_until=day(until), title=title, copyright=copyright_
        )
        Rights.objects.create(photo=photo, embargo_until=day(embargo))
    index_photos(Photo.objects.values_list("pk", flat=True))
    by_record = {photo.pk: photo.exposure() for photo in Photo.objects.with_gate_facts()}
    for level in LEVELS:
        shown = set(Photo.objects.showing(level).values_list("pk", flat=True))
        assert shown == {pk for pk, exposure in by_record.items() if exposure >= level}
    annotated = dict(Photo.objects.with_exposure().values_list("pk", "shown"))
    assert annotated == by_record
    assert set(by_record.values()) == {Exposure.STAFF, *LEVELS}


@pytest.mark.parametrize(
    ("allows", "statuses"), [(Exposure.WORDS, (404, 404)), (Exposure.SMALL, (200, 404)), (Exposure.FULL, (200, 200))]
)
def test_pages_name_and_addresses_serve_only_the_sizes_that_may_go_out(visitor, settings, allows, statuses):
    settings.DERIVATIVES_ROOT.mkdir(parents=True)
    (settings.DERIVATIVES_ROOT / "x").write_bytes(b"\xff\xd8bytes")
    photo = make_photo(title="A bridge")
    image = make_image(photo, width=4000, height=3000)
    for spec in SPECS.values():
        Derivative.objects.create(image=image, spec=spec.name, path="x", width=1, height=1, size=5)
    restricted(photo, allows)
    urls = {spec: reverse("picture", args=[image.key, spec.file_name]) for spec in SPECS.values()}
    assert (visitor.get(urls[CARD]).status_code, visitor.get(urls[LARGE]).status_code) == statuses
    for address in (photo.get_absolute_url(), "/photos/", "/"):
        body = visitor.get(address).content.decode()
        assert "A bridge" in body
        for spec, url in urls.items():
            assert visitor.get(url).status_code == 200 or url not in body, (address, spec.name)
        assert (image.key in body) == (allows > Exposure.WORDS)


def test_the_bound_on_pixels_follows_the_exposure():
    assert [largest_allowed(level) for level in LEVELS] == [(0, 0), (900, 440), None]
    for level, spec in product(LEVELS, SPECS.values()):
        assert (spec in allowed_specs(level)) == (level >= needed_for(spec.name))


def test_a_donors_restriction_that_ended_shows_everything(visitor):
    photo = make_photo()
    image = make_image(photo, width=4000, height=3000)
    restricted(photo, Exposure.STAFF, until=0)
    assert f"{image.key}/{LARGE.file_name}" in visitor.get(photo.get_absolute_url()).content.decode()


def test_a_registrar_publishes_against_the_rules_with_a_reason(registrar, visitor):
    photo = make_photo(published=False, accession=make_accession(term=""))
    with pytest.raises(NotPublishable):
        publish(photo, by=registrar)
    decision = publish_lifting(photo, ["rights_missing"], by=registrar, reason="The heirs agreed by telephone")
    assert (decision.lifted, decision.by, decision.limits) == (["rights_missing"], registrar, [])
    assert visitor.get(photo.get_absolute_url()).status_code == 200


def test_publishing_against_the_rules_needs_a_reason_and_a_limit_that_there_is(registrar):
    photo = make_photo(published=False, accession=make_accession(term=""))
    with pytest.raises(ValueError, match="reason"):
        publish_lifting(photo, ["rights_missing"], by=registrar, reason=" ")
    with pytest.raises(ValueError, match="staff_only"):
        publish_lifting(photo, ["staff_only"], by=registrar, reason="Because")
    with pytest.raises(ValueError, match="not_published"):
        publish_lifting(photo, ["not_published"], by=registrar, reason="Because")
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(photo=photo, outcome="public", lifted=["rights_missing"], by=registrar)


def test_a_limit_set_after_the_lifting_counts(registrar, visitor):
    photo = make_photo(published=False, accession=make_accession(term=""))
    publish_lifting(photo, ["rights_missing"], by=registrar, reason="The heirs agreed")
    Rights.objects.create(photo=photo, staff_only=True)
    indexed(photo)
    assert visitor.get(photo.get_absolute_url()).status_code != 200


def test_what_was_lifted_is_forgotten_when_the_photo_comes_back(registrar):
    photo = make_photo(published=False, accession=make_accession(term=""))
    publish_lifting(photo, ["rights_missing"], by=registrar, reason="The heirs agreed")
    bring_back(photo, by=registrar)
    with pytest.raises(NotPublishable):
        publish(photo, by=registrar)
