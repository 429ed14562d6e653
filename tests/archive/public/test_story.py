"""The object's story on a photograph's page: hands, gaps, thanks, and nobody who wants to stay unnamed."""

from __future__ import annotations

import pytest
from factories import make_accession, make_agent, make_photo

from archive.models import AccessionParty, CustodyEvent, DeedOfGift, Photo
from archive.public.story import story_of

pytestmark = pytest.mark.django_db


def story(photo) -> str:
    """The steps as lines."""
    return "\n".join(f"{step.when}: {step.text} {step.evidence}" for step in story_of(Photo.objects.get(pk=photo.pk)))


def test_a_gap_is_told_as_a_gap(visitor):
    photo = make_photo()
    CustodyEvent.objects.create(accession=photo.accession, from_words="The office", to_words="Orrin", edtf="1945")
    CustodyEvent.objects.create(photo=photo, to_words="A dealer", edtf="1990~")
    assert "unknown, 1945 to about 1990" in visitor.get(photo.get_absolute_url()).content.decode()


def test_each_part_in_a_gift_is_thanked_in_its_own_words():
    accession = make_accession(donor=make_agent("Dora Donor"), intermediary=make_agent("Ina Between"))
    AccessionParty.objects.create(accession=accession, agent=make_agent("Owen Owner"), role="owner")
    AccessionParty.objects.create(accession=accession, agent=make_agent("Ira Informant"), role="informant")
    told = story(make_photo(accession=accession))
    assert "provided via Ina Between" in told
    assert "from the collection of Owen Owner" in told
    assert "information by courtesy of Ira Informant" in told
    assert "Dora Donor" not in told


@pytest.mark.parametrize("by_deed", [True, False])
def test_who_stays_unnamed_is_named_nowhere(by_deed, visitor):
    donor = make_agent("Dora Donor", is_private=not by_deed)
    accession = make_accession(donor=donor)
    if by_deed:
        DeedOfGift.objects.create(accession=accession, is_anonymous=True)
    CustodyEvent.objects.create(
        accession=accession, from_words="dora donor", to_words="the museum", how="gift", evidence="Letter of DORA DONOR"
    )
    page = visitor.get(make_photo(accession=accession).get_absolute_url()).content.decode()
    assert "dora donor" not in page.lower()
    assert "unnamed" in page
