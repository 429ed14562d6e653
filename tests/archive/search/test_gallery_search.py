"""Finding photographs by their words, places, campaigns and codes, at real addresses."""

from __future__ import annotations

import re

import pytest
from factories import (
    indexed,
    make_agent,
    make_campaign,
    make_code,
    make_dating,
    make_link,
    make_mention,
    make_photo,
    make_place,
    make_scheme,
    make_transcription,
    needs_campaigns,
)
from visiting import found

from archive.models import Subject
from archive.search.deriving import renew_derived_names
from archive.search.indexing import reindexed

pytestmark = pytest.mark.django_db


def test_a_word_of_the_caption_finds_the_photo(visitor):
    photo = make_photo(caption="Mules were swum across the river.")
    make_photo(caption="A market street.")
    assert found(visitor, q="mules") == {photo.number}


def test_a_phrase_finds_the_words_one_after_the_other(visitor):
    photo = make_photo(caption="Mules were swum across the river.")
    make_photo(caption="Across the mules' backs lay the river mist, swum over.")
    assert found(visitor, q='"swum across"') == {photo.number}
    assert found(visitor, q="“swum across” river") == {photo.number}


def test_a_dash_leaves_out(visitor):
    mules, carts = make_photo(caption="Mules by the river"), make_photo(caption="Carts by the river")
    assert found(visitor, q="river -mules") == {carts.number}
    assert found(visitor, q="-carts") == {mules.number}
    assert found(visitor, q='river -"carts by"') == {mules.number}


def test_a_phrase_is_not_widened_to_other_names_of_a_place(visitor):
    place = make_place("Liuzhou", ("Liuchow", "postal"))
    taken_there, names_it = make_photo(), make_photo(caption="On the road to Liuchow")
    make_mention(taken_there, place)
    indexed(taken_there)
    assert found(visitor, q='"Liuchow"') == {names_it.number}


@pytest.mark.parametrize(
    "typed",
    [
        "Liuchow,",
        "(Liuchow)",
        "Liuchow.",
        "Liuchow’s",
        "bridge, Liuchow!",
        "柳州，",
        "「柳州」",
        "bridge；柳州。",
        "… Liuchow",
    ],
)
def test_what_stands_around_a_name_hides_it_from_nobody(visitor, typed):
    photo = make_photo(title="A bridge")
    make_mention(photo, make_place("Liuzhou", ("Liuchow", "postal"), ("柳州", "hant")))
    indexed(photo)
    assert found(visitor, q=typed) == {photo.number}


def test_every_spelling_of_a_place_finds_the_same_photos(visitor):
    names = [("Liuchow", "postal"), ("Liu-chou", "wade_giles"), ("Liu Chow", "postal"), ("柳州", "hant")]
    place = make_place("Liuzhou", *names)
    taken_there = make_photo()
    make_mention(taken_there, place)
    photos = {taken_there.number}
    photos |= {make_photo(caption=f"The road to {name}, 1944").number for name, _system in names}
    indexed(taken_there)
    for spelling in ("Liuchow", "liuzhou", "Liu-chou", "Liu Chow", "柳州", "LIUCHOU"):
        assert found(visitor, q=spelling) == photos, spelling


def test_all_words_must_be_there_in_any_order(visitor):
    photo = make_photo(caption="Mules were swum across the river.")
    make_photo(caption="The river in the morning.")
    assert found(visitor, q="river mules") == {photo.number}


def test_a_chinese_word_finds_the_photo(visitor):
    photo = make_photo(caption="柳州車站的難民")
    make_photo(caption="桂林")
    assert found(visitor, q="車站") == {photo.number}
    assert found(visitor, q="车站") == {photo.number}


@pytest.mark.parametrize("spelling", ["Liuchow", "liuzhou", "Liu-chou", "LIUCHOU", "柳州", "Ryūshū", "ryushu"])
def test_any_spelling_of_a_place_finds_its_photos(visitor, spelling):
    names = [("Liuchow", "postal"), ("Liu-chou", "wade_giles"), ("柳州", "hant"), ("Ryūshū", "ja_reading")]
    place = make_place("Liuzhou", *names)
    photo = make_photo()
    make_mention(photo, place, as_written="Liuchow")
    other = make_photo(caption="Luichow is another place")
    indexed(photo, other)
    assert found(visitor, q=spelling) == {photo.number}


def test_the_page_says_which_names_were_searched_and_lets_the_visitor_search_one_alone(visitor):
    place = make_place("Liuzhou", ("Liuchow", "postal"), ("柳州", "hant"))
    photo, caption_only = make_photo(), make_photo(caption="On the road to Liuchow")
    make_mention(photo, place)
    indexed(photo)
    page = visitor.get("/photos/", {"q": "Liuchow"}).content.decode()
    assert "柳州" in page
    assert found(visitor, q="Liuchow") == {photo.number, caption_only.number}
    assert found(visitor, q="Liuchow", only="liuchow") == {caption_only.number}


def test_a_place_finds_what_was_taken_in_the_places_it_contains(visitor):
    province = make_place("Guangxi", kind="province")
    town = make_place("Liuzhou", parent=province)
    photo = make_photo()
    make_mention(photo, town)
    indexed(photo)
    assert found(visitor, place=province.pk) == {photo.number}
    assert found(visitor, q="Guangxi") == {photo.number}


def test_a_place_only_mentioned_is_not_where_the_photo_was_taken(visitor):
    place = make_place("Nanning")
    photo = make_photo()
    make_mention(photo, place, role="mentioned", as_written="Nanning")
    indexed(photo)
    assert found(visitor, place=place.pk) == set()
    assert found(visitor, q="Nanning") == {photo.number}


@needs_campaigns
def test_a_campaign_finds_its_photos_by_name_and_by_filter_and_so_does_its_phase(visitor):
    campaign = make_campaign("Operation Ichi-Go", ("一号作戦", "ja"))
    phase = make_campaign("The road to Guilin", parent=campaign)
    photo = make_photo()
    make_link(photo, phase)
    indexed(photo)
    for address in ({"q": "一号作戦"}, {"q": "Ichi-Go"}, {"campaign": campaign.pk}, {"campaign": phase.pk}):
        assert found(visitor, **address) == {photo.number}


@needs_campaigns
def test_a_proposed_campaign_finds_nothing(visitor):
    campaign = make_campaign("Secret plan", state="proposed")
    photo = make_photo()
    make_link(photo, campaign)
    indexed(photo)
    assert found(visitor, campaign=campaign.pk) == set()
    assert found(visitor, q="Secret") == set()
    assert "Secret plan" not in visitor.get("/photos/").content.decode()


def test_a_year_finds_every_photo_whose_date_allows_it(visitor):
    fall, winter, undated = make_photo(), make_photo(), make_photo()
    make_dating(fall, "1944-23")
    make_dating(winter, "1944-24")
    indexed(fall, winter)
    assert found(visitor, year="1944") == {fall.number, winter.number}
    assert found(visitor, year="1945") == {winter.number}
    assert undated.number in found(visitor)


def test_a_private_person_is_not_found_by_name(visitor):
    photo = make_photo()
    Subject.objects.create(photo=photo, agent=make_agent("Brackwater", is_private=True), basis="donor")
    indexed(photo)
    assert found(visitor, q="Brackwater") == set()


def test_a_filter_value_that_does_not_exist_finds_nothing_and_does_no_harm(visitor):
    make_photo()
    for value in ("999999", "abc", "'; DROP TABLE x", "p/1", "\\", "1\x00"):
        assert found(visitor, place=value) == set()


@pytest.mark.parametrize(
    "words", ["'", "\\", "a & | ! <-> b", ":*", "(", "%", "\x00", "🙂", "   ", "'" * 300, "-", "/"]
)
def test_no_search_breaks_the_page(visitor, words):
    make_photo(caption="A market street")
    assert visitor.get("/photos/", {"q": words}).status_code == 200


def test_a_search_that_is_too_long_says_so_and_is_not_lost(visitor):
    page = visitor.get("/photos/", {"q": "word " * 100}).content.decode()
    assert "300" in page
    assert "word word word" in page


def test_an_order_that_does_not_exist_says_so_and_keeps_the_words(visitor):
    page = visitor.get("/photos/", {"q": "mules", "order": "sideways"}).content.decode()
    assert "sideways" in page
    assert 'value="mules"' in page


def test_a_form_that_only_a_rule_gives_finds_the_place_at_once(visitor):
    place = make_place("Xincheng", ("Xincheng", "pinyin"))
    photo = make_photo()
    make_mention(photo, place)
    indexed(photo)
    assert found(visitor, q="Hsin-ch'eng") == set()
    renew_derived_names([place])
    assert found(visitor, q="Hsin-ch'eng") == {photo.number}
    assert "Hsin-ch" not in visitor.get(place.get_absolute_url()).content.decode()


def test_pages_follow_each_other_without_overlap(visitor):
    numbers = [make_photo().number for _ in range(50)]
    first, second = found(visitor), found(visitor, page=2)
    assert len(first) == 48
    assert first | second == set(numbers)
    assert not first & second


def test_moving_a_place_moves_the_photos_of_what_lies_in_it(visitor):
    province, town = make_place("Guangxi", kind="province"), make_place("Liuzhou")
    station = make_place("Station", parent=town)
    photo = make_photo()
    make_mention(photo, station)
    indexed(photo)
    with reindexed(town):
        town.parent = province
        town.save()
    assert found(visitor, place=province.pk) == {photo.number}


def test_the_words_found_are_marked_in_the_title(visitor):
    make_photo(title="Mules on the ferry")
    assert "Mules on the <mark>ferry</mark>" in visitor.get("/photos/?q=ferry").content.decode()


def test_a_match_that_no_card_shows_says_where_it_stands(visitor):
    photo = make_photo(title="A bridge")
    with reindexed(photo):
        make_transcription(photo, carrier="verso", text="Given to me by the ferryman at dusk.")
    page = visitor.get("/photos/?q=ferryman").content.decode()
    assert "Back of the print" in page
    assert "Given to me by the <mark>ferryman</mark> at dusk." in page


def test_a_photo_found_by_another_name_of_its_place_says_so(visitor):
    photo = make_photo(title="A bridge")
    with reindexed(photo):
        make_mention(photo, make_place("Fish Hill", parent=make_place("Liuzhou", ("Liuchow", "postal"))))
    assert "Taken in Liuzhou, also called “Liu-chow”" in visitor.get("/photos/?q=Liu-chow").content.decode()


def test_a_word_with_an_asterisk_finds_what_begins_so(visitor):
    photo = make_photo(caption="Ferrymen at rest")
    make_photo(caption="An offer")
    assert found(visitor, q="ferr*") == {photo.number}


@pytest.mark.parametrize("typed", ["07041430/B", "07041430 b", "07041430b", "07041430", "0704", "0704143"])
def test_a_code_is_found_however_it_is_typed(visitor, typed):
    photo = make_photo()
    with reindexed(photo):
        make_code(photo, "07041430/B", make_scheme())
    make_photo(caption="Some 1430 men")
    assert found(visitor, q=typed) == {photo.number}


def test_the_word_all_finds_only_what_says_it(visitor):
    photo = make_photo(caption="All hands")
    make_photo(caption="A market street")
    assert found(visitor, q="all") == {photo.number}


def test_a_phrase_may_run_through_a_hyphen(visitor):
    photo = make_photo(caption="Refugees near Liu-chou station")
    assert found(visitor, q='"near Liu-chou station"') == {photo.number}
    assert found(visitor, q='"liu chou station"') == {photo.number}
    assert found(visitor, q='"near station"') == set()


def test_titles_go_before_captions(visitor):
    make_photo(title="A street", caption="The ferry, the ferry, the ferry")
    titled = make_photo(title="Ferry")
    assert visitor.get("/photos/?q=ferry").context["cards"][0].number == titled.number


def test_a_slip_is_asked_about_and_never_merged(visitor):
    leizhou, liuzhou = make_photo(), make_photo()
    with reindexed(leizhou, liuzhou):
        make_mention(leizhou, make_place("Leizhou", ("Luichow", "postal")))
        make_mention(liuzhou, make_place("Liuzhou", ("Liuchow", "postal"), ("Luichow", "slip")))
    assert found(visitor, q="Luichow") == {leizhou.number}
    assert "Did you mean Liuzhou?" in visitor.get("/photos/?q=Luichow").content.decode()


def test_beyond_the_last_page_the_list_says_how_many_more(visitor, monkeypatch):
    monkeypatch.setattr("archive.search.ordering.MOST_WALKED", 2)
    for _turn in range(3):
        make_photo()
    assert "1 more photograph lies beyond the last page" in visitor.get("/photos/").content.decode()


def test_behind_those_that_are_ranked_comes_everyone_else(visitor, monkeypatch):
    monkeypatch.setattr("archive.search.ordering.MOST_RANKED", 2)
    monkeypatch.setattr("archive.public.gallery.PER_PAGE", 2)
    captioned = [make_photo(caption="A ferry").number for _turn in range(4)]
    titled = make_photo(title="Ferry").number
    listed = [
        card.number for page in (1, 2, 3) for card in visitor.get(f"/photos/?q=ferry&page={page}").context["cards"]
    ]
    assert listed[0] == titled
    assert sorted(listed) == sorted([*captioned, titled])


@pytest.mark.parametrize("order", ["number", "date", "newest", "relevance"])
def test_each_page_goes_on_where_the_one_before_ended(visitor, monkeypatch, order):
    monkeypatch.setattr("archive.public.gallery.PER_PAGE", 2)
    photos = [make_photo(caption="ferry") for _turn in range(5)]
    with reindexed(*photos):
        for photo, year in zip(photos, ("1945", "1943", "1944"), strict=False):
            make_dating(photo, year)
    pages = [visitor.get(f"/photos/?q=ferry&order={order}&page={page}").context["cards"] for page in (1, 2, 3)]
    listed = [[photo.number for photo in photos].index(card.number) for cards in pages for card in cards]
    expected = {"date": [1, 2, 0, 3, 4], "newest": [4, 3, 2, 1, 0]}
    assert listed == expected.get(order, [0, 1, 2, 3, 4])


def test_lists_that_are_narrowed_are_not_for_crawlers(visitor):
    make_photo(caption="ferry")
    page = visitor.get("/photos/?q=ferry").content.decode()
    assert '<meta name="robots" content="noindex">' in page
    links = re.findall(r'<a [^>]*href="/photos/\?[^>]*>', page)
    assert links
    assert all("nofollow" in link for link in links if "chips__clear" not in link and "equivalence" not in link)
    assert "Disallow: /photos/?" in visitor.get("/robots.txt").content.decode()
