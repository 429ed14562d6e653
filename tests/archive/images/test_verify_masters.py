"""Masters are looked at again: what decayed, went missing or does not belong is found, told, and repaired."""

from __future__ import annotations

import random
from io import StringIO
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from factories import make_image, make_photo

from archive.images.masters import keep
from archive.models import FixityCheck, Image

pytestmark = pytest.mark.django_db


@pytest.fixture
def masters(tmp_path: Path, settings):
    """Makes so many masters with their rows; their bytes need be no pictures to decay."""

    def make(count: int) -> list[Image]:
        photo, made = make_photo(), []
        for turn in range(count):
            source = tmp_path / "source"
            source.write_bytes(random.Random(turn).randbytes(1000 + turn))
            master = keep(source, root=settings.MASTERS_ROOT)
            if settings.MASTERS_MIRROR:
                keep(source, root=settings.MASTERS_MIRROR)
            values = {"master": master.name, "sha256": master.sha256, "size": master.size, "position": turn}
            made.append(make_image(photo, side="detail", **values))
        return made

    return make


def verify(**options) -> str:
    out = StringIO()
    call_command("verify_masters", stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def refused(**options) -> str:
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("verify_masters", stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def path_of(image: Image, settings) -> Path:
    path = settings.MASTERS_ROOT / image.master
    path.chmod(0o640)
    return path


def flip_a_bit(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 4
    path.write_bytes(data)


def latest(image: Image) -> str:
    return image.checks.first().outcome


def test_each_check_is_an_event_with_who_when_and_what(masters):
    (image,) = masters(1)
    assert "1 intact; 0 stray" in verify()
    check = image.checks.get()
    assert (check.outcome, check.program, check.algorithm, check.found) == (
        "intact", "verify_masters", "SHA-256", image.sha256,
    )  # fmt: skip
    assert check.at


def test_decay_loss_and_strangers_are_all_named(masters, settings):
    changed, short, missing, whole = masters(4)
    flip_a_bit(path_of(changed, settings))
    path_of(short, settings).write_bytes(path_of(short, settings).read_bytes()[:-1])
    path_of(missing, settings).unlink()
    (settings.MASTERS_ROOT / "zz").mkdir()
    (settings.MASTERS_ROOT / "zz" / "stranger").write_text("?")
    told = refused()
    assert [latest(image) for image in (changed, short, missing, whole)] == ["changed", "changed", "missing", "intact"]
    assert f"{changed}" in told
    assert "stray: zz/stranger" in told


def test_two_masters_that_changed_places_are_both_found(masters, settings):
    one, other = masters(2)
    first, second = path_of(one, settings), path_of(other, settings)
    data = first.read_bytes()
    first.write_bytes(second.read_bytes())
    second.write_bytes(data)
    refused()
    assert {latest(one), latest(other)} == {"changed"}


def test_what_is_damaged_is_repaired_from_the_second_copy_and_that_is_an_event(masters, settings, tmp_path):
    settings.MASTERS_MIRROR = tmp_path / "mirror"
    changed, missing, whole = masters(3)
    flip_a_bit(path_of(changed, settings))
    path_of(missing, settings).unlink()
    assert "2 repaired" in verify(repair=True)
    assert [latest(image) for image in (changed, missing, whole)] == ["repaired", "repaired", "intact"]
    assert "3 intact; 0 stray" in verify()


def test_a_second_copy_that_decayed_too_repairs_nothing(masters, settings, tmp_path):
    settings.MASTERS_MIRROR = tmp_path / "mirror"
    (image,) = masters(1)
    flip_a_bit(path_of(image, settings))
    copy = settings.MASTERS_MIRROR / image.master
    copy.chmod(0o640)
    flip_a_bit(copy)
    before = path_of(image, settings).read_bytes()
    assert "no intact second copy" in refused(repair=True)
    assert path_of(image, settings).read_bytes() == before


def test_without_a_mirror_it_says_that_there_is_none(masters, settings):
    (image,) = masters(1)
    path_of(image, settings).unlink()
    assert "MASTERS_MIRROR is not set" in refused(repair=True)


def test_a_copy_that_the_mirror_lacks_is_laid(masters, settings, tmp_path):
    (image,) = masters(1)
    settings.MASTERS_MIRROR = tmp_path / "mirror"
    verify(repair=True)
    assert (settings.MASTERS_MIRROR / image.master).read_bytes() == path_of(image, settings).read_bytes()


def test_those_not_looked_at_for_longest_come_first(masters):
    images = masters(6)
    verify(oldest=4)
    assert [image.checks.count() for image in images] == [1, 1, 1, 1, 0, 0]
    verify(oldest=4)
    assert [image.checks.count() for image in images] == [2, 2, 1, 1, 1, 1]


def test_no_further_master_is_begun_when_the_time_is_over(masters):
    masters(3)
    verify(minutes=0.0)
    assert FixityCheck.objects.count() == 0


def test_a_check_is_never_changed_or_dropped(masters):
    masters(1)
    verify()
    check = FixityCheck.objects.get()
    with pytest.raises(ValidationError):
        check.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        FixityCheck.objects.update(outcome="changed")
    with pytest.raises(IntegrityError), transaction.atomic():
        FixityCheck.objects.all()._raw_delete("default")


@pytest.mark.slow
def test_of_a_thousand_masters_every_damage_is_found_and_none_falsely(masters, settings):
    images = masters(1000)
    some = random.Random(9)
    chosen = some.sample(images, 37)
    flipped, cut, swapped, lost = chosen[:25], chosen[25:30], chosen[30:32], chosen[32:]
    for image in flipped:
        path = path_of(image, settings)
        data = bytearray(path.read_bytes())
        data[some.randrange(len(data))] ^= 1 << some.randrange(8)
        path.write_bytes(data)
    for image in cut:
        path_of(image, settings).write_bytes(path_of(image, settings).read_bytes()[: -some.randrange(1, 900)])
    one, other = (path_of(image, settings) for image in swapped)
    data = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(data)
    for image in lost:
        path_of(image, settings).unlink()
    strangers = {"aa/stranger", "note.txt", "bb/" + "0" * 64}
    for name in strangers:
        (settings.MASTERS_ROOT / name).parent.mkdir(exist_ok=True)
        (settings.MASTERS_ROOT / name).write_text("?")
    told = refused()
    found = {image.pk: latest(image) for image in images}
    assert {key for key, outcome in found.items() if outcome == "changed"} == {
        image.pk for image in [*flipped, *cut, *swapped]
    }
    assert {key for key, outcome in found.items() if outcome == "missing"} == {image.pk for image in lost}
    assert {line.split()[1] for line in told.splitlines() if line.startswith("stray: ")} == strangers
