"""The pages of the reading desk, put together."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from archive.desk import pages
from archive.desk.choices import LETTERS, detail, is_unsure
from archive.desk.meeting import Met
from archive.desk.sheet import Row
from archive.images.addresses import picture_url
from archive.images.specs import LARGE, PAGE
from archive.models import Image, Photo, Proposal, Transcription
from archive.reading.marking import segments

_SHOWN = 100
_EXCERPT = 110


def waiting() -> QuerySet[Photo]:
    """Drafts with open suggestions, in the order of their numbers."""
    open_ones = Count("proposals", filter=Q(proposals__state=Proposal.State.OPEN))
    drafts = Photo.objects.exclude(state__in=(Photo.State.PUBLIC, Photo.State.WITHDRAWN))
    return drafts.annotate(open_count=open_ones).filter(open_count__gt=0).order_by("sort_key")


def next_after(photo: Photo) -> Photo | None:
    """The next draft that waits, beginning anew after the last one; None when no other waits."""
    others = waiting().exclude(pk=photo.pk)
    return others.filter(sort_key__gt=photo.sort_key).first() or others.first()


def queue_page() -> pages.QueuePage:
    """All that waits."""
    drafts = waiting()
    shown = drafts.prefetch_related("transcriptions")[:_SHOWN]
    return pages.QueuePage([_waiting(photo) for photo in shown], drafts.count())


def _waiting(photo: Photo) -> pages.Waiting:
    texts = [row.text for row in photo.transcriptions.all()] or [photo.title]
    excerpt = " ".join(texts[0].split())[:_EXCERPT]
    count: int = photo.open_count  # type: ignore[attr-defined]
    return pages.Waiting(photo.number, reverse("desk-reading", args=[photo.number]), excerpt, count)


def reading_page(
    photo: Photo, rows: Sequence[Row], meetings: Sequence[Met] = (), here: Sequence[str] = ()
) -> pages.ReadingPage:
    """One draft with what the reader makes of its words, who else has it open, and what they decided meanwhile."""
    following = next_after(photo)
    return pages.ReadingPage(
        number=photo.number,
        title=photo.title,
        scans=[scan_of(image) for image in sorted(photo.images.all(), key=_backs_first)],
        captions=[_caption(caption, rows) for caption in photo.transcriptions.all()],
        suggestions=[_suggested(row) for row in rows],
        waiting=waiting().count(),
        next_url=reverse("desk-reading", args=[following.number]) if following else "",
        record_url=reverse("admin:archive_photo_change", args=[photo.pk]),
        meetings=[_meeting(one) for one in meetings],
        record=str(photo.pk),
        here=here,
        problems=sum(1 for row in rows if row.problem),
    )


def _meeting(one: Met) -> pages.Meeting:
    proposal = one.row.proposal
    return pages.Meeting(
        id=proposal.pk,
        letter=LETTERS[Proposal.Kind(proposal.kind)],
        as_written=proposal.as_written,
        who=one.who,
        theirs=one.theirs,
        mine=one.mine,
        kept=one.kept,
        chosen=one.row.chosen,
        typed=one.row.typed,
        can_stand=one.can_stand,
        problem=one.problem,
    )


def _backs_first(image: Image) -> tuple[bool, tuple[int, int]]:
    """The back carries the words, so it is what a reader wants first."""
    return (image.side != Image.Side.VERSO, image.order)


def scan_of(image: Image) -> pages.Scan:
    width, height = PAGE.fit(image.width, image.height)
    return pages.Scan(
        label=str(image.get_side_display()),
        src=picture_url(image.key, PAGE),
        large=picture_url(image.key, LARGE),
        width=width,
        height=height,
        alt=image.alt or str(image.get_side_display()),
    )


def _caption(caption: Transcription, rows: Sequence[Row]) -> pages.Caption:
    own = {str(row.proposal.pk): row.proposal for row in rows if row.proposal.transcription_id == caption.pk}
    spans = [(one.span_start or 0, one.span_end or 0, key) for key, one in own.items()]
    # Where suggestions overlap, the words belong to the shortest, which says most about them.
    spans.sort(key=lambda span: span[1] - span[0])
    parts = [
        _part(segment.text, own[segment.keys[0]]) if segment.keys else pages.Part(segment.text)
        for segment in segments(caption.text, spans)
    ]
    return pages.Caption(caption.pk, str(caption.get_carrier_display()), caption.language, parts)


def _part(text: str, proposal: Proposal) -> pages.Part:
    return pages.Part(text, str(proposal.pk), LETTERS[Proposal.Kind(proposal.kind)], is_unsure(proposal))


def _suggested(row: Row) -> pages.Suggested:
    proposal = row.proposal
    choices = [pages.Choice(str(place), way.label, place + 1) for place, way in enumerate(row.ways)]
    return pages.Suggested(
        id=proposal.pk,
        letter=LETTERS[Proposal.Kind(proposal.kind)],
        kind=str(proposal.get_kind_display()).capitalize(),
        detail=detail(proposal),
        as_written=proposal.as_written,
        choices=choices,
        chosen=row.chosen,
        typed=row.typed,
        is_unsure=is_unsure(proposal),
        rule=_("found by: %(rule)s") % {"rule": proposal.rule},
        problem=row.problem,
    )
