"""The verbs that let a photograph out and take it back. What may go out, `archive.vocabulary.gate` decides."""

from archive.publishing.verbs import NotPublishable, bring_back, publish, publish_lifting, withdraw

__all__ = ["NotPublishable", "bring_back", "publish", "publish_lifting", "withdraw"]
