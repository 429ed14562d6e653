"""Military campaigns and their phases, with their names in several scripts."""

from __future__ import annotations

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from archive.models import Place, Source
from archive.models.fields import DerivedDate, DerivedText
from archive.models.spans import earliest_day, edtf_date, latest_day
from archive.reading.folding import name_key


class CampaignQuerySet(models.QuerySet["Campaign"]):
    """Campaigns by who may see them and where they stand in the tree."""

    def public(self) -> Self:
        """Those a curator has published, together with all they are part of. The twin of `Campaign.is_public`."""
        state = Campaign.State.PUBLIC
        return self.filter(Q(parent__isnull=True) | Q(parent__state=state), state=state)

    def whole(self) -> Self:
        """Campaigns, not their phases."""
        return self.filter(parent__isnull=True)

    def named(self, key: str) -> Self:
        """Those that have a name with this match key."""
        return self.filter(names__key=key).distinct()


class Campaign(models.Model):
    """A military campaign, or one of its phases."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        PUBLIC = "public", _("published")

    slug = models.SlugField(_("address name"), max_length=80, unique=True)
    title = models.CharField(_("title"), max_length=200)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="phases", verbose_name=_("phase of")
    )
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.PROPOSED)
    dates_words = models.CharField(_("dates, in words"), max_length=200, blank=True)
    edtf = models.CharField(_("dates, as EDTF"), max_length=100, blank=True, validators=[edtf_date])
    earliest = DerivedDate(_("earliest"), null=True, source="edtf", by=earliest_day)
    latest = DerivedDate(_("latest"), null=True, source="edtf", by=latest_day)
    summary = models.TextField(_("in short"), blank=True)
    article = models.TextField(_("article"), blank=True)
    places = models.ManyToManyField(Place, blank=True, related_name="campaigns", verbose_name=_("places"))

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        ordering = ["earliest", "title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="campaign_not_in_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("campaign", args=[self.slug])

    def clean(self) -> None:
        """Phases have no phases of their own."""
        if self.parent and self.parent.parent_id:
            raise ValidationError({"parent": _("A phase cannot be part of a phase.")})

    def is_public(self) -> bool:
        """Whether visitors may see it: it is published, and so is the campaign it is a phase of."""
        public = self.State.PUBLIC
        return self.state == public and (self.parent is None or self.parent.state == public)


class CampaignName(models.Model):
    """One name of a campaign, in one script and system, and where it was found."""

    class System(models.TextChoices):
        ENGLISH = "english", _("English")
        JA = "ja", _("Japanese")
        HANS = "hans", _("simplified Chinese")
        HANT = "hant", _("traditional Chinese")
        HAN = "han", _("Chinese characters")
        PINYIN = "pinyin", _("pinyin")
        ROMANIZED = "romanized", _("romanized")
        LITERAL = "literal", _("literal translation")

    LANGUAGES = {
        System.JA: "ja",
        System.HANS: "zh-Hans",
        System.HANT: "zh-Hant",
        System.HAN: "und-Hani",
        System.PINYIN: "zh-Latn-pinyin",
        System.ROMANIZED: "und-Latn",
    }

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="names", verbose_name=_("campaign"))
    text = models.CharField(_("name"), max_length=200)
    system = models.CharField(_("system"), max_length=10, choices=System.choices)
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )
    key = DerivedText(max_length=200, source="text", by=name_key, db_index=True)

    class Meta:
        verbose_name = _("name of a campaign")
        verbose_name_plural = _("names of campaigns")
        ordering = ["campaign", "pk"]
        constraints = [models.UniqueConstraint(fields=["campaign", "text"], name="campaignname_once")]

    def __str__(self) -> str:
        return self.text

    @property
    def language(self) -> str:
        """The BCP 47 tag for the `lang` attribute; empty for English."""
        return self.LANGUAGES.get(self.System(self.system), "")
