"""What later hands and careful writers add: insertions, doubts, links to other pictures, marks, hard subjects."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.reading.pieces import Kind, Labelled, Piece

_BRACKETED = re.compile(r"\[(?P<inside>[^\[\]\n]{1,120})\]")
_BRACED = re.compile(r"\{[^{}]{2,2000}\}")
_GLOSS = re.compile(
    r"\((?:probably|possibly|perhaps|now|today|present[- ]day|modern|formerly|also known as|a\.k\.a\."
    r"|i\.e\.|sic)\b[^()\n]{0,100}\)|\(sic\)",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:(?<=[.\"”!?] )|^)(?P<words>(?:Notice|Note)(?: how| that|:)[^.\n]{5,250}?)(?=, [\"“]|\n|$|(?P<stop>\.))",
    re.MULTILINE,
)
_LINK = re.compile(
    r"(?:(?<=[.!?)\"”] )|^)(?P<words>(?:\(?(?:See|View|Compare|Click)\b[^.\n()]{2,120}?\b(?:here|below"
    r"|above|photos?|images?|pictures?|page)\b[^.\n()]{0,20}|[A-Z][^.\n]{5,120}? (?:can|may) be (?:seen"
    r"|found|viewed) (?:here|in (?:this|the next|another) (?:photo|picture|image))))(?=[.)\n]|$)",
    re.MULTILINE,
)
_LINK_TO_NUMBER = re.compile(
    r"\b(?P<words>(?:See(?: also)?|see also|Cf\.?|Compare) [^.\n]{0,30}?(?:[A-Z]{2,4}"
    r"(?:-\d{2})?[- ]?\d{4,}|\d{2,3}-[A-Z]{1,4}-[\w-]+))"
)
_OTHER_STATE = re.compile(
    r"\b(?:photos?|pictures?|images?) of (?P<what>(?:the )?[A-Z\"“][^.\n]{2,60}? (?:after"
    r"|before) the [a-z]+(?: [a-z]+)?)"
)
_MARKS = (
    (re.compile(r"\b(?:scratched|struck|crossed|inked|lined|blotted) (?:out|through|off)\b"), "text_struck_out"),
    (
        re.compile(r"\b(?:scraped|scratched) (?:out|off|away) the [^.\n]{3,80}|\bscraped (?:out|off|away)\b"),
        "image_scraped",
    ),
    (re.compile(r"\b(?:blacked out|masked out|painted out|retouched|airbrushed)\b"), "masked"),
    (re.compile(r"\b(?:stamped|rubber stamp|stamp on (?:the )?(?:back|reverse)|検閲済|不許可)"), "stamp"),
    (
        re.compile(r"\b(?:torn|cropped|water[- ]?stained|faded|creased)\b(?= (?:at|along|on|print|corner|edge))"),
        "damage",
    ),
)
_DOUBT = re.compile(
    r"\b(?:presumably|probably|possibly|perhaps|apparently|believed to be|thought to be|may be|might be"
    r"|supposedly)\b(?: [\w'’-]+){0,7}",
    re.IGNORECASE,
)
_SENSITIVE = (
    (
        re.compile(
            r"\b(?:corpses?|dead (?:bodies|body|soldiers?|\w+ soldiers?)|the dead|bury their dead|their dead"
            r"|remains of (?:men|horsemen|soldiers|horses)|executed|beheaded|skulls?|human remains)\b",
            re.IGNORECASE,
        ),
        "human_remains",
    ),
    (re.compile(r"\b(?:Japs?|Nips?|Chinks?|Chinamen|Chinaman|coolies?|gooks?)\b", re.IGNORECASE), "period_slur"),
    (re.compile(r"\b(?:starv(?:ation|ing|ed)|famine|orphans?|wounded child(?:ren)?)\b", re.IGNORECASE), "distress"),
)
_CUT = re.compile(r"(?:\.{3,}|…)[\"”')\]\s]*$")
_LINK_WORDS = (
    (re.compile(r"\b(?:results?|after|aftermath|later|destroyed)\b", re.IGNORECASE), "later_state"),
    (re.compile(r"\b(?:before|setting|preparing|earlier|loading|building|leaving)\b", re.IGNORECASE), "earlier_state"),
    (re.compile(r"\b(?:this|same|another (?:view|photo|picture))\b", re.IGNORECASE), "same_subject"),
)


def find_editorial(text: str) -> Iterator[Piece]:
    """Insertions by a later hand: in brackets, in braces, as a gloss, or as a remark on the print."""
    for match in _BRACKETED.finditer(text):
        yield Piece(Kind.EDITORIAL, match.start(), match.end(), Labelled("insertion"), "brackets", 0.9)
    for match in _BRACED.finditer(text):
        yield Piece(Kind.EDITORIAL, match.start(), match.end(), Labelled("supplied text"), "braces", 0.9)
    for match in _GLOSS.finditer(text):
        yield Piece(Kind.EDITORIAL, match.start(), match.end(), Labelled("gloss"), "gloss in parentheses", 0.85)
    for match in _NOTICE.finditer(text):
        yield Piece(
            Kind.EDITORIAL, match.start("words"), match.end("words"), Labelled("remark"), "remark on the print", 0.85
        )


def find_relations(text: str) -> Iterator[Piece]:
    """Words that lead to another picture, with the relation they suggest; the other picture itself may be lost."""
    for match in (*_LINK.finditer(text), *_LINK_TO_NUMBER.finditer(text)):
        words = match["words"].lstrip("(")
        start = match.start("words") + len(match["words"]) - len(words)
        yield Piece(Kind.RELATION, start, match.end("words"), Labelled(_relation(words)), "link in words", 0.85)
    for match in _OTHER_STATE.finditer(text):
        label = "later_state" if " after " in match["what"] else "earlier_state"
        yield Piece(Kind.RELATION, match.start(), match.end(), Labelled(label), "pictures of another state", 0.8)


def find_marks(text: str) -> Iterator[Piece]:
    """Words that speak of marks on the print."""
    for pattern, label in _MARKS:
        for match in pattern.finditer(text):
            yield Piece(Kind.MARK, match.start(), match.end(), Labelled(label), "mark on the print", 0.8)


def find_doubts(text: str) -> Iterator[Piece]:
    """Words of doubt, with the words they bear on."""
    for match in _DOUBT.finditer(text):
        yield Piece(Kind.UNCERTAINTY, match.start(), match.end(), None, "word of doubt", 0.8)


def find_sensitive(text: str) -> Iterator[Piece]:
    """Words that ask for care before the picture is shown; they are flagged, never altered."""
    for pattern, label in _SENSITIVE:
        for match in pattern.finditer(text):
            yield Piece(Kind.SENSITIVE, match.start(), match.end(), Labelled(label), "sensitive words", 0.7)


def find_truncation(text: str) -> Iterator[Piece]:
    """The dots of a text that was cut off."""
    if match := _CUT.search(text[-20:]):
        start = max(0, len(text) - 20) + match.start()
        yield Piece(
            Kind.TRUNCATION, start, start + len(match.group().rstrip("\"”')] \n\t")), None, "dots at the end", 0.9
        )


def _relation(words: str) -> str:
    return next((label for pattern, label in _LINK_WORDS if pattern.search(words)), "related")
