"""The page of one photograph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Prefetch
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.models import (
    CodeReading,
    Dating,
    Photo,
    PlaceMention,
    Subject,
)
from archive.public import pages
from archive.public.belonging import belonging
from archive.public.cards import cover
from archive.public.panels import panels_for
from archive.public.place_pages import location
from archive.public.sides import sides_of
from archive.public.statements import fact, tell_code, tell_date, tell_place, tell_subject
from archive.public.story import story_of
from archive.public.writings import writings_of
from archive.search.cards import date_words, place_words
from archive.search.showing import places_taken_at, visible_sides
from archive.vocabulary.exposure import Exposure
from archive.vocabulary.rights import Reuse, RightsTerm

_ANSWERS = {
    Reuse.YES: (gettext_lazy("Yes"), gettext_lazy("You may use this picture freely; please name the museum as below.")),
    Reuse.CONDITIONS: (
        gettext_lazy("Yes, with conditions"),
        gettext_lazy("You may use this picture within the terms below."),
    ),
    Reuse.ASK: (
        gettext_lazy("Ask us first"),
        gettext_lazy("Write to us before you use this picture outside your home or classroom."),
    ),
}


def public_photo(number: str) -> Photo:
    """The photograph with this number and all that its page tells. Raises Http404 when the public may not see it."""
    photo = (
        Photo.objects.public()
        .with_exposure()
        .with_gate_facts()
        .select_related("accession__collection", "accession__donor", "accession__intermediary")
        .prefetch_related(
            "images",
            "transcriptions",
            # Each kind of statement with what it refers to in one query.
            Prefetch("datings", Dating.objects.select_related("source")),
            Prefetch("place_mentions", PlaceMention.objects.select_related("place", "source")),
            Prefetch("subjects", Subject.objects.select_related("agent", "source")),
            Prefetch("codes", CodeReading.objects.select_related("scheme", "source")),
        )
        .filter(number=number)
        .first()
    )
    # The index and the gate must agree; should they ever not, the gate has the last word.
    if photo is None or not photo.is_public():
        raise Http404
    return photo


def photo_page(photo: Photo, address: str) -> pages.PhotoPage:
    """What the page of a public photograph shows."""
    title = photo.title or _("Photograph %(number)s") % {"number": photo.number}
    # The database's clock and the museum's day must agree; should they ever not, the stricter counts.
    exposure = Exposure(min(photo.exposure(), photo.shown))  # type: ignore[attr-defined]
    sides = sides_of(photo, exposure) if exposure >= Exposure.SMALL else []
    credit = photo.accession.credit_line
    others = belonging(photo)
    return pages.PhotoPage(
        number=photo.number,
        title=title,
        description=photo.description,
        sides=sides,
        writings=writings_of(photo),
        facts=list(_facts(photo)),
        codes=[one for code in photo.codes.all() if (one := fact(_("Provenance code"), [code], tell_code))],
        panels=panels_for(photo),
        story=story_of(photo),
        pairs=others.pairs,
        related=others.related,
        use=_use(photo.rights_term(), credit, photo.number),
        collection=_collection(photo),
        credit=credit,
        sensitivity=[str(label) for value, label in Photo.Sensitivity.choices if value in photo.sensitivity],
        address=address,
        citation=_citation(title, photo, address),
        excerpt=photo.description or title,
        date_words=date_words(photo),
        place_words=place_words(photo)[0],
        place=_place(photo),
        preview=_preview(photo, sides, address.removesuffix(photo.get_absolute_url())),
        is_illustration=any(side.picture.is_illustration for side in sides),
    )


def _preview(photo: Photo, sides: list[pages.Side], site: str) -> pages.Picture | None:
    """The picture that other sites show with a link to the page: covered when it may distress."""
    if not sides:
        return None
    face = visible_sides(photo)[0]
    shown = cover(face.key, face.width, face.height) if photo.sensitivity else sides[0].picture
    return replace(shown, src=site + shown.src)


def _facts(photo: Photo) -> Iterable[pages.Fact]:
    datings, mentions = photo.datings.all(), photo.place_mentions.all()
    # Of a private person nothing is said, not even in the source's words.
    subjects = [row for row in photo.subjects.all() if row.agent is None or row.agent.is_nameable()]
    where = [row for row in mentions if row.says_where()]
    candidates = [
        fact(_("Taken"), (row for row in datings if row.role == Dating.Role.DEPICTED), tell_date),
        fact(_("Place"), where, tell_place),
    ]
    candidates += [
        fact(str(role.label).capitalize(), (row for row in datings if row.role == role), tell_date)
        for role in Dating.Role
        if role != Dating.Role.DEPICTED
    ]
    candidates += [
        fact(str(role.label).capitalize(), [row], tell_place)
        for role in PlaceMention.Role
        for row in mentions
        if row.role == role and not row.says_where()
    ]
    candidates += [
        fact(str(role.label).capitalize(), [row], tell_subject)
        for role in Subject.Role
        for row in subjects
        if row.role == role
    ]
    return (one for one in candidates if one and one.shown.text)


def _use(term: RightsTerm | None, credit: str, number: str) -> pages.Use:
    answer, sentence = _ANSWERS[term.reuse if term else Reuse.ASK]
    return pages.Use(
        answer=str(answer),
        sentence=str(sentence),
        term=term.label if term else "",
        term_url=term.uri if term else "",
        credit=", ".join(filter(None, [credit, number])),
    )


def _collection(photo: Photo) -> pages.Link | None:
    collection = photo.accession.collection
    return pages.Link(collection.title, collection.get_absolute_url()) if collection else None


def _citation(title: str, photo: Photo, address: str) -> str:
    return ". ".join(filter(None, [f"“{title}”", photo.accession.credit_line, photo.number, address]))


def _place(photo: Photo) -> pages.PlaceOnMap | None:
    return next((location(place) for place in places_taken_at(photo)), None)
