"""Lost counterparts are listed as work to do."""

from __future__ import annotations

import pytest
from django.urls import reverse
from factories import make_photo

from archive.models import Relation

pytestmark = pytest.mark.django_db


def test_a_lost_counterpart_is_listed_until_it_is_found(as_user, curator):
    photo = make_photo(published=False, title="Two spans down")
    relation = Relation.objects.create(photo=photo, kind="before", words="The bridge while it stood")
    client, url = as_user(curator), reverse("desk-counterparts")
    page = client.get(url).content.decode()
    assert "The bridge while it stood" in page
    assert reverse("admin:archive_relation_change", args=[relation.pk]) in page
    Relation.objects.filter(pk=relation.pk).update(other=make_photo())
    assert "None is missing." in client.get(url).content.decode()


def test_long_lists_are_paged(as_user, curator):
    photo = make_photo()
    Relation.objects.bulk_create(Relation(photo=photo, kind="before", words=f"Lost {n}") for n in range(51))
    page = as_user(curator).get(reverse("desk-counterparts") + "?page=2").content.decode()
    assert "Lost 50" in page
    assert "51 counterparts are missing." in page
