"""Who made, gave, lent or told of a picture: credit lines, sources, donors, photographers and repositories."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from archive.reading.credits_east_asian import find_east_asian_credits
from archive.reading.names import FULL_NAME, NAME, RANK
from archive.reading.people import trimmed_name
from archive.reading.pieces import Kind, Labelled, Person, Piece

_PICTURES = (
    r"(?:(?:[Aa]ll|[Tt]he|[Tt]his|[Tt]hese|[Aa]dditional)\s)?(?:[Ii]mages?|[Pp]hotos?|[Pp]hotographs?"
    r"|[Pp]ictures?|[Pp]rints?|PHOTOS?)"
)
_GIVEN = r"(?:provided|supplied|submitted|shared|contributed|furnished)"
_NAMED_OR_BODY = (
    rf"(?:(?:the )?(?P<who>(?:(?:Mrs|Mr|Miss|Ms|Dr|Rev)\.? )?{NAME})(?P<group> (?:family|Family|estate"
    r"|Estate|Collection|collection))?)"
)
_FORCES = (
    r"(?:(?:U\.?\s?S\.? )?(?:Army Signal Corps|Signal Corps|Army Air (?:Corps|Forces?)|Army|Navy"
    r"|Marine Corps|Coast Guard|Air Force)"
    r"|\d{1,2}(?:th)? ?AF\b|USAAF|USAF|AAF|USMC|USN|OWI|Office of War Information|USIS|(?:\d{1,2}th|[A-Z][a-z]+teenth"
    r"|Tenth) (?:Army )?[Aa]ir [Ff]orce"
    r"|British Official|War Office|Crown|RAF|RAAF|Royal (?:Navy|Air Force)|Defense Department"
    r"|War Department|Department of Defense"
    r"|Acme|ACME|AP|Associated Press|INP|International News|NEA|Keystone|Wide World|Life|LIFE|Central News Agency)"
)
_PHOTO = (
    r"(?:[Pp]hoto(?:graph)?s?|PHOTO(?:GRAPH)?|[Pp]icture|[Rr]adiophoto|[Rr]adiotelephoto|[Ww]irephoto"
    r"|[Ss]oundphoto|[Tt]elephoto)"
)
_MAKER = re.compile(
    rf"(?P<open>\()?(?:(?:Official|OFFICIAL|An official) )?(?P<maker>{_FORCES}) {_PHOTO}(?(open)\)"
    r"|)(?: from (?P<from>[A-Z][A-Za-z]+))?"
)
_REPOSITORIES = (
    r"Library of Congress|National Archives(?: and Records Administration)?|NARA|Australian War Memorial"
    r"|Imperial War Museums?"
    r"|(?:U\.S\. Navy )?Naval History and Heritage Command|(?:The )?National WWII Museum|Bundesarchiv"
    r"|Academia Historica|Hoover Institution(?: Archives)?"
    r"|National Museum of the (?:U\.S\. Air Force|Pacific War)|George C\. Marshall Foundation"
    r"|US Army Heritage and Education Center|國史館|国史馆|中央社"
)
_REPOSITORY = re.compile(
    r"(?:(?<=· )|(?<=/ )|(?<=\| )|(?<=from the )|(?<=^)|(?<=\n)|(?<=Source: )|(?<=Courtesy of the )"
    rf"|(?<=Courtesy of ))(?P<body>{_REPOSITORIES})(?=\s*(?:[·|/.,;)\n]|$))"
)

_INSTITUTION = re.compile(
    r"\b(?:Museum|Archives?|Library|Foundation|Institut\w+|Society|University|College|Association|Company|Inc|Center"
    r"|Centre|Command|Office|Department|Council|Press|Navy|Army|Corps)\b|[館馆社院局部會会]$"
)
_Rule = tuple[str, re.Pattern[str], Callable[[re.Match[str]], Iterator[Piece]]]


def find_credits(text: str) -> Iterator[Piece]:
    """All credits of a caption, and the people in them; where pieces overlap, the earlier rule is surer."""
    for _, pattern, reader in _RULES:
        for match in pattern.finditer(text):
            yield from reader(match)
    yield from find_east_asian_credits(text)


def _source(match: re.Match[str], role: str, group: str | int = 0) -> Piece:
    words = match.group(group)
    start = match.start(group)
    return Piece(Kind.SOURCE, start, start + len(words.rstrip(" .,;")), Labelled(role), f"credit: {role}", 0.9)


def _person(match: re.Match[str], role: str, rank: str | None = None) -> Iterator[Piece]:
    if match.groupdict().get("group"):
        return
    name = trimmed_name(match["who"])
    if _INSTITUTION.search(name):
        return
    if not name.endswith("Jr.") and not re.search(r"\b[A-Z]\.$", name):
        name = name.rstrip(".")
    if " " in name or role in ("photographer", "censor"):
        start = match.start("who")
        yield Piece(Kind.PERSON, start, start + len(name), Person(name, role, rank), f"credit: {role}", 0.9)


def _provided(match: re.Match[str]) -> Iterator[Piece]:
    yield _source(match, "provided_via" if match["how"] in ("via", "through") else "provided_by")
    yield from _person(match, "donor")


def _informed(match: re.Match[str]) -> Iterator[Piece]:
    yield Piece(Kind.CREDIT, match.start(), match.end(), None, "credit: information", 0.9)
    yield from _person(match, "informant")


def _courtesy(match: re.Match[str]) -> Iterator[Piece]:
    yield Piece(Kind.CREDIT, match.start(), match.end(), None, "credit: courtesy", 0.85)
    yield from _person(match, "donor")


def _collection(match: re.Match[str]) -> Iterator[Piece]:
    yield _source(match, "collection")
    yield from _person(match, "collection_owner")


def _other_photos(match: re.Match[str]) -> Iterator[Piece]:
    yield _source(match, "provided_other_photos")
    yield from _person(match, "donor")


def _gift(match: re.Match[str]) -> Iterator[Piece]:
    yield _source(match, "gift")
    yield from _person(match, "donor")


def _papers(match: re.Match[str]) -> Iterator[Piece]:
    yield _source(match, "source")


def _iwm(match: re.Match[str]) -> Iterator[Piece]:
    yield Piece(Kind.CREDIT, match.start(), match.end(), None, "credit: museum", 0.95)
    yield _source(match, "repository", "body")


def _bundesarchiv(match: re.Match[str]) -> Iterator[Piece]:
    yield Piece(Kind.CREDIT, match.start(), match.end(), None, "credit: archive", 0.95)
    yield _source(match, "repository", "body")
    if match["who"] and match["who"] not in ("CC", "o.Ang."):
        yield from _person(match, "photographer")


def _labelled_credit(match: re.Match[str]) -> Iterator[Piece]:
    words = match["words"].rstrip(" ;.")
    start = match.start("words")
    yield Piece(Kind.CREDIT, start, start + len(words), None, "credit: labelled", 0.95)
    if agency := re.search(r"\bfrom ([A-Z][A-Za-z]+)$", words) or re.match(rf"(?:Official )?({_FORCES})\b", words):
        yield Piece(Kind.AGENCY, start + agency.start(1), start + agency.end(1), None, "credit: labelled", 0.9)


def _maker(match: re.Match[str]) -> Iterator[Piece]:
    yield Piece(Kind.CREDIT, match.start(), match.end(), None, "credit: maker", 0.9)
    group = "from" if match["from"] else "maker"
    yield Piece(Kind.AGENCY, match.start(group), match.end(group), None, "credit: maker", 0.85)


def _photographer(match: re.Match[str]) -> Iterator[Piece]:
    rank = match.groupdict().get("rank")
    yield from _person(match, "photographer", rank)
    yield Piece(Kind.FURNITURE, match.start(), match.end("who"), None, "credit: photographer", 0.9)


def _titled(match: re.Match[str]) -> Iterator[Piece]:
    """“…” by a name: the picture has a title, and the name is its maker's."""
    yield from _person(match, "photographer", match["rank"])


def _repository(match: re.Match[str]) -> Iterator[Piece]:
    yield _source(match, "repository", "body")


def _inverted(match: re.Match[str]) -> Iterator[Piece]:
    person = Person(f"{match['first']} {match['last']}", "photographer")
    yield Piece(Kind.PERSON, match.start("last"), match.end("first"), person, "credit: photographer", 0.85)
    yield Piece(Kind.FURNITURE, match.start(), match.end(), None, "credit: photographer", 0.85)


def _agency_alone(match: re.Match[str]) -> Iterator[Piece]:
    yield Piece(Kind.AGENCY, match.start("maker"), match.end("maker"), None, "credit: maker alone", 0.8)


_RULES: tuple[_Rule, ...] = (
    (
        "museum",
        re.compile(
            r"(?:©|\(c\)|Copyright)\s?(?P<body>IWM|Imperial War Museums?|AWM"
            r"|Australian War Memorial)(?: \([^()\n]{1,40}\)| [A-Z]{1,4} ?\d{1,6})?"
        ),
        _iwm,
    ),
    (
        "archive",
        re.compile(
            rf"(?P<body>Bundesarchiv),? Bild [\w-]+(?: ?/ ?(?P<who>(?:{NAME}"
            r"|o\.Ang\.)))?(?: ?/ ?CC[A-Za-z0-9. -]{0,20}[\w])?"
        ),
        _bundesarchiv,
    ),
    (
        "labelled",
        re.compile(
            r"(?:^|(?<=[\s(]))(?:Credit(?: [Ll]ine)?|CREDIT|Author):\s*(?P<words>[^;\n]{2,120}?)(?=;|\n"
            r"|(?<![A-Z])\.\s|\.?\s[A-Z][a-z]+:|\.?$)"
        ),
        _labelled_credit,
    ),
    (
        "information",
        re.compile(
            r"\(?\b(?:[Ii]nfo(?:rmation)?|[Ii]dentifications?|[Cc]aption(?: info(?:rmation)?)?"
            rf"|[Ss]tory) (?:courtesy(?: of)?|from|via|by|provided by|supplied by) (?P<who>{FULL_NAME})\)?"
        ),
        _informed,
    ),
    (
        "provided",
        re.compile(
            rf"{_PICTURES} (?:(?:was|were|is|are|kindly|generously) ){{0,2}}{_GIVEN} (?P<how>via|by|through"
            rf"|courtesy of) {_NAMED_OR_BODY}"
        ),
        _provided,
    ),
    (
        "provided",
        re.compile(
            r"(?:^|(?<=[.;)] ))(?:Provided|Supplied|Submitted|Shared|Contributed)"
            rf" (?P<how>via|by|through) {_NAMED_OR_BODY}"
        ),
        _provided,
    ),
    ("courtesy", re.compile(rf"\(?(?:{_PICTURES} )?[Cc]ourtesy(?: of)?:? {_NAMED_OR_BODY}\)?"), _courtesy),
    (
        "collection",
        re.compile(
            r"\b(?:[Ff]rom|[Ii]n) the (?:[Cc]ollection|[Aa]lbum|[Pp]apers|[Ee]state|[Ss]crapbook"
            rf"|[Aa]rchives?) of (?:the )?(?:late )?(?:{RANK} )?(?P<who>{NAME})"
        ),
        _collection,
    ),
    (
        "collection",
        re.compile(
            r"\b(?:[Ff]rom )?(?:the )?(?P<who>(?:[A-Z][a-z]+ )(?:[A-Z]\. "
            r"|[A-Z][a-z]+ ){0,2}[A-Z][a-z]+) (?:[Cc]ollection|[Pp]apers|[Aa]lbum)\b"
        ),
        _collection,
    ),
    (
        "other photos",
        re.compile(
            rf"(?P<who>{FULL_NAME}) (?:has|have|had) (?:also )?(?:kindly )?(?:{_GIVEN}|donated|given) (?:(?:other"
            r"|more|several|additional|some) )?(?:photos?|pictures?|photographs?|images?|prints?)"
        ),
        _other_photos,
    ),
    (
        "gift",
        re.compile(
            r"\b(?:(?:A )?[Gg]ift (?:of|from)|[Bb]equest of|[Dd]onated by|[Dd]onation (?:of|from)|[Ll]oaned by"
            rf"|[Dd]onor:?) (?:the )?(?:{RANK} )?{_NAMED_OR_BODY}"
        ),
        _gift,
    ),
    (
        "papers",
        re.compile(r"\bFrom (?:the )?(?:[A-Z][\w.]+ ){1,5}(?:[Ss]ources?|[Ff]iles|[Rr]ecords|[Aa]rchives)\b"),
        _papers,
    ),
    (
        "photographer",
        re.compile(
            r"\b(?:[Pp]hoto(?:graph)?(?:ed)?|PHOTO|[Pp]icture|[Tt]aken|[Ss]hot|[Pp]hotography)(?: taken"
            rf"| made)? by:? (?:(?P<rank>{RANK}) )?(?P<who>{NAME})"
        ),
        _photographer,
    ),
    (
        "photographer",
        re.compile(rf"\b(?:[Pp]hotographer|[Cc]ameraman|[Pp]hotog)\.?:\s?(?:(?P<rank>{RANK}) )?(?P<who>{NAME})"),
        _photographer,
    ),
    ("photographer", re.compile(rf"(?<=· )(?P<who>{FULL_NAME})(?= ·|$)"), _photographer),
    (
        "photographer",
        re.compile(r"\b(?P<last>[A-Z][a-z]+), (?P<first>[A-Z][a-z]+(?: [A-Z]\.)?), photographer\b"),
        _inverted,
    ),
    (
        "photographer",
        re.compile(rf"(?<=^[\"“])[^\"”\n]{{3,80}}[\"”],? by (?:(?P<rank>{RANK}) )?(?P<who>{NAME})"),
        _titled,
    ),
    ("maker", _MAKER, _maker),
    ("maker alone", re.compile(rf"(?<=[.)\"”] )(?P<maker>{_FORCES})\.(?=\s|$)"), _agency_alone),
    ("repository", _REPOSITORY, _repository),
)
