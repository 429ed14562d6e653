"""The gate's verdict in plain words: what the public sees, from when, and each limit with the paper behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.models import Photo
from archive.vocabulary.exposure import Exposure
from archive.vocabulary.gate import NEVER, Bar, Limit, Paper, Verdict

BAR_WORDS = {
    Bar.NOT_PUBLISHED: gettext_lazy("nobody has published it yet"),
    Bar.WITHDRAWN: gettext_lazy("it is withdrawn"),
    Bar.ACCESSION_CLOSED: gettext_lazy("its gift may not be shown; a registrar can open it"),
    Bar.RIGHTS_MISSING: gettext_lazy("it has no rights term, nor has its gift; a registrar can give one"),
    Bar.STAFF_ONLY: gettext_lazy("its rights say staff only; a registrar can change that"),
    Bar.EMBARGO: gettext_lazy("an embargo is set on it"),
    Bar.TITLE_NOT_PASSED: gettext_lazy("the print does not belong to the museum, and its owner has not let us publish"),
    Bar.DONOR_STAFF: gettext_lazy("the donor asked that only staff see it"),
    Bar.DONOR_WORDS: gettext_lazy("the donor asked that only its words are public"),
    Bar.DONOR_SMALL: gettext_lazy("the donor asked for a small picture only"),
    Bar.IN_COPYRIGHT: gettext_lazy("it is in copyright, and the museum has no permission"),
    Bar.NOT_EVALUATED: gettext_lazy("nobody has looked at its copyright yet"),
    Bar.PRIVATE_LIVING: gettext_lazy("it shows private matters of somebody who may be alive"),
    Bar.PRIVATE_UNKNOWN: gettext_lazy("it shows private matters, and nobody has looked whether the person is alive"),
}
_GETS = {
    Exposure.WORDS: gettext_lazy("The public reads its words, without a picture"),
    Exposure.SMALL: gettext_lazy("The public sees it with a small picture"),
    Exposure.FULL: gettext_lazy("The public sees it"),
}
_LATER = {
    Exposure.SMALL: gettext_lazy("a small picture from %(day)s"),
    Exposure.FULL: gettext_lazy("all of it from %(day)s"),
}


@dataclass(frozen=True)
class Reason:
    """One limit as staff read it: the rule in words, until when, the paper it rests on, and its key for the form."""

    words: str
    until: str
    paper: str
    key: str
    may_be_lifted: bool
    is_over: bool


def standing_of(photo: Photo) -> str:
    """May the public see this photograph, how much, from when, and what stands in the way, as one or two sentences."""
    if photo.pk is None:
        return _("Not saved yet.")
    verdict, today = photo.verdict(), timezone.localdate()
    if verdict.bars:
        return _("Only staff see it: %(why)s.") % {"why": "; ".join(bar_words(verdict.bars))}
    later = "; ".join(_later(verdict, today))
    if verdict.opens and verdict.opens > today:
        sentence = _("The public sees this from %(day)s; staff see it now.") % {"day": date_format(verdict.opens)}
    else:
        sentence = f"{_GETS[verdict.on(today)]}."
    return f"{sentence} {_('Then %(steps)s.') % {'steps': later}}" if later else sentence


def bar_words(bars: tuple[Bar, ...]) -> list[str]:
    """Each bar in words."""
    return [str(BAR_WORDS[bar]) for bar in bars]


def reasons_of(photo: Photo) -> list[Reason]:
    """Every limit on this photograph with its end and the paper behind it, past ones last."""
    today = timezone.localdate()
    reasons = [_reason(photo, limit, today) for limit in photo.verdict().limits]
    return sorted(reasons, key=lambda reason: reason.is_over)


def _later(verdict: Verdict, today: date) -> Iterator[str]:
    """What comes after the first opening, level by level."""
    told = verdict.since(Exposure.WORDS)
    for level, words in _LATER.items():
        day = verdict.since(level)
        following = verdict.since(Exposure.FULL) if level is Exposure.SMALL else NEVER
        if day not in (told, NEVER) and day > today and (level is Exposure.FULL or day != following):
            yield str(words) % {"day": date_format(day)}


def _reason(photo: Photo, limit: Limit, today: date) -> Reason:
    return Reason(
        words=str(BAR_WORDS[limit.bar]),
        until=date_format(limit.until) if limit.until else "",
        paper=_paper(photo, limit.rule.paper),
        key=limit.key,
        may_be_lifted=limit.rule.is_waivable,
        is_over=not limit.holds_on(today),
    )


def _paper(photo: Photo, paper: Paper) -> str:
    gift = {"number": photo.accession.number}
    if paper is Paper.DEED:
        deed = photo.accession.deed_of_gift
        words = _("deed of gift of accession %(number)s") % gift
        return f"{words}: “{deed.clause}”" if deed.clause else words
    if paper is Paper.RIGHTS:
        own = any(record.photo_id for record in photo.rights_records())
        return _("rights of this photograph and of its gift") if own else _("rights of accession %(number)s") % gift
    if paper is Paper.ACCESSION:
        return _("accession %(number)s") % gift
    return _("the last decision") if paper is Paper.DECISION else _("the photograph’s record")
