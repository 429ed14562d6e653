"""The addresses of the desk and every role: who gets in, and who may do what there."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from factories import (
    make_accession,
    make_image,
    make_photo,
)

from archive.models import (
    Change,
    Correction,
    DonorLink,
    IntakeFile,
    Resemblance,
    Source,
    TakedownRequest,
)
from archive.models.acting import act

ROLES = ("volunteer", "curator", "registrar", "admin")


@pytest.mark.parametrize(("role", "status"), [("volunteer", 403), ("curator", 200), ("registrar", 200), ("admin", 200)])
def test_the_desk_is_for_those_who_decide(records, request, as_user, role, status):
    client = as_user(request.getfixturevalue("an_admin" if role == "admin" else role))
    number = records["photo"].number
    of_campaigns = [reverse("desk-campaigns"), reverse("desk-contradictions"), reverse("desk-counterparts")]
    of_campaigns.append(reverse("desk-campaign-sources", args=[records["campaign"].slug]))
    for url in (reverse("desk"), reverse("desk-paste"), reverse("desk-reading", args=[number]), *of_campaigns):
        assert client.get(url).status_code == status
    again = client.post(reverse("desk-read-again", args=[number]))
    assert again.status_code == (302 if status == 200 else 403)


@pytest.mark.parametrize(("role", "status"), [("volunteer", 403), ("curator", 422), ("registrar", 422), ("admin", 422)])
def test_all_staff_read_the_evidence_and_curators_say_what_is_preferred(
    records, request, as_user, visitor, role, status
):
    client = as_user(request.getfixturevalue("an_admin" if role == "admin" else role))
    for kind in ("dating", "placemention", "subject", "codereading", "campaignlink"):
        url = reverse("desk-evidence", args=[records[kind].slug])
        assert client.get(url).status_code == 200, url
        assert client.post(url).status_code == status, url
        assert visitor.get(url).url.startswith(reverse("account_login")), url


@pytest.mark.parametrize(("role", "status"), [("volunteer", 403), ("curator", 200), ("registrar", 200), ("admin", 200)])
def test_scans_are_brought_in_by_those_who_may_add_pictures(records, request, as_user, visitor, role, status):
    client = as_user(request.getfixturevalue("an_admin" if role == "admin" else role))
    photo, image = records["photo"], records["image"]
    file = IntakeFile.objects.create(intake=records["intake"], name="1.tif", print_name="1", photo=photo, side="verso")
    pair = Resemblance.objects.create(image=image, other=make_image(photo, side="detail"), closeness=1)
    pages = [reverse(name) for name in ("desk-intakes", "desk-masters", "desk-twins")]
    pages += [reverse("desk-intake", args=[file.intake_id]), reverse("desk-side", args=[photo.number])]
    verbs = {
        reverse("desk-intake-plan"): 422,
        reverse("desk-intake-begin"): 422,
        reverse("desk-intake-file", args=[file.intake_id, file.pk]): 422,
        reverse("desk-masters-again", args=[image.pk]): 302,
        reverse("desk-twins-answer", args=[pair.pk]): 422,
    }
    for url in pages:
        assert client.get(url).status_code == status, url
    for url, empty in verbs.items():
        assert client.get(url).status_code in (405, 403), url
        assert client.post(url).status_code == (empty if status == 200 else 403), url
    for url in [*pages, *verbs]:
        assert visitor.post(url).url.startswith(reverse("account_login")), url


REGISTRARS = {"volunteer": 403, "curator": 403, "registrar": 200, "admin": 200}
CURATORS = REGISTRARS | {"curator": 200}


@pytest.mark.parametrize("role", ROLES)
def test_gifts_decisions_and_requests_are_for_those_who_answer_for_them(records, request, as_user, visitor, role):
    client = as_user(request.getfixturevalue("an_admin" if role == "admin" else role))
    photo, agent = records["photo"], records["agent"]
    DonorLink.give(agent, by=None)
    wanted = TakedownRequest.objects.create(number="1", ground="other", message="Please", token_hash="0")
    pages = {
        reverse("desk-decision", args=[photo.number]): CURATORS,
        reverse("desk-receipt", args=[records["objectentry"].pk]): CURATORS,
        reverse("desk-register"): REGISTRARS,
        reverse("desk-register-csv"): REGISTRARS,
        reverse("desk-donors"): REGISTRARS,
        reverse("desk-takedowns"): REGISTRARS,
        reverse("desk-month"): REGISTRARS,
        reverse("desk-month-of", args=["2026-11"]): REGISTRARS,
        reverse("desk-month-list", args=["2026-11", "takedowns"]): REGISTRARS,
        reverse("desk-month-list", args=["2026-11", "corrections"]): REGISTRARS,
        reverse("desk-month-csv", args=["2026-11", "takedowns"]): REGISTRARS,
        reverse("desk-takedown", args=[wanted.pk]): REGISTRARS,
    }
    for url, statuses in pages.items():
        assert client.get(url).status_code == statuses[role], url
        assert visitor.get(url).status_code == 302
    posts = {
        reverse("desk-give-link", args=[agent.pk]): 200,
        reverse("desk-revoke-link", args=[DonorLink.objects.first().pk]): 302,
        reverse("desk-takedown", args=[wanted.pk]): 422,
    }
    for url, status in posts.items():
        assert client.post(url).status_code == (status if REGISTRARS[role] == 200 else 403), url
        assert visitor.post(url).status_code == 302


@pytest.mark.parametrize(("role", "status"), [("volunteer", 403), ("curator", 200), ("registrar", 200), ("admin", 200)])
def test_corrections_are_for_those_who_answer_them(records, request, as_user, visitor, role, status):
    client = as_user(request.getfixturevalue("an_admin" if role == "admin" else role))
    sent = Correction(photo=records["relation"].other, about="title", kind="title", label="Title", told="A ferry")
    sent.evidence.save("x", ContentFile(b"%PDF-"), save=False)
    sent.evidence_kind, sent.evidence_sha256 = "PDF", "0"
    token = Correction.objects.keep(sent)
    one = reverse("desk-correction", args=[sent.pk])
    for url in (reverse("desk-corrections"), one, reverse("desk-correction-evidence", args=[sent.pk])):
        assert client.get(url).status_code == status, url
        assert visitor.get(url).url.startswith(reverse("account_login")), url
    assert client.post(one).status_code == (422 if status == 200 else 403)
    assert visitor.post(one).url.startswith(reverse("account_login"))
    for url in (reverse("tell", args=[sent.photo.number, "title"]), reverse("told", args=[token])):
        assert client.get(url).status_code == visitor.get(url).status_code == 200


@pytest.mark.parametrize("role", ["volunteer", "curator"])
def test_only_a_registrar_publishes_against_the_rules(db, request, as_user, role):
    photo = make_photo(published=False, accession=make_accession(term=""))
    url = reverse("desk-decision", args=[photo.number])
    for verb in ("lift", "withdraw", "publish", ""):
        form = {"verb": verb, "limits": ["rights_missing"], "reason": "Because"}
        assert as_user(request.getfixturevalue(role)).post(url, form).status_code == 403
    photo.refresh_from_db()
    assert (photo.state, photo.lifted) == ("draft", [])


@pytest.mark.parametrize("role", ROLES)
def test_whole_acts_are_undone_by_admins_alone(records, request, as_user, role):
    client = as_user(request.getfixturevalue("an_admin" if role == "admin" else role))
    with act(reason="by mistake"):
        Source.objects.update(note="x")
    done = Change.objects.latest("pk").act
    assert client.get(reverse("desk-act", args=[done.pk])).status_code == 200
    url = reverse("desk-undo", args=[done.pk])
    status = 200 if role == "admin" else 403
    assert client.get(url).status_code == status
    assert client.post(url, {"seen": "nothing"}).status_code == (409 if role == "admin" else 403)
    assert Source.objects.get().note == "x"


@pytest.mark.parametrize("role", ["volunteer", "curator"])
def test_no_history_tells_of_a_donors_contact_to_those_who_may_not_see_it(records, request, as_user, role):
    contact = records["donorcontact"]
    with act(reason="CANARY moved"):
        type(contact).objects.update(phone="CANARY 1")
    changed = Change.objects.latest("pk")
    client = as_user(request.getfixturevalue(role))
    assert "CANARY" not in client.get(reverse("desk-changes")).content.decode()
    refused = [
        reverse("desk-changes") + "?table=archive_donorcontact",
        reverse("desk-act", args=[changed.act_id]),
        reverse("desk-restore", args=[changed.pk]),
        reverse("desk-undo", args=[changed.act_id]),
        reverse("admin:archive_donorcontact_history", args=[contact.pk]),
        reverse("admin:archive_agent_history", args=[contact.agent_id]),
    ]
    for url in refused:
        answer = client.get(url)
        assert "CANARY" not in answer.content.decode(), url
        assert answer.status_code in (403, 404, 422) or url == refused[-1]


def test_without_signing_in_no_history_is_told(records, visitor):
    done = Change.objects.latest("pk")
    names = [
        ("desk-changes", []),
        ("desk-act", [done.act_id]),
        ("desk-undo", [done.act_id]),
        ("desk-restore", [done.pk]),
    ]
    for name, args in [*names, ("desk-here", ["archive_photo", records["photo"].pk])]:
        answer = (
            visitor.post(reverse(name, args=args)) if name == "desk-here" else visitor.get(reverse(name, args=args))
        )
        assert (answer.status_code, answer.url.split("?")[0]) == (302, reverse("account_login"))


@pytest.mark.parametrize(("role", "status"), [("volunteer", 403), ("curator", 403), ("registrar", 200), ("admin", 200)])
def test_a_deed_of_gift_is_for_those_who_keep_the_register(records, request, as_user, visitor, role, status):
    accession = records["accession"]
    accession.deed.save("deed.txt", ContentFile(b"We give"))
    client = as_user(request.getfixturevalue("an_admin" if role == "admin" else role))
    assert client.get(accession.deed.url).status_code == status
    assert visitor.get(accession.deed.url).status_code == 302
    assert as_user(records["user"]).get(accession.deed.url).status_code == 403
    for name in ("other.txt", "../settings.py", "masters/x", "deeds/../../config/settings.py"):
        assert client.get(f"/desk/files/{name}").status_code in (403, 404)


def test_the_desk_asks_to_sign_in(records, visitor):
    number, slug = records["photo"].number, records["campaign"].slug
    of_campaigns = [reverse("desk-campaigns"), reverse("desk-contradictions"), reverse("desk-counterparts")]
    of_campaigns.append(reverse("desk-campaign-sources", args=[slug]))
    for url in (reverse("desk"), reverse("desk-paste"), reverse("desk-reading", args=[number]), *of_campaigns):
        answer = visitor.get(url)
        assert (answer.status_code, answer.url.split("?")[0]) == (302, reverse("account_login"))
