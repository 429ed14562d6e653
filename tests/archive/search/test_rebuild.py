"""The table that public lists read is the same whether it grew with the edits or was made anew."""

from __future__ import annotations

from django.db.models import Sum
from django.forms.models import model_to_dict
from editing import EDITS, World
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from archive.models import Card, SearchEntry, Tally
from archive.search.rebuilding import rebuild


def table() -> list[dict]:
    """All entries and cards, as plain values, and what the tallies sum up to."""
    rows = [*SearchEntry.objects.order_by("pk"), *Card.objects.order_by("pk")]
    sums = Tally.objects.values_list("term").annotate(Sum("number")).exclude(number__sum=0)
    tallies = [{"of": "Tally", "tally": row} for row in sums.order_by("term")]
    return [*(model_to_dict(row) | {"pk": row.pk, "of": type(row).__name__} for row in rows), *tallies]


class RebuildTests(TestCase):
    """A property: random edits, then the table as it grew against the table made anew."""

    @settings(max_examples=25, deadline=None)
    @given(st.lists(EDITS, max_size=25))
    def test_the_table_that_grew_equals_the_table_made_anew(self, edits):
        world = World()
        for edit in edits:
            world.edit(*edit)
        grown = table()
        SearchEntry.objects.all().delete()
        rebuild()
        assert grown == table()
