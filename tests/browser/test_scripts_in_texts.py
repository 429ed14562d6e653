"""Sixty payloads in every text field, on every surface, in a real browser: none runs, and the policy has no report."""

from __future__ import annotations

import pytest
from django.urls import reverse
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
    make_transcription,
)
from payloads import PAYLOADS

from archive.models import (
    AccessionParty,
    Box,
    CustodyEvent,
    DeedOfGift,
    DonorLink,
    ObjectEntry,
    Photo,
    Relation,
    Source,
    Subject,
    TakedownRequest,
)
from archive.models.donors import DonorContact
from archive.models.entries import move_box
from archive.publishing import publish, withdraw

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("roles")]


def laden(payload: str) -> Photo:
    """A public photograph of which every text that anybody can enter is the payload."""
    agent = make_agent(payload, note=payload)
    source = Source.objects.create(kind="letter", title=payload, author=payload[:90], note=payload)
    gift = make_accession(
        title=payload, credit_line=payload, terms=payload, restrictions=payload, received_words=payload,
        donor=agent, intermediary=agent, collection=make_collection(title=payload, description=payload),
    )  # fmt: skip
    DeedOfGift.objects.create(accession=gift, clause=payload)
    AccessionParty.objects.create(accession=gift, agent=agent, role="owner", note=payload)
    DonorContact.objects.create(agent=agent, address=payload, note=payload)
    ObjectEntry.objects.create(depositor=agent, description=payload, condition=payload)
    move_box(Box.objects.create(accession=gift, label=payload), payload, by=None, reason=payload)
    photo = make_photo(
        published=False, accession=gift, title=payload, description=payload, condition=payload, size_words=payload,
        process=payload,
    )  # fmt: skip
    evidence = {"as_written": payload, "reasoning": payload, "source": source}
    make_transcription(photo, text=payload)
    make_image(photo, alt=payload)
    make_dating(photo, "1944", **evidence)
    make_mention(photo, make_place(payload, (payload, "other"), note=payload), relation_words=payload, **evidence)
    make_link(photo, make_campaign(payload), **evidence)
    make_code(photo, payload[:60], inferred=payload, **{key: evidence[key] for key in ("reasoning", "source")})
    Subject.objects.create(photo=photo, agent=agent, basis="caption", craft=payload, craft_marks=payload, **evidence)
    Relation.objects.create(photo=photo, kind="before", words=payload)
    CustodyEvent.objects.create(photo=photo, from_words=payload, to_words=payload, how=payload, evidence=payload)
    TakedownRequest.objects.create(
        number=payload, ground="other", message=payload, name=payload, contact=payload, token_hash=f"{photo.pk}"
    )
    publish(photo, by=None, reason=payload)
    indexed(photo)
    return photo


@pytest.fixture
def watched(chromium, live_server):
    """A page, and all that ran in it or was refused by the policy."""
    context = chromium.new_context(base_url=live_server.url)
    context.set_default_timeout(20_000)
    page, ran = context.new_page(), []

    def dismissed(dialog):
        ran.append(f"dialog on {page.url}")
        dialog.dismiss()

    page.on("dialog", dismissed)
    page.on("console", lambda message: ran.append(message.text) if "Content Security Policy" in message.text else None)
    page.on("pageerror", lambda error: ran.append(str(error)))
    yield page, ran
    context.close()


def sign_in(page, name: str) -> None:
    page.goto("/admin/")
    page.fill("input[name=login]", name)
    page.fill("input[name=password]", "a long enough password")
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")


def shown_once(photos: list[Photo]) -> list[str]:
    """Surfaces on which all of them stand together."""
    names = ("home", "gallery", "places", "campaigns", "collections", "schemes", "feed-new", "sitemap")
    desk = ("desk", "desk-register", "desk-donors", "desk-takedowns")
    kinds = ("photo", "accession", "box", "boxmove", "agent", "deedofgift", "objectentry", "donorcontact", "decision")
    lists = [reverse(f"admin:archive_{kind}_changelist") for kind in (*kinds, "custodyevent", "source", "place")]
    links = [reverse("donor-page", args=[DonorLink.give(photo.accession.donor, by=None)]) for photo in photos[:3]]
    return [*(reverse(name) for name in (*names, *desk)), "/photos/?page=2", *lists, *links]


def shown_alone(photo: Photo) -> list[str]:
    """Surfaces of one of them."""
    gift, mention = photo.accession, photo.place_mentions.get()
    public = [photo, gift.collection, mention.place, photo.codes.get(), photo.campaign_links.get().campaign]
    staff = [
        reverse("desk-decision", args=[photo.number]),
        reverse("desk-receipt", args=[gift.donor.entries.get().pk]),
        reverse("desk-takedown", args=[TakedownRequest.objects.get(token_hash=str(photo.pk)).pk]),
        reverse("admin:archive_photo_change", args=[photo.pk]),
        reverse("admin:archive_accession_change", args=[gift.pk]),
    ]
    return [*(one.get_absolute_url() for one in public), *staff]


def visit(page, url: str) -> None:
    """Open it and let the mouse pass over what may listen."""
    if url.endswith((".xml", ".atom")):
        page.request.get(url)
        return
    page.goto(url, wait_until="load")


def as_typed(page, photo: Photo) -> bool:
    """Whether the words of the print stand on its page letter for letter."""
    page.goto(photo.get_absolute_url())
    shown = page.locator(".slip blockquote").first.evaluate("element => element.textContent")
    return shown == photo.transcriptions.get().text


def walk(page, payloads: list[str], *, alone: int) -> tuple[int, list[str]]:
    """Visit every surface; each of the payloads' own pages for every `alone`-th. Returns pages seen, texts changed."""
    photos = [laden(payload) for payload in payloads]
    grave = laden(f"{payloads[0]} withdrawn")
    withdraw(grave, by=None, reason=payloads[0])
    urls = [*shown_once(photos), grave.get_absolute_url(), f"/takedown/?number={payloads[4]}"]
    urls += [url for photo in photos[::alone] for url in shown_alone(photo)]
    urls += [f"/photos/?q={payload}" for payload in payloads[::alone]]
    for url in urls:
        visit(page, url)
    return len(urls), [photo.title for photo in photos if not as_typed(page, photo)]


def test_a_few_payloads_on_every_surface_do_not_run(watched, an_admin):
    page, ran = watched
    sign_in(page, "admin")
    seen, changed = walk(page, PAYLOADS[20:25], alone=3)
    assert (ran, changed) == ([], [])
    assert seen > 40


@pytest.mark.slow
def test_sixty_payloads_in_every_text_field_on_every_surface_do_not_run(watched, an_admin):
    assert len(set(PAYLOADS)) == 60
    page, ran = watched
    sign_in(page, "admin")
    seen, changed = walk(page, PAYLOADS, alone=1)
    assert (ran, changed) == ([], [])
    assert seen > 600
