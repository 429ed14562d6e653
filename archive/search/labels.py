"""What facet terms are called, kept beside the index so that one query counts and names them all."""

from __future__ import annotations

from collections.abc import Iterable

from archive.models import FacetTerm
from archive.search.facets import Facet


def terms_of(facet: Facet, values: Iterable[str]) -> list[FacetTerm]:
    """What the records call these values now, and what they lie within, in the order of the values; not saved."""
    wanted = set(values)
    if not wanted:
        return []
    labels, within = facet.labels(wanted), facet.within(wanted)
    return [_row(facet, value, labels.get(value, ""), within.get(value, "")) for value in sorted(wanted)]


def keep_terms(rows: Iterable[FacetTerm]) -> None:
    """Keep these; what did not change is not written."""
    wanted = {row.term: row for row in rows}
    known = FacetTerm.objects.in_bulk(list(wanted)) if wanted else {}
    changed = [row for term, row in sorted(wanted.items()) if term not in known or not _same(row, known[term])]
    FacetTerm.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["term"], update_fields=["label", "within"]
    )


def _row(facet: Facet, value: str, label: str, within: str) -> FacetTerm:
    return FacetTerm(term=facet.term(value), label=label, within=facet.term(within) if within else "")


def _same(one: FacetTerm, other: FacetTerm) -> bool:
    return (one.label, one.within) == (other.label, other.within)
