"""What keeping a history costs: 10,000 rows added and changed, with the triggers that write it and without.

    .venv/bin/python -m bench.history

Everything happens in one transaction that is rolled back.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from django.db import connection, transaction  # noqa: E402

from archive.models import Accession, Photo, Transcription  # noqa: E402
from archive.models.acting import act  # noqa: E402
from archive.search.indexing import index_photos  # noqa: E402

ROWS, ROUNDS = 10_000, 3
TABLES = ("archive_photo", "archive_transcription")
WORDS = "The Liu River swings past what remains of the town, once a busy rail town in Kwangsi. " * 3


@contextmanager
def rolled_back(recording: bool) -> Iterator[Accession]:
    """A gift in a transaction that leaves no trace, in tables that are watched or are not."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            for table in TABLES:
                cursor.execute(f"ALTER TABLE {table} {'ENABLE' if recording else 'DISABLE'} TRIGGER USER")
        yield Accession.objects.create(number="1999.1", title="Bench")
        transaction.set_rollback(True)


def copied(accession: Accession) -> None:
    statement = (
        "COPY archive_photo (accession_id, number, sort_key, title, description, size_words, process, condition, "
    )
    statement += "sensitivity, state, created_at) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for n in range(ROWS):
            row = (
                accession.pk,
                f"1999.1.{n}",
                f"1999.1.{n:06}",
                "Ferry",
                WORDS,
                "",
                "",
                "",
                "{}",
                "draft",
                "2026-01-01",
            )
            copy.write_row(row)


def created(accession: Accession) -> None:
    Photo.objects.bulk_create(
        (Photo(accession=accession, number=f"1999.1.{n}", title="Ferry", description=WORDS) for n in range(ROWS)),
        batch_size=1000,
    )


def one_by_one(accession: Accession) -> None:
    for n in range(ROWS // 10):
        photo = Photo.objects.create(accession=accession, number=f"1999.1.{n}", title="Ferry")
        Transcription.objects.create(photo=photo, carrier="slip", text=WORDS)


def updated(accession: Accession) -> None:
    Photo.objects.filter(accession=accession).update(title="Bridge")


def published(accession: Accession) -> None:
    Photo.objects.filter(accession=accession).update(state="public")
    index_photos(Photo.objects.filter(accession=accession).values_list("pk", flat=True)[:1000])


CASES: dict[str, tuple[Callable[[Accession], None] | None, Callable[[Accession], None]]] = {
    f"COPY of {ROWS:,} photographs": (None, copied),
    f"bulk_create of {ROWS:,} photographs": (None, created),
    f"{ROWS // 10:,} photographs with words, one by one": (None, one_by_one),
    f"update() of {ROWS:,} photographs": (created, updated),
    "publish them, index 1,000": (created, published),
}


def measured(prepare: Callable[[Accession], None] | None, work: Callable[[Accession], None], recording: bool) -> float:
    """The seconds of the shortest of a few rounds."""
    times = []
    for _round in range(ROUNDS):
        with act(address="bench"), rolled_back(recording) as accession:
            if prepare:
                prepare(accession)
            begun = time.perf_counter()
            work(accession)
            times.append(time.perf_counter() - begun)
    return min(times)


def main() -> None:
    print(f"{'':46}{'without':>10}{'with':>10}{'rows/s with':>14}")
    for name, (prepare, work) in CASES.items():
        without, with_it = (measured(prepare, work, recording) for recording in (False, True))
        print(f"{name:46}{without:9.2f}s{with_it:9.2f}s{ROWS / with_it:14,.0f}")


if __name__ == "__main__":
    main()
