"""Looking close with two fingers, on a screen that is touched and as narrow as a phone's."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from factories import indexed, make_photo
from pictures import scan

from archive.models import Photo

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NEAR, FAR, STEPS = 30, 130, 10
"""How far each finger is from the middle at its nearest and farthest, and by how many moves it gets there."""

Pinch = Callable[[int, int], None]


@pytest.fixture
def photo() -> Photo:
    photo = make_photo(title="Ferry at Liuzhou")
    scan(photo, size=(1600, 1200))
    indexed(photo)
    return photo


@pytest.fixture
def touched(chromium, live_server) -> Iterator:
    """A page of a phone's size with a screen that feels fingers."""
    context = chromium.new_context(
        viewport={"width": 360, "height": 740}, base_url=live_server.url, has_touch=True, is_mobile=True
    )
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def pinch(touched, photo) -> Pinch:
    """Two fingers on the open viewer, moved from one distance off its middle to another and lifted."""
    touched.goto(photo.get_absolute_url())
    touched.get_by_role("button", name="Look closer").tap()
    canvas = touched.get_by_role("application")
    canvas.wait_for()
    touched.wait_for_load_state("networkidle")
    box = canvas.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    fingers = touched.context.new_cdp_session(touched)

    def move(kind: str, off: float) -> None:
        points = [{"x": x - off, "y": y, "id": 1}, {"x": x + off, "y": y, "id": 2}]
        told = {"type": kind, "touchPoints": points if kind != "touchEnd" else []}
        fingers.send("Input.dispatchTouchEvent", told)

    def pinch(begin: int, end: int) -> None:
        move("touchStart", begin)
        for step in range(1, STEPS + 1):
            move("touchMove", begin + (end - begin) * step / STEPS)
        move("touchEnd", end)

    return pinch


def shown_height(page) -> int:
    """How many pixels of the canvas, in the column through its middle, the picture covers once it holds still."""
    script = """async () => {
        const look = document.querySelector("[role=application] canvas");
        const column = () => look.getContext("2d").getImageData(look.width / 2, 0, 1, look.height).data;
        const frame = () => new Promise(requestAnimationFrame);
        let before, still = 0;
        while (still < 30) {
            const now = column().join();
            still = now === before ? still + 1 : 0;
            before = now;
            await frame();
        }
        return column().filter((value, place) => place % 4 === 3 && value > 0).length;
    }"""
    return page.evaluate(script)


def test_two_fingers_drawn_apart_enlarge_the_picture_and_drawn_together_make_it_smaller_again(touched, pinch):
    whole = shown_height(touched)
    pinch(NEAR, FAR)
    large = shown_height(touched)
    assert large > 2 * whole
    pinch(FAR, NEAR)
    assert shown_height(touched) < large / 2


def test_a_pinch_enlarges_the_picture_and_not_the_page_around_it(touched, pinch):
    pinch(NEAR, FAR)
    assert touched.evaluate("visualViewport.scale") == 1
    assert touched.evaluate("document.documentElement.scrollWidth") == 360
