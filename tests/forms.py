"""Forms as a browser would send them: what is in the page, filled in."""

from __future__ import annotations

from html.parser import HTMLParser


class _Fields(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, object] = {}
        self._select: str = ""
        self._text: str = ""
        self._posts = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        name = given.get("name", "")
        if tag == "form":
            self._posts = given.get("method") == "post" and "logout" not in given.get("action", "")
        if not self._posts:
            return
        if tag == "input" and name:
            self._input(name, given)
        elif tag == "textarea":
            self._text = name
            self.found[name] = ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in given:
            self.found[self._select] = given.get("value", "")

    def _input(self, name: str, given: dict[str, str]) -> None:
        kind = given.get("type", "text")
        if kind in ("submit", "file") or (kind in ("radio", "checkbox") and "checked" not in given):
            return
        value = given.get("value", "on")
        if kind == "checkbox" and name in self.found:
            self.found[name] = [*self._list(name), value]
        else:
            self.found[name] = value if kind in ("radio", "checkbox") else given.get("value", "")

    def _list(self, name: str) -> list[object]:
        value = self.found[name]
        return value if isinstance(value, list) else [value]

    def handle_endtag(self, tag: str) -> None:
        self._text = "" if tag == "textarea" else self._text
        self._select = "" if tag == "select" else self._select
        self._posts = False if tag == "form" else self._posts

    def handle_data(self, data: str) -> None:
        if self._text:
            self.found[self._text] = str(self.found[self._text]) + data


def filled(page: str) -> dict[str, object]:
    """What the forms of a page that post would send, their buttons aside."""
    fields = _Fields()
    fields.feed(page)
    found = fields.found.items()
    return {name: value.removeprefix("\n") if isinstance(value, str) else value for name, value in found}
