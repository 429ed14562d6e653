"""Photographs and lists of them in the terms of the IIIF Presentation API 3.0. Of public records only; no HTTP."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from archive.images.addresses import picture_url
from archive.images.specs import CARD, COVER, LARGE
from archive.models import Card, Image, Photo, Transcription
from archive.search.cards import date_words, place_words
from archive.search.showing import shown_dating, visible_sides, visible_writings

CONTEXT = "http://iiif.io/api/presentation/3/context.json"
_LANGUAGE = "en"
"""Of the words that are ours; those of the print say their own."""

Json = dict[str, Any]


def manifest(photo: Photo, *, site: str) -> Json:
    """The manifest of a public photograph with a picture; `site` is the archive's address without its last slash."""
    own = site + reverse("iiif-manifest", args=[photo.number])
    sides = visible_sides(photo)
    told: Json = {
        "@context": CONTEXT,
        "id": own,
        "type": "Manifest",
        "label": _words(photo.title or photo.number),
        "metadata": _metadata(photo),
        "requiredStatement": _labelled("Credit", ", ".join(filter(None, [photo.accession.credit_line, photo.number]))),
        "provider": [_provider(site)],
        "thumbnail": [_thumbnail(sides[0].key, sides[0].width, sides[0].height, bool(photo.sensitivity), site)],
        "homepage": [_page(site + photo.get_absolute_url(), photo.title or photo.number)],
        "partOf": [{"id": _collection(site, "accession", photo.accession.number), "type": "Collection"}],
        "items": [_canvas(own, place, image, photo, site) for place, image in enumerate(sides, start=1)],
    }
    term, dating = photo.rights_term(), shown_dating(photo)
    if photo.description:
        told["summary"] = _words(photo.description)
    if term:
        told["rights"] = term.uri.replace("https:", "http:")
    if dating and dating.earliest:
        told["navDate"] = _midnight(dating.earliest)
    return told


def collection(own: str, label: str, cards: Iterable[Card], *, site: str) -> Json:
    """A list of public photographs, one manifest each."""
    return _list(own, label, [_member(card, site) for card in cards if card.image_key])


def collection_of_parts(own: str, label: str, parts: Sequence[str]) -> Json:
    """A list too long for one answer: the addresses of its parts."""
    items = [
        {"id": part, "type": "Collection", "label": _words(f"{label}, part {number}")}
        for number, part in enumerate(parts, start=1)
    ]
    return _list(own, label, items)


def _list(own: str, label: str, items: list[Json]) -> Json:
    return {"@context": CONTEXT, "id": own, "type": "Collection", "label": _words(label), "items": items}


def _member(card: Card, site: str) -> Json:
    return {
        "id": site + reverse("iiif-manifest", args=[card.number]),
        "type": "Manifest",
        "label": _words(card.title or card.number),
        "thumbnail": [_thumbnail(card.image_key, card.width, card.height, card.is_sensitive, site)],
    }


def _canvas(own: str, place: int, image: Image, photo: Photo, site: str) -> Json:
    canvas = f"{own.removesuffix('/manifest.json')}/canvas/{place}"
    side = str(image.get_side_display()).capitalize()
    told = {
        "id": canvas,
        "type": "Canvas",
        "label": _words(side),
        "width": image.width,
        "height": image.height,
        "items": [_page_of(f"{canvas}/painting", [_painting(canvas, image, site)])],
    }
    words = [row for row in visible_writings(photo) if _canvas_side(row, photo) == image.side]
    if words and image.position == 0:
        notes = [_note(f"{canvas}/words/{number}", canvas, row) for number, row in enumerate(words, start=1)]
        told["annotations"] = [_page_of(f"{canvas}/words", notes)]
    return told


def _canvas_side(row: Transcription, photo: Photo) -> str:
    """Where a transcription is read: beside the front what stands there, all else beside the back if there is one."""
    sides = {image.side for image in visible_sides(photo)}
    wanted = Image.Side.RECTO if row.carrier == Transcription.Carrier.RECTO else Image.Side.VERSO
    return wanted if wanted in sides else visible_sides(photo)[0].side


def _painting(canvas: str, image: Image, site: str) -> Json:
    service = site + reverse("iiif-image-base", args=[image.key])
    width, height = LARGE.fit(image.width, image.height)
    body = {
        "id": f"{service}/full/max/0/default.jpg",
        "type": "Image",
        "format": "image/jpeg",
        "width": width,
        "height": height,
        "service": [{"id": service, "type": "ImageService3", "profile": "level2"}],
    }
    return {"id": f"{canvas}/picture", "type": "Annotation", "motivation": "painting", "target": canvas, "body": body}


def _note(own: str, canvas: str, row: Transcription) -> Json:
    body = {"type": "TextualBody", "value": row.text, "format": "text/plain"}
    if row.language:
        body["language"] = row.language
    label = f"{row.get_carrier_display()}, {row.get_layer_display()}".capitalize()
    told = {"id": own, "type": "Annotation", "motivation": "supplementing", "target": canvas, "body": body}
    return told | {"label": _words(label)}


def _page_of(own: str, items: list[Json]) -> Json:
    return {"id": own, "type": "AnnotationPage", "items": items}


def _metadata(photo: Photo) -> list[Json]:
    place, today = place_words(photo)
    lines = {
        "Number": photo.number,
        "Date": date_words(photo),
        "Place": f"{place}, today {today}" if today else place,
        "Size": photo.size_words,
        "Process": photo.process,
        "Distressing content": ", ".join(
            str(label) for value, label in Photo.Sensitivity.choices if value in photo.sensitivity
        ),
    }
    return [_labelled(label, text) for label, text in lines.items() if text]


def _thumbnail(key: str, width: int, height: int, is_covered: bool, site: str) -> Json:
    spec = COVER if is_covered else CARD
    across, down = spec.fit(width, height)
    address = site + picture_url(key, spec)
    return {"id": address, "type": "Image", "format": spec.content_type, "width": across, "height": down}


def _provider(site: str) -> Json:
    home = site + reverse("home")
    return {"id": home, "type": "Agent", "label": _words("Verso"), "homepage": [_page(home, "Verso")]}


def _page(address: str, label: str) -> Json:
    return {"id": address, "type": "Text", "label": _words(label), "format": "text/html"}


def _collection(site: str, kind: str, value: str) -> str:
    return site + reverse("iiif-collection", args=[kind, value])


def _labelled(label: str, text: str) -> Json:
    return {"label": _words(label), "value": _words(text)}


def _words(text: str) -> dict[str, list[str]]:
    return {_LANGUAGE: [text]}


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
