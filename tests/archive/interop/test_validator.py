"""The official validator of the IIIF Image API, where it is installed: all tests of level 2 and below pass."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from factories import make_photo
from pictures import bring_in
from PIL import Image as Picture

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

validator = pytest.importorskip("iiif_validator.validator", reason="iiif-validator is not installed")
LEVEL, VERSION = 2, "3.0"


def reference_picture(path: Path) -> Path:
    """The validator's own picture: ten by ten squares of a hundred pixels in the colours it looks for."""
    picture = Picture.new("RGB", (1000, 1000))
    for across, column in enumerate(validator.ValidationInfo().colorInfo):
        for down, colour in enumerate(column):
            picture.paste(colour, (across * 100, down * 100, across * 100 + 100, down * 100 + 100))
    picture.save(path)
    return path


def test_every_test_of_level_two_passes(live_server, tmp_path):
    image = bring_in(reference_picture(tmp_path / "squares.png"), make_photo())
    suite = validator.TestSuite(validator.ValidationInfo())
    wanted = [name for name, test in suite.list_tests(VERSION).items() if test["level"] <= LEVEL]
    failed = {}
    for name in wanted:
        result = validator.ImageAPI(image.key, urlsplit(live_server.url).netloc, "iiif/3", version=VERSION, debug=False)
        suite.run_test(name, result)
        if result.exception:
            failed[name] = (result.urls[-1:], str(result.exception))
    assert len(wanted) > 25
    assert failed == {}
