"""Dates as people wrote them, read by the conventions; what cannot be read is refused."""

import json
from pathlib import Path

import pytest

from archive.reading.dates import find_dates, read_date

_SHARED = Path(__file__).parents[4] / "shared" / "data" / "dates.json"


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("the fall of Guilin, November 1944", "1944-11"),
        ("10 May 1944, a sunny day", "1944-05-10"),
        ("spring (1944)", "1944-21"),
        ("1st half of 1944", "[1944-01..1944-06]"),
        ("4th quarter of 1944", "1944-36"),
        ("民國三十四年（1945年）八月", "1945-08"),
        ("1944年夏或秋", "[1944-22,1944-23]"),
        ("1944 (approx.)", "1944~"),
        ("7JUL45", "1945-07-07"),
        ("late summer or early fall 1944", "[1944-08~,1944-09~]"),
        ("1942.5", "1942-05"),
        ("autumn 1943", "1943-23"),
        ("Winter 1943", "1943-24"),
        ("winter of 1944/45", "1944-24"),
        ("winter 1944-1945", "1944-24"),
        ("in the spring of '45", "1945-21"),
        ("late summer 1944", "1944-08~"),
        ("early fall of 1944", "1944-09~"),
        ("late winter 1944", "1945-02~"),
        ("mid-winter 1943", "1944-01~"),
        ("early 1940s", "[1940..1943]"),
        ("mid-1930s", "[1934..1936]"),
        ("the late 1930's", "[1937..1939]"),
        ("end of 1944", "[1944-09..1944-12]"),
        ("the beginning of May 1945", "[1945-05-01..1945-05-10]"),
        ("second week of May 1944", "[1944-05-08..1944-05-14]"),
        ("first half of June 1944", "[1944-06-01..1944-06-15]"),
        ("second half of February 1944", "[1944-02-16..1944-02-29]"),
        ("third quarter of 1944", "1944-35"),
        ("Q1 1945", "1945-33"),
        ("from May 14 to 25, 1944", "1944-05-14/1944-05-25"),
        ("May 14-25, 1944", "1944-05-14/1944-05-25"),
        ("14-25 May 1944", "1944-05-14/1944-05-25"),
        ("14 May–2 June 1944", "1944-05-14/1944-06-02"),
        ("1942-1945", "1942/1945"),
        ("1942–45", "1942/1945"),
        ("1944-45", "1944/1945"),
        ("December 1944 to January 1945", "1944-12/1945-01"),
        ("December to February 1945", "1944-12/1945-02"),
        ("28 December 1944 - 3 January 1945", "1944-12-28/1945-01-03"),
        ("between May and July 1944", "[1944-05..1944-07]"),
        ("between 10 and 12 November 1944", "[1944-11-10..1944-11-12]"),
        ("between November 10, 1944 and January 5, 1945", "[1944-11-10..1945-01-05]"),
        ("10 or 11 November 1944", "[1944-11-10,1944-11-11]"),
        ("November 10, 11 or 12, 1944", "[1944-11-10,1944-11-11,1944-11-12]"),
        ("November 10, 11 and 12, 1944", "{1944-11-10,1944-11-11,1944-11-12}"),
        ("May and June 1945", "{1945-05,1945-06}"),
        ("May or June 1945", "[1945-05,1945-06]"),
        ("1943, 1944 or 1945", "[1943,1944,1945]"),
        ("prior to 1944", "[..1943]"),
        ("before November 1944", "[..1944-10]"),
        ("not later than 15 August 1945", "[..1945-08-15]"),
        ("until June 1945", "[..1945-06]"),
        ("since 1941", "1941/.."),
        ("from June 1945 onwards", "1945-06/.."),
        ("after 1944", "[1945..]"),
        ("after June 1945", "[1945-07..]"),
        ("not before March 1944", "[1944-03..]"),
        ("circa May 1944", "1944-05~"),
        ("abt. 1943", "1943~"),
        ("about 10 Nov 1944", "1944-11-10~"),
        ("approximately 1940", "1940~"),
        ("perhaps November 1944", "1944-11?"),
        ("May 1944?", "1944-05?"),
        ("1944(?)", "1944?"),
        ("[1944?]", "1944?"),
        ("[1944]", "1944"),
        ("[ca. 1944]", "1944~"),
        ("[194-?]", "194X?"),
        ("ca. 1940-1945", "1940~/1945~"),
        ("probably summer 1944", "1944-22?"),
        ("194x", "194X"),
        ("the 1930s", "193X"),
        ("November 11", "XXXX-11-11"),
        ("11 Nov.", "XXXX-11-11"),
        ("4/7/45", "[1945-04-07,1945-07-04]"),
        ("5/29/1945", "1945-05-29"),
        ("13/5/1945", "1945-05-13"),
        ("5/5/45", "1945-05-05"),
        ("10-Nov-44", "1944-11-10"),
        ("10 NOV 1944", "1944-11-10"),
        ("1940 July", "1940-07"),
        ("1944 Nov. 10", "1944-11-10"),
        ("1944 Nov", "1944-11"),
        ("1944/11/10", "1944-11-10"),
        ("1944.11.10", "1944-11-10"),
        ("1944-11", "1944-11"),
        ("Sat., 10 Nov. 1945", "1945-11-10"),
        ("Friday, November 10, 1944", "1944-11-10"),
        ("the 4th of July, 1945", "1945-07-04"),
        ("4th July 1945", "1945-07-04"),
        ("10 Noveber 1944", "1944-11-10"),
        ("23 Agust 1944", "1944-08-23"),
        ("12 Setpember 1943", "1943-09-12"),
        ("Febuary 4, 1945", "1945-02-04"),
        ("29 February 1944", "1944-02-29"),
        ("Christmas 1944", "1944-12-25"),
        ("Chinese New Year 1945", "1945-02-13"),
        ("民國33年11月10日", "1944-11-10"),
        ("民國三十四年七月", "1945-07"),
        ("民國廿九年", "1940"),
        ("中華民國三十三年十月十日", "1944-10-10"),
        ("昭和17年5月中旬", "[1942-05-11..1942-05-20]"),
        ("昭和20年8月下旬", "[1945-08-21..1945-08-31]"),
        ("昭和十六年十二月八日", "1941-12-08"),
        ("昭和元年", "[1926-12-25..1926-12-31]"),
        ("昭和19年秋", "1944-23"),
        ("皇紀2604年", "1944"),
        ("康德十一年", "1944"),
        ("大正15年", "[1926-01-01..1926-12-24]"),
        ("大正十年", "1921"),
        ("民國前1年", "1911"),
        ("1944年春", "1944-21"),
        ("1944年秋天", "1944-23"),
        ("1944年4月至12月", "1944-04/1944-12"),
        ("1944年4月～1944年12月", "1944-04/1944-12"),
        ("1944年11月10日或11日", "[1944-11-10,1944-11-11]"),
        ("约1944年", "1944~"),
        ("1944年頃", "1944~"),
        ("1944年左右", "1944~"),
        ("1944年？", "1944?"),
        ("1944年以前", "[..1944]"),
        ("1944年之前", "[..1943]"),
        ("1945年以降", "1945/.."),
        ("一九四四年十一月", "1944-11"),
        ("１９４４年１１月１０日", "1944-11-10"),
        ("1944年初", "[1944-01..1944-04]"),
        ("1944年底", "[1944-09..1944-12]"),
        ("1940年代", "194X"),
        ("1940年代初", "[1940..1943]"),
        ("1944年11月初", "[1944-11-01..1944-11-10]"),
        ("071420Z JUL 45", "1945-07-07"),
        ("1944-22", "1944-22"),
        ("[1944-22,1944-23]", "[1944-22,1944-23]"),
        ("pre-1945", "[..1944]"),
        ("post-1945", "[1946..]"),
        ("1944 or later", "[1944..]"),
        ("1944 or earlier", "[..1944]"),
        ("1944 or so", "1944~"),
        ("late 1943 or early 1944", "[1943-09..1943-12,1944-01..1944-04]"),
        ("late April or early May 1945", "[1945-04-21..1945-04-30,1945-05-01..1945-05-10]"),
        ("early or mid 1944", "[1944-01..1944-04,1944-05..1944-08]"),
        ("from early 1942 to late 1943", "1942-01-01~/1943-12-31~"),
        ("the day after August 15, 1945", "1945-08-16"),
        ("the night of 10-11 November 1944", "1944-11-10/1944-11-11"),
        ("Photographed in Kunming, May 1944", "1944-05"),
        ("Sommer 1944", "1944-22"),
        ("Herbst 1943", "1943-23"),
        ("10. November 1944", "1944-11-10"),
        ("le 10 novembre 1944", "1944-11-10"),
        ("Mai 1944", "1944-05"),
        ("10.XI.1944", "1944-11-10"),
        ("summer of '44", "1944-22"),
        ("during the summer and fall of 1944", "{1944-22,1944-23}"),
        ("spring through fall 1944", "1944-21/1944-23"),
        ("June/July 1944", "1944-06/1944-07"),
        ("Jan.-Feb. 1945", "1945-01/1945-02"),
        ("last week of May 1944", "[1944-05-25..1944-05-31]"),
        ("7.7.37", "1937-07-07"),
        ("1937年7月7日", "1937-07-07"),
        ("about the middle of June 1944", "[1944-06-11~..1944-06-20~]"),
        ("May", "XXXX-05"),
        ("Aug. 8 or 9, '44", "[1944-08-08,1944-08-09]"),
        ("June 1944-May 1945", "1944-06/1945-05"),
        ("by the end of 1944", "[..1944-12]"),
        ("around the summer of 1943", "1943-22~"),
        ("c. spring 1944", "1944-21~"),
        ("on 12 Oct. 1944", "1944-10-12"),
        ("1st Sept 1944", "1944-09-01"),
        ("between 1 June and 15 August 1945", "[1945-06-01..1945-08-15]"),
        ("September 2nd 1945", "1945-09-02"),
        ("Oct 1944 (?)", "1944-10?"),
        ("19 Nov. '43", "1943-11-19"),
        ("19--", "19XX"),
        ("1943 May 3", "1943-05-03"),
        ("3 May [1943]", "1943-05-03"),
        ("May 3, [1943]", "1943-05-03"),
        ("1943 (printed later)", "1943"),
        ("mid 1943 to early 1944", "1943-05-01~/1944-04-30~"),
        ("1945 or 46", "[1945,1946]"),
        ("up to and including June 1944", "[..1944-06]"),
        ("before 1944 or 1945", "[..1944]"),
    ],
)
def test_a_phrase_is_read_as_a_curator_would(phrase, edtf):
    assert read_date(phrase).edtf == edtf


@pytest.mark.parametrize(
    ("phrase", "locale", "edtf"),
    [
        ("4/7/45", "en-GB", "1945-07-04"),
        ("4/7/45", "en-US", "1945-04-07"),
        ("29/5/45", "en-US", "1945-05-29"),
        ("10.11.44", "de", "1944-11-10"),
        ("7/7/37", "en-US", "1937-07-07"),
    ],
)
def test_figures_are_read_by_the_custom_of_the_office(phrase, locale, edtf):
    assert read_date(phrase, locale=locale).edtf == edtf


@pytest.mark.parametrize(
    "phrase",
    [
        "31 April 1945",
        "30 February 1944",
        "February 29, 1945",
        "n.d.",
        "no date",
        "date unknown",
        "during WWII",
        "33年11月",
        "農曆1944年八月十五日",
        "not 1944",
        "1944 and maybe before 1943",
        "two weeks before 10 May 1944",
        "hello",
        "12345",
    ],
)
def test_what_is_not_one_date_is_refused(phrase):
    reading = read_date(phrase)

    assert reading.edtf is None
    assert (reading.earliest, reading.latest) == (None, None)
    assert reading.flags


@pytest.mark.parametrize(
    ("phrase", "flag"),
    [
        ("undated", "undated"),
        ("31 April 1945", "invalid_date"),
        ("during World War II", "period_only"),
        ("12 Oct 44", "two_digit_year"),
        ("8/2/45", "ambiguous_day_month"),
        ("23 Agust 1944", "typo"),
        ("昭和19年", "era"),
        ("7 November", "year_missing"),
        ("Friday, 11 November 1944", "weekday_mismatch"),
        ("some day", "unread"),
        ("1944 or 1945", "alternatives"),
    ],
)
def test_what_is_odd_about_a_date_is_flagged(phrase, flag):
    assert flag in read_date(phrase).flags


@pytest.mark.parametrize("phrase", ["the week of 10 May 1944", "VJ Day 1945", "two weeks before 10 May 1944"])
def test_a_date_that_only_locates_another_is_not_taken_for_it(phrase):
    assert read_date(phrase).edtf is None


@pytest.mark.parametrize("phrase", ["lO November 1944", "1O November 1944", "I0 Nov. 1944"])
def test_a_typists_letter_for_a_figure_is_read_and_flagged(phrase):
    reading = read_date(phrase)

    assert reading.edtf == "1944-11-10"
    assert "typo" in reading.flags


def test_a_year_with_a_letter_in_it_is_not_guessed():
    assert read_date("abt 19I5").edtf is None
    assert read_date("May l944").edtf != "1944-05"


def test_a_year_from_the_context_is_flagged_and_fits_the_weekday():
    saturday = read_date("Sat., April 29", context={"year": 1944})
    monday = read_date("Mon., April 29", context={"year": 1944})

    assert saturday.edtf == "1944-04-29"
    assert "year_from_context" in saturday.flags
    assert monday.edtf == "XXXX-04-29"


def test_an_open_end_has_no_day():
    reading = read_date("after August 15, 1945")

    assert reading.as_dict()["earliest"] == "1945-08-16"
    assert reading.latest is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nanning was reoccupied on May 27, 1945, at which time the lifeline was broken.", ["May 27, 1945"]),
        ("In the summer or fall of 1944 during the push south", ["summer or fall of 1944"]),
        ("which slowed down 2000 Japanese who were retreated", []),
        ("27,100-ton carrier, 105 mm. guns, 1500 troops and 10 or 12 trucks", []),
        ("They may march 12 miles to the spring and fall back", []),
        ("T/5 Milton Koff, APO 627, Hostel #4", []),
        ("During WWII, 1944. (Images provided)", ["1944"]),
        ("九江，民國二十七年七月，日軍", ["民國二十七年七月"]),
        ("May 10, 1944 and 12 men", ["May 10, 1944"]),
        ("Code 07041420/C Release On Rcpt", []),
        ("the fall of Guilin in November 1944", ["November 1944"]),
    ],
)
def test_dates_are_found_in_running_text_and_numbers_are_not(text, found):
    assert [text[one.start : one.end] for one in find_dates(text)] == found


def test_an_event_bounds_what_came_before_it():
    (found,) = find_dates("Street in Liuzhou before Japanese occupation in late 1944.")

    assert found.reading.edtf == "[..1944-12]"
    assert "relative" in found.reading.flags


@pytest.mark.skipif(not _SHARED.exists(), reason="the shared cases are not beside the project")
def test_every_shared_case_is_read_with_its_days():
    wrong = []
    for case in json.loads(_SHARED.read_text(encoding="utf-8"))["cases"]:
        reading = read_date(case["phrase"], context=case["context"]).as_dict()
        if (reading["edtf"], reading["earliest"], reading["latest"]) != (
            case["edtf"],
            case["earliest"],
            case["latest"],
        ):
            wrong.append(case["phrase"])

    assert wrong == []
