"""How long the page of a large campaign takes: 10,000 photographs and 500 claims of it, in an archive of 100,000.

    make bench-campaign               100,000 photographs
    make bench-campaign BENCH=20000   fewer

The pages are asked for over HTTP from gunicorn, started as in production with one worker, on a database of its own that
is gone afterwards. Times are milliseconds, warm: the median and the 95th percentile of the runs; “processor” is what
gunicorn's worker and the database spent on one page, which other work on the machine disturbs less.
"""

from __future__ import annotations

import http.client
import os
import random
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from urllib.parse import quote, urlencode

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django  # noqa: E402
import psutil  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_test_environment  # noqa: E402

from archive.models import Agent, Place, SearchEntry, Source, Subject  # noqa: E402
from archive.search.sets import keep_sets, set_key  # noqa: E402
from archive.search.tallies import rebuild_tallies  # noqa: E402
from bench import collection  # noqa: E402
from bench.own_database import own_database  # noqa: E402
from bench.surroundings import CAMPAIGNS  # noqa: E402
from campaigns.models import Campaign, CampaignName, Claim, Event, Preference  # noqa: E402

RUNS, WARM = 40, 5
PHOTOS, CLAIMS, PHASES, EVENTS, SOURCES, AGENTS = 10_000, 500, 5, 60, 25, 200
FIRST, DAYS = date(1944, 4, 1), 270
_DICE = random.Random(1944)


def large_campaign() -> Campaign:
    """A campaign with everything in plenty. The archive is built already."""
    free = CAMPAIGNS + 1
    whole = Campaign.objects.create(
        pk=free, slug="large", title="A large campaign", state="public", edtf="1944-04/1944-12"
    )
    phases = [
        Campaign.objects.create(
            pk=free + turn, slug=f"large-{turn}", title=f"Phase {turn}", state="public", parent=whole
        )
        for turn in range(1, PHASES + 1)
    ]
    whole.places.set(Place.objects.order_by("pk")[20:60])
    CampaignName.objects.bulk_create(CampaignName(campaign=whole, text=f"作戦{n}", system="ja") for n in range(8))
    _points()
    _claims(whole, phases, _events(phases))
    _photographs(whole, phases)
    return whole


def _points() -> None:
    """Every place somewhere in China; one in twenty only roughly."""
    places = list(Place.objects.all())
    for place in places:
        place.latitude = Decimal(f"{_DICE.uniform(22, 36):.4f}")
        place.longitude = Decimal(f"{_DICE.uniform(103, 120):.4f}")
        place.precision = "centroid" if place.kind == "province" else _DICE.choice(["city"] * 19 + ["approximate"])
    Place.objects.bulk_update(places, ["latitude", "longitude", "precision"], batch_size=1000)


def _events(phases: list[Campaign]) -> list[Event]:
    places = list(Place.objects.filter(kind="city")[:EVENTS])
    return [
        Event.objects.create(
            campaign=_DICE.choice(phases),
            kind=_DICE.choice(Event.Kind.values),
            title=f"Event {turn} of the campaign",
            place=places[turn],
            edtf=str(FIRST + timedelta(days=_DICE.randrange(DAYS))),
        )
        for turn in range(EVENTS)
    ]


def _claims(whole: Campaign, phases: list[Campaign], events: list[Event]) -> None:
    """One subject for each two or three claims; a third are numbers, a third dates, a third words."""
    sources = [Source.objects.create(kind="publication", title=f"Source {n}", author="Author") for n in range(SOURCES)]
    for turn in range(CLAIMS):
        kind = turn % 3
        low = Decimal(_DICE.randrange(1, 90) * 1000) if kind == 0 else None
        claim = Claim.objects.create(
            campaign=_DICE.choice([whole, *phases]),
            event=_DICE.choice(events) if kind == 1 else None,
            subject_words=f"Subject {turn // 5}",
            property=("strength", "date", "commander")[kind],
            side=_DICE.choice(["Japanese", "Chinese"]),
            value_words=f"As source says, statement {turn}",
            low=low,
            high=low,
            unit="soldiers" if low else "",
            edtf=str(FIRST + timedelta(days=_DICE.randrange(DAYS))) if kind == 1 else "",
            source=_DICE.choice(sources),
        )
        if turn % 6 == 0:
            Preference.objects.create(claim=claim, reason="It is nearer to the event.")


def _photographs(whole: Campaign, phases: list[Campaign]) -> None:
    """Give the campaign to every ninth photograph or so, with a phase, a span of days and perhaps a person."""
    ids = list(SearchEntry.objects.order_by("pk").values_list("pk", flat=True))
    agents = [Agent.objects.create(kind=_DICE.choice(["person", "unit"]), name=f"Agent {n}") for n in range(AGENTS)]
    chosen = _DICE.sample(ids, min(PHOTOS, len(ids)))
    keys = [set_key([f"c/{whole.pk}", f"c/{phase.pk}"]) for phase in phases]
    numbers = keep_sets(keys)
    with connection.cursor() as cursor:
        for turn, phase in enumerate(phases):
            cursor.execute(
                "UPDATE archive_searchentry SET why_set = %s, terms = terms || %s::tsvector, "
                "earliest = %s::date + (photo_id %% 270)::int, "
                "latest = %s::date + (photo_id %% 270)::int + (ARRAY[0,0,0,30,90])[1 + photo_id %% 5] "
                "WHERE photo_id = ANY(%s)",
                [
                    numbers[keys[turn]], f"'c/{whole.pk}' 'c/{phase.pk}'",
                    FIRST, FIRST, chosen[turn :: len(phases)],
                ],
            )  # fmt: skip
    rebuild_tallies()
    parts = (Subject(photo_id=pk, agent=_DICE.choice(agents), role="depicted", basis="caption") for pk in chosen[::3])
    Subject.objects.bulk_create(parts, batch_size=2000)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def questions(campaign: Campaign) -> dict[str, str]:
    """The rows of the table, as addresses."""
    url = campaign.get_absolute_url()
    place = Place.objects.get(pk=21)
    event = Event.objects.filter(campaign__parent=campaign, claims__isnull=False).first()
    assert event
    return {
        "campaign": url,
        "… one month": f"{url}?month=1944-06",
        "… one place": f"{url}?place={place.pk}",
        "… month, place, frame": f"{url}?month=1944-06&place={place.pk}&map=105,24,112,29",
        "… all its photographs": f"{url}photographs/?month=1944-06&page=3",
        "… one event": f"{event.campaign.get_absolute_url()}events/{event.pk}/",
        "all campaigns": "/campaigns/",
    }


def queries_of(url: str) -> int:
    """How many queries a page takes."""
    with CaptureQueriesContext(connection) as queries:
        answer = Client(headers={"host": "localhost"}).get(url)
    assert answer.status_code == 200, url
    return len(queries)


@contextmanager
def production() -> Iterator[tuple[int, psutil.Process]]:
    """Gunicorn on this database, one worker; the number of its port, and its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "-c",
        "python:config.gunicorn",
        "config.wsgi",
        "--log-level",
        "warning",
    ]
    told = {"DATABASE_URL": _url(), "HOST": "127.0.0.1", "PORT": str(port), "WEB_WORKERS": "1"}
    server = subprocess.Popen(command, cwd=ROOT, env=os.environ | told)
    try:
        _wait(port)
        yield port, psutil.Process(server.pid)
    finally:
        server.terminate()
        server.wait()


def _url() -> str:
    """The address of the benchmark's database for the server's process."""
    connection.ensure_connection()
    one = connection.connection.info
    host = urlencode({"host": one.host, "port": one.port})
    return f"postgresql://{quote(one.user)}:{quote(one.password)}@/{one.dbname}?{host}"


def _wait(port: int) -> None:
    for _attempt in range(150):
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise TimeoutError("gunicorn did not start within 30 seconds")


def _processor(server: psutil.Process) -> dict[int, float]:
    """Seconds of processor that gunicorn's worker and each connection to the database have used so far."""
    with connection.cursor() as cursor:
        others = "datname = current_database() AND pid <> pg_backend_pid()"
        cursor.execute(f"SELECT pid FROM pg_stat_activity WHERE {others}")
        backends = [psutil.Process(pid) for (pid,) in cursor.fetchall()]
    return {one.pid: sum(one.cpu_times()[:2]) for one in [*server.children(), *backends]}


def measure(port: int, url: str, server: psutil.Process) -> tuple[float, float, float, int]:
    """Median and 95th percentile, and the processor's part, in milliseconds; the size of the page in bytes."""
    times, size = [], 0
    spent: dict[int, float] = {}
    line = http.client.HTTPConnection("127.0.0.1", port)
    for run in range(RUNS + WARM):
        if run == WARM:
            spent = _processor(server)
        start = time.perf_counter()
        line.request("GET", url)
        answer = line.getresponse()
        size = len(answer.read())
        assert answer.status == 200, (url, answer.status)
        if run >= WARM:
            times.append((time.perf_counter() - start) * 1000)
    now = _processor(server)
    processor = sum(seconds - spent.get(pid, 0) for pid, seconds in now.items()) * 1000 / RUNS
    return statistics.median(times), sorted(times)[int(RUNS * 0.95) - 1], processor, size


def table(campaign: Campaign) -> None:
    """Print the table."""
    asked = questions(campaign)
    queries = {name: queries_of(url) for name, url in asked.items()}
    count, load = SearchEntry.objects.count(), os.getloadavg()[0]
    print(f"\n{count:,} public photographs, {RUNS} runs, milliseconds, load of the machine {load:.1f}")
    print(f"{'page':26s} {'median':>8s} {'p95':>8s} {'processor':>10s} {'queries':>8s} {'kB':>6s}")
    with production() as (port, server):
        for name, url in asked.items():
            median, high, processor, size = measure(port, url, server)
            numbers = f"{median:8.1f} {high:8.1f} {processor:10.1f} {queries[name]:8d} {size / 1000:6.0f}"
            print(f"{name:26s} {numbers}", flush=True)


def main() -> None:
    count = int(os.environ.get("BENCH") or 100_000)
    call_command("collectstatic", interactive=False, verbosity=0)
    setup_test_environment()
    with own_database():
        start = time.perf_counter()
        collection.build(count)
        campaign = large_campaign()
        print(f"built in {time.perf_counter() - start:.0f} s; database {settings.DATABASES['default']['NAME']}")
        table(campaign)


if __name__ == "__main__":
    main()
