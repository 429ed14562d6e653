"""The demonstration: whole, public and hidden where it should be, and never mixed with a museum's work."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from factories import make_accession

from archive.demo.data_files import read
from archive.demo.loader import ROLES, is_wanted, write
from archive.demo.pictures import draw_all, drawings
from archive.images.notices import ILLUSTRATION
from archive.models import Accession, CodeReading, Derivative, Photo, Place, User
from archive.models.evidence import ranked

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(db) -> list[dict]:
    """All records of the demonstration, without its pictures."""
    write({}, "a long enough password", progress=lambda words: None)
    return read("photos")


def test_every_photograph_is_there_in_the_state_its_file_says(demo):
    assert dict(Photo.objects.values_list("number", "state")) == {row["number"]: row["state"] for row in demo}
    assert Accession.objects.count() == 4
    assert Place.objects.count() == len(read("places"))
    assert set(User.objects.values_list("username", flat=True)) == set(ROLES)


def test_visitors_see_what_is_public_and_nothing_of_the_rest(demo, visitor):
    hidden = [row for row in demo if row["state"] != "public" or row.get("embargo_until")]
    shown = [row for row in demo if row not in hidden]
    assert {len(hidden) >= 6, len(shown) >= 30} == {True}
    pages = "".join(visitor.get(url).content.decode() for url in ("/", "/photos/", "/codes/", "/campaigns/ichi-go/"))
    for row in hidden:
        assert row["title"] not in pages
        gone = 410 if row["state"] == "withdrawn" else 404
        assert visitor.get(f"/photos/{row['number']}/").status_code == gone
    for row in shown:
        assert visitor.get(f"/photos/{row['number']}/").status_code == 200


def test_the_private_donor_is_nowhere(demo, visitor):
    donor = Accession.objects.get(donor__is_private=True).donor
    words = [donor.name, donor.name.split()[-1]]
    for url in ["/", "/photos/", "/collections/", *(f"/photos/{row['number']}/" for row in demo)]:
        body = visitor.get(url).content.decode()
        assert not [word for word in words if word in body], url


def test_it_has_a_run_of_codes_with_a_gap_and_one_that_does_not_conform(demo, visitor):
    code = CodeReading.objects.filter(conforms=True, scheme__key="14af_pro_code").first()
    assert "gap" in visitor.get(code.get_absolute_url()).content.decode().lower()
    assert CodeReading.objects.filter(conforms=False, scheme__key="14af_pro_code").exists()


def test_sources_disagree_on_some_photographs_and_one_of_them_is_preferred(demo):
    disputed = [photo for photo in Photo.objects.all() if len({row.edtf for row in ranked(photo.datings.all())}) > 1]
    assert len(disputed) >= 2
    assert any(row.preferred and row.reasoning for photo in disputed for row in photo.datings.all())


def test_all_links_of_all_its_pages_lead_somewhere(demo, visitor):
    seen, todo = set(), ["/"]
    while todo:
        url = todo.pop()
        if url in seen:
            continue
        seen.add(url)
        answer = visitor.get(url, follow=True)
        assert answer.status_code == 200, url
        links = re.findall(r'href="(/[^"#?]*)["#]', answer.content.decode())
        todo += [link for link in links if not link.startswith(("/static/", "/pictures/", "/admin/", "/accounts/"))]
    assert len(seen) > 100


def test_it_is_not_loaded_beside_a_museums_own_records(capsys):
    make_accession()
    assert not is_wanted()
    call_command("load_demo")
    assert "not empty" in capsys.readouterr().out
    assert not Photo.objects.exists()


def test_it_is_not_loaded_into_an_archive_that_has_its_own_places(capsys):
    call_command("load_gazetteer")
    call_command("load_demo")
    assert "not empty" in capsys.readouterr().out
    assert not Photo.objects.exists()


def test_a_server_wants_a_password_of_its_own_for_it(settings):
    settings.SECURE = True
    with pytest.raises(CommandError, match="--password"):
        call_command("load_demo")


def test_pictures_are_drawn_kept_as_masters_and_say_what_they_are(tmp_path: Path):
    wanted = [one for one in drawings(read("photos")) if one.data["megapixels"] <= 2][:2]
    told: list[int] = []
    done = draw_all(
        wanted, masters=tmp_path / "m", derivatives=tmp_path / "d", progress=lambda now, of: told.append(now)
    )
    assert told == [1, 2]
    for prepared in done.values():
        master = tmp_path / "m" / prepared.master.name
        assert ILLUSTRATION.encode() in master.read_bytes()
        assert not master.stat().st_mode & 0o222
        for derived in prepared.derived:
            small = (tmp_path / "d" / derived.path).read_bytes()
            assert len(small) == derived.size
            assert ILLUSTRATION.encode() in small
    assert not Derivative.objects.exists()
