"""The collection that is measured: built once, kept between runs, indexed anew when the index would say otherwise."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction

from archive.models import Photo
from archive.search.indexing import index_photos
from archive.search.rebuilding import rebuild
from bench import photographs, surroundings
from bench.copying import copy
from bench.home import postmaster
from bench.processor import Processor, ThisProcess

REBUILT_AT_MOST = 100_000
"""Of so many photographs the command `rebuild_search` is timed too; a million are indexed once."""

Times = dict[str, list[float]]
"""For each step, how long it took and the processor time that went into it, in seconds."""
Note = dict[str, Any]
_SAMPLE = 200
_MAKERS = ("words.py", "surroundings.py", "photographs.py", "copying.py")
_ENTRIES = "SELECT e::text, c::text FROM archive_searchentry e JOIN archive_card c ON c.entry_id = photo_id"


def prepare(count: int) -> Times:
    """See that the collection is there and indexed as the real indexer does now; how long each step took."""
    call_command("migrate", interactive=False, verbosity=0)
    _run("SET statement_timeout = 0")
    note = _read_note()
    if note.get("made of") != _made_of(count):
        note = {"made of": _made_of(count), "times": _make(count)}
        _keep_note(note)
    if _is_stale(count):
        note["times"] |= _index(count)
        _keep_note(note)
    times: Times = note["times"]
    return times


def build(count: int) -> None:
    """Make and index so many photographs in whatever empty database there is, for benches of other pages."""
    _records(count)
    rebuild()
    _run("VACUUM ANALYZE")


def _make(count: int) -> Times:
    """The records, without an index, in place of those of an earlier version."""
    print(f"Making {count:,} photographs …", flush=True)
    times: Times = {}
    call_command("flush", interactive=False, verbosity=0)
    with _timed(times, "records made and copied"):
        _records(count)
    return times


def _records(count: int) -> None:
    around = surroundings.make()
    for rows in photographs.Photographs(count, around).batches():
        for model, of_model in rows.items():
            copy(model, photographs.COLUMNS[model], of_model)
    _continue_numbering()
    _run("VACUUM ANALYZE")


def _continue_numbering() -> None:
    """Let the next row of every table get the key after the last one copied."""
    for statement in connection.ops.sequence_reset_sql(no_style(), apps.get_models()):
        _run(statement)


def _index(count: int) -> Times:
    """Entries by the real indexer, with the words' index made afterwards; and then as `rebuild_search` does it."""
    print("Indexing …", flush=True)
    times: Times = {}
    _run("TRUNCATE archive_searchentry CASCADE")
    with _without_word_indexes(times), _timed(times, "entries made"):
        rebuild(_saying(count))
    if count <= REBUILT_AT_MOST:
        with _timed(times, "rebuild_search"):
            call_command("rebuild_search", stdout=_Silence())
        _run("VACUUM FULL archive_searchentry, archive_card")
    _run("VACUUM ANALYZE")
    return times


@contextmanager
def _without_word_indexes(times: Times) -> Iterator[None]:
    """The GIN indexes of the entries away meanwhile, and made again from all of them at once."""
    query = "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = %s AND indexdef LIKE '%% USING gin %%'"
    indexes = _run(query, "archive_searchentry")
    for name, _definition in indexes:
        _run(f"DROP INDEX {name}")
    yield
    with _timed(times, "word index made"):
        _run("SET maintenance_work_mem = '512MB'")
        for _name, definition in indexes:
            _run(definition)


def _is_stale(count: int) -> bool:
    """Whether the indexer would now write other entries for some photographs than those that are there."""
    sample = list(range(1, count + 1, max(1, count // _SAMPLE)))
    with transaction.atomic():
        before = _run(f"{_ENTRIES} WHERE photo_id = ANY(%s) ORDER BY photo_id", sample)
        index_photos(sample)
        after = _run(f"{_ENTRIES} WHERE photo_id = ANY(%s) ORDER BY photo_id", sample)
        transaction.set_rollback(True)
    public = Photo.objects.public().count()
    return before != after or not 0.85 * count < public < 0.95 * count


def _made_of(count: int) -> str:
    """Changes with all that the records are made of: their number, and the modules that make them."""
    sources = b"".join((Path(__file__).parent / name).read_bytes() for name in _MAKERS)
    return f"{count} {hashlib.sha256(sources).hexdigest()}"


def _read_note() -> Note:
    query = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()"
    note: Note = json.loads(_run(query)[0][0] or "{}")
    return note


def _keep_note(note: Note) -> None:
    name = connection.ops.quote_name(connection.settings_dict["NAME"])
    _run(f"COMMENT ON DATABASE {name} IS %s", json.dumps(note))


def _run(statement: str, *params: Any) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params or None)
        return cursor.fetchall() if cursor.description else []


@contextmanager
def _timed(times: Times, step: str) -> Iterator[None]:
    clocks = (Processor(postmaster()), ThisProcess())
    start, before = time.perf_counter(), sum(clock.spent() for clock in clocks)
    yield
    took, spent = time.perf_counter() - start, (sum(clock.spent() for clock in clocks) - before) / 1000
    times[step] = [round(took, 1), round(spent, 1)]
    print(f"  {step}: {took:.0f} s (processor {spent:.0f} s)", flush=True)


def _saying(count: int) -> Callable[[int], None]:
    """Says now and then how far it is."""

    def progress(done: int) -> None:
        if done % max(10_000, count // 10) == 0:
            print(f"  {done:,} …", flush=True)

    return progress


class _Silence:
    def write(self, text: str) -> None: ...
