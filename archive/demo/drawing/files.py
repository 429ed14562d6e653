"""Drawn pictures as files: every one says in its metadata that it is an illustration."""

from pathlib import Path

from PIL import Image

from archive.images.notices import ILLUSTRATION

DESCRIPTION, ARTIST, COPYRIGHT = 0x010E, 0x013B, 0x8298


def save_jpeg(image: Image.Image, path: Path, *, title: str, quality: int = 88) -> None:
    """Write a JPEG whose EXIF description and comment carry the title and the notice. Raises OSError as `open` does."""
    exif = Image.Exif()
    exif[DESCRIPTION] = _ascii(f"{title}. {ILLUSTRATION}")
    exif[ARTIST] = "Verso demonstration drawing"
    exif[COPYRIGHT] = "Dedicated to the public domain (CC0)"
    image.save(path, "JPEG", quality=quality, exif=exif, comment=f"{title}. {ILLUSTRATION}".encode(), dpi=(300, 300))


def _ascii(text: str) -> str:
    """EXIF 2.3 strings are ASCII; what is not becomes a question mark, and stands in full in the comment."""
    return text.encode("ascii", "replace").decode("ascii")
