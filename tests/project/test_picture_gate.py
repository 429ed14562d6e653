"""No byte of a picture leaves that the gate keeps: every state of a photograph, at every address of a picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import cycle, islice

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from factories import indexed, make_accession, make_photo, make_transcription
from pictures import scan

from archive.images.specs import PUBLISHED, PYRAMID
from archive.models import Accession, Image, Photo, Rights
from archive.publishing import bring_back, withdraw

pytestmark = pytest.mark.django_db

STATES = ("draft", "review", "embargo ahead", "embargo past", "public", "withdrawn", "hidden parent", "hidden verso",
          "restricted")  # fmt: skip
OPEN = {"embargo past", "public", "hidden verso"}
CUTS = (
    "full/max/0/default.jpg",
    "0,0,256,256/256,256/0/default.jpg",
    "square/100,/90/gray.png",
    "pct:10,10,50,50/!90,90/0/default.webp",
)


@dataclass(frozen=True)
class Known:
    """A picture with every key it has ever had, and whether the public may see it."""

    image: Image
    keys: tuple[str, ...]
    is_open: bool


def photograph(state: str) -> list[Known]:
    """A photograph in this state, front and back scanned while it was still a draft or public."""
    photo = make_photo(published=state not in ("draft", "review"), accession=make_accession())
    images = [scan(photo, side=side, size=(300, 260)) for side in ("recto", "verso")]
    make_transcription(photo, carrier="verso", text="Canarywort")
    before = {image.pk: image.key for image in images}
    put(photo, state)
    indexed(photo)
    known = []
    for image in images:
        image.refresh_from_db()
        is_open = state in OPEN and not image.is_hidden
        known.append(Known(image, tuple({before[image.pk], image.key}), is_open))
    return known


def put(photo: Photo, state: str) -> None:
    """Bring it into its state."""
    today = timezone.localdate()
    if state == "review":
        Photo.objects.filter(pk=photo.pk).update(state=Photo.State.REVIEW)
    elif state == "embargo ahead":
        Rights.objects.create(photo=photo, embargo_until=today + timedelta(days=1))
    elif state == "embargo past":
        Rights.objects.create(photo=photo, embargo_until=today - timedelta(days=1))
    elif state == "withdrawn":
        withdraw(photo, by=None, reason="The family asked")
    elif state == "hidden parent":
        Accession.objects.filter(pk=photo.accession_id).update(is_open=False)
    elif state == "hidden verso":
        photo.images.filter(side="verso").update(is_hidden=True)
    elif state == "restricted":
        Rights.objects.create(photo=photo, staff_only=True)


def addresses(known: Known) -> Iterator[str]:
    """Where its bytes, or what is said of it, are asked for by its keys."""
    for key in known.keys:
        yield from (reverse("picture", args=[key, name]) for name in PUBLISHED)
        yield from (f"/iiif/3/{key}", f"/iiif/3/{key}/info.json")
        yield from (f"/iiif/3/{key}/{cut}" for cut in CUTS)
        yield from (f"/pictures/{key}/{PYRAMID}.tif", f"/pictures/{key}/master")


def guesses(image: Image) -> Iterator[str]:
    """Where its files could be asked for by their names on the disk."""
    yield f"/iiif/3/{image.sha256}/info.json"
    yield f"/media/masters/{image.master}"
    yield from (f"/media/derivatives/{row.path}" for row in image.derivatives.all())
    yield f"/pictures/{image.derivatives.all()[0].path}"


def walk(count: int) -> tuple[int, list[str]]:
    """Ask for everything of so many photographs; how many requests that were, and which of them were not right."""
    visitor, asked, wrong = Client(), 0, []
    for state in islice(cycle(STATES), count):
        for known in photograph(state):
            for address in guesses(known.image):
                asked += 1
                wrong += [f"{state} {address}"] if visitor.get(address).status_code != 404 else []
            for address in addresses(known):
                kinds = (
                    visitor.get(address),
                    visitor.head(address),
                    visitor.get(address, headers={"range": "bytes=0-9"}),
                )
                fine = (200, 303, 404) if known.is_open and known.image.key in address else (404,)
                wrong += [f"{state} {address} {one.status_code}" for one in kinds if one.status_code not in fine]
                asked += len(kinds)
            wrong += [f"{state} {said}" for said in told_wrongly(visitor, known, state)]
            asked += 3
    return asked, wrong


def told_wrongly(visitor: Client, known: Known, state: str) -> Iterator[str]:
    """Public pages, manifests and collections that name a picture which they may not, or leave out one they may."""
    photo = known.image.photo
    names = ("iiif-manifest", [photo.number]), ("iiif-collection", ["accession", photo.accession.number])
    for address in (photo.get_absolute_url(), *(reverse(name, args=args) for name, args in names)):
        answer = visitor.get(address)
        body = answer.content.decode()
        if answer.status_code not in ({200} if state in OPEN else {404, 410}):
            yield f"{address} {answer.status_code}"
        if not known.is_open and any(key in body for key in known.keys):
            yield f"{address} names it"
        if state not in ("public", "embargo past") and "Canarywort" in body:
            yield f"{address} tells what is written on it"


def test_one_photograph_in_each_state_shows_what_it_may_and_nothing_else(db):
    _asked, wrong = walk(len(STATES))
    assert wrong == []


@pytest.mark.slow
def test_two_hundred_photographs_in_nine_states_let_out_no_hidden_byte(db):
    asked, wrong = walk(200)
    assert wrong == []
    assert asked > 6000


@pytest.mark.parametrize("name", [*PUBLISHED, "info.json"])
def test_what_is_public_is_served(visitor, name):
    [front, _back] = photograph("public")
    base = "/iiif/3" if name == "info.json" else "/pictures"
    assert visitor.get(f"{base}/{front.image.key}/{name}").status_code == 200


def test_a_photograph_that_is_brought_back_keeps_its_new_address_to_itself(visitor):
    [front, _back] = photograph("withdrawn")
    bring_back(front.image.photo, by=None)
    assert {visitor.get(reverse("picture", args=[key, "card.webp"])).status_code for key in front.keys} == {404}


@pytest.mark.parametrize("path", ["card.webp", "large.jpg"])
def test_bytes_have_their_exact_type_and_no_power_to_run_anything(visitor, path):
    [front, _back] = photograph("public")
    answer = visitor.get(f"/pictures/{front.image.key}/{path}")
    assert answer["Content-Type"] == PUBLISHED[path].content_type
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Cache-Control"] == "public, max-age=86400"


def test_behind_a_proxy_the_file_is_named_and_not_sent(visitor, settings):
    settings.ACCEL_PREFIX = "/derivatives/"
    [front, _back] = photograph("public")
    answer = visitor.get(f"/pictures/{front.image.key}/card.webp")
    path = front.image.derivatives.get(spec="card").path
    assert (answer["X-Accel-Redirect"], answer.content) == (f"/derivatives/{path}", b"")
    assert visitor.get(f"/pictures/{'0' * 32}/card.webp").headers.get("X-Accel-Redirect") is None
