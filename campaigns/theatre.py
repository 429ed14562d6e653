"""Where a campaign took place: its places with all that lies in them, asked in memory for many photographs at once."""

from __future__ import annotations

from collections.abc import Iterable

from archive.models import Place
from campaigns.models import Campaign

_SPREAD = (Place.Kind.REGION, Place.Kind.RIVER, Place.Kind.ROAD, Place.Kind.LAKE, Place.Kind.MOUNTAIN)
"""Places that may reach through several provinces, where nothing but a country is said to hold them."""


class Theatres:
    """The gazetteer's tree and the places of every campaign, as they were when this was made. Three queries."""

    def __init__(self) -> None:
        rows = list(Place.objects.values_list("pk", "parent", "title", "kind"))
        self._parents = {pk: parent for pk, parent, _title, _kind in rows}
        self._titles = {pk: title for pk, _parent, title, _kind in rows}
        countries = {pk for pk, _parent, _title, kind in rows if kind == Place.Kind.COUNTRY}
        self._spread = {pk for pk, parent, _title, kind in rows if kind in _SPREAD and parent in countries}
        self._places: dict[int, set[int]] = {}
        self.campaigns = list(Campaign.objects.select_related("parent").prefetch_related("places"))
        for campaign in self.campaigns:
            own = {place.pk for place in campaign.places.all()}
            for pk in filter(None, (campaign.pk, campaign.parent_id)):
                self._places.setdefault(pk, set()).update(own)
        self._above = {pk: {up for place in own for up in self._line(place)} for pk, own in self._places.items()}

    def chain(self, place: int, campaign: Campaign) -> list[int]:
        """From this place up to the place of the campaign that it is or lies in; empty where it lies in none."""
        line = self._line(place)
        ends = [at for at, pk in enumerate(line) if pk in self._places[campaign.pk]]
        return line[: ends[0] + 1] if ends else []

    def lies_outside(self, place: int, campaign: Campaign) -> bool:
        """Whether it surely lies in no place of the campaign, and contains none; False where none are listed."""
        theatre = self._places[campaign.pk]
        may = place in self._spread or place in self._above[campaign.pk] or self.chain(place, campaign)
        return bool(theatre) and not may

    def lies_in(self, place: int, other: int) -> bool:
        """Whether it is the other place or lies in it."""
        return other in self._line(place)

    def words(self, places: Iterable[int]) -> str:
        """The names of these places, one after the other."""
        return " → ".join(self._titles[pk] for pk in places)

    def _line(self, place: int) -> list[int]:
        line: list[int] = []
        at: int | None = place
        while at is not None and at not in line:
            line.append(at)
            at = self._parents[at]
        return line
