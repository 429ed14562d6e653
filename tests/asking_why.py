"""The page of a statement's evidence for tests: where words stand, what the page says, and a curator's changes."""

from __future__ import annotations

import re

from archive.models.acting import act
from archive.search.indexing import reindexed


def on_the_slip(photo, words: str) -> dict:
    """Where these words stand."""
    slip = photo.transcriptions.get()
    start = slip.text.index(words)
    return {"as_written": words, "transcription": slip, "span_start": start, "span_end": start + len(words)}


def why(client, statement, status: int = 200) -> str:
    """The page of a statement's evidence."""
    answer = client.get(f"/photos/{statement.photo.number}/why/{statement.slug}/")
    assert answer.status_code == status
    return answer.content.decode()


def text_of(page: str) -> str:
    """What is read on it, as one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("<main")[2].partition("</main>")[0]).split())


def change(statement, **values) -> None:
    """As a curator changes it in the admin."""
    statement.refresh_from_db()
    with act(reason="for the history alone"), reindexed(statement):
        for name, value in values.items():
            setattr(statement, name, value)
        statement.full_clean()
        statement.save()
