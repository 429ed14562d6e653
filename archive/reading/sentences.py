"""Where the sentences of a caption begin and end; the stops of ranks, initials and abbreviations do not end one."""

from __future__ import annotations

import re
from bisect import bisect_right

_STOP = re.compile(r"[.!?…]+[\"”’')\]}]*(?=\s|$)|\n+")
_NOT_AN_END = re.compile(
    r"(?:\b(?:[A-Za-z]|Lt|Capt|Maj|Col|Gen|Brig|Sgt|Cpl|Corp|Pvt|Pfc|Adm|Cmdr|Comdr|Ens|Dr|Mr|Mrs|St|Ft"
    r"|Mt|No|Co|Bn|Regt|Div"
    r"|Sq|Det|Hq|Ave|Blvd|approx|ca|abt|cir|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed"
    r"|Thurs?|Fri|Sat|Sun"
    r"|Ill|Calif|Mass|Conn|Ind|Mich|Minn|Tenn|Wash|Ore|Okla|Ariz|Ark|Colo|Fla|Ga|Kans?|Ky|La|Md|Miss|Mo"
    r"|Mont|Neb|Nev|Penna?|Pa"
    r"|Tex|Va|Vt|Wis|Wyo|Del|Ala|Neb|Jr|Sr)\.|\bU\.S\.|\bN\.Y\.|\bN\.J\.|\bU\.K\.)$"
)
_LONGEST_ABBREVIATION = 8


class Sentences:
    """The sentences of one text."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        for match in _STOP.finditer(text):
            before = text[max(0, match.end() - _LONGEST_ABBREVIATION) : match.end()]
            if match.group() != "." or not _NOT_AN_END.search(before):
                self._starts.append(match.end())
        self._end = len(text)

    def number_at(self, place: int) -> int:
        """The number of the sentence that this place lies in, from 0."""
        return bisect_right(self._starts, place) - 1

    def bounds_at(self, place: int) -> tuple[int, int]:
        """Where the sentence of this place starts and ends."""
        number = self.number_at(place)
        end = self._starts[number + 1] if number + 1 < len(self._starts) else self._end
        return self._starts[number], end
