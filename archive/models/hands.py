"""The chain of hands of a gift or a print, worked out from its changes of custody."""

from __future__ import annotations

from collections.abc import Iterable

from archive.models.accessions import Accession
from archive.models.custody import CustodyEvent
from archive.vocabulary.custody import Gap, Handover, chain
from archive.vocabulary.dates import EdtfDate


def chain_of(events: Iterable[CustodyEvent], accession: Accession) -> list[Handover | Gap]:
    """The chain that these changes of custody make, up to the day the museum received the accession."""
    received = accession.received_on
    return chain(map(_handover, events), arrived=EdtfDate.parse(received.isoformat()) if received else None)


def _handover(event: CustodyEvent) -> Handover:
    return Handover(
        giver=event.from_words,
        receiver=event.to_words,
        when=EdtfDate.parse(event.edtf) if event.edtf else None,
        when_words=event.when_words,
        how=event.how,
        evidence=event.evidence,
    )
