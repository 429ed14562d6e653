"""What synthetic captions are made of: words as skewed as in any language, and marked ones at rates that are known.

Nothing in it looks like a real caption; only its numbers do.
"""

from __future__ import annotations

import random
from itertools import accumulate, product
from typing import TypeVar

T = TypeVar("T")

BROAD, SECOND, MEDIUM, PREFIX, RARE, HAN = "refugees", "crossing", "ferry", "pon", "quillback", "山水"
COMMON_PHRASE = (BROAD, SECOND)
PHRASE = (MEDIUM, "pontoon")
RARE_PHOTOS = 20
RATES = (
    (f"{BROAD} {SECOND}", 0.12),
    (BROAD, 0.32),
    (SECOND, 0.20),
    (f"{MEDIUM} pontoon", 0.005),
    (MEDIUM, 0.015),
    ("pontoon", 0.01),
    ("ponds", 0.01),
    (HAN, 0.15),
)
"""What is set into a caption, and how often: `BROAD` comes to stand in 40 % of them."""

_VOCABULARY = 20_000
_SYLLABLES = (
    *("ba", "ko", "li", "shu", "wen", "tan", "gui", "lo", "hen", "zho", "pin", "yan"),
    *("kan", "min", "don", "xi", "nan", "bei", "jia", "he", "ru", "sta", "mer"),
)
_CHARACTERS = [chr(0x4E00 + 7 * turn) for turn in range(900)]


class Dice:
    """Repeatable choices: the same seed gives the same collection."""

    def __init__(self, seed: int = 1944) -> None:
        self.random = random.Random(seed)
        self._words = self.random.sample([*map("".join, product(_SYLLABLES, repeat=3))], 12_000)
        self._words += self.random.sample([*map("".join, product(_SYLLABLES, repeat=4))], _VOCABULARY - 12_000)
        self._weights = _zipf(len(self._words))
        self._han_weights = _zipf(len(_CHARACTERS))

    def caption(self) -> list[str]:
        """A dozen words or so, few of them frequent, some with Chinese, and the marked ones at their rates."""
        words = self.random.choices(self._words, cum_weights=self._weights, k=self.random.randint(8, 18))
        for text, rate in RATES:
            if self.happens(rate):
                words.insert(self.random.randrange(len(words)), text)
        if self.happens(0.3):
            words.append(self.han(self.random.randint(2, 6)))
        return words

    def words(self, count: int) -> str:
        """Some words of the vocabulary, all as likely."""
        return " ".join(self.random.choices(self._words, k=count))

    def han(self, count: int) -> str:
        """Chinese characters in a row."""
        return "".join(self.random.choices(_CHARACTERS, cum_weights=self._han_weights, k=count))

    def skewed(self, things: list[T]) -> T:
        """One of them, the first ones far more often."""
        return things[min(len(things) - 1, int(self.random.paretovariate(0.7)) - 1)]

    def happens(self, rate: float) -> bool:
        """Whether something of this probability happens."""
        return self.random.random() < rate


def _zipf(count: int) -> list[float]:
    return list(accumulate(1 / rank for rank in range(1, count + 1)))
