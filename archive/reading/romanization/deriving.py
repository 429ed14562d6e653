"""The historical forms of a name of which only the pinyin is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product

from archive.reading.folding import APOSTROPHES, HYPHENS, name_key
from archive.reading.romanization.postal import postal
from archive.reading.romanization.syllables import syllables
from archive.reading.romanization.wade_giles import wade_giles

_LONGEST = 5
_MOST_GUESSES = 6
_UNMARKED = str.maketrans("üÜ", "uU", APOSTROPHES + HYPHENS)
_CARELESS = {"ssu": "szu", "tzu": "tze", "tz'u": "tze", "erh": "er", "i": "yi", "yeh": "ye", "le": "lo"}


@dataclass(frozen=True)
class Derived:
    """A form that a rule makes from pinyin.

    `system` and `rule` are ``wade_giles``, ``postal`` or, for habits of careless typists, ``other`` and ``careless``.
    A guess is one of several that the rule allows, and nothing where the true form is known.
    """

    text: str
    system: str
    rule: str
    is_guess: bool = False


def derived_names(pinyin: str) -> Sequence[Derived]:
    """The forms by which a place with this name in pinyin was written before pinyin, surest first.

    No two have one match key, and none that of the pinyin. Empty for a name that is not made of Mandarin syllables,
    and for one of more than five, which is a description and not a name.
    """
    parted = syllables(pinyin)
    if not 0 < len(parted) <= _LONGEST:
        return ()
    taken = {name_key(pinyin)}
    return [form for form in _forms(parted) if not _is_known(name_key(form.text), taken)]


def _is_known(key: str, taken: set[str]) -> bool:
    known = key in taken
    taken.add(key)
    return known


def _forms(parted: Sequence[str]) -> Iterator[Derived]:
    proper = [wade_giles(syllable) for syllable in parted]
    yield Derived("-".join(proper).capitalize(), "wade_giles", "wade_giles")
    choices = [postal(syllable) for syllable in parted]
    is_guess = any(len(choice) > 1 for choice in choices)
    for spelled in islice(product(*choices), _MOST_GUESSES):
        yield Derived("".join(spelled).capitalize(), "postal", "postal", is_guess)
    for careless in (_with_chow(proper), [_CARELESS.get(part, part) for part in proper]):
        yield Derived("".join(careless).translate(_UNMARKED).capitalize(), "other", "careless")


def _with_chow(proper: Sequence[str]) -> list[str]:
    """Kueichow: the scholar's spelling with the post office's ending."""
    return [*proper[:-1], proper[-1].removesuffix("u") + "w" if proper[-1].endswith("ou") else proper[-1]]
