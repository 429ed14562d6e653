"""Two servers of the same picture: Verso as it runs in production, and IIPImage behind nginx, where it is installed."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psutil
from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parents[1]
IIPSRV = Path("/usr/lib/iipimage-server/iipsrv.fcgi")
_NGINX = """
pid {folder}/nginx.pid; error_log {folder}/nginx.log; daemon off; worker_processes 1;
events {{ worker_connections 200; }}
http {{
  access_log off; keepalive_requests 1000000;
  client_body_temp_path {folder}/a; fastcgi_temp_path {folder}/b; proxy_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  server {{
    listen 127.0.0.1:{port};
    location / {{
      fastcgi_pass 127.0.0.1:{behind}; fastcgi_param REQUEST_URI $request_uri;
      fastcgi_param QUERY_STRING $query_string; fastcgi_param REQUEST_METHOD $request_method;
      fastcgi_param SERVER_NAME $server_name; fastcgi_param HTTP_HOST $http_host;
    }}
  }}
}}
"""


@dataclass(frozen=True)
class Server:
    """Where it listens, and its processes without their children."""

    port: int
    processes: tuple[int, ...]

    def spent(self) -> float:
        """Seconds of processor time so far: its processes with their children, and the database's for the bench."""
        own = [psutil.Process(pid) for pid in self.processes]
        family = own + [child for one in own for child in one.children(recursive=True)]
        return sum(sum(one.cpu_times()[:2]) for one in family) + _spent_by_database()


def _spent_by_database() -> float:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pid FROM pg_stat_activity WHERE datname = current_database()")
        return sum(sum(psutil.Process(pid).cpu_times()[:2]) for (pid,) in cursor.fetchall())


def free_port() -> int:
    """A port that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def verso(media: Path, workers: int) -> Iterator[Server]:
    """Gunicorn with the project's own settings on the bench's database; as a server."""
    connection.ensure_connection()
    where = connection.connection.info
    port = free_port()
    environment = os.environ | {
        "DATABASE_URL": f"postgres://{where.user}@{quote(where.host, safe='')}:{where.port}/{where.dbname}",
        "MEDIA_ROOT": str(media),
        "SECRET_KEY": "x" * 50,
        "STATIC_ROOT": str(settings.STATIC_ROOT),
        "PORT": str(port),
        "WEB_WORKERS": str(workers),
        "LOG_LEVEL": "warning",
    }
    command = [sys.executable, "-m", "gunicorn", "-c", "python:config.gunicorn", "config.wsgi"]
    with _running(subprocess.Popen(command, cwd=ROOT, env=environment), port) as process:
        yield Server(port, (process,))


@contextmanager
def iipimage(derivatives: Path, folder: Path) -> Iterator[Server | None]:
    """IIPImage behind nginx; None where one of the two is missing."""
    nginx = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
    if not IIPSRV.exists() or nginx is None:
        yield None
        return
    port, behind = free_port(), free_port()
    (folder / "nginx.conf").write_text(_NGINX.format(folder=folder, port=port, behind=behind))
    environment = os.environ | {
        "FILESYSTEM_PREFIX": f"{derivatives}/",
        "URI_MAP": "iiif=>IIIF",
        "IIIF_VERSION": "3",
        "VERBOSITY": "0",
        "LOGFILE": str(folder / "iip.log"),
        "JPEG_QUALITY": "87",
    }
    server = subprocess.Popen([IIPSRV, "--bind", f"127.0.0.1:{behind}"], env=environment, stdout=subprocess.DEVNULL)
    with _running(server, behind) as back:
        front = subprocess.Popen([nginx, "-c", folder / "nginx.conf", "-p", folder], stderr=subprocess.DEVNULL)
        with _running(front, port) as process:
            yield Server(port, (process, back))


@contextmanager
def _running(process: subprocess.Popen[bytes], port: int) -> Iterator[int]:
    try:
        _wait_for(port)
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int) -> None:
    for _turn in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError(f"Nothing answers on port {port}")
