"""Records for the walks over addresses: one of each kind."""

from __future__ import annotations

import pytest
from django.utils import timezone
from factories import (
    make_accession,
    make_agent,
    make_campaign,
    make_code,
    make_collection,
    make_dating,
    make_image,
    make_link,
    make_mention,
    make_photo,
    make_place,
    make_scheme,
    make_transcription,
)

from archive.models import (
    AccessionParty,
    AgentName,
    Box,
    CustodyEvent,
    DeedOfGift,
    Derivative,
    FixityCheck,
    ImportBatch,
    ImportRow,
    Intake,
    ObjectEntry,
    Proposal,
    Relation,
    Source,
    SourceMerge,
    Subject,
    User,
)
from archive.models.donors import DonorContact
from archive.models.entries import move_box
from campaigns.models import Claim, Event, Preference, SuggestedLink, WithdrawnPreference


@pytest.fixture
def records(db) -> dict[str, object]:
    """One record of each kind, of a photograph that is a draft; and a public photograph beside it."""
    accession = make_accession(collection=make_collection())
    photo = make_photo(published=False, accession=accession)
    public = make_photo()
    image, agent, place = make_image(photo), make_agent("Orrin"), make_place("Liuzhou")
    source = Source.objects.create(title="A letter", kind="letter")
    campaign = make_campaign("Ichi-Go", ("一号作戦", "ja"))
    box = Box.objects.create(accession=accession, label="Box 1")
    batch = ImportBatch.objects.create(accession=accession, file_name="page.txt", sha256="0")
    claim = Claim.objects.create(
        campaign=campaign, subject_words="It", property="start", value_words="May", source=source
    )
    return {
        "photo": photo,
        "transcription": make_transcription(photo),
        "dating": make_dating(photo, "1944"),
        "placemention": make_mention(photo, place),
        "subject": Subject.objects.create(photo=photo, agent=agent, basis="caption"),
        "codereading": make_code(photo, "07041420/A", make_scheme()),
        "codescheme": make_scheme(),
        "relation": Relation.objects.create(photo=photo, other=public, kind="before"),
        "image": image,
        "derivative": Derivative.objects.create(image=image, spec="card", path="x", width=1, height=1, size=1),
        "proposal": Proposal.objects.create(
            photo=photo, kind="dating", rule="test", values={"edtf": "1944", "role": "depicted"}
        ),
        "place": place,
        "placename": place.names.get(),
        "agent": agent,
        "agentname": AgentName.objects.create(agent=agent, text="Orry"),
        "source": source,
        "collection": accession.collection,
        "accession": accession,
        "box": box,
        "deedofgift": DeedOfGift.objects.create(accession=accession),
        "accessionparty": AccessionParty.objects.create(accession=accession, agent=agent, role="owner"),
        "objectentry": ObjectEntry.objects.create(depositor=agent, description="An album"),
        "boxmove": move_box(box, "Shelf 2", by=None),
        "rights": accession.rights,
        "custodyevent": CustodyEvent.objects.create(accession=accession),
        "decision": public.decisions.get(),
        "importbatch": batch,
        "importrow": ImportRow.objects.create(batch=batch, accession=accession, line=1, key="k", photo=photo),
        "intake": Intake.objects.create(accession=accession, folder="scans"),
        "fixitycheck": FixityCheck.objects.create(image=image, program="a test", outcome="intact"),
        "donorcontact": DonorContact.objects.create(agent=agent),
        "user": User.objects.create_user("somebody", is_staff=True),
        "campaign": campaign,
        "campaignname": campaign.names.get(),
        "event": Event.objects.create(campaign=campaign, kind="raid", title="A raid"),
        "claim": claim,
        "preference": Preference.objects.create(claim=claim, reason="Nearer"),
        "campaignlink": make_link(photo, campaign),
        "withdrawnpreference": WithdrawnPreference.objects.create(
            claim=claim, reason="Nearer", at=timezone.now(), withdrawn_because="No"
        ),
        "suggestedlink": SuggestedLink.objects.create(
            photo=photo, campaign=campaign, first_day="1944-05-01", last_day="1944-05-02", days_possible=2
        ),
        "sourcemerge": SourceMerge.objects.create(kept=source, was={"title": "Letter"}, moved={}),
    }
