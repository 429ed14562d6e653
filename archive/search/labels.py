"""What facet terms are called, kept beside the index so that one query counts and names them all."""

from __future__ import annotations

from collections.abc import Iterable

from archive.models import FacetTerm
from archive.search.facets import Facet


def keep_terms(facet: Facet, values: Iterable[str]) -> None:
    """Keep what the records call these values now, and what they lie within; what did not change is not written."""
    wanted = set(values)
    if not wanted:
        return
    labels, within = facet.labels(wanted), facet.within(wanted)
    rows = [_row(facet, value, labels.get(value, ""), within.get(value, "")) for value in sorted(wanted)]
    known = FacetTerm.objects.in_bulk([row.term for row in rows])
    changed = [row for row in rows if row.term not in known or not _same(row, known[row.term])]
    FacetTerm.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["term"], update_fields=["label", "within"]
    )


def _row(facet: Facet, value: str, label: str, within: str) -> FacetTerm:
    return FacetTerm(term=facet.term(value), label=label, within=facet.term(within) if within else "")


def _same(one: FacetTerm, other: FacetTerm) -> bool:
    return (one.label, one.within) == (other.label, other.within)
