"""A copy is recognised though it was saved again, made smaller or cut; another picture is not taken for it."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from PIL import Image as Picture

from archive.images.likeness import ALIKE, HEIGHT, WIDTH, closeness, likeness_of


def drawn(seed: int) -> Picture.Image:
    """A picture of a few soft spots, like no other."""
    some = random.Random(seed)
    small = Picture.frombytes("L", (9, 7), bytes(some.randrange(256) for _cell in range(63)))
    return small.resize((450, 350), Picture.Resampling.BICUBIC)


def cells(picture: Picture.Image) -> bytes:
    return picture.convert("L").resize((WIDTH, HEIGHT), Picture.Resampling.BOX).tobytes()


def alike(one: Picture.Image, other: Picture.Image) -> bool:
    return closeness(cells(one), cells(other)) >= ALIKE


@pytest.mark.parametrize("seed", range(5))
def test_copies_are_recognised(seed):
    picture = drawn(seed)
    assert alike(picture, picture.resize((120, 90)))
    assert alike(picture, picture.point(lambda value: int(40 + value * 0.7)))
    assert alike(picture, picture.crop((20, 10, 440, 330)))
    assert alike(picture.crop((5, 15, 430, 345)), picture)


def test_other_pictures_are_not():
    pictures = [drawn(seed) for seed in range(20)]
    assert not [pair for pair in pairwise(pictures) if alike(*pair)]


def test_a_picture_of_one_tone_looks_like_nothing():
    grey = Picture.new("L", (100, 100), 128)
    assert not alike(grey, grey)


def test_the_hash_fits_a_column_of_64_bits():
    for seed in range(50):
        assert -(1 << 63) <= likeness_of(cells(drawn(seed))) < 1 << 63
