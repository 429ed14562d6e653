"""All photographs of a campaign, or those of one month and place of it, in numbered pages."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _

from archive.models import Place
from archive.public.cards import cards_of
from archive.public.gallery import PER_PAGE
from archive.public.pages import Link, Pager
from campaigns.asking import Asked
from campaigns.models import Campaign
from campaigns.pages import PhotosPage
from campaigns.tally import entries_asked
from campaigns.telling import chosen_words

_MOST_PAGES = 200


def photos_page(campaign: Campaign, address: QueryDict) -> PhotosPage:
    """One page of the photographs that the address asks for. A page that does not exist is the nearest that does."""
    asked = Asked.read(address)
    entries = entries_asked(campaign, asked).order_by("number_key")
    total = entries.count()
    paginator = Paginator(range(min(total, PER_PAGE * _MOST_PAGES)), PER_PAGE)
    page = paginator.get_page(address.get("page", ""))
    place = Place.objects.filter(pk=asked.place).first() if asked.place else None
    return PhotosPage(
        title=_("Photographs of %(campaign)s") % {"campaign": campaign.title},
        campaign=Link(campaign.title, (campaign.get_absolute_url() + asked.query()).removesuffix("?")),
        words=chosen_words(asked, place.title if place else ""),
        total=total,
        cards=cards_of(entries, (page.number - 1) * PER_PAGE, PER_PAGE),
        pager=_pager(paginator, page.number, asked),
        problems=asked.problems,
    )


def _pager(paginator: Paginator[int], number: int, asked: Asked) -> Pager:
    if paginator.num_pages == 1:
        return Pager(number, [])
    pages = [
        Link(str(one), _page(asked, one)) if isinstance(one, int) else None
        for one in paginator.get_elided_page_range(number, on_each_side=2, on_ends=1)
    ]
    before = _page(asked, number - 1) if number > 1 else ""
    return Pager(number, pages, before, _page(asked, number + 1) if number < paginator.num_pages else "")


def _page(asked: Asked, number: int) -> str:
    return asked.query(map="", page=str(number) if number > 1 else "")
