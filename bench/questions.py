"""The rows of the table: what a visitor asks, and the same for the rivals."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db import connection

from archive.models import CodeReading, Photo, PlaceName
from archive.models.codes import code_key
from archive.reading.folding import query_words
from bench.asked import AllOf, AnyOf, Asked, Phrase, Prefix, Word, term
from bench.words import BROAD, COMMON_PHRASE, HAN, MEDIUM, PHRASE, PREFIX, RARE, SECOND

EVERYTHING = AllOf()
LIST, SUGGEST = "/photos/", "/photos/suggest/"
PER_PAGE = 48

_NEAREST = """
    SELECT 'p/' || place.id FROM archive_place place, LATERAL (
        SELECT count(*) AS number FROM archive_searchentry
        WHERE terms @@ quote_literal('p/' || place.id)::tsquery
    ) carried
    WHERE place.kind = %s AND number >= %s
    ORDER BY abs(number - %s * (SELECT count(*) FROM archive_searchentry)), place.id LIMIT 1
"""


Ways = tuple[tuple[str, Asked], ...]
"""For each chosen facet its letter, and what is asked without it: so its values are counted."""


@dataclass(frozen=True)
class Question:
    """One row. `order` is ``rank``, ``number`` or ``date``; `is_heavy` gives it the longer time at a million."""

    name: str
    address: str
    asked: Asked = EVERYTHING
    ways: Ways = ()
    order: str = "rank"
    offset: int = 0
    is_heavy: bool = False
    letters: str = ""

    @property
    def is_suggestion(self) -> bool:
        """Whether it asks what some letters may become, and not for photographs."""
        return bool(self.letters)


def questions(deepest: int) -> list[Question]:
    """All rows. `deepest` is the number of the last page that the list offers."""
    province, town, tail = _place_near(0.05, kind="province"), _place_near(0.02), _place_near(0, least=20)
    code = CodeReading.objects.filter(photo__in=Photo.objects.public()).order_by("pk")[100].verbatim
    name, forms = _called(town)
    year, everywhere = term("y/1944"), (("p", EVERYTHING),)
    letters = name[:2].casefold()
    return [
        _words("broad word (40 %)", BROAD, Word(BROAD), is_heavy=True),
        _words("medium word (2 %)", MEDIUM, Word(MEDIUM)),
        _words("rare word (20 photos)", RARE, Word(RARE)),
        _words("two words", f"{BROAD} {SECOND}", AllOf((Word(BROAD), Word(SECOND)))),
        _words("phrase", f'"{" ".join(PHRASE)}"', Phrase(PHRASE)),
        _words("phrase of two common words", f'"{" ".join(COMMON_PHRASE)}"', Phrase(COMMON_PHRASE), is_heavy=True),
        _words("prefix", f"{PREFIX}*", Prefix(PREFIX)),
        _words("two Chinese characters", HAN, Word(HAN)),
        _words("name of a place", name, AnyOf((town, *forms))),
        Question("browse", LIST, order="number", is_heavy=True),
        Question("browse, one facet", _list(place=_value(province)), province, everywhere, order="number"),
        Question(
            "word and two facets",
            _list(q=BROAD, place=_value(province), year="1944"),
            AllOf((Word(BROAD), province, year)),
            (("p", AllOf((Word(BROAD), year))), ("y", AllOf((Word(BROAD), province)))),
        ),
        Question("deepest page", _list(page=deepest), order="number", offset=(deepest - 1) * PER_PAGE),
        Question("by date, long tail", _list(order="date", place=_value(tail)), tail, everywhere, order="date"),
        _words("code look-up", code, Word(code_key(code))),
        Question("suggestion", f"{SUGGEST}?{urlencode({'q': letters})}", letters=letters),
    ]


def _words(name: str, words: str, asked: Asked, *, is_heavy: bool = False) -> Question:
    return Question(name, _list(q=words), asked, is_heavy=is_heavy)


def _list(**parameters: object) -> str:
    return f"{LIST}?{urlencode(parameters)}"


def _value(asked: Word) -> str:
    return asked.lexeme.partition("/")[2]


def _place_near(share: float, *, kind: str = "city", least: int = 0) -> Word:
    """The term of the place whose share of the photographs is nearest to this one, of those with at least so many."""
    with connection.cursor() as cursor:
        cursor.execute(_NEAREST, [kind, least, share])
        return term(cursor.fetchone()[0])


def _called(place: Word) -> tuple[str, list[Phrase]]:
    """What people call a place, and every form of its name that is searched for with it."""
    names = list(PlaceName.objects.filter(place=int(_value(place)), is_derived=False).order_by("pk"))
    forms = {tuple(query_words(name.text)) for name in names if name.is_spelling()}
    return names[0].text, [Phrase(form) for form in sorted(forms)]
