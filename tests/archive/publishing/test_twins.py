"""The gate's verdict on one photograph and the database's answer for many are the same, in every state."""

from __future__ import annotations

from datetime import timedelta
from itertools import product

import pytest
from django.utils import timezone
from factories import make_accession, make_photo

from archive.models import Photo, Rights
from archive.search.indexing import index_photos

STATES = list(product(Photo.State.values, [None, -1, 0, 1], [False, True], [True, False], ["NKC", ""]))


@pytest.mark.django_db
def test_is_public_and_public_agree_in_every_state():
    for state, days, staff_only, is_open, term in STATES:
        accession = make_accession(term=term, is_open=is_open)
        photo = make_photo(published=False, accession=accession)
        Photo.objects.filter(pk=photo.pk).update(state=state)
        opens = None if days is None else timezone.localdate() + timedelta(days=days)
        Rights.objects.create(photo=photo, embargo_until=opens, staff_only=staff_only)
    index_photos(Photo.objects.values_list("pk", flat=True))
    public = set(Photo.objects.public().values_list("pk", flat=True))
    verdicts = {photo.pk: photo.is_public() for photo in Photo.objects.with_gate_facts()}
    assert public == {pk for pk, verdict in verdicts.items() if verdict}
    assert len(public) == 3
