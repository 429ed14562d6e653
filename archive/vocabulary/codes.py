"""Families of codes found on wartime prints, as data: their shape, their issuer, what they mean and how sure that is.

A shape alone seldom makes an identifier: numbers in captions are mostly troops, hulls, tonnages and addresses. So each
scheme also says what company it must keep (`frames`): the words or brackets that stand round a true one.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CodeScheme:
    """One family of codes.

    `shape` is a regular expression for a conforming code. `frames` are expressions in which ``{code}`` stands for the
    shape, one of which must be met in running text; without frames the shape is proof enough. `near` names words one of
    which must stand shortly before. `confidence` (0 to 1) is that of the meaning given.
    """

    key: str
    name: str
    shape: str
    issued_by: str
    meaning: str
    evidence: str
    confidence: float
    frames: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    example: str = ""


_LABEL = r"(?i:{words})(?i:\s+(?:number|numbers|no\.?|nr\.?|id))?\s*[:#.]*\s*{{code}}"


def _labelled(words: str) -> str:
    return _LABEL.format(words=words)


SCHEMES = (
    CodeScheme(
        key="14af_pro_code",
        name="Code of the Public Relations Office, Fourteenth Air Force",
        shape=r"(?P<base>\d{8})/(?P<item>[A-Z])",
        issued_by="Public Relations Office, Fourteenth Air Force",
        meaning="Eight figures shared by a set, and the letter of an item in it.",
        evidence="Five captions of one release set; no other office or day has been seen.",
        confidence=0.6,
        frames=(_labelled("code"),),
        example="07041420/C",
    ),
    CodeScheme(
        key="cbi_negative",
        name="Negative of the China-Burma-India theater",
        shape=r"CBI-\d{2}-\d{4,6}",
        issued_by="Signal photographic companies, China-Burma-India theater",
        meaning="Theater, last two figures of the year, running number.",
        evidence="Captions of 1944 with their dates.",
        confidence=0.95,
        example="CBI-44-23556",
    ),
    CodeScheme(
        key="theatre_negative",
        name="Negative of another theater",
        shape=r"(?:IBT|CT|ETO|MTO|NATO|SWPA|POA|MM|CP|WPA|FEC|USFCT)(?:-[A-Z0-9]{1,6}){0,2}-\d{2}-\d{2,6}",
        issued_by="Signal photographic companies of the theater",
        meaning="Theater, sometimes a section, last two figures of the year, running number.",
        evidence="The same pattern as the CBI negatives.",
        confidence=0.7,
        example="ETO-HQ-44-12345",
    ),
    CodeScheme(
        key="nara_local",
        name="Local identifier at the National Archives",
        shape=r"\d{2,3}-[A-Z]{1,4}-(?:[A-Z]{1,4}-)?(?=[A-Z]{0,2}\d)[A-Z0-9]+(?:-[A-Z0-9]+){0,3}",
        issued_by="National Archives and Records Administration",
        meaning="Record group, series, item. 111-SC is the Signal Corps, 342-FH the Air Force, 80-G the Navy.",
        evidence="Catalogue of the National Archives.",
        confidence=0.98,
        example="111-SC-407101",
    ),
    CodeScheme(
        key="sc",
        name="Signal Corps number",
        shape=r"SC[ -]?\d{5,6}(?:-S)?",
        issued_by="U.S. Army Signal Corps",
        meaning="Running number of the Army's print file; -S is the second series.",
        evidence="Signal Corps captions.",
        confidence=0.95,
        example="SC 227010",
    ),
    CodeScheme(
        key="usaaf_print",
        name="Army Air Forces print number",
        shape=r"(?:[A-Z]-?)?\d{4,6}[ -]?A\.?C\.?|3A-?\d{5}",
        issued_by="U.S. Army Air Forces",
        meaning="Number in the print file of the Air Corps (AC).",
        evidence="Numbers stamped on prints and used in 342-FH identifiers.",
        confidence=0.8,
        example="57393 AC",
    ),
    CodeScheme(
        key="loc_repro",
        name="Library of Congress reproduction number",
        shape=r"LC-[A-Z]{1,4}\d{0,3}(?:-[A-Za-z0-9]+){1,3}",
        issued_by="Library of Congress",
        meaning="Collection, running number, sometimes a letter for the kind of negative.",
        evidence="Catalogue of the Library of Congress.",
        confidence=0.98,
        example="LC-USW3-037808-E",
    ),
    CodeScheme(
        key="bundesarchiv",
        name="Picture of the German Federal Archives",
        shape=r"Bild \d{1,3}[A-Z]{0,2}(?:-[A-Z]?\d+[A-Z]?){1,4}",
        issued_by="Bundesarchiv",
        meaning="Collection (101I is propaganda companies, 183 the ADN agency), film, frame.",
        evidence="The archive's picture database.",
        confidence=0.98,
        example="Bild 101I-052-1435-20",
    ),
    CodeScheme(
        key="iwm",
        name="Imperial War Museums",
        shape=r"(?:Art\.? ?IWM ART (?:LD )?|Q |[A-Z]{1,4} ?)\d{1,6}[A-Z]?|[A-Z]{3} \d{1,4}(?:-\d+)?",
        issued_by="Imperial War Museums",
        meaning="Series letters (theater or service) and a number.",
        evidence="The museum's credit lines.",
        confidence=0.95,
        frames=(r"(?:IWM|Imperial War Museums?)(?:\s+(?i:photo|photograph|neg\.?|negative|film))?\s*[(:]?\s*{code}",),
        example="H 1637",
    ),
    CodeScheme(
        key="awm",
        name="Australian War Memorial",
        shape=r"(?:[A-Z]{1,4}\d{4,6}|\d{6})(?:\.\d{3})?(?:/\d{2})?",
        issued_by="Australian War Memorial",
        meaning="Series letters, number, and part.",
        evidence="The memorial's catalogue.",
        confidence=0.95,
        frames=(
            _labelled("accession"),
            r"^{code}(?=\s[A-Z][^.\n\d]{2,80}\. \d{4}-)",
            r"(?:AWM|Australian War Memorial)(?:\s+(?i:photo|photograph|negative|neg\.?))?(?:\s+(?i:no\.?"
            r"|number))?\s*[(:,]?\s*{code}",
        ),
        example="P02284.021",
    ),
    CodeScheme(
        key="museum_accession",
        name="Accession number of a museum",
        shape=r"\d{4}\.\d{1,4}(?:\.\d{1,5}){0,2}[a-z]?",
        issued_by="The museum that holds the print",
        meaning="Year of receipt, accession, item.",
        evidence="Common museum practice.",
        confidence=0.9,
        frames=(_labelled("accession|object|catalogue|catalog|acc\\.?|image"), r"\({code}\)"),
        example="2008.81.1",
    ),
    CodeScheme(
        key="naid",
        name="National Archives Identifier",
        shape=r"\d{5,9}",
        issued_by="National Archives and Records Administration",
        meaning="Number of a record in the catalogue, without meaning of its own.",
        evidence="Catalogue of the National Archives.",
        confidence=0.98,
        frames=(_labelled("NAID|National Archives Identifier|NARA Identifier|ARC Identifier"),),
        example="329590735",
    ),
    CodeScheme(
        key="usmc",
        name="Marine Corps photograph number",
        shape=r"[A-Z]?-?\d{4,6}[A-Z]?",
        issued_by="U.S. Marine Corps",
        meaning="Running number of the Marine Corps print file.",
        evidence="Credit lines of Marine Corps photographs.",
        confidence=0.8,
        frames=(
            r"(?i:marine corps|usmc|\(marine corps\))\)?\s+(?i:photo|photograph|photo)?\s*(?i:no\.?|number"
            r"|#)?\s*#?{code}",
        ),
        example="117054",
    ),
    CodeScheme(
        key="nhhc",
        name="Naval History and Heritage Command",
        shape=r"NH[ -]\d{4,6}(?:-KN)?",
        issued_by="Naval History and Heritage Command",
        meaning="Running number.",
        evidence="The command's photograph pages.",
        confidence=0.9,
        example="NH 96801",
    ),
    CodeScheme(
        key="owi_serial",
        name="Serial of the Office of War Information",
        shape=r"\d{3,5}(?:-P[A-Z]{0,2})?",
        issued_by="Office of War Information, overseas office",
        meaning="Serial of the caption at the servicing office.",
        evidence="Captions of the Rome office.",
        confidence=0.8,
        frames=(r"\({code}\)", r"(?i:serial)\s*(?i:no\.?|number)?\s*{code}"),
        near=("OWI", "USIS", "O.W.I."),
        example="6347",
    ),
    CodeScheme(
        key="republisher_no",
        name="Number of a later publisher",
        shape=r"\d{3}-[A-Z]{3,5}-[A-Z]{3,8}-[A-Z]{2,3}",
        issued_by="A web site or book that shows the print again",
        meaning="Running number of the publisher, not of the maker.",
        evidence="Captions of one web site.",
        confidence=0.8,
        example="002-NARA-EUCMH-HD",
    ),
    CodeScheme(
        key="collection_seq",
        name="Sequence in a collection",
        shape=r"\d{1,6}",
        issued_by="The museum that exported the record",
        meaning="Running number within a named collection.",
        evidence="Fields of the export.",
        confidence=0.9,
        frames=(r"\bcollection_seq\s*:?\s*{code}",),
        example="191",
    ),
    CodeScheme(
        key="other",
        name="Number of a kind we do not know",
        shape=r"(?=[A-Za-z/.:-]{0,12}\d)[A-Za-z0-9][A-Za-z0-9/.:-]{1,30}[A-Za-z0-9]|[A-Z]{2,4} [A-Z]{0,2}-?\d{2,7}",
        issued_by="",
        meaning="Called a number of the picture by its label; nothing more is known.",
        evidence="The label.",
        confidence=0.5,
        frames=(
            r"\b(?i:photo(?:graph)?|image|negative|neg\.?|print|accession|acc\.?|catalog(?:ue)?|call|reference"
            r"|ref\.?|item)"
            r"\s+(?i:number|no\.?|nr\.?|id|#)\s*[:#]?\s*{code}",
            r"\b(?i:photo|negative|image|neg\.?)\s*#\s*:?\s*{code}",
            r"(?<=\s)Code\s+{code}",
            r"\b(?i:local identifier|identifier|reference code)\s*:\s*{code}",
        ),
    ),
)
"""All schemes, the surer shapes first."""

BY_KEY = {scheme.key: scheme for scheme in SCHEMES}
