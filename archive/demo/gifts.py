"""The demonstration's gifts: collections, accessions, boxes, rights and custody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from archive.models import Accession, Agent, Box, Collection, CustodyEvent, DeedOfGift, ObjectEntry, Rights, User


def load_gifts(rows: Sequence[Mapping[str, Any]], agents: Mapping[str, Agent], registrar: User) -> dict[str, Accession]:
    """Make the accessions with all that belongs to them; by number."""
    return {row["number"]: _gift(row, agents, registrar) for row in rows}


def _gift(row: Mapping[str, Any], agents: Mapping[str, Agent], registrar: User) -> Accession:
    collection, _made = Collection.objects.get_or_create(slug=row["collection"]["slug"], defaults=row["collection"])
    accession = Accession.objects.create(
        number=row["number"],
        title=row["title"],
        collection=collection,
        donor=agents[row["donor"]],
        intermediary=agents[row["intermediary"]] if row.get("intermediary") else None,
        received_words=row.get("received_words", ""),
        received_on=_day(row.get("received")),
        **{key: row.get(key, "") for key in ("terms", "restrictions", "credit_line")},
    )
    rights = row["rights"]
    Rights.objects.create(
        accession=accession,
        term=rights["term"],
        basis=rights.get("basis", ""),
        making=rights.get("making", ""),
        embargo_until=_day(rights.get("embargo_until")),
    )
    Box.objects.bulk_create(Box(accession=accession, **box) for box in row.get("boxes", ()))
    if deed := row.get("deed"):
        DeedOfGift.objects.create(accession=accession, **deed)
    if entry := row.get("entry"):
        ObjectEntry.objects.create(accession=accession, depositor=agents[row["donor"]], received_by=registrar, **entry)
    for event in row.get("custody", ()):
        _custody(accession, event, registrar)
    return accession


def _custody(accession: Accession, event: Mapping[str, Any], registrar: User) -> None:
    CustodyEvent.objects.create(
        accession=accession,
        from_words=event.get("from", ""),
        to_words=event.get("to", ""),
        edtf=event.get("when", ""),
        when_words=event.get("when_words", ""),
        how=event.get("how", ""),
        evidence=event.get("evidence", ""),
        by=registrar,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text and len(text) == len("2026-01-01") else None
