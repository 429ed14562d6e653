"""`import_campaign`: a file is checked by line, done whole or not at all, and safe to import again."""

from __future__ import annotations

from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from factories import indexed, make_campaign, make_link, make_photo, make_place

from archive.models import Agent, Source
from campaigns.models import Campaign, CampaignName, Claim, Event, Preference, WithdrawnPreference

pytestmark = pytest.mark.django_db

FILE = """\
sources:
  digest: {title: A digest, kind: article}
  copy: {title: A copy, kind: article, derived_from: digest}
people:
  hata: {name: Hata Shunroku, kind: person, names: [{text: 畑俊六, language: ja}]}
slug: salween
title: The Salween campaign
dates: 1944-05/1945-01
places: [tengchong]
names:
  - {text: 滇西作戰, system: hant, source: digest}
events:
  - {title: Tengchong is taken, kind: city_fell, place: tengchong, date: 1944-09-14}
claims:
  - of: Garrison of Tengchong
    property: strength
    side: Japanese
    value: about 2,000
    number: 2,000
    about: yes
    source: digest
    preferred: It is all we have.
  - of: Japanese forces
    property: commander
    value: Hata
    who: [hata]
    source: copy
phases:
  - slug: longling
    title: Longling
    claims:
      - {of: Longling, property: date, kind: city_fell, value: in November, date: 1944-11, source: digest}
"""


@pytest.fixture
def import_file(tmp_path: Path):
    """Import a text as a file; what the command says."""
    make_place("Tengchong", ("Tengyueh", "postal"), code="tengchong")

    def run(text: str, *flags: str, name: str = "campaign.yaml") -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        out = StringIO()
        call_command("import_campaign", str(path), *flags, stdout=out)
        return out.getvalue()

    return run


def refusal(import_file, text: str, **options: str) -> str:
    """What the command says when it refuses this text; and that it has written nothing."""
    with pytest.raises(CommandError) as refused:
        import_file(text, **options)
    assert refused.value.returncode == 2
    assert not Source.objects.exists()
    return str(refused.value)


def test_a_file_becomes_a_proposed_campaign_with_everything_it_tells(import_file):
    said = import_file(FILE)
    assert said == "12 records are new, 0 are changed, 0 stay as they were.\n"
    campaign = Campaign.objects.get(slug="salween")
    assert (campaign.state, campaign.phases.get().slug) == ("proposed", "longling")
    assert [place.title for place in campaign.places.all()] == ["Tengchong"]
    claim = Claim.objects.get(property="strength")
    assert (claim.low, claim.high, claim.is_about, claim.preference.reason) == (2000, 2000, True, "It is all we have.")
    commander = Claim.objects.get(property="commander")
    assert commander.source.derived_from == claim.source
    assert [str(name) for name in commander.agents.get().names.all()] == ["畑俊六"]
    assert Event.objects.get().place.title == "Tengchong"


def test_importing_again_changes_nothing(import_file):
    import_file(FILE)
    assert import_file(FILE) == "0 records are new, 0 are changed, 12 stay as they were.\n"
    assert (Claim.objects.count(), Agent.objects.count(), Preference.objects.count()) == (3, 1, 1)


def test_a_plan_tells_what_would_be_done_and_writes_nothing(import_file):
    said = import_file(FILE, "--plan")
    assert "new campaign, line 1: salween" in said
    assert said.endswith("12 records would be new, 0 would be changed, 0 stay as they were.\n")
    assert (Campaign.objects.count(), Source.objects.count()) == (0, 0)


def test_what_a_file_says_anew_is_changed_and_what_it_leaves_out_stays(import_file):
    import_file(FILE)
    changed = FILE.replace("number: 2,000", "number: 2,400").replace("dates: 1944-05/1945-01\n", "")
    assert "change claim, line 14" in import_file(changed, "--plan")
    import_file(changed)
    assert Claim.objects.get(property="strength").low == Decimal(2400)
    assert Campaign.objects.get(slug="salween").edtf == "1944-05/1945-01"


def test_a_preference_that_a_curator_took_back_does_not_return(import_file):
    import_file(FILE)
    Preference.objects.all().delete()
    import_file(FILE)
    assert not Preference.objects.exists()
    assert not WithdrawnPreference.objects.exists()


def test_a_place_may_be_called_by_any_name_that_is_its_own(import_file):
    import_file(FILE.replace("places: [tengchong]", "places: Tengyueh"))
    assert Campaign.objects.get(slug="salween").places.get().code == "tengchong"


def test_photographs_are_found_by_a_new_name_at_once(import_file, visitor):
    campaign = make_campaign("Salween", slug="salween")
    photo = make_photo(title="Porters before dawn")
    make_link(photo, campaign)
    indexed(photo)
    import_file(FILE)
    assert photo.title in visitor.get("/photos/", {"q": "滇西作戰"}).content.decode()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("date: 1944-11,", "date: 1944-13,", "line 32, “date”, “1944-13”: "),
        ("kind: city_fell, place", "kind: city_taken, place", "line 13, “kind”, “city_taken”: "),
        ("source: copy", "source: kopy", "line 27, “source”, “kopy”: not known"),
        ("places: [tengchong]", "places: [tengchung]", "line 9, “places”, “tengchung”: not known"),
        ("    number: 2,000", "    number: some", "line 19, “number”, “some”: not a number"),
        ("    number: 2,000", "    low: 9\n    high: 2", "line 15, “low”, “9”: is more than “high”, 2"),
        ("    about: yes", "    about: perhaps", "line 20, “about”, “perhaps”: write yes or no"),
        ("    side: Japanese", "    sides: Japanese", "line 15, “sides”: a claim has no such key. It has: "),
        ("    value: Hata\n", "", "line 23, “value”: is missing; every claim needs it"),
        ("slug: longling", "slug: Long ling!", "line 29, “slug”, “Long ling!”: "),
        ("slug: longling", "slug: salween", "line 29, “campaign”: the same campaign stands on line 1 already"),
        ("    who: [hata]", "    who: [okamura]", "line 26, “who”, “okamura”: not known"),
        ("    value: Hata", "    value: Hata\n    value: Okamura", "line 26, “value”: this key is there twice"),
        ("derived_from: digest", "derived_from: later", "line 3, “derived_from”, “later”: not known"),
        ("phases:\n", "phases:\n  - just words\n", "line 29, “phases”, “just words”: must be a record with keys"),
        ("title: The Salween", "title: [The Salween", "line"),
    ],
)  # fmt: skip
def test_what_will_not_do_is_told_by_line_and_nothing_is_written(import_file, old, new, said):
    assert old in FILE
    assert said in refusal(import_file, FILE.replace(old, new, 1))


def test_everything_that_will_not_do_is_told_at_once(import_file):
    text = FILE.replace("date: 1944-11,", "date: soon,").replace("source: copy", "source: kopy")
    said = refusal(import_file, text)
    assert said.count("\n") == 2
    assert said.endswith("2 things will not do; nothing was imported.")


@pytest.mark.parametrize(
    "text",
    ["", "- a list", "slug: &a [*a]", "a: b: c", "\t- x", "? [a, b]\n: c", "[" * 5000, "slug: {title: x}\ntitle: [y]"],
)
def test_what_is_no_such_file_is_refused_in_words(import_file, text):
    assert refusal(import_file, text)


def test_claims_come_as_a_table_too(import_file):
    make_campaign("Salween", slug="salween")
    Source.objects.create(title="A digest", kind="article")
    Agent.objects.create(name="Wei Lihuang", kind="person")
    table = (
        "campaign,of,property,value,low,who,source\n"
        'salween,Garrison,strength,"over 2,000","2,000",,A digest\n'
        "salween,Chinese forces,commander,Wei,,Wei Lihuang,A digest\n"
    )
    assert import_file(table, name="claims.csv") == "2 records are new, 0 are changed, 0 stay as they were.\n"
    assert import_file(table, name="claims.csv") == "0 records are new, 0 are changed, 2 stay as they were.\n"
    assert {(claim.low, claim.agents.count()) for claim in Claim.objects.all()} == {(2000, 0), (None, 1)}


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("of,property\n", "has no column “campaign”"),
        ("campaign,of\nsalween\n", "line 2, “campaign”, “salween”: no such campaign"),
        ('campaign,of\n"salween\n', "line"),
        ("campaign,of,of\n", "line 1, “of”: this column is there twice"),
        ("campaign,of\nsalween,a,b\n", "line 2"),
    ],
)
def test_a_table_is_checked_by_line(import_file, table, said):
    assert said in refusal(import_file, table, name="claims.csv")


def test_names_of_the_same_campaign_are_kept_once(import_file):
    import_file(FILE)
    import_file(FILE.replace("滇西作戰", "滇西作战").replace("system: hant", "system: hans"))
    assert CampaignName.objects.filter(campaign__slug="salween").count() == 2


def test_who_imports_signs_the_preferences(import_file, curator):
    import_file(FILE, "--by", "curator")
    assert Preference.objects.get().by == curator
    with pytest.raises(CommandError, match="Nobody here is called"):
        import_file(FILE, "--by", "nobody")
