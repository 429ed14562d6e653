"""The page of one photograph."""

from __future__ import annotations

from django.db.models import Prefetch
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.models import (
    AccessionParty,
    CodeReading,
    Correction,
    Dating,
    Photo,
    PlaceMention,
    Statement,
    Subject,
    Transcription,
)
from archive.models.evidence import StatementQuerySet
from archive.public import pages
from archive.public.belonging import belonging
from archive.public.cards import cover
from archive.public.correctable import tell_url
from archive.public.panels import panels_for
from archive.public.place_pages import location
from archive.public.questions import codes_asked, facts_asked
from archive.public.sides import sides_of
from archive.public.statements import fact
from archive.public.story import story_of
from archive.public.thanks import helped
from archive.public.unanswered import unanswered
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
            Prefetch("transcriptions", Transcription.objects.select_related("source")),
            Prefetch("accession__parties", AccessionParty.objects.select_related("agent")),
            # Each kind of statement with what it refers to in one query.
            Prefetch("datings", _with_grounds(Dating)),
            Prefetch("place_mentions", _with_grounds(PlaceMention).select_related("place")),
            Prefetch("subjects", _with_grounds(Subject).select_related("agent")),
            Prefetch("codes", _with_grounds(CodeReading).select_related("scheme")),
        )
        .filter(number=number)
        .first()
    )
    # The index and the gate must agree; should they ever not, the gate has the last word.
    if photo is None or not photo.is_public():
        raise Http404
    return photo


def _with_grounds(model: type[Statement]) -> StatementQuerySet:
    rows: StatementQuerySet = model._default_manager.with_origin()  # type: ignore[attr-defined]
    return rows.select_related("source__derived_from")


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
        facts=[fact(question) for question in facts_asked(photo)],
        codes=[fact(question) for question in codes_asked(photo)],
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
        helped=helped(photo),
        unanswered=[pages.Link(str(one.words), tell_url(photo.number, one.about)) for one in unanswered(photo)],
        tell_title_url=tell_url(photo.number, Correction.Kind.TITLE),
        tell_description_url=tell_url(photo.number, Correction.Kind.DESCRIPTION),
    )


def _preview(photo: Photo, sides: list[pages.Side], site: str) -> pages.Picture | None:
    """The picture that other sites show with a link to the page: covered when it may distress."""
    if not sides:
        return None
    face = visible_sides(photo)[0]
    shown = cover(face.key, face.width, face.height) if photo.sensitivity else sides[0].picture
    return shown._replace(src=site + shown.src)


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
