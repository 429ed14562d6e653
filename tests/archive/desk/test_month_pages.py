"""The pages and files of the monthly desk: one list in three forms, for whom it may be, whatever its length."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from factories import make_accession, make_agent, make_code, make_dating, make_image, make_mention, make_photo

from archive.desk.month.pages import PER_PAGE
from archive.desk.month.table import groups
from archive.models import Correction, DeedOfGift, FixityCheck, Rights, TakedownRequest, User
from archive.models.donors import DonorContact

pytestmark = pytest.mark.django_db


def this_month() -> str:
    return f"{timezone.localdate():%Y-%m}"


def of_list(name: str, key: str) -> str:
    return reverse(f"desk-month-{name}", args=[this_month(), key])


def file_of(client, key: str) -> list[list[str]]:
    """The file of a list as a reader of CSV has it, with the names of its columns."""
    text = client.get(of_list("csv", key)).getvalue().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def bare_gifts(count: int) -> list[str]:
    return [make_accession(term="").number for _turn in range(count)]


@pytest.fixture
def world(db) -> None:
    """Something on every list."""
    photo = make_photo(accession=make_accession(donor=make_agent("Dora Donor")))
    Rights.objects.filter(accession=photo.accession).update(term="", embargo_until=timezone.localdate())
    DeedOfGift.objects.create(accession=make_accession(term=""), allows=2, allows_until=timezone.localdate())
    make_dating(photo, "1944")
    make_mention(photo, None, as_written="Liuchow")
    make_code(photo, "0704/A")
    FixityCheck.objects.create(image=make_image(photo), program="a test", outcome="missing")
    make_image(photo, side="verso")
    TakedownRequest.objects.create(
        number=photo.number, ground="other", message="Secret words", name="Sam Sender", contact="sam@example.org"
    )
    told = Correction(photo=photo, about="title", kind="title", label="Title", told="Secret words", name="Sam Sender")
    Correction.objects.keep(told, email="sam@example.org")


def test_without_a_month_the_page_is_of_this_one(as_user, an_admin):
    page = as_user(an_admin).get("/desk/month/")
    assert date_words(timezone.localdate()) in page.content.decode()


def date_words(day: date) -> str:
    return f"{day:%B %Y}"


def test_each_month_leads_to_the_one_before_and_the_one_after(as_user, an_admin):
    body = as_user(an_admin).get("/desk/month/2026-12/").content.decode()
    assert 'rel="prev" href="/desk/month/2026-11/"' in body
    assert 'rel="next" href="/desk/month/2027-01/"' in body


@pytest.mark.parametrize(
    "text", ["2026-13", "2026-00", "2026-1", "0000-01", "9999-12", "x", "2026-11-01", "２０２６-11"]
)
def test_what_is_no_month_is_not_found(as_user, an_admin, text):
    client = as_user(an_admin)
    assert client.get(f"/desk/month/{text}/").status_code == 404
    assert client.get(f"/desk/month/{text}/takedowns/").status_code == 404
    assert client.get(f"/desk/month/{text}/takedowns.csv").status_code == 404


def test_an_empty_list_says_so_on_both_pages_and_has_a_file_with_its_columns(as_user, an_admin):
    client = as_user(an_admin)
    words = "No takedown request waits for an answer."
    assert words in client.get("/desk/month/").content.decode()
    assert words in client.get(of_list("list", "takedowns")).content.decode()
    assert file_of(client, "takedowns") == [["Photograph", "Received", "Days waiting", "What it is"]]


def test_a_long_list_shows_its_first_lines_its_pages_and_a_file_with_all_of_them(as_user, an_admin):
    numbers = bare_gifts(PER_PAGE + 2)
    client = as_user(an_admin)
    month = client.get("/desk/month/").content.decode()
    assert f"See all {PER_PAGE + 2}" in month
    assert f">{numbers[4]}</a>" in month
    assert f">{numbers[5]}</a>" not in month
    first, second = (client.get(of_list("list", "no-rights"), {"page": page}) for page in (1, 2))
    told = [row.cells[0] for page in (first, second) for row in page.context["shown"].rows]
    assert told == numbers
    assert [row[0] for row in file_of(client, "no-rights")[1:]] == numbers


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "＝", " ="])
def test_no_cell_of_a_file_is_a_formula(as_user, an_admin, start):
    make_accession(term="", title=f"{start}cmd|x")
    assert file_of(as_user(an_admin), "no-rights")[1][1] == f"'{start}cmd|x"


def test_a_file_opens_in_a_spreadsheet_with_its_han_letters(as_user, an_admin):
    make_accession(term="", title="柳州")
    answer = as_user(an_admin).get(of_list("csv", "no-rights"))
    body = answer.getvalue()
    assert body.startswith("\ufeff".encode())
    assert "柳州" in body.decode()
    assert answer["Content-Disposition"] == f'attachment; filename="no-rights-{this_month()}.csv"'


def keys_of(user: User) -> list[str]:
    return [one.key for group in groups(user) for one in group.lists]


def test_every_list_has_a_page_and_a_file_with_the_same_lines(world, as_user, an_admin):
    client = as_user(an_admin)
    empty = []
    for key in keys_of(an_admin):
        page = client.get(of_list("list", key))
        shown = [list(row.cells) for row in page.context["shown"].rows]
        assert file_of(client, key)[1:] == shown, key
        assert all(len(row) == len(page.context["shown"].columns) for row in shown), key
        assert all(client.get(row.url).status_code == 200 for row in page.context["shown"].rows if row.url), key
        empty += [] if shown else [key]
    assert set(empty) <= {"no-source-subject", "no-source-campaign"}


def test_the_page_of_a_month_takes_no_more_queries_for_more_lines(
    world, as_user, an_admin, django_assert_max_num_queries
):
    bare_gifts(8)
    client = as_user(an_admin)
    with django_assert_max_num_queries(45):
        assert client.get("/desk/month/").status_code == 200


@pytest.mark.parametrize("key", ["no-source-place", "no-rights", "fixity-unseen", "changes"])
def test_a_file_takes_as_many_queries_for_many_lines_as_for_few(as_user, an_admin, django_assert_max_num_queries, key):
    for _turn in range(12):
        photo = make_photo(published=False, accession=make_accession(term=""))
        make_mention(photo, None, as_written="Liuchow")
        make_image(photo)
    client = as_user(an_admin)
    with django_assert_max_num_queries(14):
        assert len(file_of(client, key)) > 3


def test_a_list_is_only_there_for_those_who_may_see_its_records(world, as_user):
    user = User.objects.create_user("somebody", is_staff=True)
    names = ["view_monthly_desk", "view_rights", "view_accession"]
    user.user_permissions.add(*Permission.objects.filter(content_type__app_label="archive", codename__in=names))
    client = as_user(user)
    body = client.get("/desk/month/").content.decode()
    assert "Gifts without a rights term" in body
    assert "Takedown requests without an answer" not in body
    for key in ("takedowns", "no-source-date", "fixity", "no-deed", "nothing"):
        assert client.get(of_list("list", key)).status_code == 404
        assert client.get(of_list("csv", key)).status_code == 404


def test_the_changes_count_only_records_that_the_reader_may_see(world, as_user):
    user = User.objects.create_user("somebody", is_staff=True)
    names = ["view_monthly_desk", "view_rights"]
    user.user_permissions.add(*Permission.objects.filter(content_type__app_label="archive", codename__in=names))
    assert {row[2] for row in file_of(as_user(user), "changes")[1:]} == {"rights"}


def test_no_page_and_no_file_tells_of_a_contact_or_who_sent_a_request(world, as_user, an_admin):
    DonorContact.objects.create(
        agent=make_agent("Cora Canary"), email="canary@example.org", phone="CANARY 1", address="1 CANARY Lane"
    )
    client = as_user(an_admin)
    bodies = [client.get("/desk/month/").content]
    bodies += [client.get(of_list("csv", key)).getvalue() for key in keys_of(an_admin)]
    for body in bodies:
        assert not any(
            words in body for words in (b"anary@", b"CANARY", b"Sender", b"sam@example.org", b"Secret words")
        )


def test_words_of_a_record_are_shown_as_typed(as_user, an_admin):
    make_accession(term="", title="<script>alert(1)</script>")
    body = as_user(an_admin).get("/desk/month/").content.decode()
    assert "<script>alert" not in body
    assert "&lt;script&gt;alert(1)" in body


def test_nothing_of_the_desk_is_kept_on_the_way(as_user, an_admin):
    for url in ("/desk/month/", of_list("list", "no-rights"), of_list("csv", "no-rights")):
        assert "no-store" in as_user(an_admin).get(url)["Cache-Control"]
