"""Readers of the environment: typed, and loud when a value is wrong.

A variable that is set to nothing (`PORT=`) counts as not set: an empty line in an environment file does no harm.
"""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"0", "false", "no", "off"})


def text(name: str, default: str = "") -> str:
    """The value without the spaces around it."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool = False) -> bool:
    """1, true, yes, on or 0, false, no, off in any case; anything else raises ImproperlyConfigured."""
    word = text(name).lower()
    if word and word not in TRUE | FALSE:
        raise ImproperlyConfigured(f'{name} is "{word}": write 1 for yes or 0 for no.')
    return word in TRUE if word else default


def number(name: str, default: int, *, at_least: int = 0, at_most: int | None = None) -> int:
    """A whole number within its bounds; anything else raises ImproperlyConfigured."""
    word = text(name)
    if not word:
        return default
    if not (word.isascii() and word.isdigit()):
        raise ImproperlyConfigured(f'{name} is "{word}": it must be a whole number.')
    value = int(word)
    if value < at_least or (at_most is not None and value > at_most):
        bounds = f"at least {at_least}" if at_most is None else f"from {at_least} to {at_most}"
        raise ImproperlyConfigured(f"{name} is {value}: it must be {bounds}.")
    return value


def words(name: str, default: str = "") -> list[str]:
    """A list written with commas: `museum.example, www.museum.example`."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def secret(name: str, *, kept_in: Path | None) -> str:
    """The secret from the environment, or else one made once and kept in a file only its owner can read.

    With `kept_in=None` (a museum's server) there is no second source: a missing secret raises ImproperlyConfigured.
    """
    value = text(name)
    if value:
        return value
    if kept_in is None:
        raise ImproperlyConfigured(f"{name} is not set: a server needs it in its environment, 50 random characters.")
    if not kept_in.exists():
        _keep(secrets.token_urlsafe(50), kept_in)
    return kept_in.read_text(encoding="ascii").strip()


def _keep(value: str, path: Path) -> None:
    """Write the file whole under another name, then give it its own: of two processes at once, the first one wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    with open(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="ascii") as file:
        file.write(value + "\n")
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # made by another process in the meantime, and that one counts
    finally:
        draft.unlink()
