"""Everything that happens to a record is in the history: whoever did it, whatever made it happen."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from factories import make_accession, make_agent, make_campaign, make_photo, make_place, needs_campaigns

from archive.models import Act, Agent, Change, Photo, Place, Source, User
from archive.models.acting import act
from archive.models.donors import DonorContact
from archive.models.tracking import tracked_models

DERIVED = {"SearchEntry", "Card", "FacetSet", "FacetTerm", "Tally", "Derivative", "Sketch", "Preparation"}
DERIVED |= {"Presence", "Act", "Change"}
"""What can be made again from the records, and the history itself."""


def of(record) -> list[tuple[str, list[str]]]:
    """What happened to a record: the kinds of its changes and the columns that changed."""
    changes = Change.objects.of(type(record), record.pk)
    return [(change.kind, change.columns() if change.kind == "changed" else []) for change in changes]


@pytest.mark.django_db
def test_every_table_is_watched_but_those_that_can_be_made_again():
    every = {
        model
        for app in apps.get_app_configs()
        if app.label in ("archive", "campaigns")
        for model in app.get_models(include_auto_created=True)
    }
    assert {model.__name__ for model in every - set(tracked_models())} == DERIVED
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text, count(*) FROM pg_trigger WHERE tgname ^@ 'history_' GROUP BY 1")
        assert dict(cursor.fetchall()) == {model._meta.db_table: 4 for model in tracked_models()}


@pytest.mark.django_db
def test_a_change_says_what_was_before_and_after():
    source = Source.objects.create(title="A letter", kind="letter")
    source.title = "A long letter"
    source.save()
    source.save()
    added, changed = Change.objects.of(Source, source.pk)
    assert (added.kind, added.before, added.after["title"]) == ("added", None, "A letter")
    assert (changed.columns(), changed.before["title"], changed.after["title"]) == (
        ["title"],
        "A letter",
        "A long letter",
    )


@pytest.mark.django_db
def test_bulk_changes_and_plain_sql_are_recorded_row_by_row():
    sources = Source.objects.bulk_create(Source(title=f"Letter {n}", kind="letter") for n in range(3))
    Source.objects.filter(pk__in=[one.pk for one in sources]).update(note="seen")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE archive_source SET author = 'Anon' WHERE id = %s", [sources[0].pk])
        cursor.execute("DELETE FROM archive_source WHERE id = %s", [sources[1].pk])
    assert of(sources[0]) == [("added", []), ("changed", ["note"]), ("changed", ["author"])]
    assert of(sources[1]) == [("added", []), ("changed", ["note"]), ("deleted", [])]


@needs_campaigns
@pytest.mark.django_db
def test_many_to_many_rows_are_recorded():
    campaign, place = make_campaign("Ichi-Go"), make_place("Liuzhou")
    campaign.places.add(place)
    campaign.places.clear()
    kinds = Change.objects.filter(table="campaigns_campaign_places").values_list("kind", flat=True)
    assert list(kinds) == ["added", "deleted"]


@pytest.mark.django_db
def test_an_emptied_table_leaves_its_rows_in_the_history():
    source = Source.objects.create(title="A letter", kind="letter")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("TRUNCATE archive_source CASCADE")
    assert of(source)[-1] == ("deleted", [])


@pytest.mark.django_db
def test_what_is_rolled_back_leaves_no_trace():
    before = Change.objects.count()
    with transaction.atomic():
        Source.objects.create(title="A letter", kind="letter")
        transaction.set_rollback(True)
    assert Change.objects.count() == before


@pytest.mark.django_db
@pytest.mark.parametrize("verb", ["UPDATE archive_change SET kind = 'added'", "DELETE FROM archive_change"])
def test_the_history_cannot_be_changed(verb):
    make_agent("Orrin")
    for statement in (verb, "UPDATE archive_act SET by_name = 'x'", "DELETE FROM archive_act"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


@pytest.mark.django_db
def test_passwords_never_enter_the_history(curator: User):
    curator.set_password("another long password")
    curator.save()
    states = [change.after or {} for change in Change.objects.of(User, curator.pk)]
    assert states
    assert not any("password" in state or "last_login" in state for state in states)


def test_an_act_says_who_where_and_why(curator: User):
    with act(by=curator, door=Act.Door.DESK, address="/desk/", reason="The slip says so"):
        agent = make_agent("Orrin")
        Agent.objects.filter(pk=agent.pk).update(note="pilot")
    first, second = Change.objects.of(Agent, agent.pk)
    assert first.act == second.act
    told = first.act
    assert (told.by_key, told.by_name, told.door, told.reason) == (curator.pk, "curator", "desk", "The slip says so")


@pytest.mark.django_db(transaction=True)
def test_what_nobody_owns_up_to_is_one_act_for_each_transaction():
    with transaction.atomic():
        one, two = make_agent("Orrin"), make_agent("Hale")
    three = make_agent("Yung")
    acts = [Change.objects.of(Agent, agent.pk).get().act for agent in (one, two, three)]
    assert acts[0] == acts[1] != acts[2]
    assert acts[0].door == "database"


def test_a_request_is_one_act_of_whoever_sent_it(as_user, an_admin: User):
    form = {"name": "Orrin", "kind": "person", "note": "", "names-TOTAL_FORMS": "1", "names-INITIAL_FORMS": "0"}
    form |= {"names-0-text": "Orry", "names-0-language": "en"}
    as_user(an_admin).post(reverse("admin:archive_agent_add"), form)
    agent = Agent.objects.get()
    told = Change.objects.of(Agent, agent.pk).get().act
    assert (told.by_name, told.door, told.address) == ("admin", "admin", reverse("admin:archive_agent_add"))
    assert sorted(told.changes.values_list("table", flat=True)) == ["archive_agent", "archive_agentname"]


@pytest.mark.django_db
def test_a_command_is_one_act_under_its_name():
    from django.core.management import call_command

    call_command("register_accession", "2026.7", title="A box", verbosity=0)
    told = Change.objects.filter(table="archive_accession").get().act
    assert (told.door, told.address, told.by_name) == ("command", "register_accession", "")


@pytest.mark.django_db
def test_who_left_the_museum_still_did_what_they_did():
    leaver = User.objects.create_user("leaver")
    with act(by=leaver):
        place = make_place("Liuzhou")
    leaver.delete()
    assert Change.objects.of(Place, place.pk).get().act.by_name == "leaver"


@pytest.mark.django_db
def test_changes_know_the_photograph_they_are_about():
    photo = make_photo(caption="Words", accession=make_accession())
    tables = set(Change.objects.about_photo(photo.pk).values_list("table", flat=True))
    assert tables == {"archive_photo", "archive_transcription", "archive_decision"}
    assert Photo.objects.filter(pk=photo.pk).exists()


@pytest.mark.django_db
def test_donors_contacts_are_recorded_like_everything(django_assert_num_queries):
    contact = DonorContact.objects.create(agent=make_agent("Hale"), phone="1")
    DonorContact.objects.filter(pk=contact.pk).update(phone="2")
    assert of(contact) == [("added", []), ("changed", ["phone"])]
