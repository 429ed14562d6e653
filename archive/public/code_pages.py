"""The pages of provenance codes: the families, and each code with its run and the gaps in it."""

from __future__ import annotations

from itertools import groupby
from string import ascii_uppercase

from django.db.models import Q, QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from archive.models import CodeReading, CodeScheme, Photo, SearchEntry
from archive.models.codes import code_key
from archive.public import pages
from archive.public.cards import cards_of

_OTHER = "other"


def public_codes() -> QuerySet[CodeReading]:
    """The standing codes of public photographs."""
    return CodeReading.objects.standing().filter(photo__in=Photo.objects.public()).select_related("scheme", "photo")


def schemes_page() -> pages.ListPage:
    """All families of codes that public photographs carry."""
    codes = sorted(public_codes(), key=_scheme_title)
    links = [_scheme_link(list(group)) for _title, group in groupby(codes, key=_scheme_title)]
    return pages.ListPage(
        title=_("Provenance codes"),
        introduction=_(
            "Numbers and letters on prints and slips that tell which office handled a picture, and sometimes when."
        ),
        groups=[("", links)] if links else [],
        empty=_("No photograph with a provenance code is public yet."),
    )


def _scheme_title(code: CodeReading) -> str:
    return str(code.scheme) if code.scheme else _("Codes of no known family")


def _scheme_link(codes: list[CodeReading]) -> pages.Link:
    scheme = codes[0].scheme
    address = reverse("scheme", args=[scheme.key if scheme else _OTHER])
    return pages.Link(_scheme_title(codes[0]), address, len({code.photo_id for code in codes}))


def scheme_page(key: str) -> pages.SchemePage:
    """One family of codes. Raises Http404 when it is not known and no public code belongs to it."""
    scheme = CodeScheme.objects.filter(key=key).first()
    codes = list(public_codes().filter(scheme=scheme).order_by("key"))
    if scheme is None and (key != _OTHER or not codes):
        raise Http404
    runs = groupby((code for code in codes if code.conforms), key=lambda code: code.base)
    return pages.SchemePage(
        title=scheme.title if scheme else _("Codes of no known family"),
        agency=scheme.agency if scheme else "",
        meaning=scheme.meaning if scheme else "",
        evidence=scheme.evidence if scheme else "",
        confidence=_confidence(scheme),
        runs=[(base, [_code_link(code) for code in run]) for base, run in runs],
        nonconforming=[_code_link(code) for code in codes if not code.conforms],
    )


def _confidence(scheme: CodeScheme | None) -> str:
    return _("%(percent)s %% sure") % {"percent": round(scheme.confidence * 100)} if scheme else ""


def _code_link(code: CodeReading) -> pages.Link:
    return pages.Link(code.verbatim, code.get_absolute_url(), remark=code.photo.title)


def code_page(scheme_key: str, typed: str) -> pages.CodePage:
    """One code, however typed: its photographs and its run. Raises Http404 when no public photograph carries it."""
    in_scheme = Q(scheme__isnull=True) if scheme_key == _OTHER else Q(scheme__key=scheme_key)
    codes = list(public_codes().filter(in_scheme, key=code_key(typed)))
    if not codes:
        raise Http404
    code = codes[0]
    return pages.CodePage(
        code=code.verbatim,
        scheme=_scheme_of(code),
        conforms=code.conforms,
        why_not=_why_not(code),
        parts=[(_("Base"), code.base), (_("Item"), code.item)] if code.item else [],
        inferred=list(dict.fromkeys(one.inferred for one in codes if one.inferred)),
        cards=_cards(codes),
        run=_run(code),
    )


def _scheme_of(code: CodeReading) -> pages.Link | None:
    return pages.Link(code.scheme.title, code.scheme.get_absolute_url()) if code.scheme else None


def _why_not(code: CodeReading) -> str:
    if code.conforms:
        return ""
    if code.scheme is None:
        return _("It belongs to no family of codes that we know.")
    return _("It is not built as the other codes of this family are. We keep it as it stands.")


def _cards(codes: list[CodeReading]) -> list[pages.PhotoCard]:
    entries = SearchEntry.objects.open().filter(pk__in={code.photo_id for code in codes})
    return cards_of(entries.order_by("number_key"), 0, len(codes))


def _run(code: CodeReading) -> list[pages.RunStep]:
    """The codes of the same base by their item letters, with the letters between them that nobody has seen."""
    if not (code.conforms and len(code.item) == 1):
        return []
    seen = list(public_codes().filter(scheme=code.scheme, base=code.base, conforms=True).order_by("item"))
    cards = {card.number: card for card in _cards(seen)}
    items = {one.item: [other for other in seen if other.item == one.item] for one in seen if len(one.item) == 1}
    letters = ascii_uppercase[: ascii_uppercase.index(max(items)) + 1]
    return [_step(code, letter, items.get(letter, []), cards) for letter in letters]


def _step(code: CodeReading, letter: str, found: list[CodeReading], cards: dict[str, pages.PhotoCard]) -> pages.RunStep:
    if not found:
        return pages.RunStep(code.verbatim.removesuffix(code.item) + letter)
    return pages.RunStep(
        found[0].verbatim,
        [cards[one.photo.number] for one in found],
        is_current=found[0].key == code.key,
        url=found[0].get_absolute_url(),
    )
