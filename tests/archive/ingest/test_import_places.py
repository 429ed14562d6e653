"""A table of places enters whole or not at all, and every cell that will not do is named."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from factories import make_mention, make_photo, make_place

from archive.models import Place, PlaceName
from archive.search.filters import entries_with
from archive.search.naming import what_place

pytestmark = pytest.mark.django_db
HEADING = "id,pinyin,hans,hant,lat,lon,parent_id,kind,postal\n"


@pytest.fixture
def table(tmp_path: Path):
    """Writes a table and gives its path."""

    def write(rows: str, *, heading: str = HEADING) -> Path:
        path = tmp_path / "places.csv"
        path.write_text(heading + rows, encoding="utf-8")
        return path

    return write


def run(path: Path, **options) -> str:
    out = StringIO()
    call_command("import_places", path, stdout=out, **options)
    return out.getvalue()


def refusal(path: Path) -> list[str]:
    with pytest.raises(CommandError) as refused:
        run(path)
    assert refused.value.returncode == 2
    return str(refused.value).splitlines()


def records() -> list[tuple]:
    return [*Place.objects.order_by("pk").values_list(), *PlaceName.objects.order_by("pk").values_list()]


def test_a_place_with_pinyin_characters_and_a_point_is_found_by_its_historical_forms(table):
    run(table("yibin,Yibin,宜宾,宜賓,28.77,104.62,,city,\n"))
    for typed in ("Yibin", "宜賓", "宜宾", "I-pin", "Ipin", "I-pin Hsien"):
        assert [match.place.code for match in what_place(typed).matches] == ["yibin"], typed
    assert set(PlaceName.objects.filter(is_derived=True).values_list("place__code", flat=True)) == {"yibin"}


def test_all_columns_are_kept(table):
    run(
        table(
            "sichuan,Sichuan,,,,,,province,Szechwan\nyibin,Yibin,宜宾,,28.77,104.62,sichuan,city,Ipin; Suifu|Süchow\n"
        )
    )
    place = Place.objects.get(code="yibin")
    assert (place.title, place.kind, place.parent.code) == ("Yibin", "city", "sichuan")
    assert (float(place.latitude), float(place.longitude)) == (28.77, 104.62)
    assert set(place.names.filter(system="postal", is_derived=False).values_list("text", flat=True)) == {
        "Ipin",
        "Suifu",
        "Süchow",
    }


def test_the_plan_says_what_would_change_and_writes_nothing(table):
    said = run(table("yibin,Yibin,,,28.77,104.62,,city,\n"), plan=True)
    assert "new yibin" in said
    assert "Yibin (pinyin)" in said
    assert not Place.objects.exists()


def test_a_second_run_changes_nothing(table):
    path = table("sichuan,Sichuan,,,,,,province,\nyibin,Yibin,宜宾,,28.77,104.62,sichuan,city,Ipin\n")
    run(path)
    before = records()
    assert "2 stay as they were" in run(path)
    assert records() == before


def test_a_known_place_keeps_its_names_and_gets_the_new_ones(table):
    place = make_place(code="yibin", title="Yibin", kind="town")
    PlaceName.objects.create(place=place, text="Suifu", system="former")
    run(table("yibin,Yibin,,,,,,city,Ipin\n"))
    place.refresh_from_db()
    assert place.kind == "city"
    assert {"Yibin", "Suifu", "Ipin"} <= set(place.names.values_list("text", flat=True))


def test_a_blank_cell_changes_nothing(table):
    make_place(code="yibin", title="Yibin", kind="city", latitude=28, longitude=104)
    run(table("yibin,,,,,,,,\n"))
    place = Place.objects.get(code="yibin")
    assert (place.kind, place.latitude) == ("city", 28)


def test_a_form_that_a_rule_made_stands_as_given_when_a_source_gives_it(table):
    run(table("yibin,Yibin,,,,,,city,\n"))
    run(table("yibin,,,,,,,,Ipin\n"))
    assert list(PlaceName.objects.filter(key="ipin", is_derived=False).values_list("system", flat=True)) == ["postal"]


def test_every_wrong_cell_is_named_by_row_and_column_and_nothing_is_written(table):
    rows = (
        "yibin,Yibin,,,abc,104.62,,city,\n"
        "two words,Zigong,,,,,,city,\n"
        "zigong,Zigong,,,29.3,,,village green,\n"
        ",Neijiang,,,,,,city,\n"
        "\n"
        "luzhou,Luzhou,Luzhou,,95,104,nowhere,city,\n"
        "luzhou,Luzhou,,,NaN,104,,city,\n"
        "empty,,,,,,,,\n"
    )
    lines = refusal(table(rows))
    addresses = {tuple(line.split(", ")[:2]) for line in lines[:-1]}
    assert addresses == {
        ("row 2", "“lat”"),
        ("row 3", "“id”"),
        ("row 4", "“lon”"),
        ("row 4", "“kind”"),
        ("row 5", "“id”"),
        ("row 7", "“hans”"),
        ("row 7", "“lat”"),
        ("row 7", "“parent_id”"),
        ("row 8", "“lat”"),
        ("row 8", "“id”"),
        ("row 9", "“pinyin”"),
    }
    assert not Place.objects.exists()


def test_places_may_not_lie_in_each_other(table):
    lines = refusal(table("a,Yibin,,,,,b,city,\nb,Zigong,,,,,a,city,\n"))
    assert [line.split(", ")[:2] for line in lines[:-1]] == [["row 2", "“parent_id”"], ["row 3", "“parent_id”"]]


@pytest.mark.parametrize("heading", ["id,pinyin,colour\n", "pinyin,kind\n", "id,pinyin,pinyin\n"])
def test_a_heading_that_is_not_known_missing_or_twice_there_is_refused(table, heading):
    assert refusal(table("a,b,c\n", heading=heading))[0].startswith("row 1")


def test_a_cell_too_many_is_refused(table):
    assert "row 2" in refusal(table("a,Yibin,,,,,,city,Ipin,more\n"))[0]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"id,pinyin\na,\x00b\n", b'id\n"a'])
def test_what_is_no_table_is_refused_in_one_line(tmp_path, content):
    path = tmp_path / "places.csv"
    path.write_bytes(content)
    assert len(refusal(path)) == 1


def test_a_missing_file_is_refused(tmp_path):
    assert len(refusal(tmp_path / "none.csv")) == 1


def test_a_spreadsheets_byte_order_mark_does_no_harm(tmp_path):
    path = tmp_path / "places.csv"
    path.write_text("id,pinyin\nyibin,Yibin\n", encoding="utf-8-sig")
    run(path)
    assert Place.objects.get().code == "yibin"


def test_a_photograph_is_found_under_the_province_its_place_has_moved_to(table):
    place = make_place(code="yibin", title="Yibin", kind="city")
    photo = make_photo()
    make_mention(photo, place=place)
    run(table("sichuan,Sichuan,,,,,,province,\nyibin,,,,,,sichuan,,\n"))
    sichuan = Place.objects.get(code="sichuan")
    assert entries_with("place", str(sichuan.pk)).get().photo == photo
