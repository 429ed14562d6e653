"""What an imported page says of a campaign: proposed if it is new, and linked to the page's photographs."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.text import slugify

from archive.ingest.pages import Page
from archive.models import Basis, Certainty, Photo, Source, User
from archive.reading.dates import find_dates
from archive.reading.folding import name_key
from archive.reading.introductions import NamedAs, names_in
from campaigns.models import Campaign, CampaignLink, CampaignName


def campaign_of_page(page: Page, photos: Sequence[Photo], by: User | None) -> str:
    """Find the campaign the page is about by any of its names, or propose it; link the photographs."""
    names = [NamedAs(page.title, "english"), *names_in(page.introduction)] if page.title else []
    if not names or not page.introduction:
        return ""
    campaign = _known(names)
    source = _source(page)
    remark = f"Campaign “{campaign.title}” is known." if campaign else ""
    if campaign is None:
        campaign = _proposed(page, names, source)
        remark = f"Campaign “{campaign.title}” is proposed with {campaign.names.count()} names; a curator publishes it."
    CampaignLink.objects.bulk_create(_link(photo, campaign, page, source, by) for photo in photos)
    return remark


def _known(names: Sequence[NamedAs]) -> Campaign | None:
    keys = [name_key(name.text) for name in names]
    return Campaign.objects.filter(parent__isnull=True, names__key__in=keys).order_by("pk").first()


def _source(page: Page) -> Source:
    source, _made = Source.objects.get_or_create(
        title=f"Gallery page “{page.title}”", author="", defaults={"kind": Source.Kind.WEB_PAGE}
    )
    return source


def _proposed(page: Page, names: Sequence[NamedAs], source: Source) -> Campaign:
    words, edtf = _dates(page.introduction)
    campaign = Campaign.objects.create(slug=_free_slug(page.title), title=page.title, dates_words=words, edtf=edtf)
    texts: dict[str, NamedAs] = {}
    for name in names:
        texts.setdefault(name.text, name)
    CampaignName.objects.bulk_create(
        CampaignName(campaign=campaign, text=name.text, system=name.system, source=source) for name in texts.values()
    )
    return campaign


def _free_slug(title: str) -> str:
    base = slugify(title)[:70] or "campaign"
    taken = set(Campaign.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(slug for slug in _slugs(base) if slug not in taken)


def _slugs(base: str) -> Sequence[str]:
    return [base, *(f"{base}-{number}" for number in range(2, 1000))]


def _dates(introduction: str) -> tuple[str, str]:
    """The first date of the introduction that could be read, in its words and as EDTF."""
    for found in find_dates(introduction):
        if found.reading.edtf:
            return introduction[found.start : found.end], found.reading.edtf
    return "", ""


def _link(photo: Photo, campaign: Campaign, page: Page, source: Source, by: User | None) -> CampaignLink:
    return CampaignLink(
        photo=photo,
        campaign=campaign,
        ground=CampaignLink.Ground.PAGE,
        as_written=page.title,
        basis=Basis.PUBLICATION,
        certainty=Certainty.PROBABLE,
        source=source,
        by=by,
    )
