"""Where the data lives: the PostgreSQL that DATABASE_URL names, or else the project's own under `var/postgres/`."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote

from django.core.exceptions import ImproperlyConfigured

from config import env

EMBEDDED = Path(__file__).resolve().parents[1] / "var" / "postgres"
LAST_PORT = 65535
SCHEMES = frozenset({"postgres", "postgresql"})
FORM = "postgres://user:password@host:5432/name (special characters percent-encoded)"


def database_settings() -> dict[str, Any]:
    """The entry for DATABASES["default"]. Reads the environment; starts nothing."""
    url = env.text("DATABASE_URL")
    return {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True} | (from_url(url) if url else embedded(EMBEDDED))


def embedded(home: Path) -> dict[str, Any]:
    """The project's own server; HOST is its folder, and `config.embedded` starts it at the first connection."""
    return {
        "ENGINE": "config.embedded",
        "NAME": "verso",
        "USER": "verso",
        "HOST": str(home),
        "OPTIONS": {"connect_timeout": 5},
    }


def from_url(url: str) -> dict[str, Any]:
    """Take apart a libpq connection URI; ImproperlyConfigured (which never repeats the password) when it is not one.

    `postgres:///name?host=/run/postgresql` and `postgres://user@%2Frun%2Fpostgresql/name` are unix sockets. What stands
    behind the question mark (sslmode, connect_timeout, options …) goes to libpq as it is.
    """
    scheme, _, rest = url.partition("://")
    if scheme.lower() not in SCHEMES:
        raise ImproperlyConfigured(f"DATABASE_URL must look like {FORM}.")
    rest, _, query = rest.partition("?")
    where, _, name = rest.partition("/")
    credentials, _, place = where.rpartition("@")
    user, _, password = credentials.partition(":")
    options = dict(parse_qsl(query, keep_blank_values=True))
    host, port = _host_and_port(place)
    host, port = options.pop("host", host), options.pop("port", port)
    if not name or "/" in name:
        raise ImproperlyConfigured(f"DATABASE_URL must name one database: {FORM}.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(name),
        "USER": unquote(user),
        "PASSWORD": unquote(password),
        "HOST": host,
        "PORT": _port(port),
        "OPTIONS": {"connect_timeout": "5"} | options,
    }


def _host_and_port(place: str) -> tuple[str, str]:
    if place.startswith("["):  # an IPv6 address, whose colons are its own
        host, _, port = place[1:].partition("]")
        return host, port.removeprefix(":")
    host, _, port = place.partition(":")
    return unquote(host), port


def _port(port: str) -> str:
    if port and not (port.isascii() and port.isdigit() and 1 <= int(port) <= LAST_PORT):
        raise ImproperlyConfigured(f'DATABASE_URL has the port "{port}": it must be a number from 1 to {LAST_PORT}.')
    return port
