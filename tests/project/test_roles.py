"""Every address and every role: who gets in. An address that is not in the tables makes the test fail."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib import admin
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from factories import (
    indexed,
    make_code,
    make_dating,
    make_mention,
    make_photo,
)

from archive.models import (
    Change,
    Relation,
)

ROLES = ("volunteer", "curator", "registrar", "admin")

PUBLIC = {
    "home", "gallery", "photo", "picture", "places", "place", "collections", "collection", "schemes", "scheme", "code",
    "about", "campaigns", "campaign", "health", "favicon", "suggest", "robots", "takedown",
    "takedown-state", "donor-page", "sitemap", "django.contrib.sitemaps.views.sitemap", "feed-new",
    "photo-pair", "campaign-photos", "campaign-event", "campaign-statements", "evidence",
    "tell", "told",
    "iiif-image-base", "iiif-info", "iiif-image", "iiif-manifest", "iiif-collection", "oai",
}  # fmt: skip
DESK = {"desk", "desk-paste", "desk-reading", "desk-read-again", "desk-deed"}
DESK |= {"desk-campaigns", "desk-contradictions", "desk-campaign-sources", "desk-counterparts"}
INTAKE = {
    "desk-intakes", "desk-intake-plan", "desk-intake-begin", "desk-intake", "desk-intake-file", "desk-side",
    "desk-masters", "desk-masters-again", "desk-twins", "desk-twins-answer",
}  # fmt: skip
DESK |= {"desk-decision", "desk-register", "desk-register-csv", "desk-receipt", "desk-donors", "desk-give-link"}
DESK |= {"desk-revoke-link", "desk-takedowns", "desk-takedown"}
DESK |= {"desk-month", "desk-month-of", "desk-month-list", "desk-month-csv"}
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
