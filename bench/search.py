"""How long the list of photographs takes, by kind of question, beside bare SQL and Tantivy on the same records.

make bench                  100,000 photographs
make bench BENCH=1000000    a million
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.home import COUNT, take_up

take_up()

from bench import collection  # noqa: E402
from bench.bare import BareSql  # noqa: E402
from bench.measuring import ANSWERS, ASKED, ROUNDS, Bench  # noqa: E402
from bench.production import Production, production  # noqa: E402
from bench.questions import LIST, questions  # noqa: E402
from bench.rival import Rival  # noqa: E402
from bench.table import show, show_times  # noqa: E402
from bench.tantivy_engine import TantivyEngine  # noqa: E402

_PAGE = re.compile(r"[?;&]page=(\d+)")


def deepest_page(server: Production) -> int:
    """The last page that the list itself leads to."""
    return max(map(int, _PAGE.findall(server.visitor().page(LIST).text)), default=1)


def main() -> None:
    times = collection.prepare(COUNT)
    rivals: list[Rival] = [BareSql(), TantivyEngine()]
    print(f"\n{COUNT:,} photographs, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} before.")
    show_times(times)
    print(f"{ROUNDS} rounds of {ANSWERS} requests to the server, {ASKED} from inside and {ASKED} to each rival.")
    with production() as server:
        rows = Bench(server, rivals).measure(questions(deepest_page(server)))
    show(rows)


if __name__ == "__main__":
    main()
