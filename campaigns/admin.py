"""The door through which Django finds the admin of the campaigns."""

from campaigns import curation

__all__ = ["curation"]
