"""The phrases that name places: a name with its aliases and region, the feature it has, the distance from it.

Each is tied to the picture by the words before it: seen there, lying within it, relative to it, or only spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.reading.gazetteer import Gazetteer
from archive.reading.sentences import Sentences
from archive.reading.toponyms import Toponym, find_toponyms, find_unknown

_FEATURE = (
    r"(?:(?:rail(?:way|road)? |train )?(?:station|depot)|air[ -]?(?:field|base|strip|drome|port)"
    r"|landing (?:field|strip|ground)"
    r"|(?:air ?|bomber |fighter )?base|fighter strip|runway)"
)
_FEATURE_BEFORE = re.compile(
    r"(?P<words>(?:\b[Tt]he )?(?:(?:former|old|new|main|American|Japanese|Chinese|U\.S\.|US|south|north"
    r"|east|west|[A-Z][\w.]*) ){0,6}"
    rf"(?P<feature>{_FEATURE})(?:,? (?:at|in|of)|,) (?:the )?)$"
)
_FEATURE_AFTER = re.compile(
    rf" (?:(?:south|north|east|west|main|[Rr]ailway|[Tt]rain) ){{0,2}}(?P<feature>{_FEATURE}s?)\b", re.IGNORECASE
)
_NAMED_SPOT = re.compile(
    r"(?P<words>(?:(?:Kilo(?:meter)?|Mile(?:post)?|Km\.?|KM|Hill|Point|Camp|Hostel|Hangar|Strip|Base"
    r"|Bridge|Warehouse|Building|Area)(?: No\.?)? ?#?\d+[A-Z]?"
    r"|(?:[A-Z][a-z]+ ){1,4}(?:District|Section|Valley|Gorge|Pass|Ferry|Bridge|Hospital|Hostel|Station|Camp))"
    r"(?: [a-z]+)? (?:on|of|at|in|near) (?:the )?(?:American |U\.S\. )?)$"
)
_WITHIN = re.compile(
    r"(?P<words>\b(?:an?|one|some|the) (?:\w+ )?(?:town|village|city|hamlet|place|camp|area|district"
    r"|street|valley|field) in )$"
)
_RELATIVE = re.compile(
    r"(?P<words>(?:(?:about |some |approximately )?(?:\d[\d,.]*|[a-z]+teen|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|a few|several)"
    r" (?:miles?|mi\.|kilomet(?:er|re)s?|km\.?|yards?|li|hours?|minutes?)(?: by \w+)? )?"
    r"(?:(?:to the |just |due )?(?:north|south|east|west|northeast|northwest|southeast|southwest"
    r"|north-east|north-west|south-east|south-west)(?:ern)? of"
    r"|(?:from|outside(?: of)?|away from|beyond|off))(?: the (?:city|town) of)? )$",
    re.IGNORECASE,
)
_BARE_RELATIVE = re.compile(
    r"(?P<words>\b(?:just outside|outside|near|close to|not far from|in the vicinity of"
    r"|on the outskirts of|on the road to|beyond|above|below) )$",
    re.IGNORECASE,
)
_SEEN = re.compile(
    r"(?:\b(?:at|in|inside|within|through|along|down|over|across|on|over|into|around|throughout"
    r"|cross(?:es|ing|ed)?|entering|leaving|held|reach(?:ed|es|ing)?|enter(?:ed|s)?)"
    r"|\b(?:return\w*|back|arriv\w+|com(?:e|es|ing)) (?:to|at|in)|Japanese-held|\b(?:city|town|village"
    r"|outskirts|streets?|ruins|people|view|scene|center|port|walls?|capital) (?:of|in))"
    r" (?:the |downtown |central |newly |reoccupied |recaptured |liberated |occupied |Japanese-held "
    r"|war-torn |bombed |(?:city|town|village) of ){0,3}$",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(
    r"\b(?:to|towards?|from|for|against|between|via|beyond|up|and|or|than|by|bound for|on the way to"
    r"|(?:fall|capture|battle|loss|siege|defen[cs]e|recapture|reoccupation|liberation|bombing|evacuation"
    r"|governor|mayor|advance|drive|threat) of"
    r"|attack(?:s|ed|ing)?(?: on)?|raid(?:s|ed)? on|bomb(?:ed|ing)(?: of)?|lost|captured|took)"
    r" (?:the |Japanese-held |nearby |distant )?$",
    re.IGNORECASE,
)
_GOING_TO = re.compile(r"\b(?:to|towards?|against|for|on the way to|bound for|raid on|attack on) $", re.IGNORECASE)
_PEOPLE_OF = re.compile(
    r"\b(?:city|town|village|outskirts|streets?|ruins|view|scene|center|port|walls?|capital|part|near) of (?:the )?$",
    re.IGNORECASE,
)
_PROBABLE = re.compile(r"^[\s(]*(?:probably|possibly|perhaps|believed)|^\?", re.IGNORECASE)
_OF_AN_AIRFIELD = re.compile(r"(?: air ?field| air ?drome| field| station)?(?:,| near| outside|,? in|,? at) (?:the )?$")
_PROBABLY = re.compile(
    r"\b(?:prob(?:ably|\.)|poss(?:ibly|\.)|perhaps|believed to be|may be|presumably)(?: \w+){0,2} $", re.IGNORECASE
)
_PROVINCE = re.compile(r" (?:[Pp]rovince|[Cc]ity|[Cc]ounty|[Dd]istrict\b(?! of))")
_ALIAS = re.compile(r" ?[\[(](?P<inside>[^\[\]()\n]{2,40})[\])]")
_REGION = re.compile(r", (?P<name>[A-Z][a-zA-Z'’-]+(?: [A-Z][a-z]+)?)(?: [Pp]rovince)?(?=[.,;:)\]\n\s]|$)")
_COUNTRIES = frozenset(
    re.findall(
        r"\S+",
        r"China Burma India Assam Japan Indochina Siam Thailand Tibet Bengal Korea Formosa Manchuria Malaya Ceylon ",
    )
)
_NOUN_AFTER = re.compile(
    r" (?:border|front|theater|theatre|campaign|command|[Tt]ask|trade|coast|veterans?|[A-Z][a-z]+)\b"
)
_BEFORE = 70
OWN_NAME = "named"
"""What a spot with a name of its own (“Kao Tien District”) has for a feature: no gazetteer knows it."""
BROAD = frozenset({"country"})
LARGE = frozenset({"province", "region"})


@dataclass(frozen=True)
class Spot:
    """A place phrase: its span, the names it holds, and how its words tie it to the picture."""

    start: int
    end: int
    toponym: Toponym
    tie: str
    certainty: str = "certain"
    feature: str = ""


def names_in(text: str, gazetteer: Gazetteer, start: int, end: int, taken: bytearray) -> list[Toponym]:
    found = []
    for name in find_toponyms(text[start:end], gazetteer):
        moved = replace(name, start=name.start + start, end=name.end + start)
        if not any(taken[moved.start : moved.end]) and not _is_adjective(text, moved):
            found.append(moved)
    return found


def _is_adjective(text: str, name: Toponym) -> bool:
    """“China Theater”, “Burma border”: a country or region that only qualifies the noun behind it."""
    return bool(name.kinds & (BROAD | LARGE)) and bool(
        (after := _NOUN_AFTER.match(text, name.end)) and not _PROVINCE.match(text, name.end) and after
    )


def spot_of(text: str, name: Toponym, floor: int, ceiling: int, sentences: Sentences, gazetteer: Gazetteer) -> Spot:
    """The whole phrase round one name: aliases and regions behind it, features and distances before it."""
    end = _end(text, name, gazetteer)
    feature = ""
    if (after := _FEATURE_AFTER.match(text, name.end)) and end == name.end and "station" not in name.kinds:
        end, feature = _past_regions(text, after.end(), gazetteer), after["feature"]
    low = max(floor, sentences.bounds_at(name.start)[0], name.start - _BEFORE)
    before = text[low : name.start]
    start, tie, found = _leading(before, name)
    feature = feature or found
    if tie == "free" and not before[:start].strip(" \n[(") and text[end : end + 1] in ("", ".", ",", ";", ")", "\n"):
        tie = "alone"
    certainty = "probable" if _PROBABLE.match(text[end : end + 14]) or _PROBABLY.search(before) else "certain"
    if name.candidates and not all(candidate.sure for candidate in name.candidates):
        certainty = "probable" if certainty == "probable" else "uncertain"
    return Spot(low + start, min(end, ceiling), name, tie, certainty, feature)


def _leading(before: str, name: Toponym) -> tuple[int, str, str]:
    """Where the phrase starts within the words before the name, how it is tied, and the feature spoken of."""
    if feature := _FEATURE_BEFORE.search(before):
        ahead = before[: feature.start("words")]
        start = spot.start("words") if (spot := _NAMED_SPOT.search(ahead)) else len(ahead)
        return start, "spoken of" if _GOING_TO.search(before[:start]) else "seen", feature["feature"]
    if spot := _NAMED_SPOT.search(before):
        own = "" if any(char.isdigit() for char in spot["words"]) else OWN_NAME
        return spot.start("words"), _tie(before[: spot.start("words")], "seen"), own
    if (within := _WITHIN.search(before)) and name.kinds & (LARGE | BROAD):
        return within.start("words"), "within", ""
    if (away := _RELATIVE.search(before)) and not away["words"].casefold().startswith(("from ", "off ", "beyond ")):
        return away.start("words"), "relative", ""
    if away := _BARE_RELATIVE.search(before):
        return away.start("words"), "relative", ""
    return len(before), _tie(before, "free"), ""


def _tie(before: str, otherwise: str) -> str:
    if (
        _SPOKEN_OF.search(before)
        and not _PEOPLE_OF.search(before)
        and not re.search(r"\b(?:return\w*|back|arriv\w+) (?:to|in|at) (?:the )?$", before)
    ):
        return "spoken of"
    return "seen" if _SEEN.search(before) else otherwise


def _end(text: str, name: Toponym, gazetteer: Gazetteer) -> int:
    """The end of the name with the word “province”, an alias in brackets and the region after a comma."""
    end = name.end
    if province := _PROVINCE.match(text, end):
        end = province.end()
    alias = _ALIAS.match(text, end)
    if alias and not _PROBABLE.match(alias["inside"]) and _is_same(alias["inside"], name, gazetteer):
        end = alias.end()
    return _past_regions(text, end, gazetteer)


def _past_regions(text: str, end: int, gazetteer: Gazetteer) -> int:
    """The end of up to two provinces or countries said after commas."""
    for _ in range(2):
        region = _REGION.match(text, end)
        if region and (region["name"] in _COUNTRIES or _is_region(region["name"], gazetteer)):
            end = region.end()
    return end


def _is_same(words: str, name: Toponym, gazetteer: Gazetteer) -> bool:
    owners = {candidate.place_id for candidate in name.candidates}
    return any(
        owners & {candidate.place_id for candidate in other.candidates} for other in find_toponyms(words, gazetteer)
    )


def _is_region(words: str, gazetteer: Gazetteer) -> bool:
    return any(other.kinds & (LARGE | BROAD) for other in find_toponyms(words, gazetteer))


def merged(text: str, spots: list[Spot]) -> list[Spot]:
    """Names inside another's phrase fall to it; “White Cloud airfield near Canton” is one phrase."""
    kept: list[Spot] = []
    for spot in spots:
        last = kept[-1] if kept else None
        if last and spot.toponym.start < last.end:
            continue
        between = text[last.toponym.end : spot.toponym.start] if last else ""
        if last and "airfield" in last.toponym.kinds and _OF_AN_AIRFIELD.match(between):
            kept[-1] = replace(last, end=spot.end)
            continue
        if last and spot.start < last.end:
            spot = replace(spot, start=spot.toponym.start)
        kept.append(spot)
    return kept


def unknown_spots(
    text: str, zones: Sequence[tuple[int, int]], taken: bytearray, sentences: Sentences, gazetteer: Gazetteer
) -> list[Spot]:
    """Names no gazetteer has; only the first is believed."""
    for start, end in zones:
        for found in find_unknown(text[start:end]):
            name = replace(found, start=found.start + start, end=found.end + start)
            if not any(taken[name.start : name.end]) and not _NOUN_AFTER.match(text, name.end):
                return [spot_of(text, name, start, end, sentences, gazetteer)]
    return []


def unknown_beside(
    text: str,
    zones: Sequence[tuple[int, int]],
    taken: bytearray,
    sentences: Sentences,
    gazetteer: Gazetteer,
    known: Sequence[Spot],
) -> list[Spot]:
    """An unknown name that a known province or country only locates, or where the known ones are only spoken of."""
    fixed = any(spot.tie in ("seen", "relative", "within") and not spot.toponym.kinds & BROAD for spot in known)
    found = []
    for spot in unknown_spots(text, zones, taken, sentences, gazetteer):
        met = [other for other in known if overlap(spot, other)]
        locating = all(other.toponym.kinds & (BROAD | LARGE) and other.toponym.start > spot.start for other in met)
        if locating and (met or not fixed):
            found.append(spot)
    return found


def overlap(one: Spot, other: Spot) -> bool:
    return one.start < other.end and other.start < one.end
