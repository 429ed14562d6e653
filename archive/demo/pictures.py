"""Draws the demonstration's prints and slips and prepares them as masters, on all processors."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from archive.demo.drawing import SlipLine, draw_print, draw_slip, save_jpeg
from archive.images.notices import ILLUSTRATION
from archive.images.preparing import Prepared, prepare

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Drawing:
    """One picture to draw: a side of a photograph."""

    number: str
    side: str
    title: str
    data: Mapping[str, Any]

    def draw_to(self, path: Path) -> None:
        """Draw it and save it as a JPEG that says that it is an illustration."""
        draw = _print if self.side == "recto" else _slip
        save_jpeg(draw(self.data), path, title=self.title)


def drawings(photos: Iterable[Mapping[str, Any]]) -> list[Drawing]:
    """What there is to draw: a front for each photograph, and a back where it has a slip."""
    wanted = []
    for photo in photos:
        if not photo.get("no_picture"):
            wanted.append(Drawing(photo["number"], "recto", photo["title"], photo))
            if photo.get("slip"):
                wanted.append(Drawing(photo["number"], "verso", photo["title"], photo))
    return wanted


def draw_all(
    wanted: Sequence[Drawing], *, masters: Path, derivatives: Path, progress: Progress
) -> dict[tuple[str, str], Prepared]:
    """Draw and prepare every picture; by photograph number and side. `progress` hears how many of how many are done."""
    # The largest first, so that no processor is left with a long one at the end.
    ordered = sorted(wanted, key=lambda one: -one.data["megapixels"])
    done: dict[tuple[str, str], Prepared] = {}
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        tasks = {pool.submit(_draw, one, masters, derivatives): one for one in ordered}
        for task in as_completed(tasks):
            one = tasks[task]
            done[one.number, one.side] = task.result()
            progress(len(done), len(ordered))
    return done


def _draw(one: Drawing, masters: Path, derivatives: Path) -> Prepared:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{one.number}-{one.side}.jpg"
        one.draw_to(path)
        return prepare(path, masters=masters, derivatives=derivatives, notice=ILLUSTRATION)


def _print(data: Mapping[str, Any]) -> Any:
    return draw_print(
        data["scene"], seed=data["seed"], megapixels=data["megapixels"], landscape=data.get("landscape", True)
    )


def _slip(data: Mapping[str, Any]) -> Any:
    slip = data["slip"]
    lines = [SlipLine(line["text"], line.get("struck", False)) for line in slip["lines"]]
    # A back is scanned for its words, not for its picture: never more than six million pixels.
    size = min(6, data["megapixels"])
    return draw_slip(
        lines, seed=data["seed"], megapixels=size, stamps=slip.get("stamps", ()), pencil=slip.get("pencil", ())
    )
