"""A donor named Canarywort: name, address and private note are in no public byte, log line, mail, export or picture."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from addresses import public_addresses
from django.core import mail
from django.test import Client
from django.urls import reverse
from factories import (
    indexed,
    make_accession,
    make_agent,
    make_campaign,
    make_code,
    make_collection,
    make_dating,
    make_mention,
    make_photo,
    make_place,
    make_scheme,
)
from PIL import Image as Picture

from archive.images.adding import attach
from archive.images.preparing import prepare
from archive.models import AccessionParty, CustodyEvent, DeedOfGift, DonorLink, ObjectEntry, Source, Subject
from archive.models.donors import DonorContact

CANARY = "Canarywort"
PLACES = ("email", "phone", "address", "note")


@pytest.fixture
def donor(db):
    """Who must not be known, in every field that knows."""
    donor = make_agent(f"Cora {CANARY}", is_private=True, note=CANARY)
    DonorContact.objects.create(
        agent=donor, email="canarywort@example.org", phone=CANARY, address=f"1 {CANARY} Lane", note=CANARY
    )
    return donor


@pytest.fixture
def world(donor, settings, tmp_path):
    """A public photograph of that donor's gift, with a picture from a file that has the name in its metadata."""
    gift = make_accession(
        donor=donor, intermediary=donor, collection=make_collection(), terms=CANARY, restrictions=CANARY
    )
    DeedOfGift.objects.create(accession=gift, is_anonymous=True, clause=CANARY)
    for role in AccessionParty.Role.values:
        AccessionParty.objects.create(accession=gift, agent=donor, role=role, note=CANARY)
    ObjectEntry.objects.create(depositor=donor, description=CANARY, accession=gift)
    place, scheme, campaign = make_place("Liuzhou"), make_scheme(), make_campaign("Ichi-Go")
    photo = make_photo(accession=gift, caption="Mules by the river", condition=CANARY)
    make_dating(photo, "1944")
    make_mention(photo, place)
    make_code(photo, "07041420/A", scheme)
    letter = Source.objects.create(kind="letter", title="A letter", note=CANARY)
    Subject.objects.create(photo=photo, agent=donor, role="informant", basis="donor", source=letter)
    for words in (
        {"from_words": donor.name},
        {"evidence": f"Letter of {donor.name}"},
        {"how": f"gift of {donor.name}"},
    ):
        CustodyEvent.objects.create(accession=gift, **words)
    attach(
        prepare(_scan(tmp_path), masters=settings.MASTERS_ROOT, derivatives=settings.DERIVATIVES_ROOT),
        photo=photo,
        side="recto",
    )
    indexed(photo)
    return {"place": place, "campaign": campaign, "scheme": scheme, "accession": gift, "photos": [photo]}


def _scan(folder):
    path = folder / f"{CANARY}.jpg"
    exif = Picture.Exif()
    exif[0x9C9D] = exif[0x010E] = exif[0x013B] = f"Cora {CANARY}"
    Picture.linear_gradient("L").resize((1200, 800)).save(path, exif=exif, comment=CANARY.encode())
    return path


def answers(world) -> Iterator[tuple[str, bytes]]:
    """Every public byte: bodies and headers of pages, and of the pictures they show."""
    client = Client()
    photo = world["photos"][0]
    keys = [image.key for image in photo.images.all()]
    pictures = [
        reverse("picture", args=[key, name]) for key in keys for name in ("card.webp", "view.webp", "large.jpg")
    ]
    for url in [*public_addresses(world), *pictures]:
        if CANARY.lower()[:2] in url.lower().partition("?")[2]:
            continue
        answer = client.get(url)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        yield url, body + str(dict(answer.headers)).encode()


def test_no_public_byte_knows_the_donor(world):
    found = [url for url, sent in answers(world) if CANARY.lower().encode() in sent.lower()]
    assert found == []


def test_no_log_line_and_no_mail_knows_the_donor(world, donor, as_user, registrar, volunteer, visitor, caplog):
    caplog.set_level(logging.DEBUG)
    staff, contact = as_user(registrar), DonorContact.objects.get()
    url = reverse("admin:archive_donorcontact_change", args=[contact.pk])
    form = {"agent": donor.pk, **{field: getattr(contact, field) for field in PLACES}}
    assert staff.post(url, form).status_code == 302
    assert CANARY in staff.post(url, form | {"email": f"{CANARY} no address"}).content.decode()
    assert as_user(volunteer).get(url).status_code == 403
    assert staff.get(reverse("desk-register-csv")).status_code == 200
    token = staff.post(reverse("desk-give-link", args=[donor.pk])).content.decode().split("/donors/")[1].split("/")[0]
    visitor.get(reverse("donor-page", args=[token]))
    DonorLink.objects.get().revoke()
    visitor.get(reverse("donor-page", args=[token]))
    for _sent in answers(world):
        pass
    # The statements that a database logs are the database's own, and off unless somebody asks for them.
    lines = [record.getMessage() for record in caplog.records if record.name != "django.db.backends"]
    assert [line for line in lines if CANARY.lower() in line.lower()] == []
    assert mail.outbox == []


@pytest.mark.parametrize("role", ["volunteer", "curator"])
def test_who_may_not_see_contacts_finds_them_by_no_staff_door(world, donor, request, as_user, role):
    client = as_user(request.getfixturevalue(role))
    contact = DonorContact.objects.get()
    for kind in ("changelist", "add"):
        assert client.get(reverse(f"admin:archive_donorcontact_{kind}")).status_code == 403
    for kind in ("change", "history", "delete"):
        assert client.get(reverse(f"admin:archive_donorcontact_{kind}", args=[contact.pk])).status_code == 403
    query = {"app_label": "archive", "model_name": "donorcontact", "field_name": "agent", "term": "x"}
    client.get(reverse("admin:autocomplete"), query)
    for page in ("admin:index", "admin:archive_agent_changelist"):
        assert "Lane" not in client.get(reverse(page)).content.decode()
