"""Captions of many offices, read into the record a careful curator would keep."""

import json
from pathlib import Path

import pytest

from archive.reading.captions import read_caption
from archive.reading.pieces import Kind

_SHARED = Path(__file__).parents[4] / "shared" / "data"
_PRO = (
    "From: Public Relations Office Fourteenth Air Force Code 07041420/D Release On Rcpt Cleared Goldberg USFCT "
    "-FIRST PICTURES FROM REOCCUPIED LIUCHOW AREA- Chinese Troops Enter Liuchow Fourteenth Air Force Headquarters, "
    "In China-- Infantrymen march past the ruins of the railway station at Liuchow..."
)


def places(record):
    return [(place["verbatim"], place["place_id"], place["role"]) for place in record["places"]]


def dates(record):
    return [(date["verbatim"], date["edtf"], date["role"]) for date in record["dates"]]


def people(record):
    return [(person["rank"], person["name"], person["role"]) for person in record["people"]]


def identifiers(record):
    return [(one["scheme"], one["verbatim"]) for one in record["identifiers"]]


def test_the_header_of_a_press_office_is_taken_apart(read):
    record = read(_PRO)

    assert record["agency"] == "Public Relations Office Fourteenth Air Force"
    assert identifiers(record) == [("14af_pro_code", "07041420/D")]
    assert record["release"] == {"verbatim": "Release On Rcpt", "normalized": "on_receipt"}
    assert (record["clearance"]["kind"], record["clearance"]["censor"]) == ("cleared", "Goldberg")
    assert record["series_headline"] == "FIRST PICTURES FROM REOCCUPIED LIUCHOW AREA"
    assert record["title"] == "Chinese Troops Enter Liuchow"
    assert record["dateline"]["verbatim"] == "Fourteenth Air Force Headquarters, In China"
    assert record["body_starts"].startswith("Infantrymen march")
    assert record["truncated"]


def test_the_same_header_over_several_lines_reads_the_same(read):
    lines = _PRO
    for before in (
        "Code",
        "Release",
        "Cleared",
        "-FIRST",
        "Chinese Troops",
        "Fourteenth Air Force Headq",
        "Infantrymen",
    ):
        lines = lines.replace(f" {before}", f"\n{before}", 1)

    one, other = read(_PRO), read(lines)
    assert {key: one[key] for key in ("agency", "title", "dateline", "series_headline", "body_starts")} == {
        key: other[key] for key in ("agency", "title", "dateline", "series_headline", "body_starts")
    }


def test_a_dateline_is_not_where_the_picture_was_taken(read):
    assert places(read(_PRO)) == [("the railway station at Liuchow", "liuzhou_station", "depicted")]


def test_the_code_of_another_office_is_not_forced_into_the_scheme(read):
    record = read("From: Public Relations Office Tenth Air Force\nCode 06121105/A\nRelease Immediate\nA plane lands.")

    assert identifiers(record) == [("other", "06121105/A")]


def test_a_servicing_line_gives_title_credit_serial_and_release(read):
    record = read(
        "New York, 6/12/45--ROAD OPENED--The first convoy rolls into Kunming.--Signal Corps photo--Serviced by "
        "London OWI (B list out). Approved by appropriate military authority. (10245)."
    )

    assert (record["agency"], record["title"], record["credit_line"]) == (
        "London OWI",
        "ROAD OPENED",
        "Signal Corps photo",
    )
    assert identifiers(record) == [("owi_serial", "10245")]
    assert record["release"]["normalized"] == "distribution_list_B"
    assert dates(record) == [("6/12/45", "1945-06-12", "release")]
    assert ("Kunming", "kunming", "depicted") in places(record)


def test_a_press_agency_line_gives_title_and_date_of_release(read):
    record = read("New Field, 4/22/1944. Chengtu, China – Laborers roll the runway. Credit: US Army Photo from ACME;")

    assert (record["title"], record["agency"]) == ("New Field", "ACME")
    assert record["dateline"] == {"verbatim": "Chengtu, China", "place_id": None, "date_edtf": "1944-04-22"}
    assert dates(record) == [("4/22/1944", "1944-04-22", "release")]


def test_a_memorials_place_and_day_are_those_of_the_picture(read):
    record = read("Kunming, China. 1944-06-15. Two RAAF pilots beside a Tiger Moth. Accession Number P02284.021")

    assert places(record) == [("Kunming, China", "kunming", "depicted")]
    assert dates(record) == [("1944-06-15", "1944-06-15", "depicted")]
    assert identifiers(record) == [("awm", "P02284.021")]


def test_a_photographers_line_names_him_his_company_and_the_day(read):
    record = read('CBI-45-30112 T/4 Greenberg 14 Feb 1945\n164 Sig Photo Co, Det "A"\nMules cross the Salween River.')

    assert people(record) == [("T/4", "Greenberg", "photographer")]
    assert (record["agency"], record["units"]) == ("164 Sig Photo Co", ['164 Sig Photo Co, Det "A"'])
    assert dates(record) == [("14 Feb 1945", "1945-02-14", "depicted")]
    assert record["body_starts"].startswith("Mules cross")
    assert places(record) == [("Salween River", "salween", "depicted")]


def test_ranks_names_and_home_towns_are_told_apart(read):
    record = read(
        'Col. Clinton "Casey" Vincent, San Antonio, Tex., and Cpl. James Wilson (right) of Dayton, Ohio, at Kweilin.'
    )

    assert [(one["rank"], one["name"], one["hometown"]) for one in record["people"]] == [
        ("Col.", 'Clinton "Casey" Vincent', "San Antonio, Tex."),
        ("Cpl.", "James Wilson", "Dayton, Ohio"),
    ]


def test_who_is_named_to_explain_a_name_is_not_in_the_picture(read):
    record = read("Mrs. Ann Lee, wife of Maj. Lee, at a ship named for Capt. John Paul Jones.")

    assert [person["name"] for person in record["people"]] == ["Mrs. Ann Lee"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Pilots of the 23rd Fighter Group rest.", "23rd Fighter Group"),
        ("Capt. Robert Hill, 491st Bomb Squadron Flight Leader, poses.", "491st Bomb Squadron"),
        ("Men of the Fourteenth Air Force.", "Fourteenth Air Force"),
        ("A crew of No. 45 Squadron RAF.", "No. 45 Squadron RAF"),
        ("Warships of the U.S. Third Fleet.", "U.S. Third Fleet"),
        ("Troops of the 5307th Composite Unit march.", "5307th Composite Unit"),
        ("Engineers of the 236th Engineer Combat Battalion.", "236th Engineer Combat Battalion"),
    ],
)
def test_units_are_named_in_full_and_no_further(read, text, unit):
    assert read(text)["units"] == [unit]


def test_an_aircraft_has_its_type_name_serial_and_number(read):
    record = read('The wreck of a B-24J, serial number 44-40584, "Hot As Hell", combat ID 439, near Kunming.')

    assert record["aircraft"] == [{"type": "B-24J", "name": "Hot As Hell", "serial": "44-40584", "number": "439"}]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Street in Liuchow [Liuzhou].", ("Liuchow [Liuzhou]", "liuzhou", "depicted")),
        ("Mines on the air strip, at Liuzhou (Liuchow), China.", None),
        ("A bridge out 2 miles south of Liuchow.", ("2 miles south of Liuchow", "liuzhou", "relative")),
        (
            "A hostel in Chengtu, Szechwan Province, China.",
            ("Chengtu, Szechwan Province, China", "chengdu", "depicted"),
        ),
        ("A bunker in a town in Kwangsi province.", ("a town in Kwangsi province", "guangxi", "within")),
        ("Chow at Kilo 170 on the Burma Road.", ("Kilo 170 on the Burma Road", "burma_road", "depicted")),
        (
            "Bombs fall on White Cloud airfield near Canton.",
            ("White Cloud airfield near Canton", "white_cloud", "depicted"),
        ),
        ("Troops near Chihkiang, Hunan Province.", ("near Chihkiang, Hunan Province", "zhijiang", "relative")),
        ("Supplies at Ping Yang, between Nanning and Liuchow.", ("Ping Yang", None, "depicted")),
        ("Railhead warehouses at Lekha Pani.", ("Lekha Pani", None, "depicted")),
        ("The wreck lies 15 miles west of Chanyi, China.", ("15 miles west of Chanyi, China", None, "relative")),
    ],
)
def test_a_place_is_named_with_all_its_words_and_tied_to_the_picture(read, text, place):
    expected = place or ("the air strip, at Liuzhou (Liuchow), China", "liuzhou_airfield", "depicted")

    assert expected in places(read(text))


def test_where_people_flee_to_is_only_mentioned(read):
    record = read("Refugees at Liuchow on their way to Kunming.")

    assert places(record) == [("Liuchow", "liuzhou", "depicted"), ("Kunming", "kunming", "mentioned")]


def test_a_name_with_several_owners_is_left_open_with_all_of_them(read):
    (place,) = read("Chinese infantry at Chihkiang.")["places"]

    assert place["place_id"] is None
    assert set(place["candidates"]) == {"zhijiang", "zhijiang_hb"}


def test_doubt_about_a_place_is_the_captions(read):
    (place,) = read("Possibly Kweilin airfield, late 1943.")["places"]

    assert place["certainty"] == "probable"


def test_the_day_of_another_event_does_not_date_the_picture(read):
    record = read("Civilians return to Liuchow. Nanning fell on May 27, 1945.")

    assert dates(record) == [("May 27, 1945", "1945-05-27", "event")]


def test_a_season_is_quoted_with_its_preposition(read):
    assert dates(read("Refugees in Liuzhou in the summer or fall of 1944.")) == [
        ("in the summer or fall of 1944", "[1944-22,1944-23]", "depicted")
    ]


@pytest.mark.parametrize(
    ("text", "role", "person"),
    [
        ("A street. (Images provided via Tony Strotman)", "provided_via", ("Tony Strotman", "donor")),
        ("A street. From the collection of Hal Geer.", "collection", ("Hal Geer", "collection_owner")),
        ("A street. Gift of Mary Anne Jones.", "gift", ("Mary Anne Jones", "donor")),
    ],
)
def test_givers_and_owners_are_told_apart(read, text, role, person):
    record = read(text)

    assert record["donor_or_source"]["role"] == role
    assert [(one["name"], one["role"]) for one in record["people"]] == [person]


def test_an_informant_is_not_a_donor(read):
    record = read("A street in Kunming. (Info courtesy Tony Strotman)")

    assert people(record) == [(None, "Tony Strotman", "informant")]
    assert record["credit_line"] == "(Info courtesy Tony Strotman)"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Troops berth at Dover, 31 May 1940. © IWM (H 1637)", [("iwm", "H 1637")]),
        ("A street. Official U.S. Marine Corps Photo 225060", [("usmc", "225060")]),
        ("A street. NAID 531391", [("naid", "531391")]),
        ("A street. Photo No. 43-1127", [("other", "43-1127")]),
        ("Cpl. Ray, Charleston, SC 29401, on USS Missouri (BB-63).", []),
        ("In 1945, 57393 men and 27,100 tons went to 7314 Bennett Ave.", []),
        ("A print, 342-FH-3A27446-94586AC", [("nara_local", "342-FH-3A27446-94586AC")]),
        ("Numbered (6347) by hand.", []),
    ],
)
def test_an_identifier_needs_its_shape_and_its_company(read, text, found):
    assert identifiers(read(text)) == found


def test_a_quoted_caption_is_read_and_the_description_round_it_is_not(read):
    record = read('Written on reverse: "Me and Joe, Kunming, fall 1944." Scanned 5 May 2009')

    assert record["body_starts"].startswith("Me and Joe")
    assert ("fall 1944", "1944-23", "depicted") in dates(record)
    assert ("5 May 2009", "2009-05-05", "cataloguer") in dates(record)


def test_the_fields_of_an_export_are_cut_off_and_kept_as_data(read):
    record = read("A street.\nLocation Tags\ndrupal_ready\nY\ncollection_name\nBates Album\ncollection_seq\n12")

    assert record["body_ends"] == "A street."
    assert record["donor_or_source"] == {"verbatim": "Bates Album", "role": "collection"}
    assert identifiers(record) == [("collection_seq", "12")]


def test_labelled_fields_keep_what_their_labels_say(read):
    record = read("Title: A bridge\nLocation: Liuchow, Kwangsi\nPhotographer: Sgt. Al Green\nDescription: Men at work.")

    assert record["title"] == "A bridge"
    assert places(record)[0] == ("Liuchow, Kwangsi", "liuzhou", "depicted")
    assert people(record) == [("Sgt.", "Al Green", "photographer")]
    assert record["body_starts"] == "Men at work."


def test_a_link_in_words_is_a_relation(read):
    (relation,) = read("A wrecked plane. See GIs inspecting this plane here.")["relations"]

    assert relation == {"type": "same_subject", "verbatim": "See GIs inspecting this plane here"}


def test_a_plain_sentence_yields_nothing_but_its_body(read):
    record = read("A woman carries water.")
    empty = {key: value for key, value in record.items() if value not in (None, [], False)}

    assert set(empty) == {"body_starts", "body_ends", "unparsed"}


def test_the_text_is_untouched_and_every_piece_is_a_slice_of_it(gazetteer):
    reading = read_caption(_PRO, gazetteer=gazetteer)

    assert reading.text == _PRO
    assert all(reading.verbatim(piece) == _PRO[piece.start : piece.end] for piece in reading.pieces)
    assert all(0 < piece.confidence <= 1 and piece.rule for piece in reading.pieces)


def test_what_no_rule_knows_stays_unparsed(gazetteer):
    reading = read_caption("Zxqv wvut! 12 Oct 1944", gazetteer=gazetteer)

    assert [reading.text[start:end] for start, end in reading.unparsed] == ["Zxqv wvut!"]


def test_chinese_words_are_read(read):
    record = read("圖/國史館提供 民國三十四年八月，重慶慶祝勝利。")

    assert dates(record) == [("民國三十四年八月", "1945-08", "depicted")]
    assert places(record) == [("重慶", "chongqing", "depicted")]


def test_the_dots_of_a_cut_text_are_a_piece(gazetteer):
    (dots,) = read_caption(_PRO, gazetteer=gazetteer).of(Kind.TRUNCATION)

    assert _PRO[dots.start : dots.end] == "..."


@pytest.mark.skipif(not (_SHARED / "captions.json").exists(), reason="the shared cases are not beside the project")
def test_no_shared_caption_yields_a_word_it_does_not_hold(read):
    for case in json.loads((_SHARED / "captions.json").read_text(encoding="utf-8"))["cases"]:
        record = read(case["raw"])
        said = [record["agency"], record["title"], record["credit_line"], *record["units"], *record["editorial"]]
        assert all(words in case["raw"] for words in said if words)
        assert identifiers(record) == [(one["scheme"], one["verbatim"]) for one in case["expected"]["identifiers"]]
