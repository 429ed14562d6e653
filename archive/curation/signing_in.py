"""Who may sign in: staff whom an admin has entered. Nobody signs up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class StaffOnly(DefaultAccountAdapter):
    """The rules of sign-in."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: an admin makes the accounts."""
        return False
