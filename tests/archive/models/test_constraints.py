"""What the database itself refuses."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from factories import (
    make_accession,
    make_code,
    make_dating,
    make_image,
    make_mention,
    make_photo,
    make_place,
    make_scheme,
    make_transcription,
)

from archive.models import CustodyEvent, Dating, Place, PlaceName, Relation, Rights, Transcription

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo():
    return make_photo(published=False)


def refused(make, *args, **values) -> bool:
    try:
        with transaction.atomic():
            make(*args, **values)
    except IntegrityError:
        return True
    return False


def test_a_date_must_say_something(photo):
    assert refused(Dating.objects.create, photo=photo, basis="caption")


def test_only_one_date_of_a_kind_is_preferred(photo):
    make_dating(photo, "1944", preferred=True)
    assert refused(Dating.objects.create, photo=photo, edtf="1945", basis="caption", preferred=True)
    make_dating(photo, "1945", preferred=True, role="release")


def test_a_rejected_statement_is_never_the_preferred_one(photo):
    assert refused(
        Dating.objects.create, photo=photo, edtf="1945", basis="caption", preferred=True, certainty="rejected"
    )


def test_a_span_needs_words_and_runs_forward(photo):
    words = make_transcription(photo)
    make = Dating.objects.create
    assert refused(make, photo=photo, edtf="1944", basis="caption", span_start=0, span_end=4)
    assert refused(make, photo=photo, edtf="1944", basis="caption", transcription=words, span_end=4)
    assert refused(make, photo=photo, edtf="1944", basis="caption", transcription=words, span_start=4, span_end=4)


def test_the_first_and_last_day_follow_from_the_edtf_date(photo):
    dating = make_dating(photo, "[1944-22,1944-23]")
    assert (dating.earliest.isoformat(), dating.latest.isoformat()) == ("1944-06-01", "1944-11-30")


def test_a_place_has_both_coordinates_or_none_and_within_the_globe():
    assert refused(Place.objects.create, code="a", title="A", kind="city", latitude=Decimal("24"))
    assert refused(
        Place.objects.create, code="b", title="B", kind="city", latitude=Decimal("99"), longitude=Decimal("1")
    )


def test_what_a_place_is_called_today_is_one_of_its_names():
    place = make_place("Liuzhou")
    assert [name.text for name in place.names.all()] == ["Liuzhou"]
    place.save()
    assert place.names.count() == 1


def test_names_are_found_by_keys_also_when_written_in_bulk():
    place = make_place("Liuzhou")
    PlaceName.objects.bulk_create([PlaceName(place=place, text="Liu-chou", system="wade_giles")])
    assert Place.objects.named("liuchou").get() == place


def test_a_code_is_taken_apart_by_its_scheme_and_kept_as_written(photo):
    scheme = make_scheme()
    good, bad = make_code(photo, "07041420/C", scheme), make_code(photo, "070414200", scheme)
    assert (good.base, good.item, good.conforms) == ("07041420", "C", True)
    assert (bad.verbatim, bad.base, bad.conforms) == ("070414200", "", False)


def test_a_scheme_whose_pattern_cannot_be_compiled_is_refused():
    with pytest.raises(ValidationError, match="regular expression"):
        make_scheme(pattern="(unclosed")


def test_rights_belong_to_one_thing(photo):
    assert refused(Rights.objects.create, term="NKC")
    assert refused(Rights.objects.create, term="NKC", photo=photo, accession=photo.accession)


def test_nobody_verifies_their_own_transcription(photo, curator):
    assert refused(
        Transcription.objects.create, photo=photo, carrier="slip", text="Words", by=curator, verified_by=curator
    )


def test_a_relation_is_to_another_photograph_and_reads_from_both_ends(photo):
    assert refused(Relation.objects.create, photo=photo, other=photo, kind="before")
    relation = Relation(photo=photo, kind="cropped_from")
    assert relation.inverse == "crop"
    assert Relation(photo=photo, kind="before").inverse == "after"


def test_the_same_bytes_are_not_two_pictures(photo):
    image = make_image(photo)
    with pytest.raises(ValidationError):
        make_image(photo, side="verso", sha256=image.sha256)


def test_a_change_of_custody_is_written_once():
    event = CustodyEvent.objects.create(accession=make_accession(), from_words="A family")
    event.from_words = "Another family"
    with pytest.raises(ValidationError, match="written once"):
        event.save()
    assert refused(CustodyEvent.objects.filter(pk=event.pk).update, from_words="Another")


def test_a_place_that_photographs_speak_of_cannot_be_lost(photo):
    mention = make_mention(photo, make_place("Liuzhou"))
    assert refused(mention.place.delete)
