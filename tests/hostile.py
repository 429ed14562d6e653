"""Files made to harm: bombs, which grow when they are read, and polyglots, a picture and something else at once."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image as Picture

SCRIPT = b"<script>document.title='CANARY-RAN'</script>"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload=\"document.title='CANARY-RAN'\"/>"
TAILS = (SCRIPT, b"<svg", b"CANARY", b"PK\x03\x04", b"%PDF", b"<?php", b"alert(1)")
"""What a polyglot is beside a picture, as it would show in the bytes of one."""


def _png(*chunks: tuple[bytes, bytes], width: int = 8, height: int = 8, depth: int = 8, kind: int = 0) -> bytes:
    head = (b"IHDR", struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0))
    parts = [b"\x89PNG\r\n\x1a\n"]
    for name, data in (head, *chunks, (b"IEND", b"")):
        parts.append(struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)))
    return b"".join(parts)


def _flood(width: int, height: int, depth: int = 1, kind: int = 0) -> bytes:
    """A PNG of one colour: few bytes, many pixels."""
    line = bytes(1 + (width * depth * (3 if kind == 2 else 1) + 7) // 8)
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(line) for _row in range(height)) + packer.flush()
    return _png((b"IDAT", data), width=width, height=height, depth=depth, kind=kind)


def _saved(form: str, *, frames: int = 1, size: tuple[int, int] = (64, 48), **saving: object) -> bytes:
    pictures = [Picture.linear_gradient("L").resize(size).rotate(turn).convert("RGB") for turn in range(frames)]
    data = BytesIO()
    several = {"save_all": True, "append_images": pictures[1:]} if frames > 1 else {}
    pictures[0].save(data, form, **several, **saving)
    return data.getvalue()


def _small_png() -> bytes:
    return _saved("PNG")


def _with_chunk(name: bytes, data: bytes) -> bytes:
    whole = _small_png()
    chunk = struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    return whole[:33] + chunk + whole[33:]


def _tiff_chain(pages: int) -> bytes:
    """So many directories, each leading to the next."""
    parts, at = [b"II*\0" + struct.pack("<I", 8)], 8
    for page in range(pages):
        at += 6
        parts.append(struct.pack("<HI", 0, at if page < pages - 1 else 0))
    return b"".join(parts)


def _tiff_claiming(width: int, height: int) -> bytes:
    entries = [(256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8), (277, 3, 1)]
    entries += [(278, 4, height), (279, 4, 100)]
    rows = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries)
    return b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", len(entries)) + rows + struct.pack("<I", 0) + bytes(100)


def _many_scans() -> bytes:
    """A progressive JPEG whose last scan is said again and again."""
    whole = _saved("JPEG", size=(4000, 3000), progressive=True)
    last = whole.rindex(b"\xff\xda")
    return whole[:-2] + whole[last:-2] * 3000 + b"\xff\xd9"


def _zips() -> bytes:
    inner = BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(10_000_000))
    outer = BytesIO()
    with zipfile.ZipFile(outer, "w") as archive:
        for turn in range(50):
            archive.writestr(f"{turn}.zip", inner.getvalue())
    return outer.getvalue()


BOMBS: dict[str, Callable[[], bytes]] = {
    "169-megapixels.png": lambda: _flood(13_000, 13_000),
    "240-megapixels-in-colour.png": lambda: _flood(20_000, 12_000, depth=8, kind=2),
    "400-megapixels.png": lambda: _flood(20_000, 20_000),
    "2500-megapixels.png": lambda: _png((b"IDAT", zlib.compress(bytes(100))), width=50_000, height=50_000),
    "claims-all.png": lambda: _png((b"IDAT", zlib.compress(bytes(9))), width=2**31 - 1, height=2**31 - 1, depth=16),
    "text.png": lambda: _with_chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(200_000_000), 9)),
    "profile.png": lambda: _with_chunk(b"iCCP", b"p\0\0" + zlib.compress(bytes(100_000_000), 9)),
    "many-parts.png": lambda: _small_png()[:33] + (struct.pack(">I", 0) + b"teXt" + bytes(4)) * 100_000,
    "10000-frames.gif": lambda: _saved("GIF", frames=10_000, size=(8, 8)),
    "10000-frames.webp": lambda: _saved("WEBP", frames=10_000, size=(8, 8)),
    "100000-directories.tif": lambda: _tiff_chain(100_000),
    "claims-much.tif": lambda: _tiff_claiming(200_000, 200_000),
    "one-strip-of-249-megapixels.tif": lambda: _tiff_claiming(249_000, 1000),
    "3000-scans.jpg": _many_scans,
    "zip-of-zips.jpg": _zips,
}

POLYGLOTS: dict[str, Callable[[], bytes]] = {
    "html.jpg": lambda: b"<html>" + SCRIPT,
    "doctype.png": lambda: b"<!doctype html>" + SCRIPT,
    "svg.jpg": lambda: SVG,
    "svg-with-declaration.tif": lambda: b"<?xml version='1.0'?>" + SVG,
    "pdf.jpg": lambda: b"%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj",
    "html-behind.jpg": lambda: _saved("JPEG") + SCRIPT,
    "html-behind.png": lambda: _saved("PNG") + SCRIPT,
    "html-behind.webp": lambda: _saved("WEBP") + SCRIPT,
    "html-behind.tif": lambda: _saved("TIFF") + SCRIPT,
    "html-in-comment.jpg": lambda: _saved("JPEG", comment=b"<html>" + SCRIPT),
    "html-in-exif.jpg": lambda: _saved("JPEG", exif=_exif(SCRIPT)),
    "html-in-text.png": lambda: _with_chunk(b"tEXt", b"Title\0<html>" + SCRIPT),
    "html-in-xmp.webp": lambda: _saved("WEBP", xmp=SCRIPT),
    "svg-behind.jpg": lambda: _saved("JPEG") + SVG,
    "zip-behind.jpg": lambda: _saved("JPEG") + _archive(),
    "jar-behind.png": lambda: _saved("PNG") + _archive("META-INF/MANIFEST.MF"),
    "pdf-behind.png": lambda: _saved("PNG") + b"%PDF-1.7\n%%EOF",
    "php-behind.jpg": lambda: _saved("JPEG") + b"<?php system($_GET['c']); ?>",
    "script-as-comment.jpg": lambda: _saved("JPEG", comment=b"*/=alert(1);/*"),
    "text-before.png": lambda: SCRIPT + _saved("PNG"),
}


def _exif(words: bytes) -> bytes:
    exif = Picture.Exif()
    exif[0x010E] = words.decode()
    return exif.tobytes()


def _archive(name: str = "run.js") -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(name, SCRIPT)
    return data.getvalue()


def write(name: str, folder: Path) -> Path:
    """One of the files, in this folder."""
    path = folder / name
    path.write_bytes((BOMBS | POLYGLOTS)[name]())
    return path
