"""What an imported page of captions says of a campaign: proposed once, linked to its photographs, and not public."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command
from factories import make_accession

from campaigns.models import Campaign, CampaignLink

PAGE = Path(__file__).parents[1] / "data" / "gallery-page.txt"


def run(path: Path, accession) -> None:
    call_command("import_captions", path, accession=accession.number)


def captions(path: Path) -> list[str]:
    """The lines of the page's last block, as the file has them."""
    return path.read_bytes().decode().split("\n\n")[-1].removesuffix("\n").split("\n")


@pytest.mark.django_db
def test_a_new_campaign_is_proposed_with_the_names_of_the_introduction():
    run(PAGE, make_accession())
    campaign = Campaign.objects.get()
    assert campaign.state == "proposed"
    assert dict(campaign.names.values_list("text", "system")) == {
        "Salween Campaign": "english",
        "Battle of Northern Burma and Western Yunnan": "english",
        "滇緬戰役": "han",
        "Yunnan-Burma Battle": "literal",
    }
    assert campaign.edtf == "1944-05/1945-01"
    assert CampaignLink.objects.filter(campaign=campaign, ground="page").count() == len(captions(PAGE))


@pytest.mark.django_db
def test_a_second_page_of_the_same_campaign_proposes_no_second_campaign(tmp_path):
    accession = make_accession()
    run(PAGE, accession)
    other = tmp_path / "page-2.txt"
    other.write_text(PAGE.read_text().split("Pontoons")[0] + "Another caption.")
    run(other, accession)
    assert Campaign.objects.count() == 1


@pytest.mark.django_db
def test_a_proposed_campaign_is_not_public(visitor):
    run(PAGE, make_accession())
    assert "Salween" not in visitor.get("/campaigns/").content.decode()
    assert visitor.get("/campaigns/salween-campaign/").status_code == 404
