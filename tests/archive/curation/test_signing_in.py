"""Signing in: one door, with a limit on guesses; nobody signs up."""

from __future__ import annotations

import pytest
from django.urls import reverse

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]

PASSWORD = "a long enough password"


def sign_in(client, username: str, password: str):
    return client.post(reverse("account_login"), {"login": username, "password": password})


def test_a_curator_signs_in_and_reaches_the_desk(visitor, curator):
    answer = sign_in(visitor, "curator", PASSWORD)
    assert (answer.status_code, answer.url) == (302, reverse("admin:index"))
    assert visitor.get(reverse("admin:index")).status_code == 200


def test_signing_out_ends_it(visitor, curator):
    sign_in(visitor, "curator", PASSWORD)
    visitor.post(reverse("account_logout"))
    assert visitor.get(reverse("admin:index")).status_code == 302


def test_a_wrong_password_and_a_wrong_name_get_the_same_answer(visitor, curator):
    wrong = [sign_in(visitor, name, "not this one") for name in ("curator", "nobody")]
    messages = [list(answer.context["form"].non_field_errors()) for answer in wrong]
    assert messages[0]
    assert messages[0] == messages[1]


def test_the_eleventh_guess_is_not_even_looked_at(visitor, curator):
    for _guess in range(10):
        sign_in(visitor, "curator", "not this one")
    assert sign_in(visitor, "curator", PASSWORD).status_code != 302


def test_a_forged_address_buys_no_more_guesses(visitor, curator):
    for guess in range(10):
        visitor.post(
            reverse("account_login"),
            {"login": f"somebody-{guess}", "password": "not this one"},
            headers={"X-Forwarded-For": f"10.0.0.{guess}"},
        )
    answer = visitor.post(
        reverse("account_login"),
        {"login": "curator", "password": PASSWORD},
        headers={"X-Forwarded-For": "10.9.9.9"},
    )
    assert answer.status_code != 302


def test_nobody_signs_up(visitor):
    assert visitor.get("/accounts/signup/").status_code == 404


def test_a_member_of_staff_changes_the_password(as_user, curator):
    client = as_user(curator)
    new = "another long password"
    client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new})
    curator.refresh_from_db()
    assert curator.check_password(new)
