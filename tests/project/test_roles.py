"""Every address and every role: who gets in. An address that is not in the tables makes the test fail."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib import admin
from django.core.files.base import ContentFile
from django.urls import URLPattern, URLResolver, get_resolver, reverse
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
    AccessionParty,
    AgentName,
    Box,
    Change,
    Correction,
    CustodyEvent,
    DeedOfGift,
    Derivative,
    DonorLink,
    FixityCheck,
    ImportBatch,
    ImportRow,
    Intake,
    IntakeFile,
    ObjectEntry,
    Proposal,
    Relation,
    Resemblance,
    Source,
    SourceMerge,
    Subject,
    TakedownRequest,
    User,
)
from archive.models.acting import act
from archive.models.donors import DonorContact
from archive.models.entries import move_box
from campaigns.models import Claim, Event, Preference, SuggestedLink, WithdrawnPreference

ROLES = ("volunteer", "curator", "registrar", "admin")

PUBLIC = {
    "home", "gallery", "photo", "picture", "places", "place", "collections", "collection", "schemes", "scheme", "code",
    "about", "campaigns", "campaign", "health", "favicon", "suggest", "robots", "takedown",
    "takedown-state", "donor-page", "sitemap", "django.contrib.sitemaps.views.sitemap", "feed-new",
    "photo-pair", "campaign-photos", "campaign-event", "campaign-statements", "evidence",
    "tell", "told",
    "iiif-image-base", "iiif-info", "iiif-image", "iiif-manifest", "iiif-collection",
}  # fmt: skip
DESK = {"desk", "desk-paste", "desk-reading", "desk-read-again", "desk-deed"}
DESK |= {"desk-campaigns", "desk-contradictions", "desk-campaign-sources", "desk-counterparts"}
INTAKE = {
    "desk-intakes", "desk-intake-plan", "desk-intake-begin", "desk-intake", "desk-intake-file", "desk-side",
    "desk-masters", "desk-masters-again", "desk-twins", "desk-twins-answer",
}  # fmt: skip
DESK |= {"desk-decision", "desk-register", "desk-register-csv", "desk-receipt", "desk-donors", "desk-give-link"}
DESK |= {"desk-revoke-link", "desk-takedowns", "desk-takedown"}
DESK |= {"desk-changes", "desk-act", "desk-undo", "desk-restore", "desk-here", "desk-evidence"}
DESK |= {"desk-corrections", "desk-correction", "desk-correction-evidence"}
SIGN_IN = {"account_login", "account_logout", "account_change_password", "account_inactive"}
STAFF = {"admin:index", "admin:app_list", "admin:jsi18n", "admin:autocomplete", "admin:view_on_site"}
STAFF |= {"admin:login", "admin:logout", "admin:password_change", "admin:password_change_done"}
DJANGOS_OWN = {"admin:archive_user_changelist"}

# For each kind of record and role: v may view, a may add, c may change one that is not public, d may delete.
TABLE = {
    "photo":         {"volunteer": "vc",  "curator": "vac", "registrar": "vac", "admin": "vacd"},
    "transcription": {"volunteer": "vac", "curator": "vac", "registrar": "vac", "admin": "vacd"},
    "dating":        {"volunteer": "vac", "curator": "vac", "registrar": "vac", "admin": "vacd"},
    "placemention":  {"volunteer": "vac", "curator": "vac", "registrar": "vac", "admin": "vacd"},
    "subject":       {"volunteer": "vac", "curator": "vac", "registrar": "vac", "admin": "vacd"},
    "codereading":   {"volunteer": "vac", "curator": "vac", "registrar": "vac", "admin": "vacd"},
    "relation":      {"volunteer": "vac", "curator": "vac", "registrar": "vac", "admin": "vacd"},
    "image":         {"volunteer": "vc",  "curator": "vc",  "registrar": "vc",  "admin": "vcd"},
    "derivative":    {"volunteer": "",    "curator": "v",   "registrar": "v",   "admin": "v"},
    "proposal":      {"volunteer": "v",   "curator": "v",   "registrar": "v",   "admin": "v"},
    "place":         {"volunteer": "v",   "curator": "vac", "registrar": "vac", "admin": "vacd"},
    "placename":     {"volunteer": "v",   "curator": "vac", "registrar": "vac", "admin": "vacd"},
    "agent":         {"volunteer": "v",   "curator": "vac", "registrar": "vac", "admin": "vacd"},
    "agentname":     {"volunteer": "v",   "curator": "vac", "registrar": "vac", "admin": "vacd"},
    "source":        {"volunteer": "v",   "curator": "vac", "registrar": "vac", "admin": "vacd"},
    "sourcemerge":   {"volunteer": "",    "curator": "v",   "registrar": "v",   "admin": "v"},
    "codescheme":    {"volunteer": "v",   "curator": "vac", "registrar": "vac", "admin": "vacd"},
    "collection":    {"volunteer": "v",   "curator": "vac", "registrar": "vac", "admin": "vacd"},
    "accession":     {"volunteer": "v",   "curator": "v",   "registrar": "vac", "admin": "vacd"},
    "box":           {"volunteer": "v",   "curator": "v",   "registrar": "vac", "admin": "vacd"},
    "deedofgift":    {"volunteer": "",    "curator": "v",   "registrar": "vac", "admin": "vac"},
    "accessionparty": {"volunteer": "",   "curator": "v",   "registrar": "vac", "admin": "vac"},
    "objectentry":   {"volunteer": "",    "curator": "v",   "registrar": "vac", "admin": "vac"},
    "boxmove":       {"volunteer": "",    "curator": "v",   "registrar": "v",   "admin": "v"},
    "rights":        {"volunteer": "",    "curator": "v",   "registrar": "vac", "admin": "vacd"},
    "custodyevent":  {"volunteer": "",    "curator": "v",   "registrar": "v",   "admin": "v"},
    "decision":      {"volunteer": "",    "curator": "v",   "registrar": "v",   "admin": "v"},
    "importbatch":   {"volunteer": "",    "curator": "v",   "registrar": "v",   "admin": "v"},
    "importrow":     {"volunteer": "",    "curator": "v",   "registrar": "v",   "admin": "v"},
    "intake":        {"volunteer": "",    "curator": "v",   "registrar": "v",   "admin": "v"},
    "fixitycheck":   {"volunteer": "",    "curator": "v",   "registrar": "v",   "admin": "v"},
    "donorcontact":  {"volunteer": "",    "curator": "",    "registrar": "vac", "admin": "vacd"},
    "user":          {"volunteer": "",    "curator": "",    "registrar": "",    "admin": "vacd"},
    "campaign":      {"volunteer": "v",   "curator": "vac", "registrar": "vac", "admin": "vacd"},
    "campaignname":  {"volunteer": "v",   "curator": "vac", "registrar": "vac", "admin": "vacd"},
    "event":         {"volunteer": "v",   "curator": "vac", "registrar": "vac", "admin": "vacd"},
    "claim":         {"volunteer": "v",   "curator": "vac", "registrar": "vac", "admin": "vacd"},
    "preference":    {"volunteer": "v",   "curator": "vac", "registrar": "vac", "admin": "vacd"},
    "withdrawnpreference": {"volunteer": "v", "curator": "v", "registrar": "v", "admin": "v"},
    "suggestedlink": {"volunteer": "v",   "curator": "v",   "registrar": "v",   "admin": "v"},
    "campaignlink":  {"volunteer": "vac", "curator": "vac", "registrar": "vac", "admin": "vacd"},
}  # fmt: skip


def addresses(resolver: URLResolver, namespace: str = "") -> Iterator[str]:
    """The names of all addresses; those without one as their pattern."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from addresses(pattern, namespace + inner)
        elif isinstance(pattern, URLPattern):
            yield namespace + (pattern.name or str(pattern.pattern))


def of_records() -> set[str]:
    """The addresses of the admin's records."""
    kinds = ("changelist", "add", "history", "delete", "change")
    models = [model._meta for model in admin.site._registry]
    return {f"admin:{meta.app_label}_{meta.model_name}_{kind}" for meta in models for kind in kinds}


def test_every_address_is_known():
    unnamed = {"admin:<path:object_id>/", "admin:(?P<url>.*)$"}
    known = PUBLIC | DESK | INTAKE | SIGN_IN | STAFF | of_records() | unnamed | {"admin:auth_user_password_change"}
    assert set(addresses(get_resolver())) <= known
    assert {model._meta.model_name for model in admin.site._registry} == set(TABLE)


@pytest.fixture
def records(db) -> dict[str, object]:
    """One record of each kind, of a photograph that is a draft; and a public photograph beside it."""
    accession = make_accession(collection=make_collection())
    photo = make_photo(published=False, accession=accession)
    public = make_photo()
    image, agent, place = make_image(photo), make_agent("Orrin"), make_place("Liuzhou")
    source = Source.objects.create(title="A letter", kind="letter")
    campaign = make_campaign("Ichi-Go", ("一号作戦", "ja"))
    box = Box.objects.create(accession=accession, label="Box 1")
    batch = ImportBatch.objects.create(accession=accession, file_name="page.txt", sha256="0")
    claim = Claim.objects.create(
        campaign=campaign, subject_words="It", property="start", value_words="May", source=source
    )
    return {
        "photo": photo,
        "transcription": make_transcription(photo),
        "dating": make_dating(photo, "1944"),
        "placemention": make_mention(photo, place),
        "subject": Subject.objects.create(photo=photo, agent=agent, basis="caption"),
        "codereading": make_code(photo, "07041420/A", make_scheme()),
        "codescheme": make_scheme(),
        "relation": Relation.objects.create(photo=photo, other=public, kind="before"),
        "image": image,
        "derivative": Derivative.objects.create(image=image, spec="card", path="x", width=1, height=1, size=1),
        "proposal": Proposal.objects.create(
            photo=photo, kind="dating", rule="test", values={"edtf": "1944", "role": "depicted"}
        ),
        "place": place,
        "placename": place.names.get(),
        "agent": agent,
        "agentname": AgentName.objects.create(agent=agent, text="Orry"),
        "source": source,
        "collection": accession.collection,
        "accession": accession,
        "box": box,
        "deedofgift": DeedOfGift.objects.create(accession=accession),
        "accessionparty": AccessionParty.objects.create(accession=accession, agent=agent, role="owner"),
        "objectentry": ObjectEntry.objects.create(depositor=agent, description="An album"),
        "boxmove": move_box(box, "Shelf 2", by=None),
        "rights": accession.rights,
        "custodyevent": CustodyEvent.objects.create(accession=accession),
        "decision": public.decisions.get(),
        "importbatch": batch,
        "importrow": ImportRow.objects.create(batch=batch, accession=accession, line=1, key="k", photo=photo),
        "intake": Intake.objects.create(accession=accession, folder="scans"),
        "fixitycheck": FixityCheck.objects.create(image=image, program="a test", outcome="intact"),
        "donorcontact": DonorContact.objects.create(agent=agent),
        "user": User.objects.create_user("somebody", is_staff=True),
        "campaign": campaign,
        "campaignname": campaign.names.get(),
        "event": Event.objects.create(campaign=campaign, kind="raid", title="A raid"),
        "claim": claim,
        "preference": Preference.objects.create(claim=claim, reason="Nearer"),
        "campaignlink": make_link(photo, campaign),
        "withdrawnpreference": WithdrawnPreference.objects.create(
            claim=claim, reason="Nearer", at=timezone.now(), withdrawn_because="No"
        ),
        "suggestedlink": SuggestedLink.objects.create(
            photo=photo, campaign=campaign, first_day="1944-05-01", last_day="1944-05-02", days_possible=2
        ),
        "sourcemerge": SourceMerge.objects.create(kept=source, was={"title": "Letter"}, moved={}),
    }


@pytest.mark.parametrize("role", ROLES)
def test_each_role_reaches_what_its_row_says_and_no_more(records, request, as_user, role):
    client = as_user(request.getfixturevalue("an_admin" if role == "admin" else role))
    wrong = []
    for kind, record in records.items():
        may = TABLE[kind][role]
        app = record._meta.app_label
        one = [record.pk]
        expected = {
            reverse(f"admin:{app}_{kind}_changelist"): "v" in may,
            reverse(f"admin:{app}_{kind}_add"): "a" in may,
            reverse(f"admin:{app}_{kind}_change", args=one): "v" in may,
            reverse(f"admin:{app}_{kind}_history", args=one): "v" in may,
            reverse(f"admin:{app}_{kind}_delete", args=one): "d" in may,
        }
        wrong += [url for url, allowed in expected.items() if (client.get(url).status_code == 200) != allowed]
        posted = client.post(reverse(f"admin:{app}_{kind}_change", args=one), {}).status_code
        if (posted != 403) != ("c" in may):
            wrong.append(f"{kind}: change by POST answered {posted}")
    assert wrong == []


def test_without_signing_in_every_staff_address_asks_to_sign_in(records, visitor):
    for kind, record in records.items():
        name = f"admin:{record._meta.app_label}_{kind}"
        for url in (reverse(f"{name}_changelist"), reverse(f"{name}_add"), reverse(f"{name}_change", args=[record.pk])):
            last, status = visitor.get(url, follow=True).redirect_chain[-1]
            assert (last.split("?")[0], status) == (reverse("account_login"), 302)


@pytest.mark.parametrize("role", [None, *ROLES])
def test_public_pages_are_the_same_for_everybody(records, request, visitor, as_user, role):
    user = request.getfixturevalue("an_admin" if role == "admin" else role) if role else None
    client = as_user(user) if user else visitor
    photo, place = records["relation"].other, records["place"]
    make_mention(photo, place)
    code = make_code(photo, "07041420/B", records["codescheme"])
    indexed(photo)
    urls = [
        reverse(name)
        for name in ("home", "gallery", "places", "collections", "schemes", "about", "campaigns", "health")
    ]
    urls += [photo.get_absolute_url(), place.get_absolute_url(), code.get_absolute_url()]
    urls += [records["codescheme"].get_absolute_url(), records["campaign"].get_absolute_url()]
    after = make_photo(accession=photo.accession)
    Relation.objects.create(photo=photo, other=after, kind="after")
    slug = records["campaign"].slug
    urls += [reverse("photo-pair", args=[photo.number, after.number]), reverse("campaign-photos", args=[slug])]
    urls += [reverse("campaign-statements", args=[slug]), reverse("campaign-event", args=[slug, records["event"].pk])]
    urls.append(reverse("evidence", args=[photo.number, code.slug]))
    for url in urls:
        assert client.get(url).status_code == 200, url
    for draft in (records["photo"].get_absolute_url(), records["collection"].get_absolute_url()):
        assert client.get(draft).status_code == 404


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
def test_the_history_shows_and_gives_back_what_the_role_may_see_and_change(records, request, as_user, role):
    client = as_user(request.getfixturevalue("an_admin" if role == "admin" else role))
    assert client.get(reverse("desk-changes")).status_code == 200
    wrong = []
    for kind, record in records.items():
        if kind == "derivative":
            continue
        done = Change.objects.of(type(record), record.pk).filter(kind="added").get()
        may = TABLE[kind][role]
        table = record._meta.db_table
        listed = client.get(reverse("desk-changes"), {"table": table}).status_code
        url = reverse("desk-restore", args=[done.pk])
        answers = {client.get(url).status_code, client.post(url, {}).status_code}
        if (answers <= {403, 404}) != (role == "volunteer" or "c" not in may):
            wrong.append(f"{kind} restored: {answers}")
        if (listed == 200) != ("v" in may):
            wrong.append(f"{kind} listed: {listed}")
        beat = client.post(reverse("desk-here", args=[table, record.pk])).status_code
        if (beat == 200) != ("v" in may):
            wrong.append(f"{kind} presence: {beat}")
    assert wrong == []


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


def test_a_volunteer_may_not_change_what_the_public_sees(visitor, as_user, volunteer):
    photo = make_photo()
    dating = make_dating(photo, "1944")
    client = as_user(volunteer)
    for url in (
        reverse("admin:archive_photo_change", args=[photo.pk]),
        reverse("admin:archive_dating_change", args=[dating.pk]),
    ):
        assert client.get(url).status_code == 200
        assert client.post(url, {}).status_code == 403


def test_nobody_publishes_by_a_forged_form_without_the_permission(as_user, volunteer):
    photo = make_photo(published=False)
    client = as_user(volunteer)
    action = {"action": "publish_selected", "_selected_action": [photo.pk]}
    client.post(reverse("admin:archive_photo_changelist"), action)
    form = {"title": photo.title, "state": "public", "_publish": "1"}
    client.post(reverse("admin:archive_photo_change", args=[photo.pk]), form)
    photo.refresh_from_db()
    assert photo.state == "draft"
