"""What is not public leaves no trace: public pages are the same, byte for byte, with hidden records and without."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import cycle, islice

import pytest
from addresses import public_addresses
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from factories import (
    indexed,
    make_accession,
    make_agent,
    make_campaign,
    make_code,
    make_collection,
    make_dating,
    make_image,
    make_link,
    make_mention,
    make_photo,
    make_place,
    make_scheme,
    make_transcription,
)

from archive.models import (
    Accession,
    Correction,
    DeedOfGift,
    Derivative,
    Photo,
    Place,
    Relation,
    Rights,
    Source,
    Subject,
)
from archive.models.donors import DonorContact
from archive.publishing import publish, withdraw
from archive.vocabulary.exposure import Exposure
from campaigns.models import Campaign

CANARY = "Canarywort"


@pytest.fixture
def world(db) -> dict:
    """A small public archive."""
    collection = make_collection(title="Haverly collection")
    donor = make_agent("Orrin Haverly")
    accession = make_accession(collection=collection, donor=donor)
    guangxi = make_place("Guangxi", kind="province")
    place = make_place("Liuzhou", ("Liuchow", "postal"), parent=guangxi, latitude="24.31", longitude="109.41")
    campaign, scheme = make_campaign("Operation Ichi-Go"), make_scheme(key="pro", title="Codes of the office")
    photos = [make_photo(accession=accession, caption=f"Mules by the river {turn}") for turn in range(3)]
    for turn, photo in enumerate(photos):
        dress(photo, place, campaign, f"0704142{turn}/A", scheme)
    indexed(*photos)
    return {"place": place, "campaign": campaign, "scheme": scheme, "accession": accession, "photos": photos}


def dress(photo: Photo, place: Place, campaign: Campaign, code: str, scheme, words: str = "") -> None:
    """Give a photograph something of everything."""
    make_image(photo, alt=words)
    make_dating(photo, "1944-23", as_written=words)
    make_mention(photo, place, as_written=words, reasoning=words)
    make_code(photo, code, scheme, inferred=words)
    make_link(photo, campaign)
    make_transcription(photo, text=words or "Another hand")


def addresses(world: dict) -> list[str]:
    """One in ten of the five hundred public addresses, and all that are not searches."""
    return [url for turn, url in enumerate(public_addresses(world)) if turn % 10 == 0 or is_whole(url)]


def is_whole(url: str) -> bool:
    """Whether it is no search; what harvesters ask is looked at to the last."""
    return "?" not in url or url.startswith("/oai")


def seen(world: dict, urls: list[str] | None = None) -> dict[str, tuple[int, bytes, tuple]]:
    """What a visitor gets at each address: status, bytes without dates and tokens, and the headers caches go by."""
    client = Client()
    answers = {url: client.get(url) for url in urls or addresses(world)}
    return {url: (answer.status_code, blanked(answer.content), kept_headers(answer)) for url, answer in answers.items()}


def blanked(body: bytes) -> bytes:
    """The bytes without what differs from request to request: tokens of forms, and when an answer was made.

    And without what harvesters are told of photographs that were public once.
    """
    body = re.sub(rb'<header status="deleted">.*?</header>', b"", body).replace(b"<record />", b"")
    body = body.replace(b"<record></record>", b"")
    body = re.sub(rb'(name="(?:csrfmiddlewaretoken|opened)" value=")[^"]+', rb"\1", body)
    return re.sub(rb"<(updated|responseDate)>[^<]+</", b"", body)


def kept_headers(answer) -> tuple:
    """The headers by which a cache knows a page again, and all that say how it may be kept."""
    return tuple(answer.get(name) for name in ("ETag", "Last-Modified", "Cache-Control", "Vary", "Content-Type"))


STATES = (
    "draft", "review", "withdrawn", "embargo", "staff_only", "closed", "no_rights", "donor_staff", "private",
)  # fmt: skip


def hide(world: dict, count: int = len(STATES)) -> list[Photo]:
    """Hidden photographs in nine states, each dressed like the public ones, with a word nobody else has.

    None was ever public, but for the withdrawn.
    """
    gifts = {state: make_accession(
        title=CANARY, credit_line=CANARY, collection=make_collection(title=f"{CANARY} {state}"),
        term="" if state == "no_rights" else "NKC", is_open=state != "closed",
    ) for state in ("closed", "no_rights", "donor_staff")}  # fmt: skip
    DeedOfGift.objects.create(accession=gifts["donor_staff"], allows=Exposure.STAFF, clause=CANARY)
    states = list(islice(cycle(STATES), count))
    hidden = [_hidden(world, state, gifts.get(state, world["accession"]), turn) for turn, state in enumerate(states)]
    indexed(*hidden)
    return hidden


def _hidden(world: dict, state: str, accession: Accession, turn: int) -> Photo:
    values = {"title": f"{CANARY} {state}", "description": CANARY, "caption": CANARY, "accession": accession}
    if state == "private":
        values |= {"sensitivity": ["private"], "living": "perhaps"}
    photo = make_photo(published=False, **values)
    dress(photo, world["place"], world["campaign"], f"0704142{turn}/C", world["scheme"], CANARY)
    Relation.objects.create(photo=world["photos"][0], other=photo, kind="before", words=CANARY)
    opens = timezone.localdate() + timedelta(days=1) if state == "embargo" else None
    if state in ("embargo", "staff_only"):
        Rights.objects.create(photo=photo, embargo_until=opens, staff_only=state == "staff_only", basis=CANARY)
    if state == "withdrawn":
        publish(photo, by=None)
        withdraw(photo, by=None, reason=CANARY)
    elif state != "draft":
        Photo.objects.filter(pk=photo.pk).update(state="review" if state == "review" else "public")
    return photo


def test_hidden_photos_change_no_byte_of_any_public_page(world):
    before = seen(world)
    hide(world)
    after = seen(world)
    assert [url for url in before if before[url] != after[url]] == []


@pytest.mark.slow
def test_two_hundred_hidden_photos_change_no_byte_of_five_hundred_addresses(world):
    urls = public_addresses(world)
    assert len(urls) >= 500
    before = seen(world, urls)
    hidden = hide(world, 200)
    assert Photo.objects.public().count() == 3
    assert len(hidden) == 200
    after = seen(world, urls)
    assert [url for url in urls if before[url] != after[url]] == []


def test_hidden_photos_cannot_be_guessed(world, visitor):
    absent = visitor.get("/photos/1999.9.9/")
    for photo in hide(world):
        answer = visitor.get(photo.get_absolute_url())
        if photo.decisions.exists():
            assert (answer.status_code, CANARY in answer.content.decode()) == (410, False)
        else:
            assert (answer.status_code, answer.content) == (404, absent.content)
        for code in photo.codes.all():
            assert visitor.get(code.get_absolute_url()).status_code == 404


def test_no_picture_of_a_hidden_photo_is_served(world, visitor, settings):
    settings.DERIVATIVES_ROOT.mkdir(parents=True)
    (settings.DERIVATIVES_ROOT / "x.webp").write_bytes(b"bytes")
    for photo in [*hide(world), world["photos"][0]]:
        image = photo.images.get()
        Derivative.objects.create(image=image, spec="card", path="x.webp", width=1, height=1, size=5)
        status = visitor.get(reverse("picture", args=[image.key, "card.webp"])).status_code
        assert status == (200 if photo in world["photos"] else 404)


def test_a_hidden_side_of_a_public_photo_is_nowhere(world, visitor, settings):
    settings.DERIVATIVES_ROOT.mkdir(parents=True)
    (settings.DERIVATIVES_ROOT / "x.webp").write_bytes(b"bytes")
    photo = world["photos"][0]
    verso = make_image(photo, side="verso", is_hidden=True, alt=CANARY)
    Derivative.objects.create(image=verso, spec="card", path="x.webp", width=1, height=1, size=5)
    indexed(photo)
    page = visitor.get(photo.get_absolute_url()).content.decode()
    assert verso.key not in page
    assert CANARY not in page
    assert visitor.get(reverse("picture", args=[verso.key, "card.webp"])).status_code == 404


def test_a_private_donor_and_what_is_for_staff_are_nowhere(world):
    donor = make_agent(f"{CANARY} Smith", is_private=True, note=CANARY)
    DonorContact.objects.create(agent=donor, address=CANARY, email=f"{CANARY}@example.org", note=CANARY)
    accession = world["accession"]
    accession.donor, accession.intermediary = donor, donor
    accession.restrictions = accession.terms = CANARY
    accession.save()
    photo = world["photos"][0]
    source = Source.objects.create(kind="letter", title="A letter", note=CANARY)
    Subject.objects.create(photo=photo, agent=donor, role="informant", basis="donor", source=source)
    Subject.objects.create(photo=photo, agent=donor, as_written="the donor", role="informant", basis="donor")
    photo.condition = CANARY
    photo.save()
    indexed(*world["photos"])
    leaks = [
        url for url, (_status, body, _headers) in seen(world).items() if CANARY.encode() in body and "anary" not in url
    ]
    assert leaks == []


def test_what_visitors_told_is_nowhere_before_it_is_accepted(world):
    before = seen(world)
    told = dict.fromkeys(("told", "words", "link", "name", "shown"), CANARY)
    for photo in world["photos"]:
        for about in ("title", photo.datings.get().slug, photo.place_mentions.get().slug):
            sent = Correction(
                photo=photo, about=about, kind=about.split("-")[0], label=CANARY, wants_credit=True, **told
            )
            Correction.objects.keep(sent, email=f"{CANARY}@example.org")
    after = seen(world)
    assert [url for url in before if before[url] != after[url]] == []


def test_a_withdrawal_and_the_end_of_an_embargo_show_on_the_next_request(world, visitor, registrar):
    photo = world["photos"][0]
    assert visitor.get(photo.get_absolute_url()).status_code == 200
    withdraw(photo, by=registrar, reason="The family asked")
    assert visitor.get(photo.get_absolute_url()).status_code == 410
    assert photo.number not in visitor.get("/photos/").content.decode()
