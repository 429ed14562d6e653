"""What each public page may show: one frozen dataclass a page. Templates use these names and no others."""

from archive.public.pages.gallery import Equivalence, FacetBox, FacetValue, GalleryPage
from archive.public.pages.others import (
    AboutPage,
    CodePage,
    CollectionPage,
    LandingPage,
    ListPage,
    PlaceNameLine,
    PlacePage,
    RunStep,
    SchemePage,
)
from archive.public.pages.parts import Chip, Fact, Link, Pager, Panel, PhotoCard, Picture, PlaceOnMap, Statement, Words
from archive.public.pages.photo import Pair, PairPage, PhotoPage, Related, Shot, Side, StoryStep, Use, Writing

__all__ = [
    "AboutPage",
    "Chip",
    "CodePage",
    "CollectionPage",
    "Equivalence",
    "FacetBox",
    "FacetValue",
    "Fact",
    "GalleryPage",
    "LandingPage",
    "Link",
    "ListPage",
    "Pager",
    "Pair",
    "PairPage",
    "Panel",
    "PhotoCard",
    "PhotoPage",
    "Picture",
    "PlaceNameLine",
    "PlaceOnMap",
    "PlacePage",
    "Related",
    "RunStep",
    "SchemePage",
    "Shot",
    "Side",
    "Statement",
    "StoryStep",
    "Use",
    "Words",
    "Writing",
]
