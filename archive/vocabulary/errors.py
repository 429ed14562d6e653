"""What is raised when a word does not belong to one of our vocabularies."""

from __future__ import annotations


class VocabularyError(ValueError):
    """Says what was read, why it is not a word of ours, and how it could be written, to the one who typed it."""
