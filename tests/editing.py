"""A small archive and what curators do to it, for properties that any number of edits must keep."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

from django.apps import apps
from django.utils import timezone
from factories import (
    make_accession,
    make_agent,
    make_campaign,
    make_code,
    make_collection,
    make_dating,
    make_image,
    make_link,
    make_mention,
    make_photo,
    make_place,
    make_transcription,
)
from hypothesis import strategies as st

from archive.models import CodeReading, Photo, Rights, Subject
from archive.publishing import NotPreferred, NotPublishable, bring_back, prefer, publish, take_back, withdraw
from archive.search.indexing import reindexed

EDITS = st.tuples(st.integers(0, 19), st.integers(0, 5), st.integers(0, 30))
"""What is done, to which photograph, and a number that varies it: for `World.edit`."""


class World:
    """Two gifts, places in places, two campaigns, six photographs; and what curators do to them."""

    def __init__(self) -> None:
        self.gifts = [make_accession(collection=make_collection()) for _ in range(2)]
        province, town, station = make_place("Guangxi", kind="province"), make_place("Liuzhou"), make_place("Station")
        self.places = [province, town, station]
        self.campaigns = []
        if apps.is_installed("campaigns"):
            self.campaigns = [make_campaign("Ichi-Go"), make_campaign("Zhejiang", state="proposed")]
        self.agent = make_agent("Orrin")
        self.photos = [
            make_photo(published=turn % 2 == 0, accession=self.gifts[turn % 2], caption=f"Caption {turn}")
            for turn in range(6)
        ]
        self.deeds: list[Callable[[Photo, int], None]] = [
            self.publish, self.withdraw, self.bring_back, self.retitle, self.date, self.place, self.transcribe,
            self.code, self.name, self.link, self.picture, self.move_place, self.rename_place, self.rename_agent,
            self.close_gift, self.embargo, self.open_campaign, self.rename_collection, self.reject,
            self.prefer,
        ]  # fmt: skip

    def edit(self, deed: int, photo: int, n: int) -> None:
        """Do one of the deeds."""
        self.deeds[deed](self.photos[photo], n)

    def publish(self, photo: Photo, n: int) -> None:
        with suppress(NotPublishable):
            publish(photo, by=None)

    def withdraw(self, photo: Photo, n: int) -> None:
        withdraw(photo, by=None, reason="asked")

    def bring_back(self, photo: Photo, n: int) -> None:
        bring_back(photo, by=None)

    def retitle(self, photo: Photo, n: int) -> None:
        with reindexed(photo):
            Photo.objects.filter(pk=photo.pk).update(title=f"Title {n}")

    def date(self, photo: Photo, n: int) -> None:
        with reindexed(photo):
            make_dating(photo, f"19{40 + n % 10}-0{1 + n % 9}")

    def place(self, photo: Photo, n: int) -> None:
        with reindexed(photo):
            make_mention(photo, self.places[n % 3], as_written=f"Liuchow {n}")

    def transcribe(self, photo: Photo, n: int) -> None:
        with reindexed(photo):
            make_transcription(photo, text=f"Words {n}", layer="struck_out" if n % 2 else "original")

    def code(self, photo: Photo, n: int) -> None:
        if not CodeReading.objects.filter(photo=photo, verbatim=f"0704{n:04}/A").exists():
            with reindexed(photo):
                make_code(photo, f"0704{n:04}/A")

    def name(self, photo: Photo, n: int) -> None:
        with reindexed(photo):
            Subject.objects.create(photo=photo, agent=self.agent, as_written=f"Orrin {n}", basis="caption")

    def link(self, photo: Photo, n: int) -> None:
        for campaign in self.campaigns[n % 2 :][:1]:
            if not campaign.links.filter(photo=photo).exists():
                with reindexed(photo):
                    make_link(photo, campaign)

    def picture(self, photo: Photo, n: int) -> None:
        with reindexed(photo):
            make_image(photo, side="verso" if n % 2 else "recto", position=photo.images.count(), is_hidden=n % 3 == 0)

    def move_place(self, photo: Photo, n: int) -> None:
        inner, outer = (self.places[1], self.places[0]) if n % 2 else (self.places[2], self.places[1])
        with reindexed(inner):
            inner.parent = None if inner.parent_id else outer
            inner.save()

    def rename_place(self, photo: Photo, n: int) -> None:
        place = self.places[n % 3]
        with reindexed(place):
            place.title = f"Town {n}"
            place.save()

    def rename_agent(self, photo: Photo, n: int) -> None:
        with reindexed(self.agent):
            self.agent.name, self.agent.is_private = f"Name {n}", n % 2 == 0
            self.agent.save()

    def close_gift(self, photo: Photo, n: int) -> None:
        gift = self.gifts[n % 2]
        with reindexed(gift):
            gift.is_open = not gift.is_open
            gift.save()

    def embargo(self, photo: Photo, n: int) -> None:
        rights, _made = Rights.objects.get_or_create(photo=photo)
        with reindexed(rights):
            rights.embargo_until = timezone.localdate() + timedelta(days=n - 5) if n % 3 else None
            rights.staff_only = n % 7 == 0
            rights.save()

    def open_campaign(self, photo: Photo, n: int) -> None:
        for campaign in self.campaigns[n % 2 :][:1]:
            with reindexed(campaign):
                campaign.state = "proposed" if campaign.state == "public" else "public"
                campaign.save()

    def rename_collection(self, photo: Photo, n: int) -> None:
        collection = self.gifts[n % 2].collection
        assert collection is not None
        with reindexed(collection):
            collection.title = f"Collection {n}"
            collection.save()

    def reject(self, photo: Photo, n: int) -> None:
        for statement in [*photo.datings.all()[:1], *photo.place_mentions.all()[:1]]:
            if statement.preferred:
                take_back(statement, because="No longer", by=None)
            with reindexed(statement):
                statement.certainty = "rejected"
                statement.save()

    def prefer(self, photo: Photo, n: int) -> None:
        for statement in [*photo.datings.all()[n % 2 :][:1], *photo.place_mentions.all()[n % 2 :][:1]]:
            with suppress(NotPreferred):
                prefer(statement, because=f"Reason {n}", by=None)
