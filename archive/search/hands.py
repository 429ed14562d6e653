"""What a process that helps to rebuild the index does first.

It is started afresh and knows nothing of Django yet, so this module may import nothing that needs it.
"""

from __future__ import annotations

import gc

import django

_NEW_OBJECTS = 10_000
"""So many are made before Python looks for those that nobody needs any more. Photographs come in hundreds, each with
its statements, and are looked through in vain while they are being read: that took a third of the time."""


def begin(database: str) -> None:
    """Set Django up, to read the database of this name: the one that whoever asks for help is using."""
    gc.set_threshold(_NEW_OBJECTS)
    django.setup()
    from django.db import connection

    connection.settings_dict["NAME"] = database
