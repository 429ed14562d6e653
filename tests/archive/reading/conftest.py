"""A small gazetteer for the reader's tests: a few places of the theater with the names they were called by."""

import pytest

from archive.reading.captions import read_caption
from archive.reading.gazetteer import MemoryGazetteer, PlaceNameRecord

_PLACES = (
    ("china", "country", (), "China 中国"),
    ("guangxi", "province", ("china",), "Guangxi Kwangsi 廣西"),
    ("hunan", "province", ("china",), "Hunan 湖南"),
    ("hubei", "province", ("china",), "Hubei Hupeh"),
    ("sichuan", "province", ("china",), "Sichuan Szechwan"),
    ("yunnan", "province", ("china",), "Yunnan 雲南"),
    ("liuzhou", "city", ("guangxi", "china"), "Liuzhou Liuchow Liu-chou 柳州"),
    ("guilin", "city", ("guangxi", "china"), "Guilin Kweilin 桂林"),
    ("nanning", "city", ("guangxi", "china"), "Nanning 南寧 南宁"),
    ("binyang", "county", ("guangxi", "china"), "Binyang Ping_Yang 賓陽"),
    ("pingyang", "town", ("guangxi", "china"), "Pingyang 平陽"),
    ("kunming", "city", ("yunnan", "china"), "Kunming 昆明"),
    ("chengdu", "city", ("sichuan", "china"), "Chengdu Chengtu 成都"),
    ("chongqing", "city", ("sichuan", "china"), "Chongqing Chungking 重慶"),
    ("zhijiang", "county", ("hunan", "china"), "Zhijiang Chihkiang 芷江"),
    ("zhijiang_hb", "county", ("hubei", "china"), "Zhijiang Chihkiang 枝江"),
    ("guangzhou", "city", ("china",), "Guangzhou Canton"),
    ("liuzhou_airfield", "airfield", ("liuzhou", "guangxi", "china"), "Liuchow_Air_Base"),
    ("liuzhou_station", "station", ("liuzhou", "guangxi", "china"), "Liuchow_station"),
    ("white_cloud", "airfield", ("guangzhou", "china"), "White_Cloud"),
    ("salween", "river", ("china",), "Salween_River Salween"),
    ("burma_road", "route", ("yunnan", "china"), "Burma_Road"),
)


@pytest.fixture(scope="session")
def gazetteer():
    return MemoryGazetteer(
        PlaceNameRecord(place_id, name.replace("_", " "), kind, within)
        for place_id, kind, within, names in _PLACES
        for name in names.split()
    )


@pytest.fixture
def read(gazetteer):
    """Read a caption into the record that a curator would keep."""

    def reader(text, **options):
        return read_caption(text, gazetteer=gazetteer, **options).as_dict()

    return reader
