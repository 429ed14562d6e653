"""The museum's rules of publication as a table: under which facts, how much may be seen, until when, by what paper.

Only data. `archive.vocabulary.gate` reads it; of several rows that fit, the strictest holds. A row fits when every fact
that it names has the value that it gives. To change what the museum shows, change a row here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from archive.vocabulary.exposure import Exposure


class Bar(Enum):
    """The name of each rule that keeps something from the public."""

    NOT_PUBLISHED = "not_published"
    WITHDRAWN = "withdrawn"
    ACCESSION_CLOSED = "accession_closed"
    RIGHTS_MISSING = "rights_missing"
    STAFF_ONLY = "staff_only"
    EMBARGO = "embargo"
    TITLE_NOT_PASSED = "title_not_passed"
    DONOR_STAFF = "donor_staff"
    DONOR_WORDS = "donor_words"
    DONOR_SMALL = "donor_small"
    IN_COPYRIGHT = "in_copyright"
    NOT_EVALUATED = "not_evaluated"
    PRIVATE_LIVING = "private_living"
    PRIVATE_UNKNOWN = "private_unknown"


class Paper(Enum):
    """The record that a rule rests on."""

    DECISION = "decision"
    ACCESSION = "accession"
    DEED = "deed"
    RIGHTS = "rights"
    PHOTO = "photo"


class Title(Enum):
    """Whether the deed of gift made the museum the owner of the prints. Unknown while no deed says so."""

    PASSED = "passed"
    NOT_PASSED = "not_passed"
    UNKNOWN = "unknown"


class Copyright(Enum):
    """What the museum knows of the copyright in the picture."""

    FREE = "free"
    LICENSED = "licensed"
    UNDETERMINED = "undetermined"
    PROTECTED = "protected"
    NOT_EVALUATED = "not_evaluated"


class Living(Enum):
    """Whether somebody shown or named may be alive. Unknown while nobody has looked."""

    NOBODY = "nobody"
    CONSENTED = "consented"
    PERHAPS = "perhaps"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Rule:
    """One row: its name, what it leaves to the public, the facts it fits, the fact that holds its end, the paper.

    `until` names the fact with the first day on which the rule no longer holds; a rule without one holds for good.
    Where `is_waivable`, a registrar may lift it for one photograph, with a written reason.
    """

    bar: Bar
    leaves: Exposure
    when: Mapping[str, Any]
    paper: Paper
    until: str = ""
    is_waivable: bool = True


_UNOWNED = {"title": Title.NOT_PASSED, "has_permission": False}
_PROTECTED = {"copyright": Copyright.PROTECTED, "has_permission": False}
_UNLOOKED = {"copyright": Copyright.NOT_EVALUATED, "has_permission": False}

RULES = (
    # What people decided.
    Rule(Bar.WITHDRAWN, Exposure.WITHDRAWN, {"withdrawn": True}, Paper.DECISION, is_waivable=False),
    Rule(
        Bar.NOT_PUBLISHED, Exposure.STAFF, {"published": False, "withdrawn": False}, Paper.DECISION, is_waivable=False
    ),
    Rule(Bar.STAFF_ONLY, Exposure.STAFF, {"staff_only": True}, Paper.RIGHTS),
    Rule(Bar.ACCESSION_CLOSED, Exposure.STAFF, {"accession_open": False}, Paper.ACCESSION),
    # What the museum must know before anything goes out.
    Rule(Bar.RIGHTS_MISSING, Exposure.STAFF, {"has_rights_term": False}, Paper.RIGHTS),
    # What the donor set down.
    Rule(Bar.TITLE_NOT_PASSED, Exposure.STAFF, _UNOWNED, Paper.DEED),
    Rule(Bar.EMBARGO, Exposure.STAFF, {"has_embargo": True}, Paper.RIGHTS, until="embargo"),
    Rule(Bar.DONOR_STAFF, Exposure.STAFF, {"donor_allows": Exposure.STAFF}, Paper.DEED, until="donor_until"),
    Rule(Bar.DONOR_WORDS, Exposure.WORDS, {"donor_allows": Exposure.WORDS}, Paper.DEED, until="donor_until"),
    Rule(Bar.DONOR_SMALL, Exposure.SMALL, {"donor_allows": Exposure.SMALL}, Paper.DEED, until="donor_until"),
    # What the law asks. A museum without the rights shows a picture small enough to find the print by.
    Rule(Bar.IN_COPYRIGHT, Exposure.SMALL, _PROTECTED, Paper.RIGHTS, until="copyright_ends"),
    Rule(Bar.NOT_EVALUATED, Exposure.SMALL, _UNLOOKED, Paper.RIGHTS),
    # What is owed to the living. Other sensitive pictures are shown, under a cover that the visitor lifts.
    Rule(Bar.PRIVATE_LIVING, Exposure.STAFF, {"private_matters": True, "living": Living.PERHAPS}, Paper.PHOTO),
    Rule(Bar.PRIVATE_UNKNOWN, Exposure.WORDS, {"private_matters": True, "living": Living.UNKNOWN}, Paper.PHOTO),
)
