"""Files made to harm, sent to the desk by a curator while visitors look around: does anybody notice?

    make bench-bombs

Fifteen bombs and twenty polyglots (`tests/hostile.py`) go through the desk's own address to the production server, with
its worker beside it. Somebody else asks for the front page, the list, a photograph and a tile meanwhile. A file is
refused, or kept and harmless: what goes out of it is a picture that carries nothing of the file's other half.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(1, str(Path(__file__).resolve().parents[1] / "tests"))

from bench.home import take_up

take_up()

from django.conf import settings  # noqa: E402
from django.contrib.auth.models import Group  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.urls import reverse  # noqa: E402

from archive.models import Accession, Derivative, Image, IntakeFile, Preparation, User  # noqa: E402
from bench.bystander import Asked, bystander, read  # noqa: E402
from bench.measuring import median, p95  # noqa: E402
from bench.own_database import own_database  # noqa: E402
from bench.resident import Resident, web_workers  # noqa: E402
from bench.servers import verso  # noqa: E402
from bench.staff import Staff  # noqa: E402

PHOTOGRAPHS = 40
QUIET = 15  # seconds before and again after, in which nothing is sent
MOST_GROWTH, MOST_SLOWER = 50, 2.0
"""The bars: megabytes that a web worker may grow by, and how much longer the other pages may take."""
PATIENCE = 600  # seconds for the smaller pictures of what was kept
_PASSWORD = "a password of the bench alone"


@dataclass(frozen=True)
class Sent:
    """One file, and what became of it; times in seconds by the monotonic clock, growth in megabytes."""

    name: str
    words: str
    began: float
    ended: float
    grown: float


def furnish() -> list[str]:
    """Some public photographs, one with a large scan. The addresses to look at."""
    from factories import make_accession, make_photo
    from pictures import scan

    gift = make_accession(number="2026.1")
    photos = [make_photo(accession=gift, title=f"Photograph {turn}", caption="Words") for turn in range(PHOTOGRAPHS)]
    image = scan(photos[0], size=(2400, 1600))
    tile = f"/iiif/3/{image.key}/0,0,512,512/512,512/0/default.jpg"
    return ["/", "/photos/", photos[0].get_absolute_url(), tile]


def send_all(staff: Staff, files: Sequence[Path], memory: Resident) -> list[Sent]:
    """Announce all, and send one after the other."""
    accession = Accession.objects.get(number="2026.2")
    listing = "\n".join(f"{turn}-{path.name}" for turn, path in enumerate(files))
    told = staff.post(reverse("desk-intake-begin"), {"accession": str(accession.pk), "listing": listing}).json()
    if "url" not in told:
        raise RuntimeError(told["problem"])
    expected = {row.name.partition("-")[2]: row for row in IntakeFile.objects.all()}
    return [_send(staff, path, expected[path.name], memory) for path in files]


def _send(staff: Staff, path: Path, row: IntakeFile, memory: Resident) -> Sent:
    data = path.read_bytes()
    memory.most()
    began = time.monotonic()
    address = reverse("desk-intake-file", args=[row.intake_id, row.pk])
    words = staff.post(address, {}, {"file": (path.name, data)}).json()["words"]
    return Sent(path.name, words, began, time.monotonic(), memory.most())


def wait_for_pictures() -> None:
    """Until the worker has made, or given up, the smaller pictures of what was kept. Raises TimeoutError."""
    latest = time.monotonic() + PATIENCE
    settled = (Preparation.State.DONE, Preparation.State.FAILED)
    while Preparation.objects.exclude(state__in=settled).exists():
        if time.monotonic() > latest:
            raise TimeoutError("The worker did not come to an end.")
        time.sleep(0.5)


def harmful(staff: Staff, known: int) -> list[str]:
    """Addresses of pictures that do not go out as a picture and nothing else."""
    made = Derivative.objects.filter(image_id__gt=known).select_related("image")
    addresses = [reverse("picture", args=[one.image.key, f"{one.spec}{Path(one.path).suffix}"]) for one in made
                 if one.spec != "pyramid"]  # fmt: skip
    return [address for address in addresses if not _is_picture(staff, address)]


def _is_picture(staff: Staff, address: str) -> bool:
    from hostile import TAILS

    answer = staff.get(address)
    kind, sniffing = answer.headers["Content-Type"], answer.headers["X-Content-Type-Options"]
    carried = any(tail in answer.body for tail in TAILS)
    return answer.status == 200 and kind.startswith("image/") and sniffing == "nosniff" and not carried


def tell_files(sent: Sequence[Sent]) -> None:
    """The table of the files."""
    print(f"\n{'file':34s} {'seconds':>8s} {'growth MB':>10s}   answer")
    for one in sent:
        print(f"{one.name:34s} {one.ended - one.began:8.2f} {one.grown:10.1f}   {one.words.partition('; ')[0]}")
    most = max(one.grown for one in sent)
    print(f"web workers grew by at most {most:.1f} MB: {_verdict(most < MOST_GROWTH, f'over {MOST_GROWTH} MB')}")


def tell_pages(asked: Sequence[Asked], addresses: Sequence[str], sent: Sequence[Sent], ended: float) -> None:
    """The table of the other pages: in quiet, while files come in, and while smaller pictures are made."""
    began, last = sent[0].began, sent[-1].ended
    parts = [("while files come in", began, last), ("while pictures are made", last, ended)]
    print(f"\n{'page, milliseconds':34s} {'median':>8s} {'p95':>8s} {'times':>7s} {'times':>7s}")
    for address in addresses:
        own = [one for one in asked if one.address == address]
        quiet = [one.took for one in own if one.at < began or one.at >= ended]
        print(f"{address[:60]}\n{'  in quiet':34s} {median(quiet):8.1f} {p95(quiet):8.1f}")
        for name, since, until in parts:
            _tell_part(name, quiet, [one.took for one in own if since <= one.at < until])


def _tell_part(name: str, quiet: Sequence[float], busy: Sequence[float]) -> None:
    if not busy:
        print(f"  {name:32s} was not asked for")
        return
    slower = median(busy) / median(quiet), p95(busy) / p95(quiet)
    verdict = _verdict(max(slower) < MOST_SLOWER, f"over {MOST_SLOWER:.0f} times")
    print(f"  {name:32s} {median(busy):8.1f} {p95(busy):8.1f} {slower[0]:7.2f} {slower[1]:7.2f}   {verdict}")


def _verdict(is_kept: bool, missed: str) -> str:
    return "kept" if is_kept else missed


@contextmanager
def museum(folder: Path) -> Iterator[list[str]]:
    """A small public collection, an empty gift and a curator, in a database and folders of their own."""
    settings.MEDIA_ROOT = folder / "media"
    settings.MASTERS_ROOT, settings.DERIVATIVES_ROOT = folder / "media/masters", folder / "media/derivatives"
    call_command("collectstatic", interactive=False, verbosity=0)
    with own_database():
        addresses = furnish()
        Accession.objects.create(number="2026.2", title="What was sent")
        curator = User.objects.create_user("curator", password=_PASSWORD, is_staff=True)
        curator.groups.add(Group.objects.get(name="curator"))
        yield addresses


def warm(staff: Staff, addresses: Sequence[str]) -> None:
    """Let each web worker do once what it will do, so that what it loads for good is no growth."""
    for _turn in range(10):
        for address in (*addresses, reverse("desk-intakes")):
            staff.get(address)


def measure(folder: Path, addresses: Sequence[str], files: Sequence[Path]) -> None:
    """Send everything and tell how it went."""
    known, log = Image.objects.latest("pk").pk, folder / "log"
    with verso(settings.MEDIA_ROOT, workers=2) as server:
        staff = Staff(server.port)
        staff.sign_in(reverse("account_login"), "curator", _PASSWORD)
        warm(staff, addresses)
        pages = bystander(server.port, addresses, log)
        with Resident(web_workers(server.processes[0])) as memory, pages:
            time.sleep(QUIET)
            sent = send_all(staff, files, memory)
            wait_for_pictures()
            ended = time.monotonic()
            time.sleep(QUIET)
        bad = harmful(staff, known)
    tell_files(sent)
    kept = Image.objects.filter(pk__gt=known).count()
    print(f"{len(sent) - kept} refused, {kept} kept; of these harmful: {', '.join(bad) or 'none'}")
    tell_pages(read(log), addresses, sent, ended)


def main() -> None:
    from hostile import BOMBS, POLYGLOTS, write

    print(f"{len(BOMBS)} bombs, {len(POLYGLOTS)} polyglots, {os.cpu_count()} processors, ", end="")
    print(f"load {os.getloadavg()[0]:.1f} before.", flush=True)
    os.environ["WITH_WORKER"] = "1"
    with tempfile.TemporaryDirectory() as name, museum(Path(name)) as addresses:
        folder = Path(name)
        files = [write(one, folder) for one in (*BOMBS, *POLYGLOTS)]
        measure(folder, addresses, files)


if __name__ == "__main__":
    main()
