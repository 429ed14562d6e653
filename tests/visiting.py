"""What a visitor sees of a list of photographs."""

from __future__ import annotations

import re
from typing import Any

from django.test import Client


def found(client: Client, **address: Any) -> set[str]:
    """The numbers of the photographs that the list shows for this address."""
    page = client.get("/photos/", address)
    assert page.status_code == 200
    return set(re.findall(r'href="/photos/([\d.]+)/"', page.content.decode()))
