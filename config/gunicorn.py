"""How gunicorn runs Verso: `gunicorn -c python:config.gunicorn config.wsgi`."""

import gc
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from config import env
from config.database import EMBEDDED
from config.embedded import server

bind = f"{env.text('HOST', '127.0.0.1')}:{env.number('PORT', 8000, at_least=1, at_most=65535)}"
workers = env.number("WEB_WORKERS", 2, at_least=1)
threads = env.number("WEB_THREADS", 24, at_least=1)  # a list waits with one: others must find one free
worker_class = "config.staying.StayingThreads"
timeout = 60  # seconds without a sign of life from a worker
graceful_timeout = 10  # seconds for requests under way when stopping
max_requests, max_requests_jitter = 5000, 500
loglevel = env.text("LOG_LEVEL", "info").lower()
os.environ.setdefault("VIPS_CONCURRENCY", "1")  # libvips: a worker's threads are many enough
control_socket_disable = True  # it would be one for all copies of a user


_PROJECT = Path(__file__).resolve().parents[1]
_background: list[subprocess.Popen[bytes]] = []
_GARBAGE = (50_000, 20, 20)
"""How many new objects call for a search among the young, and how many searches for one among the older."""


def on_starting(arbiter: Any) -> None:
    """Hold the embedded database for as long as gunicorn runs; its workers, forked from it, hold it too."""
    if not env.text("DATABASE_URL"):
        server.join(EMBEDDED)
    if env.flag("WITH_WORKER"):
        _background.append(subprocess.Popen([sys.executable, "manage.py", "work", "--with-parent"], cwd=_PROJECT))


def post_worker_init(worker: Any) -> None:
    """Get ready for visitors.

    What a worker keeps for good is left out of every search for garbage, which otherwise stops the longer pages.
    """
    from config.warming import warm  # it needs Django, which the first process never sets up

    warm()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_GARBAGE)


def on_exit(arbiter: Any) -> None:
    for process in _background:
        process.terminate()
        try:
            process.wait(graceful_timeout)
        except subprocess.TimeoutExpired:
            process.kill()  # its task is taken up again after a while
    server.leave(EMBEDDED)
