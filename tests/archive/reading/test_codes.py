"""One code by itself: what is written, what it parses to and what is only supposed are kept apart."""

import pytest

from archive.reading.codes import read_code


def test_a_conforming_code_of_the_press_office_has_its_parts():
    reading = read_code("07041420/C").as_dict()

    assert reading["conforms"]
    assert reading["scheme"] == "14af_pro_code"
    assert reading["parsed"] == {"base": "07041420", "item": "C"}


def test_the_day_it_was_filed_is_an_inference_with_its_hypothesis():
    (inference,) = read_code("07041420/C").inferred

    assert (inference.about, inference.edtf, inference.hypothesis) == ("caption filed", "1945-07-04?", "H1")
    assert inference.weight < 1


def test_eight_figures_that_are_no_day_and_hour_suggest_no_date():
    assert read_code("99991420/C").inferred == ()


def test_nine_figures_do_not_conform_and_are_not_repaired():
    reading = read_code("070414200")

    assert not reading.conforms
    assert reading.why_not
    assert reading.parsed == ()
    assert reading.inferred == ()
    assert "07041420/O" in reading.suggestions


@pytest.mark.parametrize("code", ["07041420C", "07041420-C", "07041420 c", "0704142O/C"])
def test_a_code_with_one_thing_wrong_offers_what_may_be_meant(code):
    reading = read_code(code)

    assert not reading.conforms
    assert reading.suggestions == ("07041420/C",)
    assert reading.verbatim == code


def test_a_code_unlike_its_siblings_is_flagged_not_mended():
    siblings = ["07041420/A", "07041420/C", "07041420/J"]

    assert read_code("07041430/B", siblings=siblings).flags == ("sibling_mismatch",)
    assert read_code("07041420/D", siblings=siblings).flags == ()


@pytest.mark.parametrize(
    ("code", "scheme"),
    [
        ("SC 180542", "sc"),
        ("SC-227010-S", "sc"),
        ("111-SC-407101", "nara_local"),
        ("80-G-K-1234", "nara_local"),
        ("165-WW-60A-11", "nara_local"),
        ("342-FH-3A27446-94586AC", "nara_local"),
        ("CBI-44-21051", "cbi_negative"),
        ("57393 AC", "usaaf_print"),
        ("LC-DIG-fsac-1a34889", "loc_repro"),
        ("LC-USW36-606", "loc_repro"),
        ("Bild 101I-052-1435-20", "bundesarchiv"),
        ("Bild 183-H28422", "bundesarchiv"),
        ("© IWM (IND 3154)", "iwm"),
        ("AWM P02284.021", "awm"),
        ("Accession Number SUK12345", "awm"),
        ("NAID 329590735", "naid"),
    ],
)
def test_codes_of_other_archives_are_known_by_shape_or_company(code, scheme):
    assert read_code(code).scheme == scheme


@pytest.mark.parametrize("text", ["6347", "27,100", "12345678", "BB-63", "B-25", "1944", "T/5", "APO 627", ""])
def test_a_bare_number_a_hull_or_a_rank_is_no_identifier(text):
    assert read_code(text).scheme is None


def test_a_signal_corps_number_of_seven_figures_is_suspect():
    reading = read_code("SC 1234567")

    assert reading.scheme == "sc"
    assert not reading.conforms
