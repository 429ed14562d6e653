"""Embargoes and what ends them; gifts without a deed; gifts and photographs without rights."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from archive.desk.month.listing import MonthList, Row
from archive.desk.month.months import Month
from archive.history.seeing import Person
from archive.models import Accession, DeedOfGift, Photo, Rights

_JUST_ENDED = timedelta(days=30)
_PUBLISHED = Photo.objects.filter(accession=OuterRef("pk"), state=Photo.State.PUBLIC)


def _ending(month: Month, user: Person) -> QuerySet[Rights]:
    return _embargoes().filter(embargo_until__gte=month.first, embargo_until__lt=month.next().first)


def _ended(month: Month, user: Person) -> QuerySet[Rights]:
    until = month.reached()
    return _embargoes().filter(embargo_until__gt=until - _JUST_ENDED, embargo_until__lte=until)


def _embargoes() -> QuerySet[Rights]:
    return Rights.objects.select_related("accession", "photo").order_by("embargo_until", "pk")


def _embargo(rights: Rights, month: Month) -> Row:
    about: Any = rights.photo or rights.accession
    return Row(
        (
            about.number,
            str(about._meta.verbose_name),
            about.title,
            _day(rights.embargo_until),
            str(rights.get_term_display()),
        ),
        _record(about),
    )


def _restrictions(month: Month, user: Person) -> QuerySet[DeedOfGift]:
    ending = DeedOfGift.objects.filter(allows_until__gte=month.first, allows_until__lt=month.next().first)
    return ending.select_related("accession").order_by("allows_until", "pk")


def _restriction(deed: DeedOfGift, month: Month) -> Row:
    gift = deed.accession
    return Row((gift.number, gift.title, _day(deed.allows_until), str(deed.get_allows_display())), _record(gift))


def _without_deed(month: Month, user: Person) -> QuerySet[Accession]:
    return _gifts().filter(Exists(_PUBLISHED), deed_of_gift__isnull=True)


def _without_rights(month: Month, user: Person) -> QuerySet[Accession]:
    return _gifts().exclude(pk__in=_with_term("accession"))


def _gifts() -> QuerySet[Accession]:
    # A subquery, which the database asks for the lines of a page alone; joined, it would count for all gifts.
    counted = _PUBLISHED.order_by().values("accession").annotate(all=Count("pk")).values("all")
    return Accession.objects.annotate(published=Coalesce(Subquery(counted), 0)).order_by("sort_key", "pk")


def _gift(gift: Any, month: Month) -> Row:
    received = _day(gift.received_on) or gift.received_words
    return Row((gift.number, gift.title, received, str(gift.published)), _record(gift))


def _published_without_rights(month: Month, user: Person) -> QuerySet[Photo]:
    published = Photo.objects.filter(state=Photo.State.PUBLIC).select_related("accession")
    return published.exclude(accession__in=_with_term("accession")).exclude(pk__in=_with_term("photo")).order_by("pk")


def _with_term(thing: str) -> Any:
    return Rights.objects.filter(**{f"{thing}__isnull": False}).exclude(term="").values(thing)


def _photo(photo: Photo, month: Month) -> Row:
    return Row((photo.number, photo.title, photo.accession.title), _record(photo))


def _record(about: Any) -> str:
    return reverse(f"admin:archive_{about._meta.model_name}_change", args=[about.pk])


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


_EMBARGO = (_("Number"), _("What it is"), _("Title"), _("Public from"), _("Rights term"))
_OF_GIFTS = (_("Number"), _("Title"), _("Received"), _("Published photographs"))

LISTS = (
    MonthList(
        key="embargoes-ending",
        title=_("Embargoes ending in the month"),
        why=_("On the day named the public sees what the embargo kept back. Tell the donor before."),
        empty=_("No embargo ends in this month."),
        columns=_EMBARGO,
        found=_ending,
        told=_embargo,
        needs=("archive.view_rights",),
    ),
    MonthList(
        key="embargoes-ended",
        title=_("Embargoes ended in the last 30 days"),
        why=_("Look whether the photographs are public now, or what else keeps them back."),
        empty=_("No embargo ended in these 30 days."),
        columns=_EMBARGO,
        found=_ended,
        told=_embargo,
        needs=("archive.view_rights",),
    ),
    MonthList(
        key="donors-limits-ending",
        title=_("Limits of donors ending in the month"),
        why=_("From the day named the deed of gift lets the museum show everything."),
        empty=_("No limit that a donor set ends in this month."),
        columns=(_("Number"), _("Title"), _("Ends on"), _("Until then")),
        found=_restrictions,
        told=_restriction,
        needs=("archive.view_deedofgift",),
    ),
    MonthList(
        key="no-deed",
        title=_("Published gifts without a deed"),
        why=_("Without a deed nothing on record says that the museum owns the prints it shows."),
        empty=_("Every gift with published photographs has a deed."),
        columns=_OF_GIFTS,
        found=_without_deed,
        told=_gift,
        needs=("archive.view_accession", "archive.view_deedofgift"),
    ),
    MonthList(
        key="no-rights",
        title=_("Gifts without a rights term"),
        why=_("No photograph of such a gift goes out unless it has a term of its own."),
        empty=_("Every gift has a rights term."),
        columns=_OF_GIFTS,
        found=_without_rights,
        told=_gift,
        needs=("archive.view_accession", "archive.view_rights"),
    ),
    MonthList(
        key="published-no-rights",
        title=_("Published photographs without a rights term"),
        why=_("They are kept from the public, or shown against the rules by somebody’s decision."),
        empty=_("Every published photograph has a rights term."),
        columns=(_("Number"), _("Title"), _("Gift")),
        found=_published_without_rights,
        told=_photo,
        needs=("archive.view_photo", "archive.view_rights"),
    ),
)
