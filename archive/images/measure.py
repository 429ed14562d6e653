"""What a picture file is, told from its bytes: format, size, mean colour, and a hash of what it looks like."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from archive.images import likeness
from archive.images.errors import NotAPicture

FORMATS = ("JPEG", "PNG", "TIFF", "WEBP")
MOST_PIXELS = Image.MAX_IMAGE_PIXELS = 250_000_000

Image.MAX_IMAGE_PIXELS = MOST_PIXELS


@dataclass(frozen=True)
class Measures:
    """What was measured: sizes in pixels as the picture is to be seen, mean colour, a 64-bit difference hash, a sketch.

    The last two are those of `archive.images.likeness`; a sketch is empty where none was made.
    """

    format: str
    width: int
    height: int
    tone: str
    likeness: int
    sketch: bytes = b""


@contextmanager
def opened(path: Path) -> Iterator[Image.Image]:
    """A picture file, if it is one of the accepted formats and not too large. Raises NotAPicture.

    The pixels are not read yet; a file that is cut short fails when they are.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(path, formats=FORMATS) as picture:
                _refuse_too_large(path, picture)
                yield picture
        except FileNotFoundError:
            raise
        except UnidentifiedImageError as error:
            raise NotAPicture(f"{path.name} is not a JPEG, PNG, TIFF or WebP picture.") from error
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            raise NotAPicture(_too_large(path)) from error
        except (OSError, SyntaxError, ValueError) as error:
            raise NotAPicture(f"{path.name} is damaged or cut short: {error}") from error


def measure(picture: Image.Image) -> Measures:
    """Measure a picture whose pixels may have been reduced already for speed: `width` and `height` are then those."""
    small = ImageOps.exif_transpose(picture).convert("RGB")
    tone = small.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    width, height = small.size
    red, green, blue = tone  # type: ignore[misc]
    cells = small.convert("L").resize((likeness.WIDTH, likeness.HEIGHT), Image.Resampling.BOX).tobytes()
    mean, hashed = f"#{red:02x}{green:02x}{blue:02x}", likeness.likeness_of(cells)
    return Measures(picture.format or "", width, height, mean, hashed, cells)


def _refuse_too_large(path: Path, picture: Image.Image) -> None:
    if picture.width * picture.height > MOST_PIXELS:
        raise NotAPicture(_too_large(path))


def _too_large(path: Path) -> str:
    return f"{path.name} has more than {MOST_PIXELS // 1_000_000} million pixels. Scan it at a lower resolution."
