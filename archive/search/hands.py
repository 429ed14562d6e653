"""What a process that helps to rebuild the index does first.

It is started afresh and knows nothing of Django yet, so this module may import nothing that needs it.
"""

from __future__ import annotations

import django


def begin(database: str) -> None:
    """Set Django up, to read the database of this name: the one that whoever asks for help is using."""
    django.setup()
    from django.db import connection

    connection.settings_dict["NAME"] = database
