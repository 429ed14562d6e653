"""What the database refuses of corrections, and what it keeps of them."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from factories import make_photo

from archive.models import Change, Correction, Source
from archive.models.letters import hashed
from archive.models.senders import SenderContact

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo():
    return make_photo()


def sent(photo, **values) -> Correction:
    plain = {"about": "title", "kind": "title", "label": "Title", "shown": "A bridge", "told": "A ferry"}
    return Correction(photo=photo, **plain | values)


def refused(correction: Correction) -> bool:
    correction.token_hash = correction.token_hash or hashed(correction.told)
    try:
        with transaction.atomic():
            correction.save()
    except IntegrityError:
        return True
    return False


def test_a_correction_says_something(photo):
    assert refused(sent(photo, told=""))


def test_who_wishes_credit_has_a_name(photo):
    assert refused(sent(photo, wants_credit=True))
    assert not refused(sent(photo, wants_credit=True, name="Jane Doe"))


def test_an_open_one_has_no_answer(photo):
    assert refused(sent(photo, answer="No"))
    assert refused(sent(photo, answered_at=timezone.now()))
    assert refused(sent(photo, made="title"))


def test_a_rejected_one_says_why(photo):
    assert refused(sent(photo, state="rejected", answered_at=timezone.now()))
    assert refused(sent(photo, state="rejected", answer="No"))
    assert not refused(sent(photo, state="rejected", answer="No", answered_at=timezone.now()))


def test_an_accepted_one_says_what_it_became_and_a_statement_has_the_visitor_as_its_source(photo):
    told = {"state": "accepted", "answered_at": timezone.now()}
    assert refused(sent(photo, **told))
    assert refused(sent(photo, kind="date", about="date-1", made="date-2", **told))
    source = Source.objects.create(title="A visitor", kind="message")
    assert not refused(sent(photo, kind="date", about="date-1", made="date-2", source=source, **told))


def test_a_file_is_known_by_kind_and_hash(photo):
    assert refused(sent(photo, evidence="corrections/x"))


def test_two_corrections_have_two_private_addresses(photo):
    tokens = {Correction.objects.keep(sent(photo, told=told)) for told in ("A ferry", "A dam")}
    assert {Correction.objects.opened_by(token).told for token in tokens} == {"A ferry", "A dam"}


def test_open_corrections(photo):
    for state in Correction.State.values:
        answer = {} if state == "open" else {"answer": "x", "answered_at": timezone.now()}
        made = {"made": "title"} if state == "accepted" else {}
        assert not refused(sent(photo, told=state, state=state, **answer, **made))
    assert set(Correction.objects.open()) == {one for one in Correction.objects.all() if one.is_open()}
    assert Correction.objects.open().count() == 1


def test_the_same_words_a_week_later_are_another_correction(photo):
    Correction.objects.keep(sent(photo))
    Correction.objects.update(sent_at=timezone.now() - timezone.timedelta(days=7))
    Correction.objects.keep(sent(photo))
    assert Correction.objects.count() == 2


def test_the_same_words_after_an_answer_are_another_correction(photo):
    Correction.objects.keep(sent(photo))
    Correction.objects.update(state="rejected", answer="No", answered_at=timezone.now())
    Correction.objects.keep(sent(photo))
    assert Correction.objects.open().count() == 1


def test_under_another_secret_key_the_old_private_address_still_opens(photo, settings):
    token = Correction.objects.keep(sent(photo))
    settings.SECRET_KEY = "another one"
    assert Correction.objects.opened_by(token) is not None
    other = Correction.objects.keep(sent(photo))
    assert other != token
    assert Correction.objects.opened_by(other) is not None


def test_a_mail_address_that_is_forgotten_is_forgotten(photo):
    Correction.objects.keep(sent(photo), email="canarywort@example.org")
    SenderContact.objects.all().delete()
    assert "canarywort" not in str(list(Change.objects.values_list("before", "after")))
