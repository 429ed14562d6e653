"""An act is undone as one step: what it changed is as it was, byte for byte, and the undoing is in the history."""

from __future__ import annotations

import random

import pytest
from django.db import connection
from factories import (
    make_accession,
    make_agent,
    make_dating,
    make_image,
    make_mention,
    make_photo,
    make_place,
)

from archive.history.planning import Deed, changes_of, fingerprint, plan_undo, with_children
from archive.history.tables import states_now
from archive.history.undoing import Moved, NotUndone, undo
from archive.ingest.pages import page_of_lines
from archive.ingest.plan import carry_out
from archive.models import (
    Act,
    Agent,
    Change,
    CustodyEvent,
    Dating,
    Image,
    Photo,
    Place,
    PlaceName,
    Relation,
    SearchEntry,
    Source,
    Transcription,
    User,
)
from archive.models.acting import act
from archive.models.tracking import tracked_models
from archive.publishing import withdraw
from archive.search.indexing import index_photos, reindexed


def all_rows() -> dict[str, list[str]]:
    """Every row of every watched table as PostgreSQL writes it."""
    rows = {}
    with connection.cursor() as cursor:
        for model in tracked_models():
            cursor.execute(f"SELECT t::text FROM {model._meta.db_table} t ORDER BY 1")
            rows[model._meta.db_table] = [row for (row,) in cursor.fetchall()]
    return rows


def last_act() -> Act:
    return Change.objects.latest("pk").act


def undone(told: Act, by: User, anyway: tuple[str, ...] = ()):
    changes = changes_of(told)
    return undo(changes, of=told, by=by, seen=fingerprint(plan_undo(changes)), anyway=anyway)


def test_a_batch_of_200_edits_and_20_deletes_is_undone_to_the_byte(an_admin):
    accession, dice = make_accession(), random.Random(1944)
    photos = [make_photo(published=False, accession=accession, caption="早 Ferry at Liuchow\n") for _ in range(100)]
    datings = [make_dating(photo, "1944-11-07/1944-11-10", as_written=" 7–10 Nov ") for photo in photos]
    places = [make_place(f"Town {n}", latitude="24.32610", longitude="109.41") for n in range(5)]
    before = all_rows()
    with act(by=an_admin, reason="A batch"):
        for photo in photos:
            photo.title = f"Title {dice.random()} 柳州 \\ ' \"\t"
            photo.sensitivity = ["suffering", "slur"][: dice.randint(1, 2)]
            photo.save()
        for dating in datings:
            dating.edtf, dating.certainty = f"19{dice.randint(37, 45)}", "probable"
            dating.save()
        for place in places:  # each with its name
            place.delete()
        Dating.objects.filter(pk__in=[one.pk for one in datings[:10]]).delete()
    done = undone(last_act(), an_admin)
    assert all_rows() == before
    assert len(done.taken) == 210
    assert not done.left_out
    told = last_act()
    assert (told.by_name, told.undoes.reason, told.changes.count()) == ("admin", "A batch", 210)


def test_an_undo_can_be_undone(an_admin):
    agent = make_agent("Orrin")
    with act(by=an_admin):
        Agent.objects.filter(pk=agent.pk).update(name="Hale")
    undone(last_act(), an_admin)
    assert Agent.objects.get().name == "Orrin"
    undone(last_act(), an_admin)
    assert Agent.objects.get().name == "Hale"


def test_what_somebody_changed_since_is_left_alone_unless_it_is_wanted(an_admin, curator):
    one, two = make_agent("Orrin"), make_agent("Hale")
    with act(by=an_admin):
        Agent.objects.update(note="by mistake")
    mistake = last_act()
    with act(by=curator):
        Agent.objects.filter(pk=one.pk).update(note="a pilot")
    done = undone(mistake, an_admin)
    assert [step.pk for step in done.left_out] == [str(one.pk)]
    assert set(Agent.objects.values_list("pk", "note")) == {(one.pk, "a pilot"), (two.pk, "")}
    step = done.left_out[0]
    undone(mistake, an_admin, anyway=(step.key,))
    assert Agent.objects.get(pk=one.pk).note == ""


def test_other_fields_changed_since_stay_as_they_are(an_admin):
    agent = make_agent("Orrin")
    with act(by=an_admin):
        Agent.objects.update(note="by mistake")
    mistake = last_act()
    with act():
        Agent.objects.update(name="Orrin jr")
    undone(mistake, an_admin)
    agent.refresh_from_db()
    assert (agent.name, agent.note) == ("Orrin jr", "")


def test_a_plan_that_is_another_by_now_is_shown_again(an_admin):
    make_agent("Orrin")
    with act(by=an_admin):
        Agent.objects.update(note="by mistake")
    mistake = last_act()
    seen = fingerprint(plan_undo(changes_of(mistake)))
    with act():
        Agent.objects.update(note="a pilot")
    with pytest.raises(Moved):
        undo(changes_of(mistake), of=mistake, by=an_admin, seen=seen)
    assert Agent.objects.get().note == "a pilot"


def test_a_deleted_record_comes_back_with_all_that_hung_on_it(an_admin):
    photo = make_photo(published=False, caption="Words")
    words = photo.transcriptions.get()
    make_dating(photo, "1944", transcription=words, span_start=0, span_end=5)
    make_image(photo)
    other = make_photo()
    Relation.objects.create(photo=other, other=photo, kind="before")
    bystander = make_agent("Orrin")
    before, keys = all_rows(), set(Image.objects.values_list("key", flat=True))
    with act(by=an_admin):
        photo.delete()
        bystander.delete()
    deletion = Change.objects.get(table="archive_photo", kind="deleted")
    changes = with_children(deletion)
    assert Relation.objects.get().other is None
    undo(changes, of=deletion.act, by=an_admin, seen=fingerprint(plan_undo(changes)))
    assert not Agent.objects.exists()
    after = all_rows()
    changed = {table for table in before if before[table] != after[table]}
    assert changed == {"archive_agent", "archive_image"}
    # A picture comes back under a new public key; the rest is as it was.
    assert not keys & set(Image.objects.values_list("key", flat=True))


def test_after_an_undo_the_public_finds_what_it_found_before(an_admin):
    place = make_place("Liuzhou", ("Liuchow", "postal"))
    photo = make_photo(caption="Ferry")
    make_mention(photo, place, as_written="Liuchow")
    index_photos([photo.pk])
    before = list(SearchEntry.objects.values())
    with act(by=an_admin), reindexed(photo):
        photo.place_mentions.all().delete()
        Transcription.objects.update(text="Nothing")
    assert list(SearchEntry.objects.values()) != before
    undone(last_act(), an_admin)
    assert list(SearchEntry.objects.values()) == before


def test_an_addition_others_have_built_on_is_not_taken_away(an_admin):
    with act(by=an_admin):
        place = make_place("Liuzhou")
    addition = last_act()
    make_mention(make_photo(), place)
    done = undone(addition, an_admin)
    assert Place.objects.filter(pk=place.pk).exists()
    assert {(step.model, step.deed) for step in done.left_out} == {(Place, Deed.TAKE_AWAY), (PlaceName, Deed.TAKE_AWAY)}


def test_a_withdrawal_is_undone_by_a_new_decision_under_new_addresses(an_admin):
    photo = make_photo()
    image = make_image(photo)
    with act(by=an_admin):
        withdraw(photo, by=an_admin, reason="The family asked")
    key = Image.objects.get().key
    undone(last_act(), an_admin)
    photo.refresh_from_db()
    assert photo.is_public()
    assert [decision.outcome for decision in photo.decisions.all()] == ["public", "withdrawn", "public"]
    assert Image.objects.get().key not in (image.key, "")
    assert Image.objects.get().key == key


def test_a_change_of_custody_is_answered_by_another(an_admin):
    with act(by=an_admin):
        CustodyEvent.objects.create(accession=make_accession(), from_words="Hale", to_words="Museum")
    entry = last_act()
    undo_only = [change for change in changes_of(entry) if change.table == "archive_custodyevent"]
    undo(undo_only, of=entry, by=an_admin, seen=fingerprint(plan_undo(undo_only)))
    first, second = CustodyEvent.objects.order_by("pk")
    assert (first.from_words, second.from_words, second.how) == ("Hale", "Hale", "taken back")


def test_numbers_once_given_out_do_not_come_back(an_admin):
    accession = make_accession()
    with act(by=an_admin):
        photo = make_photo(published=False, accession=accession)
    undone(last_act(), an_admin)
    assert not Photo.objects.filter(pk=photo.pk).exists()
    accession.refresh_from_db()
    assert accession.next_number() != photo.number


def test_what_a_rule_of_today_forbids_is_said_and_nothing_is_undone(an_admin):
    source = Source.objects.create(title="A letter", kind="letter")
    other = make_agent("Orrin")
    with act(by=an_admin):
        source.delete()
        Agent.objects.update(note="x")
    both = last_act()
    Source.objects.create(title="A letter", kind="letter")
    with pytest.raises(NotUndone, match="sources"):
        undone(both, an_admin)
    other.refresh_from_db()
    assert other.note == "x"


def test_nobody_undoes_what_they_may_not_do_by_hand(an_admin, curator):
    accession = make_accession()
    with act(by=an_admin):
        type(accession).objects.update(title="Another")
    with pytest.raises(NotUndone):
        undone(last_act(), curator)
    assert states_now(type(accession), [str(accession.pk)])[str(accession.pk)]["title"] == "Another"


def test_an_import_is_undone_and_can_be_run_again(an_admin):
    make_accession(number="2031.1")
    page = page_of_lines([f"Ferry {n} at Liuchow on 8 July 1945." for n in range(12)])
    made = carry_out(page, accession_number="2031.1", by=an_admin).made
    told = Change.objects.get(table="archive_importbatch").act
    assert (told.by_name, told.changes.filter(table="archive_photo").count()) == ("admin", 12)
    done = undone(told, an_admin)
    assert not Photo.objects.exists()
    assert not done.left_out
    again = carry_out(page, accession_number="2031.1", by=an_admin).made
    assert len(again) == 12
    assert not {photo.number for photo in made} & {photo.number for photo in again}


def test_a_draft_somebody_worked_on_stays_whole_when_its_import_is_undone(an_admin, curator):
    make_accession(number="2031.1")
    page = page_of_lines([f"Ferry {n} at Liuchow on 8 July 1945." for n in range(3)])
    made = carry_out(page, accession_number="2031.1", by=an_admin).made
    with act(by=curator):
        Transcription.objects.filter(photo=made[1]).update(text="Ferry one")
    undone(Change.objects.get(table="archive_importbatch").act, an_admin)
    assert list(Photo.objects.all()) == [made[1]]
    assert Transcription.objects.get().text == "Ferry one"
    assert made[1].proposals.exists()
    assert made[1].import_rows.count() == 1
