"""The header lines that press and public relations offices typed above, before and after their captions.

The block of a public relations office (``From: … Code … Release … -HEADLINE- Title Dateline-- Body``), the servicing
line of the Office of War Information (``Rome, M/D/YY--Headline--Body--credit--Serviced by …``), the line of a press
agency (``TITLE, M/D/YYYY. CITY, ST. – Body``) and the place and day with which a memorial or a company begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.reading.dates import read_date
from archive.reading.names import STATE
from archive.reading.pieces import Dated, Dateline, Kind, Piece, Placed

_FROM = re.compile(
    r"\bFrom:\s*(?P<agency>[A-Z][^\n:]{3,90}?)(?=\s*(?:\n|\bCode\b|\bRelease\b|\bCleared\b|\bPassed\b|$))"
)
_CODE_LABEL = re.compile(r"\bCode(?:\s+(?:No\.?|Number))?\s*[:#.]?(?=\s*\d)")
_HEADLINE = re.compile(
    r"(?<![\w-])-{1,2}\s?(?P<words>[A-Z0-9][A-Z0-9 ,.'’\"“”&:()/-]{6,100}?[A-Z0-9.!?\"”)])\s?-{1,2}(?![\w-])"
)
_NAME_OF_PLACE = r"[A-Z][A-Za-z'’]+(?:[ -][A-Z][A-Za-z'’]+){0,2}"
_WIRE = re.compile(
    rf"\s*(?P<dateline>(?P<place>{_NAME_OF_PLACE}), {_NAME_OF_PLACE}"
    r"(?:,? (?P<date>(?:\d{1,2} )?[A-Z][a-z]{2,8}\.?(?: \d{1,2})?(?:, \d{4})?))?)\s?(?:-{2,}|—|– )\s?(?=[A-Z\"“])"
)
_DATELINE_END = re.compile(r"-{2,}|—|–(?= )")
_LONGEST_DATELINE = 110
_DATELINE = re.compile(
    r"(?:(?:An?|The|At an?) )?(?:(?:[A-Z][\w.'’]*|\d{1,3}(?:st|nd|rd|th)|of|the) ){0,6}?"
    r"(?:Headquarters|Hdqrs\.?|HQ|Hq\.?|(?:Air )?Base|Airfield|Field|Command Post)\b[^\n]{0,50}$"
    r"|(?:Somewhere [Ii]n|With (?:the )?|In|On)\s[A-Z][^\n]{2,60}$"
    r"|[A-Z][A-Za-z'’]+(?: [A-Z][A-Za-z'’]+)?, [A-Z][A-Za-z'’. ]{2,30}$"
)
_ORDINAL_UNIT = re.compile(
    r"(?:(?:U\. ?S\. |Chinese |Headquarters,? )?(?:[A-Z][a-z]+(?:teenth|th|st|nd|rd|ond|ird)"
    r"|Twent[a-z]+(?:-[a-z]+)?|\d{1,3}(?:st|nd|rd|th)) )"
    r"(?:[A-Z][A-Za-z.]* ){1,4}(?:Headquarters|HQ|Hq\.?)\b"
)
_OWI = re.compile(
    r"(?P<dateline>(?<![A-Za-z])(?P<place>[A-Z][A-Za-z]+(?:[ -][A-Z][a-z]+){0,2}), "
    r"(?P<date>\d{1,2}/\d{1,2}/\d{2,4}))\s?--\s?(?P<title>[^\n]{4,120}?)\s?--\s?(?=[A-Z])"
)
_SERVICED = re.compile(r"--\s?(?P<credit>[^\n]{4,60}?)\s?--\s?(?=Serviced)")
_SERVICED_BY = re.compile(r"\bServiced by (?:the )?(?P<office>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)?(?: bureau)?)")
_PRESS = re.compile(
    r"^\s*(?P<title>[^\n.]{3,90}?), (?P<date>\d{1,2}/\d{1,2}/\d{2,4})\. "
    rf"(?P<place>[A-Z][A-Za-z .'’-]{{1,40}}?(?:, (?:{STATE}|[A-Z][A-Za-z]+))?)\.?\s?(?:–|—|--|-)\s"
)
_MEMORIAL = re.compile(
    r"^\s*(?:[A-Z]{0,4}\d[\w.]{3,12} )?(?P<dateline>(?P<place>[A-Z][^.\n\d]{2,80}?)\. (?:c\. ?)?"
    r"(?P<date>\d{4}-\d{2}(?:-\d{2})?))\.\s"
)
_RECEIVED = re.compile(r"\s*(?:Rec['’]?d|Received|Print rec['’]?d|Print received)\b[^.\n]{4,60}(?:\.|\n)")
_PLACE_LINE = re.compile(
    r"^\s*(?P<dateline>(?P<place>[A-Z][A-Za-z'’-]+(?: [A-Z][A-Za-z'’-]+){0,2}, [A-Z][A-Za-z'’-]+(?: "
    r"[A-Z][A-Za-z]+)?(?:, [A-Z][a-z]+)?)[.,]? [-–—]?\s?"
    r"(?P<date>(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
    r"|Dec)[a-z]*\.?,? (?:\d{1,2}, )?\d{4}))(?:\.\s|:\s|\s?[-–—]{1,2}\s?)(?=[A-Z])"
)


def find_headers(text: str, *, locale: str | None) -> Iterator[Piece]:
    """The pieces of whichever header the caption has."""
    yield from _office_block(text)
    yield from _owi(text, locale)
    yield from _press(text, locale)
    yield from _memorial(text)
    yield from _wire(text, locale)
    if receipt := _RECEIVED.match(text):
        yield Piece(Kind.FURNITURE, receipt.start(), receipt.end(), None, "line of receipt", 0.9)


def _office_block(text: str) -> Iterator[Piece]:
    header = _FROM.search(text)
    if header is None or not (
        code := _CODE_LABEL.search(text, header.end(), header.end() + 60) or _is_followed(text, header)
    ):
        return
    yield Piece(Kind.FURNITURE, header.start(), header.start("agency"), None, "office header", 0.95)
    yield Piece(Kind.AGENCY, header.start("agency"), header.end("agency"), None, "office header", 0.95)
    if code.lastindex is None and text.startswith("Code", code.start()):
        yield Piece(Kind.FURNITURE, code.start(), code.end(), None, "office header", 0.95)
    headline = _HEADLINE.search(text, header.end())
    if headline:
        yield Piece(Kind.HEADLINE, headline.start("words"), headline.end("words"), None, "office header", 0.95)
        yield Piece(Kind.FURNITURE, headline.start(), headline.end(), None, "office header", 0.9)
        yield from _title_and_dateline(text, headline.end())


def _is_followed(text: str, header: re.Match[str]) -> re.Match[str] | None:
    """“From:” heads a block only where another header line follows."""
    return re.compile(r"\s*(?:Release|Cleared|Passed)\b").match(text, header.end())


def _title_and_dateline(text: str, start: int) -> Iterator[Piece]:
    """What stands between the headline and the double dash: a title, then the place it was sent from."""
    end = _DATELINE_END.search(text, start, start + 4 * _LONGEST_DATELINE)
    if end is None:
        return
    words = text[start : end.start()]
    place = _dateline_start(words)
    if place is None:
        return
    dateline_start = start + place
    if dateline := text[dateline_start : end.start()].rstrip():
        stop = dateline_start + len(dateline)
        yield Piece(Kind.DATELINE, dateline_start, stop, Dateline(), "office header", 0.9)
        yield Piece(Kind.FURNITURE, dateline_start, end.end(), None, "office header", 0.9)
    title = text[start:dateline_start].strip(" \n,.-")
    if title:
        title_start = text.index(title, start)
        yield Piece(Kind.TITLE, title_start, title_start + len(title), None, "office header", 0.9)


def _dateline_start(words: str) -> int | None:
    """Where the dateline begins: at its own line, at the last unit with a headquarters, or at the shape of a place."""
    lines = words.strip("\n").split("\n")
    if len(lines) > 1:
        return words.rstrip("\n").rindex("\n") + 1
    units = list(_ORDINAL_UNIT.finditer(words))
    if units:
        return units[-1].start()
    for match in re.finditer(r"(?:^|(?<=\s))(?=[A-Z])", words):
        if _DATELINE.match(words, match.start()):
            return match.start()
    return None


def _owi(text: str, locale: str | None) -> Iterator[Piece]:
    if (match := _OWI.search(text)) is None:
        return
    reading = read_date(match["date"], locale=locale)
    yield Piece(
        Kind.DATELINE, match.start("dateline"), match.end("dateline"), Dateline(reading), "servicing line", 0.95
    )
    yield Piece(Kind.DATE, match.start("date"), match.end("date"), Dated(reading, "release"), "servicing line", 0.95)
    yield Piece(
        Kind.PLACE, match.start("place"), match.end("place"), Placed(None, "dateline", "certain"), "servicing line", 0.9
    )
    yield Piece(Kind.TITLE, match.start("title"), match.end("title"), None, "servicing line", 0.95)
    yield Piece(Kind.FURNITURE, match.start(), match.end(), None, "servicing line", 0.9)
    if credit := _SERVICED.search(text, match.end()):
        yield Piece(Kind.CREDIT, credit.start("credit"), credit.end("credit"), None, "servicing line", 0.95)
        yield Piece(Kind.FURNITURE, credit.start(), credit.end(), None, "servicing line", 0.9)
    if office := _SERVICED_BY.search(text, match.end()):
        yield Piece(Kind.AGENCY, office.start("office"), office.end("office"), None, "servicing line", 0.95)
        yield Piece(Kind.FURNITURE, office.start(), office.end(), None, "servicing line", 0.9)


def _press(text: str, locale: str | None) -> Iterator[Piece]:
    if (match := _PRESS.match(text)) is None:
        return
    reading = read_date(match["date"], locale=locale)
    yield Piece(Kind.TITLE, match.start("title"), match.end("title"), None, "agency line", 0.9)
    yield Piece(Kind.DATE, match.start("date"), match.end("date"), Dated(reading, "release"), "agency line", 0.9)
    yield Piece(Kind.DATELINE, match.start("place"), match.end("place"), Dateline(reading), "agency line", 0.9)
    yield Piece(Kind.FURNITURE, match.start(), match.end(), None, "agency line", 0.9)


def _wire(text: str, locale: str | None) -> Iterator[Piece]:
    if (match := _WIRE.match(text)) is None:
        return
    reading = read_date(match["date"], locale=locale) if match["date"] else None
    yield Piece(Kind.DATELINE, match.start("dateline"), match.end("dateline"), Dateline(reading), "wire line", 0.85)
    yield Piece(
        Kind.PLACE, match.start("place"), match.end("place"), Placed(None, "dateline", "certain"), "wire line", 0.85
    )
    yield Piece(Kind.FURNITURE, match.start("dateline"), match.end(), None, "wire line", 0.85)


def _memorial(text: str) -> Iterator[Piece]:
    if (match := _MEMORIAL.match(text) or _PLACE_LINE.match(text)) is None:
        return
    reading = read_date(match["date"])
    yield Piece(Kind.DATELINE, match.start("dateline"), match.end("dateline"), Dateline(reading), "memorial line", 0.9)
    yield Piece(Kind.DATE, match.start("date"), match.end("date"), Dated(reading, "depicted"), "memorial line", 0.9)
    yield Piece(
        Kind.PLACE, match.start("place"), match.end("place"), Placed(None, "depicted", "certain"), "memorial line", 0.8
    )
    yield Piece(Kind.FURNITURE, match.start("dateline"), match.end(), None, "memorial line", 0.9)
