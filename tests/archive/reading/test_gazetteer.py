"""A gazetteer in memory finds every owner of a name and the parts of a place."""

from archive.reading.folding import name_key
from archive.reading.toponyms import choose, find_toponyms


def owners(gazetteer, name):
    return {candidate.place_id for candidate in gazetteer.candidates(name_key(name))}


def test_a_name_is_found_however_it_is_spelt(gazetteer):
    assert owners(gazetteer, "LIU-CHOU") == owners(gazetteer, "柳州") == {"liuzhou"}


def test_a_name_of_several_places_gives_them_all(gazetteer):
    assert owners(gazetteer, "Chihkiang") == {"zhijiang", "zhijiang_hb"}


def test_an_airfield_is_part_of_its_city(gazetteer):
    assert [part.place_id for part in gazetteer.parts("liuzhou", "airfield")] == ["liuzhou_airfield"]


def test_the_longest_name_wins(gazetteer):
    (found,) = find_toponyms("Convoy at White Cloud", gazetteer)

    assert [candidate.place_id for candidate in found.candidates] == ["white_cloud"]


def test_a_name_in_small_letters_or_inside_a_word_is_none(gazetteer):
    assert list(find_toponyms("a canton, Kunmingite china plates, Northeast", gazetteer)) == []


def test_han_names_are_found_inside_a_run_of_characters(gazetteer):
    text = "一九四四年秋天柳州火車站的難民"
    (found,) = find_toponyms(text, gazetteer)

    assert text[found.start : found.end] == "柳州"


def test_the_context_chooses_between_namesakes_and_without_it_none_is_chosen(gazetteer):
    candidates = gazetteer.candidates(name_key("Chihkiang"))
    chosen = choose(candidates, frozenset({"hunan"}))

    assert chosen is not None
    assert chosen.place_id == "zhijiang"
    assert choose(candidates, frozenset()) is None
