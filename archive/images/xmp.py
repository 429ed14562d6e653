"""What we write into picture files of our own: an XMP packet (ISO 16684-1) with credit, rights and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

_HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
_NAMESPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
    'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"'
)
_SOI, _APP1 = b"\xff\xd8", b"\xff\xe1"
_JPEG_NAME = b"http://ns.adobe.com/xap/1.0/\x00"


def packet(*, description: str = "", credit: str = "", rights: str = "", statement: str = "") -> bytes:
    """The packet: what it is, whose it is, what is allowed in words, and the address of the term that says so."""
    fields = "".join(_fields(description, credit, rights, statement))
    body = f'<rdf:Description rdf:about="" {_NAMESPACES}>{fields}</rdf:Description>'
    rdf = f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">{body}</rdf:RDF>'
    return f'{_HEAD}<x:xmpmeta xmlns:x="adobe:ns:meta/">{rdf}</x:xmpmeta><?xpacket end="r"?>'.encode()


def signed(jpeg: bytes, xmp: bytes) -> bytes:
    """A JPEG file with this packet as its first segment. Raises ValueError: no JPEG, or the packet is too long."""
    if not jpeg.startswith(_SOI):
        raise ValueError("Not a JPEG file.")
    segment = _JPEG_NAME + xmp
    try:
        length = (len(segment) + 2).to_bytes(2, "big")
    except OverflowError as error:
        raise ValueError("The packet does not fit into one segment.") from error
    return b"".join((_SOI, _APP1, length, segment, jpeg[2:]))


def _fields(description: str, credit: str, rights: str, statement: str) -> Iterator[str]:
    if description:
        yield f"<dc:description>{_one_language(description)}</dc:description>"
    if rights:
        yield f"<dc:rights>{_one_language(rights)}</dc:rights>"
    if credit:
        yield f"<photoshop:Credit>{escape(credit)}</photoshop:Credit>"
    if statement:
        yield f"<xmpRights:WebStatement>{escape(statement)}</xmpRights:WebStatement>"


def _one_language(text: str) -> str:
    return f"<rdf:Alt><rdf:li xml:lang={quoteattr('x-default')}>{escape(text)}</rdf:li></rdf:Alt>"
