"""A member of staff at a browser without script: signs in and sends files with the forms of the desk."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, Request, build_opener

_PATIENCE = 240  # seconds; the desk waits for three minutes until a file is read

File = tuple[str, bytes]
"""What a file is called, and its bytes."""


@dataclass(frozen=True)
class Answered:
    """A response."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> dict[str, Any]:
        """What it tells. Raises RuntimeError when it is a refusal of the whole request."""
        if self.status >= 500:
            raise RuntimeError(f"Answered with status {self.status}: {self.body[:200]!r}")
        told: dict[str, Any] = json.loads(self.body)
        return told


class Staff:
    """Somebody with an account here."""

    def __init__(self, port: int) -> None:
        self._site = f"http://127.0.0.1:{port}"
        self._cookies = CookieJar()
        self._opener = build_opener(HTTPCookieProcessor(self._cookies))

    def sign_in(self, address: str, username: str, password: str) -> None:
        """Raises RuntimeError when they are not let in."""
        self.get(address)
        self.post(address, {"login": username, "password": password})
        if "session" not in self._cookie_values():
            raise RuntimeError(f"{username} was not let in.")

    def get(self, address: str) -> Answered:
        """The page at this address."""
        return self._ask(Request(self._site + address))

    def post(self, address: str, fields: Mapping[str, str], files: Mapping[str, File] | None = None) -> Answered:
        """Send a form with its fields and files."""
        boundary = secrets.token_hex(16)
        fields = {"csrfmiddlewaretoken": self._cookie_values()["csrf"], **fields}
        request = Request(self._site + address, data=_form(fields, files or {}, boundary))
        request.add_header("Content-Type", f"multipart/form-data; boundary={boundary}")
        return self._ask(request)

    def _cookie_values(self) -> dict[str, str]:
        return {cookie.name: cookie.value or "" for cookie in self._cookies}

    def _ask(self, request: Request) -> Answered:
        try:
            with self._opener.open(request, timeout=_PATIENCE) as response:
                return Answered(response.status, response.headers, response.read())
        except HTTPError as refusal:
            return Answered(refusal.code, refusal.headers, refusal.read())


def _form(fields: Mapping[str, str], files: Mapping[str, File], boundary: str) -> bytes:
    """multipart/form-data, RFC 7578."""
    parts = [_part(f'name="{name}"', value.encode(), boundary) for name, value in fields.items()]
    parts += [
        _part(f'name="{name}"; filename="{file_name}"\r\nContent-Type: application/octet-stream', data, boundary)
        for name, (file_name, data) in files.items()
    ]
    return b"".join(parts) + f"--{boundary}--\r\n".encode()


def _part(told: str, data: bytes, boundary: str) -> bytes:
    return f"--{boundary}\r\nContent-Disposition: form-data; {told}\r\n\r\n".encode() + data + b"\r\n"
