"""How a photograph belongs with others: before and after as one thing to look at, and the rest as a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from archive.images.specs import VIEW
from archive.models import Card, Photo, Relation, SearchEntry
from archive.public import pages
from archive.public.cards import photo_card, picture
from archive.vocabulary.exposure import Exposure

_IN_TIME = (Relation.Kind.BEFORE, Relation.Kind.AFTER)


@dataclass(frozen=True)
class Belonging:
    """The pairs a photograph is one half of, and the other photographs it belongs with."""

    pairs: list[pages.Pair]
    related: list[pages.Related]


def belonging(photo: Photo) -> Belonging:
    """What a public photograph belongs with. Two queries.

    Of a photograph that is not public nothing is said, of a lost one only the words.
    """
    relations = list(Relation.objects.filter(Q(photo=photo) | Q(other=photo)).order_by("pk"))
    cards = _open_cards({photo.pk, *(_other(one, photo.pk) for one in relations)})
    paired = [one for one in relations if one.kind in _IN_TIME and _other(one, photo.pk) in cards and photo.pk in cards]
    return Belonging(
        [_pair(relation, cards) for relation in paired],
        [one for relation in relations if relation not in paired and (one := _related(relation, photo.pk, cards))],
    )


def pair_page(number: str, other: str) -> pages.PairPage:
    """Two photographs that are before and after. Raises Http404 when they are not, or not both public."""
    ends = {"photo__number": number, "other__number": other}, {"photo__number": other, "other__number": number}
    relation = Relation.objects.filter(Q(**ends[0]) | Q(**ends[1]), kind__in=_IN_TIME).first()
    cards = _open_cards({relation.photo_id, relation.other_id}) if relation else {}
    if relation is None or len(cards) < len(ends):
        raise Http404
    pair = _pair(relation, cards)
    return pages.PairPage(_("Before and after: %(title)s") % {"title": pair.before.title}, pair)


def _other(relation: Relation, photo: int) -> int | None:
    return relation.other_id if relation.photo_id == photo else relation.photo_id


def _open_cards(photos: Iterable[int | None]) -> Mapping[int, Card]:
    entries = SearchEntry.objects.open().filter(pk__in=set(photos) - {None})
    return {card.pk: card for card in Card.objects.with_exposure().filter(entry__in=entries)}


def _related(relation: Relation, photo: int, cards: Mapping[int, Card]) -> pages.Related | None:
    kind = Relation.Kind(relation.kind) if relation.photo_id == photo else relation.inverse
    other = _other(relation, photo)
    if other is not None and other in cards:
        return pages.Related(str(kind.label), photo_card(cards[other], _exposure(cards[other])))
    return pages.Related(str(kind.label), None, relation.words) if other is None else None


def _pair(relation: Relation, cards: Mapping[int, Card]) -> pages.Pair:
    """The two in the order of time, whichever of them the relation was entered for."""
    ends = [cards[relation.photo_id], cards[relation.other_id or 0]]
    before, after = reversed(ends) if relation.kind == Relation.Kind.BEFORE else ends
    return pages.Pair(
        before=_shot(_("Before"), before),
        after=_shot(_("After"), after),
        words=relation.words,
        url=reverse("photo-pair", args=[before.number, after.number]),
    )


def _shot(label: str, card: Card) -> pages.Shot:
    return pages.Shot(
        label=label,
        title=card.title or card.number,
        url=reverse("photo", args=[card.number]),
        date_words=card.date_words,
        place_words=card.place_words,
        picture=_picture(card) if _exposure(card) >= Exposure.SMALL and _is_seen_unasked(card) else None,
        is_sensitive=card.is_sensitive,
    )


def _exposure(card: Card) -> Exposure:
    return Exposure(card.shown)  # type: ignore[attr-defined]


def _is_seen_unasked(card: Card) -> bool:
    return bool(card.image_key) and not card.is_sensitive


def _picture(card: Card) -> pages.Picture:
    return picture(
        key=card.image_key,
        width=card.width,
        height=card.height,
        alt=card.alt,
        tone=card.tone,
        is_illustration=card.is_illustration,
        spec=VIEW,
        exposure=_exposure(card),
    )
