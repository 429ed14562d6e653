"""What search engines and feed readers ask for: the map of public addresses, and the newest photographs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.contrib.syndication.views import Feed
from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext_lazy as _

from archive.models import Card, Decision, SearchEntry

_NEWEST = 30


class PhotoSitemap(Sitemap):
    """The pages of all photographs that the public may see now, 5,000 a file."""

    limit = 5000

    def items(self) -> QuerySet[Card]:
        """Their cards."""
        return Card.objects.filter(entry__in=SearchEntry.objects.open()).order_by("entry__number_key").only("number")

    def location(self, item: Any) -> str:
        """The page of one."""
        return reverse("photo", args=[item.number])


class FixedSitemap(Sitemap):
    """The pages that are always there."""

    def items(self) -> list[str]:
        """Their names."""
        return ["home", "gallery", "places", "collections", "schemes", "about"]

    def location(self, item: Any) -> str:
        """The address of one."""
        return reverse(item)


SITEMAPS: dict[str, type[Sitemap]] = {"pages": FixedSitemap, "photographs": PhotoSitemap}


class NewestPhotos(Feed):
    """The photographs that came last, as Atom."""

    feed_type = Atom1Feed
    title = _("Verso: new photographs")
    subtitle = _("Donated photographs of the war in China, as they become public.")

    def link(self) -> str:
        """The list they stand in."""
        return f"{reverse('gallery')}?order=newest"

    def items(self) -> QuerySet[Card]:
        """The newest, in the order of the list."""
        shown = Card.objects.filter(entry__in=SearchEntry.objects.open()).select_related("entry")
        let_out = Decision.objects.filter(photo=OuterRef("pk"), outcome=Decision.Outcome.PUBLIC).order_by("-at")
        return shown.annotate(let_out=Subquery(let_out.values("at")[:1])).order_by("-pk")[:_NEWEST]

    def item_title(self, item: Any) -> str:
        """Its title, or its number."""
        return item.title or item.number

    def item_description(self, item: Any) -> str:
        """When and where, and the beginning of its words."""
        return " · ".join(filter(None, [item.date_words, item.place_words, item.excerpt]))

    def item_updateddate(self, item: Any) -> datetime | None:
        """When it became public: the decision, or the end of its embargo."""
        moments = [moment for moment in (item.let_out, item.entry.public_from) if moment]
        return max(moments, default=None)

    def item_link(self, item: Any) -> str:
        """Its lasting address."""
        return reverse("photo", args=[item.number])
