"""The main job: a saved page of captions becomes drafts, byte for byte and only once."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from factories import make_accession

from archive.ingest.errors import NotImportable
from archive.ingest.pages import read_page
from archive.models import ImportBatch, ImportRow, Photo, Transcription

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "tests" / "data" / "gallery-page.txt"
SEEDS = ROOT.parent / "shared" / "seeds"


def run(path: Path, accession) -> None:
    call_command("import_captions", path, accession=accession.number)


def captions(path: Path) -> list[str]:
    """The lines of the page's last block, as the file has them."""
    return path.read_bytes().decode().split("\n\n")[-1].removesuffix("\n").split("\n")


@pytest.mark.django_db
def test_each_caption_becomes_one_draft_with_its_words_byte_for_byte():
    accession = make_accession()
    run(PAGE, accession)
    texts = Transcription.objects.order_by("photo__sort_key").values_list("text", flat=True)
    assert list(texts) == captions(PAGE)
    assert set(Photo.objects.values_list("state", flat=True)) == {"draft"}


@pytest.mark.django_db
def test_a_second_run_changes_nothing():
    accession = make_accession()
    run(PAGE, accession)
    before = [list(model.objects.order_by("pk").values()) for model in (Photo, Transcription, ImportBatch, ImportRow)]
    run(PAGE, accession)
    after = [list(model.objects.order_by("pk").values()) for model in (Photo, Transcription, ImportBatch, ImportRow)]
    assert before == after


@pytest.mark.django_db
def test_a_page_saved_again_with_one_caption_more_adds_only_that_one(tmp_path):
    accession = make_accession()
    run(PAGE, accession)
    longer = tmp_path / "again.txt"
    longer.write_bytes(PAGE.read_bytes() + b"\nOne more caption.")
    run(longer, accession)
    assert list(Transcription.objects.order_by("-pk").values_list("text", flat=True)[:1]) == ["One more caption."]
    assert Photo.objects.count() == len(captions(PAGE)) + 1


@pytest.mark.django_db
def test_a_draft_that_was_removed_does_not_come_back():
    accession = make_accession()
    run(PAGE, accession)
    Photo.objects.order_by("pk").first().delete()
    run(PAGE, accession)
    assert Photo.objects.count() == len(captions(PAGE)) - 1


@pytest.mark.django_db
def test_numbers_go_on_where_they_were_and_are_never_given_twice():
    accession = make_accession()
    run(PAGE, accession)
    last = Photo.objects.order_by("-sort_key").first()
    last.delete()
    assert accession.next_number() != last.number


@pytest.mark.django_db
def test_a_caption_cut_by_the_site_is_marked_as_cut():
    run(PAGE, make_accession())
    cut = Transcription.objects.exclude(excerpt_cause="")
    assert [row.text.endswith("...") for row in cut] == [True]
    assert cut.get().layer == "teaser"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "no file"),
        (b"", "empty"),
        (b"\n  \n\n", "empty"),
        (b"\xff\xfe\x00\x01binary", "UTF-8"),
        (b"Title\n\nIntro.\n\nCaption\x00with NUL", "line 5"),
        (b"x" * 50_000_000, "larger than"),
        (b"Title\n\nIntro.\n\n" + b"x" * 30_000, "line 5"),
    ],
)
@pytest.mark.django_db
def test_bad_input_is_a_one_line_error_with_status_two_and_writes_nothing(tmp_path, content, says):
    path = tmp_path / "page.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CommandError, match=says) as error:
        run(path, make_accession())
    assert error.value.returncode == 2
    assert "\n" not in str(error.value)
    assert not Photo.objects.exists()
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize("number", ["banana", "2026", "1999.1", "", "2026.1.1"])
@pytest.mark.django_db
def test_a_wrong_accession_number_is_refused_and_writes_nothing(number):
    with pytest.raises(CommandError) as error:
        call_command("import_captions", PAGE, accession=number)
    assert error.value.returncode == 2
    assert not Photo.objects.exists()


@pytest.mark.django_db
def test_a_plan_says_what_would_be_done_and_writes_nothing(capsys):
    call_command("import_captions", PAGE, accession=make_accession().number, plan=True)
    assert "8 new captions, 0 known" in capsys.readouterr().out
    assert not Photo.objects.exists()


def test_line_ends_of_another_system_do_not_get_into_the_words(tmp_path):
    path = tmp_path / "page.txt"
    path.write_bytes(b"\xef\xbb\xbfTitle\r\n\r\nIntroduction.\r\n\r\nOne.\r\nTwo.\r\n")
    assert [caption.text for caption in read_page(path).captions] == ["One.", "Two."]


def test_a_page_without_an_introduction_still_has_its_captions(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("A Title\n\nOne.\nTwo.\n")
    page = read_page(path)
    assert (page.title, page.introduction, len(page.captions)) == ("A Title", "", 2)


def test_a_page_with_a_head_only_has_no_captions(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("\n")
    with pytest.raises(NotImportable):
        read_page(path)


@pytest.mark.skipif(not SEEDS.exists(), reason="the documents the project was created from are not here")
@pytest.mark.django_db
def test_both_gallery_pages_give_twenty_drafts_byte_for_byte():
    accession = make_accession()
    pages = [SEEDS / f"ichigo-gallery-page-{number}.txt" for number in (1, 2)]
    for path in [*pages, *pages]:
        run(path, accession)
    texts = list(Transcription.objects.order_by("photo__sort_key").values_list("text", flat=True))
    assert texts == captions(pages[0]) + captions(pages[1])
    assert len(texts) == 20


def start(path: Path, number: str) -> subprocess.Popen[bytes]:
    """The command in a process of its own, on the tests' database."""
    where = connection.get_connection_params()
    url = f"postgres://{where['user']}@/{where['dbname']}?host={where['host']}"
    environment = os.environ | {"DATABASE_URL": url}
    command = [sys.executable, "manage.py", "import_captions", str(path), "--accession", number]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_an_import_killed_anywhere_and_run_again_is_whole_and_not_doubled(tmp_path):
    long_page = tmp_path / "long.txt"
    long_page.write_text("Title\n\nIntroduction.\n\n" + "\n".join(f"Caption {turn}." for turn in range(300)))
    dice = random.Random(1944)
    for _turn in range(12):
        accession = make_accession()
        process = start(long_page, accession.number)
        time.sleep(dice.uniform(0.5, 2.5))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert Photo.objects.filter(accession=accession).count() in (0, 300)
        assert start(long_page, accession.number).wait() == 0
        numbers = Transcription.objects.filter(photo__accession=accession).values_list("text", flat=True)
        assert sorted(numbers) == sorted(f"Caption {turn}." for turn in range(300))
