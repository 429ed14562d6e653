"""What a file is, told from its first bytes, whatever it is called. Standard library alone; nothing is decoded."""

from __future__ import annotations

from archive.images.errors import NotAPicture

HEAD = 4096
"""How many bytes of a file this needs to see."""

_ACCEPTED = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"II+\0\x08\0\0\0", "TIFF"),
    (b"MM\0+\0\x08\0\0", "TIFF"),
)
_OTHERS = (
    (b"GIF8", "a GIF picture"),
    (b"BM", "a BMP picture"),
    (b"8BPS", "a Photoshop document"),
    (b"%PDF", "a PDF document"),
    (b"%!PS", "a PostScript document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\0\0\0\x0cjP  ", "a JPEG 2000 picture"),
    (b"\0\0\0\x0cJXL ", "a JPEG XL picture"),
    (b"\xff\x0a", "a JPEG XL picture"),
    (b"\0\0\x01\0", "an icon"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "a text document"),
)
_BRANDS = {
    b"heic": "an HEIC picture",
    b"heix": "an HEIC picture",
    b"mif1": "an HEIF picture",
    b"avif": "an AVIF picture",
    b"avis": "an AVIF film",
    b"crx ": "a raw picture of a camera",
}
_MARKS = ((b"<svg", "an SVG drawing"), (b"<html", "an HTML page"), (b"<!doctype html", "an HTML page"))
_ADVICE = "Save it as TIFF, JPEG, PNG or WebP."


def kind_of(head: bytes, name: str) -> str:
    """JPEG, PNG, TIFF or WEBP. Raises NotAPicture, which says what the file is instead."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    for start, kind in _ACCEPTED:
        if head.startswith(start):
            return kind
    raise NotAPicture(f"{name} is {_other(head)}. {_ADVICE}")


def _other(head: bytes) -> str:
    """What it is instead, in words."""
    if not head:
        return "empty"
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "a film, or a picture of a telephone")
    for start, words in _OTHERS:
        if head.startswith(start):
            return words
    return _marked_up(head)


def _marked_up(head: bytes) -> str:
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith(b"<"):
        return next((words for mark, words in _MARKS if mark in text), "an XML document")
    return "a text" if b"\0" not in head and _is_text(head) else "no JPEG, PNG, TIFF or WebP picture"


def _is_text(head: bytes) -> bool:
    # The last letter may be cut in two.
    return any(_decodes(head[: len(head) - cut]) for cut in range(4))


def _decodes(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
