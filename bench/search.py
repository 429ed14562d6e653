"""How long the list of photographs takes, by kind of question: the page against the bare SQL for its ids.

    make bench                  100,000 photographs
    make bench BENCH=1000000    a million

Times are milliseconds in this process, warm, the database beside it; the median and the 95th percentile of the runs.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import QueryDict  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402

from archive.public.gallery import PER_PAGE  # noqa: E402
from archive.search.filters import PhotoFilter  # noqa: E402
from bench import collection  # noqa: E402

RUNS = 15


def questions() -> dict[str, str]:
    """The rows of the table, as addresses."""
    place = collection.named_place()
    return {
        "browse": "",
        "browse, one facet": "place=1",
        "broad word (40 %)": f"q={collection.BROAD}",
        "medium word (2 %)": f"q={collection.MEDIUM}",
        "rare word (20 photos)": f"q={collection.RARE}",
        "two words": f"q={collection.BROAD}+{collection.MEDIUM}",
        "phrase": f"q=%22{collection.BROAD}+{collection.MEDIUM}%22",
        "two Chinese characters": "q=山水",
        "name of a place": f"q={place}",
        "code look-up": "q=2026.1.77",
        "word and two facets": f"q={collection.BROAD}&place=1&year=1944",
        "page 150": "page=150",
        "by date": "order=date",
    }


def measure(act: Callable[[], object]) -> tuple[float, float]:
    """Median and 95th percentile of the runs, in milliseconds."""
    act()
    times = []
    for _run in range(RUNS):
        start = time.perf_counter()
        act()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times), sorted(times)[int(RUNS * 0.95) - 1]


def bare(address: str) -> Callable[[], object]:
    """The SQL alone that fetches the ids of the page's photographs."""
    asked = PhotoFilter(QueryDict(address))
    page = int(QueryDict(address).get("page", "1"))
    rows = asked.ordered().values_list("pk")[(page - 1) * PER_PAGE : page * PER_PAGE]
    sql, params = rows.query.sql_with_params()

    def run() -> object:
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            return cursor.fetchall()

    return run


def table(count: int) -> None:
    """Print the table."""
    client = Client(headers={"host": "localhost"})
    print(f"\n{count:,} photographs, {RUNS} runs, milliseconds")
    print(f"{'question':26s} {'page':>8s} {'p95':>8s} {'bare SQL':>9s} {'ratio':>6s} {'queries':>8s} {'found':>9s}")
    for name, address in questions().items():
        connection.force_debug_cursor = True
        page = client.get(f"/photos/?{address}")
        queries = len(connection.queries)
        connection.force_debug_cursor = False
        median, high = measure(lambda url=f"/photos/?{address}": client.get(url))
        plain, _high = measure(bare(address))
        total = page.context["total"]
        print(f"{name:26s} {median:8.1f} {high:8.1f} {plain:9.1f} {median / plain:6.1f} {queries:8d} {total:9,d}")


@contextmanager
def own_database() -> Iterator[None]:
    """A database beside the real one, gone afterwards."""
    before = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)


def main() -> None:
    count = int(os.environ.get("BENCH") or 100_000)
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    setup_test_environment()
    with own_database():
        start = time.perf_counter()
        collection.build(count)
        print(f"built and indexed in {time.perf_counter() - start:.0f} s")
        table(count)


if __name__ == "__main__":
    main()
