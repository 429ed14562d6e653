"""The verbs that let a photograph out and take it back, and that say which of several statements is shown first.

What may go out, `archive.vocabulary.gate` decides.
"""

from archive.publishing.preferring import NotPreferred, prefer, take_back
from archive.publishing.verbs import NotPublishable, bring_back, publish, publish_lifting, withdraw

__all__ = [
    "NotPreferred",
    "NotPublishable",
    "bring_back",
    "prefer",
    "publish",
    "publish_lifting",
    "take_back",
    "withdraw",
]
