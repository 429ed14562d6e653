"""The rights terms a photograph can carry, and what each lets the public do.

The twelve terms of rightsstatements.org (version 1.0) and the licences of Creative Commons that museums use. What the
donor asked for is another matter, and stands in the deed of gift.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from archive.vocabulary.publication_rules import Copyright

_RS = "https://rightsstatements.org/vocab/{}/1.0/"
_CC = "https://creativecommons.org/{}/"


class Reuse(Enum):
    """The answer to “may I use it?”."""

    YES = "yes"
    CONDITIONS = "conditions"
    ASK = "ask"


@dataclass(frozen=True)
class RightsTerm:
    """One term: its code, its address at the body that keeps it, its English label, what it allows and presupposes."""

    code: str
    uri: str
    label: str
    reuse: Reuse
    copyright: Copyright


def _statement(code: str, label: str, reuse: Reuse, copyright_: Copyright) -> RightsTerm:
    return RightsTerm(code, _RS.format(code), label, reuse, copyright_)


def _licence(code: str, path: str, label: str, reuse: Reuse, copyright_: Copyright = Copyright.LICENSED) -> RightsTerm:
    return RightsTerm(code, _CC.format(path), label, reuse, copyright_)


_TERMS = (
    _statement("InC", "In Copyright", Reuse.ASK, Copyright.PROTECTED),
    _statement("InC-OW-EU", "In Copyright – EU Orphan Work", Reuse.ASK, Copyright.LICENSED),
    _statement("InC-EDU", "In Copyright – Educational Use Permitted", Reuse.CONDITIONS, Copyright.LICENSED),
    _statement("InC-NC", "In Copyright – Non-Commercial Use Permitted", Reuse.CONDITIONS, Copyright.LICENSED),
    _statement(
        "InC-RUU", "In Copyright – Rights-holder(s) Unlocatable or Unidentifiable", Reuse.ASK, Copyright.PROTECTED
    ),
    _statement("NoC-CR", "No Copyright – Contractual Restrictions", Reuse.CONDITIONS, Copyright.FREE),
    _statement("NoC-NC", "No Copyright – Non-Commercial Use Only", Reuse.CONDITIONS, Copyright.FREE),
    _statement("NoC-OKLR", "No Copyright – Other Known Legal Restrictions", Reuse.CONDITIONS, Copyright.FREE),
    _statement("NoC-US", "No Copyright – United States", Reuse.YES, Copyright.FREE),
    _statement("CNE", "Copyright Not Evaluated", Reuse.ASK, Copyright.NOT_EVALUATED),
    _statement("UND", "Copyright Undetermined", Reuse.ASK, Copyright.UNDETERMINED),
    _statement("NKC", "No Known Copyright", Reuse.YES, Copyright.UNDETERMINED),
    _licence("CC0-1.0", "publicdomain/zero/1.0", "CC0 1.0 Public Domain Dedication", Reuse.YES),
    _licence("PDM-1.0", "publicdomain/mark/1.0", "Public Domain Mark 1.0", Reuse.YES, Copyright.FREE),
    _licence("CC-BY-4.0", "licenses/by/4.0", "Creative Commons Attribution 4.0", Reuse.YES),
    _licence("CC-BY-SA-4.0", "licenses/by-sa/4.0", "Creative Commons Attribution-ShareAlike 4.0", Reuse.YES),
    _licence("CC-BY-NC-4.0", "licenses/by-nc/4.0", "Creative Commons Attribution-NonCommercial 4.0", Reuse.CONDITIONS),
    _licence(
        "CC-BY-NC-ND-4.0",
        "licenses/by-nc-nd/4.0",
        "Creative Commons Attribution-NonCommercial-NoDerivatives 4.0",
        Reuse.CONDITIONS,
    ),
)

RIGHTS_TERMS = {term.code: term for term in _TERMS}
