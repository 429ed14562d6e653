"""The front page, the collections and the page about the archive."""

from __future__ import annotations

from django.db.models import Max, Min
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.models import Accession, Collection, Photo, Place, SearchEntry
from archive.models.openness import shows_now
from archive.public import pages
from archive.public.cards import cards_of
from archive.public.ways_in import ways_in
from archive.search.counts import count_of
from archive.search.filters import entries_with
from archive.vocabulary.exposure import Exposure

_NEWEST = 8
_PLACES = 8
_FIRST = 24
_EXAMPLES = ("Liuchow", "柳州", "refugee 1944")


def landing_page() -> pages.LandingPage:
    """One photograph, changing daily, the size and shape of the collection, and the ways in."""
    entries = SearchEntry.objects.open()
    total = entries.count()
    years = entries.aggregate(first=Min("earliest"), last=Max("latest"))
    bars = _years()
    return pages.LandingPage(
        hero=_hero(),
        photo_count=total,
        donor_count=Accession.objects.filter(photos__in=Photo.objects.public()).values("donor").distinct().count(),
        first_year=years["first"].year if years["first"] else None,
        last_year=years["last"].year if years["last"] else None,
        examples=[pages.Link(words, f"{reverse('gallery')}?q={words.replace(' ', '+')}") for words in _EXAMPLES],
        years=bars,
        year_most=max((bar.count or 0 for bar in bars), default=0),
        campaigns=ways_in(),
        places=_places(),
        newest=cards_of(entries.order_by("-photo_id"), 0, _NEWEST),
    )


def _hero() -> pages.PhotoCard | None:
    """The photograph of the day: one with a picture that distresses nobody, another one each day."""
    whole = SearchEntry.objects.filter(shows_now(Exposure.FULL)).exclude(card__image_key="")
    fit = whole.filter(card__is_sensitive=False, card__width__gt=1200)
    count = fit.count()
    place = timezone.localdate().toordinal() % count if count else 0
    return next(iter(cards_of(fit.order_by("number_key"), place, 1)), None)


def _years() -> list[pages.Link]:
    counts = count_of("year")
    return [pages.Link(year, f"{reverse('gallery')}?year={year}", counts[year]) for year in sorted(counts)]


def _places() -> list[pages.Link]:
    """The towns with most photographs."""
    counts = count_of("place")
    wide = (Place.Kind.COUNTRY, Place.Kind.PROVINCE, Place.Kind.REGION)
    places = Place.objects.filter(pk__in=[int(pk) for pk in counts]).exclude(kind__in=wide)
    most = sorted(places, key=lambda place: (-counts[str(place.pk)], place.title))[:_PLACES]
    return [pages.Link(place.title, place.get_absolute_url(), counts[str(place.pk)]) for place in most]


def collections_page() -> pages.ListPage:
    """All collections with public photographs."""
    counts = count_of("collection")
    shown = Collection.objects.filter(pk__in=[int(pk) for pk in counts])
    links = [pages.Link(one.title, one.get_absolute_url(), counts[str(one.pk)]) for one in shown]
    return pages.ListPage(
        title=_("Collections"),
        introduction=_("Photographs are kept together as they were given."),
        groups=[("", links)] if links else [],
        empty=_("No collection is public yet."),
    )


def collection_page(slug: str) -> pages.CollectionPage:
    """One collection. Raises Http404 when none of its photographs is public."""
    collection = Collection.objects.filter(slug=slug).first()
    entries = entries_with("collection", str(collection.pk)) if collection else SearchEntry.objects.none()
    total = entries.count()
    if collection is None or not total:
        raise Http404
    given = Accession.objects.filter(collection=collection, photos__in=Photo.objects.public()).exclude(credit_line="")
    return pages.CollectionPage(
        title=collection.title,
        description=collection.description,
        credits=list(given.order_by("credit_line").values_list("credit_line", flat=True).distinct()),
        cards=cards_of(entries.order_by("number_key"), 0, _FIRST),
        total=total,
        all_url=f"{reverse('gallery')}?collection={collection.pk}",
    )


def about_page() -> pages.AboutPage:
    """What the archive is, with its size."""
    return pages.AboutPage(SearchEntry.objects.open().count(), len(count_of("collection")))
