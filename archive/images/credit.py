"""What a picture that leaves the archive carries: the wished credit, the rights, and where both are explained."""

from __future__ import annotations

from archive.images.notices import ILLUSTRATION
from archive.images.xmp import packet
from archive.models import Image

_LONGEST = 2000


def credit_packet(key: str, *, site: str) -> bytes:
    """The XMP packet of the picture with this key; `site` is the archive's address without a slash at its end.

    Raises Image.DoesNotExist.
    """
    image = Image.objects.select_related("photo__rights", "photo__accession__rights").get(key=key)
    photo = image.photo
    term, page = photo.rights_term(), site + photo.get_absolute_url()
    credit = ", ".join(filter(None, [photo.accession.credit_line, photo.number]))
    return packet(
        description=ILLUSTRATION if image.is_illustration else "",
        credit=credit[:_LONGEST],
        rights=". ".join(filter(None, [term.label if term else "", page])),
        statement=term.uri if term else page,
    )
