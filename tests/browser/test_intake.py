"""Bringing in scans with a real browser: the plan first, then each file tells how it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.urls import reverse
from factories import make_accession
from PIL import Image as Picture

from archive.models import Image, IntakeFile

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def scans(tmp_path: Path) -> Path:
    folder = tmp_path / "scans"
    folder.mkdir()
    gradient = Picture.linear_gradient("L")
    for turn, name in enumerate(("1.jpg", "1_verso.jpg", "2.jpg", "2b.jpg")):
        gradient.rotate(90 * turn).resize((900 + turn, 600)).save(folder / name)
    (folder / "3.jpg").write_bytes(b"GIF89a no picture")
    return folder


def sign_in(page, user) -> None:
    page.goto(reverse("account_login"))
    page.fill("#id_login", user.username)
    page.fill("#id_password", "a long enough password")
    page.click("main form button")
    page.wait_for_url("**/admin/**")


def test_a_folder_is_planned_shown_and_brought_in_file_by_file(page, roles, curator, scans):
    accession = make_accession()
    sign_in(page, curator)
    page.goto(reverse("desk-intakes"))
    page.select_option("#id_accession", str(accession.pk))
    page.set_input_files("#id_scans", sorted(scans.iterdir()))
    page.get_by_role("button", name="Bring in 3 prints").click()
    page.locator("tr[data-state=kept]").nth(3).wait_for()
    page.wait_for_selector("tr[data-state=refused]")
    assert "GIF picture" in page.text_content("tr[data-state=refused]")
    assert sorted(Image.objects.values_list("side", flat=True)) == ["recto", "recto", "verso", "verso"]
    numbers = [f"{accession.number}.{turn}" for turn in (1, 1, 2, 2)]
    kept = IntakeFile.objects.filter(state="kept").order_by("name")
    assert [file.photo.number for file in kept] == numbers
    page.reload()
    assert page.locator("tr[data-state=kept]").count() == 4


def test_without_script_files_are_sent_with_a_plain_form(phone, live_server, roles, curator, scans):
    accession = make_accession()
    sign_in(phone, curator)
    phone.goto(reverse("desk-intakes"))
    phone.select_option("#id_accession", str(accession.pk))
    phone.set_input_files("#id_scans", sorted(scans.iterdir()))
    phone.click("main button[type=submit]")
    phone.wait_for_selector("tr[data-state=refused]")
    assert Image.objects.count() == 4
    width = phone.evaluate("document.documentElement.scrollWidth")
    assert width <= 360
