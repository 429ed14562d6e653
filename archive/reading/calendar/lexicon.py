"""The words that dates are made of, in English and, where prints of this theatre carry them, German and French."""

from __future__ import annotations

from enum import Enum, auto


class Kind(Enum):
    """What a token can do in a date."""

    YEAR = auto()
    YEARS = auto()
    SHORT_YEAR = auto()
    NUMBER = auto()
    MASK = auto()
    MONTH = auto()
    SEASON = auto()
    NUMERIC = auto()
    WEEKDAY = auto()
    HOLIDAY = auto()
    PORTION = auto()
    ORDINAL = auto()
    STRETCH = auto()
    QUARTER = auto()
    CIRCA = auto()
    PERHAPS = auto()
    BEFORE = auto()
    AFTER = auto()
    BY = auto()
    NOT_BEFORE = auto()
    SINCE = auto()
    ONWARD = auto()
    OR_LATER = auto()
    OR_EARLIER = auto()
    OR_SO = auto()
    NEXT_DAY = auto()
    BETWEEN = auto()
    FROM = auto()
    TO = auto()
    OR = auto()
    AND = auto()
    DASH = auto()
    SLASH = auto()
    COMMA = auto()
    DOT = auto()
    QUESTION = auto()
    FILLER = auto()
    OF = auto()
    OTHER = auto()


_MONTHS = (
    "january jan januar janvier jänner",
    "february feb februar février fevrier febr",
    "march mar märz maerz mars",
    "april apr avril",
    "may mai",
    "june jun juni juin",
    "july jul juli juillet",
    "august aug août aout",
    "september sept sep septembre",
    "october oct oktober octobre okt",
    "november nov novembre",
    "december dec dezember décembre decembre dez",
)
_SEASONS = {
    21: "spring frühjahr frühling printemps",
    22: "summer sommer été",
    23: "fall autumn herbst automne",
    24: "winter hiver",
}
_WEEKDAYS = (
    "monday mon",
    "tuesday tue tues",
    "wednesday wed",
    "thursday thu thur thurs",
    "friday fri",
    "saturday sat",
    "sunday sun",
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
FULL_MONTHS = {names.split()[0]: number for number, names in enumerate(_MONTHS, start=1)}
EVERYDAY_WORDS = {"may", "march", "mar", "mars", "fall", "spring", "sun", "sat", "august", "wed", "summer", "mon"}
"""Names of months, seasons and days that are ordinary words too when written small."""

_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}
_LISTS: dict[Kind, dict[str, str]] = {
    Kind.PORTION: {
        "early": "early begin beginning start anfang début debut",
        "mid": "mid middle mitte mi",
        "late": "late end ende fin",
    },
    Kind.STRETCH: {"half": "half", "week": "week", "quarter": "quarter qtr"},
    Kind.CIRCA: {"~": "c ca cca circa cir about around abt approx approximately roughly vers um ungefähr environ"},
    Kind.PERHAPS: {
        "?": "probably probable perhaps possibly maybe likely presumably apparently prob poss wohl vermutlich"
    },
    Kind.BEFORE: {"": "before pre ante vor avant"},
    Kind.AFTER: {"": "after post following nach après"},
    Kind.BY: {"": "by until till til bis"},
    Kind.SINCE: {"": "since seit depuis"},
    Kind.ONWARD: {"": "on onward onwards forward"},
    Kind.BETWEEN: {"": "between zwischen entre"},
    Kind.FROM: {"": "from von"},
    Kind.TO: {"": "to through thru and_through"},
    Kind.OR: {"": "or oder ou"},
    Kind.AND: {"": "and und et &"},
    Kind.OF: {"": "of"},
    Kind.FILLER: {"": "in the on during at sometime im en part dated year"},
}
PHRASES: dict[tuple[str, ...], tuple[Kind, object]] = {
    ("on", "or", "about"): (Kind.CIRCA, "~"),
    ("on", "or", "around"): (Kind.CIRCA, "~"),
    ("at", "about"): (Kind.CIRCA, "~"),
    ("prior", "to"): (Kind.BEFORE, ""),
    ("earlier", "than"): (Kind.BEFORE, ""),
    ("later", "than"): (Kind.AFTER, ""),
    ("subsequent", "to"): (Kind.AFTER, ""),
    ("not", "later", "than"): (Kind.BY, ""),
    ("no", "later", "than"): (Kind.BY, ""),
    ("not", "after"): (Kind.BY, ""),
    ("up", "to"): (Kind.BY, ""),
    ("up", "until"): (Kind.BY, ""),
    ("up", "to", "and", "including"): (Kind.BY, ""),
    ("on", "or", "before"): (Kind.BY, ""),
    ("in", "or", "before"): (Kind.BY, ""),
    ("not", "before"): (Kind.NOT_BEFORE, ""),
    ("not", "earlier", "than"): (Kind.NOT_BEFORE, ""),
    ("no", "earlier", "than"): (Kind.NOT_BEFORE, ""),
    ("on", "or", "after"): (Kind.NOT_BEFORE, ""),
    ("in", "or", "after"): (Kind.NOT_BEFORE, ""),
    ("or", "later"): (Kind.OR_LATER, ""),
    ("or", "after"): (Kind.OR_LATER, ""),
    ("at", "the", "earliest"): (Kind.OR_LATER, ""),
    ("or", "earlier"): (Kind.OR_EARLIER, ""),
    ("or", "before"): (Kind.OR_EARLIER, ""),
    ("at", "the", "latest"): (Kind.OR_EARLIER, ""),
    ("or", "so"): (Kind.OR_SO, ""),
    ("or", "thereabouts"): (Kind.OR_SO, ""),
    ("the", "day", "after"): (Kind.NEXT_DAY, 1),
    ("the", "day", "before"): (Kind.NEXT_DAY, -1),
    ("and", "later"): (Kind.ONWARD, ""),
    ("and", "after"): (Kind.ONWARD, ""),
    ("new", "year's", "day"): (Kind.HOLIDAY, "new year"),
    ("new", "years", "day"): (Kind.HOLIDAY, "new year"),
    ("new", "year's", "eve"): (Kind.HOLIDAY, "new year's eve"),
    ("christmas", "day"): (Kind.HOLIDAY, "christmas"),
    ("christmas", "eve"): (Kind.HOLIDAY, "christmas eve"),
    ("christmas",): (Kind.HOLIDAY, "christmas"),
    ("fourth", "of", "july"): (Kind.HOLIDAY, "fourth of july"),
    ("double", "tenth"): (Kind.HOLIDAY, "double tenth"),
    ("double", "ten"): (Kind.HOLIDAY, "double tenth"),
    ("armistice", "day"): (Kind.HOLIDAY, "armistice"),
    ("lunar", "new", "year"): (Kind.HOLIDAY, "lunar new year"),
    ("chinese", "new", "year"): (Kind.HOLIDAY, "lunar new year"),
    ("chinese", "new", "year's"): (Kind.HOLIDAY, "lunar new year"),
}
HOLIDAYS: dict[str, tuple[int, int]] = {
    "new year": (1, 1),
    "new year's eve": (12, 31),
    "christmas": (12, 25),
    "christmas eve": (12, 24),
    "fourth of july": (7, 4),
    "double tenth": (10, 10),
    "armistice": (11, 11),
}
LUNAR_NEW_YEAR: dict[int, tuple[int, int]] = {
    1936: (1, 24),
    1937: (2, 11),
    1938: (1, 31),
    1939: (2, 19),
    1940: (2, 8),
    1941: (1, 27),
    1942: (2, 15),
    1943: (2, 5),
    1944: (1, 25),
    1945: (2, 13),
    1946: (2, 2),
    1947: (1, 22),
}


def _vocabulary() -> dict[str, tuple[Kind, object]]:
    found: dict[str, tuple[Kind, object]] = {}
    for kind, values in _LISTS.items():
        found |= {word: (kind, value) for value, names in values.items() for word in names.split()}
    found |= {word: (Kind.ORDINAL, number) for word, number in _ORDINALS.items()}
    found |= {word: (Kind.WEEKDAY, number) for number, names in enumerate(_WEEKDAYS) for word in names.split()}
    found |= {word: (Kind.SEASON, code) for code, names in _SEASONS.items() for word in names.split()}
    return found | {word: (Kind.MONTH, number) for word, number in MONTHS.items()}


VOCABULARY = _vocabulary()
