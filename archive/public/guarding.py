"""Against machines, without puzzles: a field people leave empty, the time it takes to write, a limit for each side.

Whoever is stopped gets the form back with all that was typed, and can send it at once.
"""

from __future__ import annotations

import ipaddress
import time
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.core import ratelimit
from django import forms
from django.core import signing
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

_LEAST_SECONDS = 2
_MOST_SECONDS = 24 * 60 * 60
_SALT = "form-opened"


class GuardedForm(forms.Form):
    """`website` stays empty; `opened` is when the form was shown, in seconds, signed."""

    website = forms.CharField(label=gettext_lazy("Leave this field empty"), required=False)
    opened = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_website(self) -> str:
        """Refuse what only a machine would fill in."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("This field must stay empty."))
        return ""

    def clean(self) -> dict[str, Any]:
        """Refuse what came too fast or too late, with a new time that is good at once."""
        data = super().clean() or {}
        if problem := _out_of_time(data.get("opened", "")):
            self.data = {**self.data.dict(), "opened": opened(_LEAST_SECONDS)}  # type: ignore[attr-defined]
            raise forms.ValidationError(problem)
        return data


def opened(seconds_ago: int = 0) -> str:
    """The field that says when the form was opened."""
    return signing.dumps(int(time.time()) - seconds_ago, salt=_SALT)


def _out_of_time(word: str) -> str:
    try:
        age = time.time() - signing.loads(word, salt=_SALT)
    except signing.BadSignature:
        age = _MOST_SECONDS + 1
    if age > _MOST_SECONDS:
        return _("The form was open for more than a day. Nothing is lost: please send it once more.")
    if age < _LEAST_SECONDS:
        return _("That was very quick. Nothing is lost: please send it once more.")
    return ""


def is_welcome(request: HttpRequest, action: str) -> bool:
    """Whether one more may come from this side (the settings’ limit of this name) and from all (`<action>_all`)."""
    return ratelimit.consume(request, action=action, key=_side(request)) and ratelimit.consume(
        request, action=f"{action}_all", key="everybody"
    )


def _side(request: HttpRequest) -> str:
    """Where a request comes from, as a word that tells nobody the address: of IPv6 the network of a household."""
    told = get_adapter().get_client_ip(request)
    try:
        address = ipaddress.ip_address(told)
    except ValueError:
        return told
    network = ipaddress.ip_network((address, 64 if address.version == 6 else 32), strict=False)
    return salted_hmac(_SALT, str(network), algorithm="sha256").hexdigest()
