"""Which pictures here look like a new one: noted for a person to say whether they are the same.

Backs are left out: paper looks like paper.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection

from archive.images.likeness import (
    ALIKE,
    FARTHEST,
    INNER,
    NEAREST,
    WHOLE,
    Cells,
    closeness,
    difference_hash,
    hashes_of_cuts,
)
from archive.models import Image, Resemblance, Sketch

_NEAR = """
    SELECT sketch.image_id FROM (
        SELECT image_id, (
            SELECT min(least(bit_count((whole # hash)::bit(64)), bit_count((inner_part # hash)::bit(64))))
            FROM unnest(%s::bigint[]) AS hash
        ) AS apart
        FROM (SELECT image_id, whole, "inner" AS inner_part FROM archive_sketch) AS narrow
    ) AS sketch
    JOIN archive_image image ON image.id = sketch.image_id
    WHERE sketch.apart <= %s AND image.side <> %s AND image.id <> %s
    ORDER BY sketch.apart, sketch.image_id LIMIT %s
"""


def write_sketch(image: Image, cells: bytes) -> Sketch:
    """Keep what a picture looks like."""
    summed = Cells(cells)
    hashes = {"whole": difference_hash(summed, WHOLE), "inner": difference_hash(summed, INNER)}
    return Sketch.objects.create(image=image, cells=cells, **hashes)


def note_resemblances(image: Image) -> None:
    """Write down what a picture looks like, once for each pair."""
    for other, value in look_alikes(image):
        pair = {"image": max(image, other, key=_age), "other": min(image, other, key=_age)}
        Resemblance.objects.get_or_create(**pair, defaults={"closeness": round(value, 4)})


def look_alikes(image: Image) -> Iterator[tuple[Image, float]]:
    """The pictures that look like this one, with how much, up to 1."""
    sketch = Sketch.objects.filter(image=image).exclude(image__side=Image.Side.VERSO).first()
    if sketch is None:
        return
    cells = bytes(sketch.cells)
    others = Image.objects.select_related("sketch").in_bulk(_near(image, cells))
    for other in others.values():
        value = closeness(cells, bytes(other.sketch.cells))
        if value >= ALIKE:
            yield other, value


def _near(image: Image, cells: bytes) -> list[int]:
    """The keys of the pictures whose hashes differ in few bits, the nearest first."""
    asked = (hashes_of_cuts(Cells(cells)), FARTHEST, Image.Side.VERSO, image.pk, NEAREST)
    with connection.cursor() as cursor:
        cursor.execute(_NEAR, asked)  # type: ignore[arg-type]
        return [key for (key,) in cursor.fetchall()]


def _age(image: Image) -> int:
    return image.pk
