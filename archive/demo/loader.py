"""Loads the demonstration collection: files first, then all records in one transaction: it is there whole, or not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction

from archive.demo.authorities import load_agents, load_places, load_schemes, load_sources
from archive.demo.chapters import tell_all
from archive.demo.data_files import read
from archive.demo.gifts import load_gifts
from archive.demo.photographs import Pictures, Shelf, load_photos
from archive.demo.pictures import draw_all, drawings
from archive.models import Accession, Photo, Place, User
from archive.publishing import publish, withdraw

Progress = Callable[[str], None]
ROLES = ("volunteer", "curator", "registrar", "admin")


def is_wanted() -> bool:
    """Whether the archive is empty, so that the demonstration harms nobody's work."""
    return not (Accession.objects.exists() or Place.objects.exists())


def load(password: str, *, progress: Progress) -> int:
    """Draw every picture, then write every record; the number of photographs. `progress` is told what is being done."""

    def tell(done: int, of: int) -> None:
        if done % 10 == 0 or done == of:
            progress(f"Drawing prints and slips: {done} of {of}")

    masters, derivatives = settings.MASTERS_ROOT, settings.DERIVATIVES_ROOT
    pictures = draw_all(drawings(read("photos")), masters=masters, derivatives=derivatives, progress=tell)
    return write(pictures, password, progress=progress)


def write(pictures: Pictures, password: str, *, progress: Progress) -> int:
    """Write all records, with those pictures that there are, and publish what is to be public. All or nothing."""
    rows = read("photos")
    with transaction.atomic():
        users = _users(password)
        progress("Writing the records …")
        photos = _records(rows, pictures, users)
        tell_all(rows, users["curator"])
        progress("Publishing …")
        for row in rows:
            _decide(photos[row["number"]], row, users)
    return len(photos)


def _records(rows: Sequence[Mapping[str, Any]], pictures: Pictures, users: Mapping[str, User]) -> dict[str, Photo]:
    agents = load_agents(read("agents"))
    shelf = Shelf(
        accessions=load_gifts(read("accessions"), agents, users["registrar"]),
        agents=agents,
        sources=load_sources(read("sources")),
        places=load_places(read("places")),
        schemes=load_schemes(),
    )
    return load_photos(rows, shelf, pictures, users["volunteer"], users["curator"])


def _users(password: str) -> dict[str, User]:
    """One member of staff for each role, all with the same password."""
    users = {}
    for role in ROLES:
        user, _made = User.objects.get_or_create(username=role, defaults={"is_staff": True})
        user.set_password(password)
        user.save()
        user.groups.add(Group.objects.get(name=role))
        users[role] = user
    return users


def _decide(photo: Photo, row: Mapping[str, Any], users: Mapping[str, User]) -> None:
    if row["state"] in ("public", "withdrawn"):
        publish(photo, by=users["curator"])
    if row["state"] == "withdrawn":
        withdraw(photo, by=users["registrar"], reason=row["withdrawn_reason"])
