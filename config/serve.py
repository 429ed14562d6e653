"""`make run`: from nothing to a running Verso, saying what it does, and then gunicorn in this process's place."""

import os
import signal
import socket
import sys
from contextlib import ExitStack

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection, connections

from config import env
from config.database import EMBEDDED
from config.embedded import server

INTERRUPTED = 130
GUNICORN = ("-m", "gunicorn", "-c", "python:config.gunicorn", "--log-level", "warning", "config.wsgi")


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a wish to stop is one, however it is uttered
    try:
        host, port = env.text("HOST", "127.0.0.1"), env.number("PORT", 8000, at_least=1, at_most=65535)
        refuse_taken_port(host, port)
        with ExitStack() as if_it_fails:
            if_it_fails.callback(server.leave, EMBEDDED)
            prepare()
            if_it_fails.pop_all()  # the database stays, for gunicorn
    except KeyboardInterrupt:
        print("Interrupted; the next run goes on from here.", flush=True)
        sys.exit(INTERRUPTED)
    except (ImproperlyConfigured, OperationalError, CommandError) as problem:
        sys.exit(f"Verso cannot start. {problem}")
    os.environ.setdefault("WITH_WORKER", "1")
    say_where(f"http://{host}:{port}")
    os.execv(sys.executable, [sys.executable, *GUNICORN])


def refuse_taken_port(host: str, port: int) -> None:
    """Better now, in one line, than after everything else."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as problem:
            way_out = f"Stop what uses it, or choose another: make run PORT={port + 1}"
            raise CommandError(f"Port {port} on {host}: {problem.strerror}. {way_out}") from problem


def prepare() -> None:
    """Bring database, static files and demo collection to where this version wants them."""
    django.setup()
    say("Starting the database")
    connection.ensure_connection()
    say("Bringing the tables up to date")
    call_command("migrate", interactive=False, verbosity=0)
    call_command("rebuild_search", "--if-needed")
    say("Gathering the static files")
    call_command("collectstatic", interactive=False, verbosity=0)
    if env.flag("DEMO", default=True):
        say("Looking after the demo collection")
        call_command("load_demo")
    connections.close_all()


def say(step: str) -> None:
    print(f"{step} …", flush=True)


def say_where(address: str) -> None:
    print(f"\nVerso      {address}/\nSign in    {address}/admin/\nStop       Ctrl-C\n", flush=True)


if __name__ == "__main__":
    main()
