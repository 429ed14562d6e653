"""Where the bench lives: a PostgreSQL server of its own under `var/bench/`, away from any real collection.

It runs with the settings of the embedded server. To begin afresh, remove the folder.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

import django
import psycopg
from psycopg import sql

from config.embedded import server

COUNT = int(os.environ.get("BENCH") or 100_000)
"""How many photographs."""
HOME = Path(__file__).resolve().parents[1] / "var" / "bench"
POSTGRES = HOME / "postgres"


def take_up() -> None:
    """Start the server, make the database for so many photographs if need be, and set up Django to use it."""
    sockets = server.join(POSTGRES)
    name = f"verso_bench_{COUNT}"
    with psycopg.connect(host=sockets, user="verso", dbname="verso", autocommit=True) as connection:
        if connection.execute("SELECT FROM pg_database WHERE datname = %s", [name]).rowcount == 0:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    os.environ |= {
        "DATABASE_URL": f"postgres://verso@/{name}?host={quote(sockets, safe='')}",
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "STATIC_ROOT": str(HOME / "static"),
        "MEDIA_ROOT": str(HOME / "media"),
        "DEBUG": "0",
        "SECURE": "0",
        "LOG_LEVEL": "warning",
    }
    django.setup()


def postmaster() -> int:
    """The process id of the server."""
    return int((POSTGRES / "data" / "postmaster.pid").read_text().split()[0])
