"""Who helped: accepted corrections, as long as what they became stands on the photograph's page."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.models import Correction, Photo
from archive.public.discretion import discreet, unnamed
from archive.public.questions import all_asked
from archive.publishing.kinds import other
from archive.search.showing import visible_writings

_FACTS: dict[str, Promise] = {
    Correction.Kind.DATE: gettext_lazy("Date"),
    Correction.Kind.PLACE: gettext_lazy("Place"),
    Correction.Kind.SUBJECT: gettext_lazy("Person, unit or craft"),
    Correction.Kind.CODE: gettext_lazy("Code"),
    Correction.Kind.TITLE: gettext_lazy("Title"),
    Correction.Kind.DESCRIPTION: gettext_lazy("Description"),
    Correction.Kind.WORDS: gettext_lazy("Words on the print"),
}


def helped(photo: Photo) -> list[str]:
    """A line for each correction, the oldest first, the same line once.

    The photograph's statements are fetched.
    """
    made, names = _told(photo), unnamed(photo)
    rows = photo.corrections.accepted().order_by("answered_at")  # type: ignore[attr-defined]
    return list(dict.fromkeys(discreet(_line(row), names) for row in rows if row.made in made))


def _line(row: Correction) -> str:
    words = _("%(fact)s corrected with help from %(who)s, %(year)s")
    if not row.shown:
        words = _("%(fact)s told by %(who)s, %(year)s")
    kind = other(row.kind)
    fact = kind.label if kind else _FACTS[row.kind]
    return words % {"fact": fact, "who": row.helper(), "year": localtime(row.answered_at).year}


def _told(photo: Photo) -> set[str]:
    """By their slugs, what stands on the page."""
    stand = {one.slug for question in all_asked(photo) for one in question.standing}
    return {*Correction.TEXTS, *stand, *(f"words-{row.pk}" for row in visible_writings(photo))}
