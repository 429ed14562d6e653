"""What the drawn prints and slips promise."""

from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from archive.demo.drawing import SCENES, SlipLine, draw_print, draw_slip, save_jpeg
from archive.images.notices import ILLUSTRATION

DESCRIPTION = 0x010E
SLIP = [
    SlipLine("From: Public Relations Office"),
    SlipLine("The bridge fell on the second day", struck=True),
    SlipLine("The ferry ran again on the third."),
]


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean difference in grey levels, both seen at card size."""
    small = [image.convert("L").resize((200, 160)) for image in (one, other)]
    return ImageStat.Stat(ImageChops.difference(*small)).mean[0]


def inked(image: Image.Image) -> int:
    """How many pixels are as dark as ink."""
    return sum(image.convert("L").histogram()[:110])


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_every_scene_is_drawn_with_depth_of_tone(scene: str) -> None:
    grey = draw_print(scene, seed=7, megapixels=0.3).convert("L")
    darkest, lightest = ImageStat.Stat(grey.resize((300, 240))).extrema[0]
    assert darkest < 80
    assert lightest > 200
    assert ImageStat.Stat(grey).stddev[0] > 25


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_every_scene_is_described_in_a_sentence(scene: str) -> None:
    assert SCENES[scene].endswith(".")
    assert len(SCENES[scene].split()) > 6


def test_there_are_scenes_enough_for_a_collection() -> None:
    assert len(SCENES) >= 16


def test_the_same_seed_gives_the_same_pixels() -> None:
    one, again = (draw_print("karst_river", seed=3, megapixels=0.5) for _ in range(2))
    assert one.tobytes() == again.tobytes()


def test_another_seed_gives_another_picture() -> None:
    drawn = [draw_print("railway_station", seed=seed, megapixels=0.3) for seed in range(5)]
    assert min(difference(one, other) for one, other in combinations(drawn, 2)) > 8


@pytest.mark.parametrize("megapixels", [0.5, 2, 6])
def test_a_print_has_the_size_asked_for(megapixels: float) -> None:
    width, height = draw_print("hills_valley", seed=1, megapixels=megapixels).size
    assert width * height == pytest.approx(megapixels * 1e6, rel=0.01)


def test_a_print_can_stand_upright() -> None:
    width, height = draw_print("control_tower", seed=1, megapixels=0.5, landscape=False).size
    assert height > width


def test_a_print_has_a_white_border() -> None:
    print_ = draw_print("train_engine", seed=4, megapixels=0.5).convert("L")
    inset = round(min(print_.size) * 0.02)
    strip = print_.crop((inset * 4, inset, print_.width - inset * 4, inset + 3))
    assert ImageStat.Stat(strip).median[0] > 190


def test_an_unknown_scene_is_refused() -> None:
    with pytest.raises(KeyError):
        draw_print("moon_landing", seed=1, megapixels=0.5)


def test_the_same_slip_gives_the_same_pixels() -> None:
    one, again = (draw_slip(SLIP, seed=3, megapixels=0.5, stamps=["RESTRICTED"]) for _ in range(2))
    assert one.tobytes() == again.tobytes()


def test_recto_and_verso_have_the_same_size() -> None:
    for seed in range(6):
        recto = draw_print("karst_river", seed=seed, megapixels=0.4)
        assert draw_slip(SLIP, seed=seed, megapixels=0.4).size == recto.size


def test_what_is_typed_is_seen() -> None:
    assert inked(draw_slip(SLIP, seed=2, megapixels=1)) > inked(draw_slip([], seed=2, megapixels=1)) + 1000


@pytest.mark.parametrize("seed", range(5))
def test_a_struck_line_is_overtyped(seed: int) -> None:
    plain = draw_slip([SlipLine(line.text) for line in SLIP], seed=seed, megapixels=1)
    assert inked(draw_slip(SLIP, seed=seed, megapixels=1)) > inked(plain) + 100


def test_stamps_and_pencil_leave_their_marks() -> None:
    bare = draw_slip(SLIP, seed=5, megapixels=0.6)
    assert difference(bare, draw_slip(SLIP, seed=5, megapixels=0.6, stamps=["HELD BY CENSOR"])) > 0.2
    assert difference(bare, draw_slip(SLIP, seed=5, megapixels=0.6, pencil=["Liuchow, Sept 44"])) > 0.05


def test_chinese_on_a_slip_is_written() -> None:
    blank = draw_slip([SlipLine("")], seed=2, megapixels=1)
    assert inked(draw_slip([SlipLine("柳州，一九四五年")], seed=2, megapixels=1)) > inked(blank)


def test_a_letter_no_face_holds_is_smudged_not_lost() -> None:
    blank = draw_slip([SlipLine("    ")], seed=2, megapixels=1)
    assert inked(draw_slip([SlipLine("ᚠᚢᚦᚨ")], seed=2, megapixels=1)) > inked(blank)


def test_a_very_long_line_stays_on_the_paper() -> None:
    verso = draw_slip([SlipLine("word " * 60)], seed=2, megapixels=0.6)
    assert ImageStat.Stat(verso.crop((0, 0, 4, verso.height)).convert("L")).stddev[0] < 20


def test_a_saved_picture_says_that_it_is_an_illustration(tmp_path: Path) -> None:
    path = tmp_path / "print.jpg"
    save_jpeg(draw_print("karst_river", seed=1, megapixels=0.3), path, title="Ferry at 柳州")
    with Image.open(path) as saved:
        assert saved.format == "JPEG"
        assert ILLUSTRATION in saved.getexif()[DESCRIPTION]
        assert saved.info["comment"].decode() == f"Ferry at 柳州. {ILLUSTRATION}"


def test_the_same_picture_is_saved_as_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.jpg", "two.jpg"):
        save_jpeg(draw_print("cooking_fire", seed=9, megapixels=0.3), tmp_path / name, title="Supper")
    assert (tmp_path / "one.jpg").read_bytes() == (tmp_path / "two.jpg").read_bytes()
