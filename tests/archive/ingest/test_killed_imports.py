"""An import that is killed, anywhere and any number of times, and run again ends as an unbroken one does."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
import pyvips
from django.db import connection
from factories import make_accession

from archive.images.faults import POINTS
from archive.images.masters import listed, sha256_of
from archive.models import FixityCheck, Image, IntakeFile, Photo, Preparation, Sketch

PROJECT = Path(__file__).resolve().parents[3]
ACCESSION = "2026.3"
PATIENCE = 600  # seconds

pytestmark = pytest.mark.django_db(transaction=True)


def draw(folder: Path, prints: int, megapixels: tuple[float, float]) -> Path:
    """Fronts and backs of different sizes and formats, all different."""
    folder.mkdir()
    some = random.Random(prints)
    for turn in range(2 * prints):
        name = f"{turn // 2 + 1:03}{'_verso' if turn % 2 else ''}.{'tif' if turn % 5 == 0 else 'jpg'}"
        width = int((some.uniform(*megapixels) * 1_000_000 * 1.25) ** 0.5)
        height = int(width / 1.25)
        noise = pyvips.Image.gaussnoise(256, 256, seed=turn, mean=128, sigma=30).resize(width / 256 + 0.01)
        noise.crop(0, 0, width, height).cast("uchar").write_to_file(str(folder / name))
    return folder


@pytest.fixture
def importing(tmp_path: Path, settings):
    """Starts `import_images` in a process of its own, on this test's database and files."""
    with connection.cursor():
        socket = connection.connection.info.host
    url = f"postgres://verso@/{connection.settings_dict['NAME']}?host={socket}"

    def start(folder: Path, fault: str = "") -> subprocess.Popen[str]:
        told = {"DATABASE_URL": url, "MEDIA_ROOT": str(settings.MEDIA_ROOT), "VERSO_FAULT": fault}
        return subprocess.Popen(
            [sys.executable, "manage.py", "import_images", str(folder), "--accession", ACCESSION],
            cwd=PROJECT,
            env=os.environ | told,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    return start


def state(settings) -> dict[str, object]:
    """All that an import writes, without what differs from run to run: keys, hours and drawn lots."""
    images = Image.objects.order_by("photo__sort_key", "side", "position")
    files = IntakeFile.objects.order_by("name")
    masters = {name: sha256_of(settings.MASTERS_ROOT / name) for name in listed(settings.MASTERS_ROOT)}
    return {
        "images": list(images.values_list("photo__number", "side", "position", "sha256", "width", "height", "size")),
        "files": list(files.values_list("name", "photo__number", "side", "state", "image__sha256")),
        "photos": list(Photo.objects.order_by("sort_key").values_list("number", "state")),
        "masters": masters,
        "arriving": [path.name for path in (settings.MASTERS_ROOT / "arriving").iterdir()],
        "counts": [model.objects.count() for model in (Sketch, Preparation, FixityCheck)],
    }


def expected(folder: Path) -> list[str]:
    """The hashes of the files as the scanner wrote them."""
    return sorted(sha256_of(path) for path in folder.iterdir())


def unbroken(importing, folder: Path, settings, tmp_path: Path) -> dict[str, object]:
    """What a run without any mishap leaves, in a database and folder that are then emptied."""
    settings.MEDIA_ROOT = tmp_path / "unbroken"
    settings.MASTERS_ROOT = settings.MEDIA_ROOT / "masters"
    make_accession(number=ACCESSION)
    run = importing(folder)
    out, _ = run.communicate(timeout=PATIENCE)
    assert run.returncode == 0, out
    left = state(settings)
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE archive_accession, django_tasks_database_dbtaskresult CASCADE")
    settings.MEDIA_ROOT = tmp_path / "killed"
    settings.MASTERS_ROOT = settings.MEDIA_ROOT / "masters"
    make_accession(number=ACCESSION)
    return left


def wait_for_files(run: subprocess.Popen[str], count: int) -> None:
    """Until so many files were told of, or the run is through."""
    told = 0
    while told < count and (line := run.stdout.readline()):
        told += line.rstrip().endswith("  kept")


def finished(importing, folder: Path) -> None:
    run = importing(folder)
    out, _ = run.communicate(timeout=PATIENCE)
    assert run.returncode == 0, out


@pytest.mark.slow
@pytest.mark.parametrize("point", POINTS)
def test_dying_at_one_named_point_and_going_on_ends_as_an_unbroken_run(importing, settings, tmp_path, point):
    folder = draw(tmp_path / "scans", prints=2, megapixels=(0.2, 0.4))
    left = unbroken(importing, folder, settings, tmp_path)
    run = importing(folder, fault=f"{point}:{1 if point == 'after_ledger' else 2}")
    run.communicate(timeout=PATIENCE)
    assert run.returncode == -9
    finished(importing, folder)
    assert state(settings) == left


@pytest.mark.slow
def test_an_import_of_300_files_killed_at_50_random_moments_ends_as_an_unbroken_run(importing, settings, tmp_path):
    folder = draw(tmp_path / "scans", prints=150, megapixels=(2, 24))
    left = unbroken(importing, folder, settings, tmp_path)
    some = random.Random(20260131)
    for _kill in range(50):
        run = importing(folder)
        wait_for_files(run, some.randrange(8))
        time.sleep(some.uniform(0, 0.5))
        run.kill()
        run.communicate()
    finished(importing, folder)
    assert state(settings) == left
    assert sorted(left["masters"].values()) == expected(folder)
