"""The embedded server runs while somebody uses it, and no longer, whatever happens to them or to it."""

import os
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from config.embedded.problem import ServerUnavailable
from config.embedded.server import join, leave

PROJECT = Path(__file__).resolve().parents[3]
GUEST = """
import sys
from pathlib import Path
from config.embedded.server import join
print(join(Path(sys.argv[1])), flush=True)
sys.stdin.read()
"""


class Guest:
    """Another process that has joined, until it is killed."""

    def __init__(self, home: Path) -> None:
        command = [sys.executable, "-c", GUEST, str(home)]
        self.process = subprocess.Popen(
            command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def sockets(self) -> str:
        """Where the server is; waits until it is there."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture(autouse=True)
def as_durable_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other tests may ask for faster commits; these are about what a museum gets."""
    monkeypatch.delenv("PGOPTIONS", raising=False)


@pytest.fixture
def guest() -> Iterator[Callable[[Path], Guest]]:
    guests: list[Guest] = []

    def come(home: Path) -> Guest:
        guests.append(Guest(home))
        return guests[-1]

    yield come
    for each in guests:
        each.kill()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a server's data, in a place with spaces and too long for a unix socket."""
    home = tmp_path_factory.mktemp("a museum's, folder") / ("long-" * 30) / "postgres"
    join(home)
    leave(home)
    return home


@pytest.fixture
def home(made: Path) -> Iterator[Path]:
    """The same; when a test is over, nobody is in it any more."""
    yield made
    leave(made)
    assert until(lambda: processes(made) == [])


def ask(sockets: str, question: str) -> str:
    """The first value of the answer, as text."""
    with psycopg.connect(host=sockets, port=5432, user="verso", dbname="verso", autocommit=True) as connection:
        cursor = connection.execute(question.encode())
        row = cursor.fetchone() if cursor.description else None
        return str(row[0]) if row else ""


def processes(home: Path) -> list[psutil.Process]:
    """The keeper and the server of a folder, the keeper first; not what the server has started in its turn."""
    all_of_them = {each.pid: each for each in psutil.process_iter(["cmdline", "ppid"])}
    keepers = [each for each in all_of_them.values() if is_keeper(home, each.info["cmdline"] or [])]
    servers = {pid for pid, each in all_of_them.items() if str(home / "data") in (each.info["cmdline"] or [])}
    return keepers + [all_of_them[pid] for pid in servers if all_of_them[pid].info["ppid"] not in servers]


def is_keeper(home: Path, command: list[str]) -> bool:
    return "config.embedded.keeper" in command and command[-1] == str(home)


def until(fact: Callable[[], bool], seconds: float = 15) -> bool:
    """Whether it comes true in time."""
    latest = time.monotonic() + seconds
    while not fact() and time.monotonic() < latest:
        time.sleep(0.05)
    return fact()


def test_spaces_and_a_path_too_long_for_a_socket_are_no_obstacle(home: Path) -> None:
    assert len(str(home)) > 108
    assert ask(join(home), "SELECT 1") == "1"


def test_the_database_sorts_by_code_point_on_every_machine(home: Path) -> None:
    assert ask(join(home), "SELECT datlocale FROM pg_database WHERE datname = 'verso'") == "C.UTF-8"
    assert ask(join(home), "SELECT getdatabaseencoding()") == "UTF8"


def test_what_is_committed_is_on_the_disk(home: Path) -> None:
    assert ask(join(home), "SELECT current_setting('fsync') || current_setting('synchronous_commit')") == "onon"


def test_verso_signs_in_without_the_powers_of_a_superuser(home: Path) -> None:
    assert ask(join(home), "SELECT current_setting('is_superuser')") == "off"


def test_the_server_is_told_none_of_our_secrets(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "CANARY")
    join(home)
    _, server = processes(home)
    assert "CANARY" not in server.environ().values()


def test_the_folder_of_the_socket_is_closed_to_others(home: Path) -> None:
    assert stat.S_IMODE(Path(join(home)).stat().st_mode) == 0o700


def test_two_who_come_at_once_share_one_server(home: Path, guest: Callable[[Path], Guest]) -> None:
    first, second = guest(home), guest(home)
    assert first.sockets() == second.sockets() != ""
    assert len(processes(home)) == 2


def test_the_server_stays_while_somebody_is_there(home: Path, guest: Callable[[Path], Guest]) -> None:
    here = guest(home).sockets()
    join(home)
    leave(home)
    time.sleep(0.5)
    assert ask(here, "SELECT 1") == "1"


def test_the_server_stops_when_its_last_guest_is_killed(home: Path, guest: Callable[[Path], Guest]) -> None:
    only = guest(home)
    sockets = Path(only.sockets())
    only.kill()
    assert until(lambda: processes(home) == [])
    assert not sockets.exists()


def test_whoever_leaves_last_finds_nothing_running_afterwards(home: Path) -> None:
    join(home)
    leave(home)
    assert processes(home) == []


def test_nothing_committed_is_lost_when_everything_is_killed(home: Path, guest: Callable[[Path], Guest]) -> None:
    there = guest(home)
    ask(there.sockets(), "CREATE TABLE kept AS SELECT 'a word' AS said")
    killed = processes(home)
    for each in killed:
        each.kill()
    psutil.wait_procs(killed, timeout=5)
    there.kill()
    assert ask(join(home), "SELECT said FROM kept") == "a word"


def test_a_crashed_server_comes_back_for_the_next_question(home: Path) -> None:
    join(home)
    _, server = processes(home)
    server.kill()
    assert until(lambda: processes(home) == [])
    assert ask(join(home), "SELECT 1") == "1"


def test_a_server_whose_keeper_was_killed_is_replaced(home: Path) -> None:
    join(home)
    keeper, stray = processes(home)
    keeper.kill()
    keeper.wait(5)
    assert ask(join(home), "SELECT 1") == "1"
    assert not stray.is_running()
    assert len(processes(home)) == 2


def test_a_process_id_that_now_belongs_to_another_program_is_no_obstacle(home: Path) -> None:
    with subprocess.Popen(["sleep", "60"], user=owner_under_root(home / "data")) as other:
        note = f"{other.pid}\n{home / 'data'}\n{int(time.time())}\n5432\n/tmp/gone\n\n0 0\nready\n"
        (home / "data" / "postmaster.pid").write_text(note)
        assert ask(join(home), "SELECT 1") == "1"
        assert other.poll() is None
        other.kill()


def owner_under_root(data: Path) -> int | None:
    """Root's server runs under another account, and so must the program that has got its number."""
    return data.stat().st_uid if os.geteuid() == 0 else None


def test_a_folder_half_made_is_made_anew(tmp_path: Path) -> None:
    home = tmp_path / "postgres"
    (home / "data.new" / "base").mkdir(parents=True)
    (home / "data.new" / "PG_VERSION").write_text("18")
    assert ask(join(home), "SELECT 1") == "1"
    leave(home)
    assert not (home / "data.new").exists()


def test_two_copies_do_not_disturb_each_other(home: Path, tmp_path: Path) -> None:
    copy = tmp_path / "postgres"
    shutil.copytree(home / "data", copy / "data", copy_function=copy_with_owner)
    copy_owners(home / "data", copy / "data")
    ask(join(copy), "CREATE TABLE here_only ()")
    assert ask(join(home), "SELECT to_regclass('here_only') IS NULL") == "True"
    leave(copy)
    assert ask(join(home), "SELECT 1") == "1"


def copy_with_owner(source: str, target: str) -> None:
    shutil.copy2(source, target)
    shutil.chown(target, os.stat(source).st_uid, os.stat(source).st_gid)


def copy_owners(source: Path, target: Path) -> None:
    for folder, _, _ in os.walk(source):
        there = target / Path(folder).relative_to(source)
        shutil.chown(there, os.stat(folder).st_uid, os.stat(folder).st_gid)


def test_a_folder_that_cannot_be_used_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(
        ServerUnavailable, match=r"^The database folder .*/file/postgres cannot be used: Not a directory"
    ):
        join(tmp_path / "file" / "postgres")


def test_damaged_data_is_told_with_the_place_of_the_log(tmp_path: Path) -> None:
    home = tmp_path / "postgres"
    (home / "data").mkdir(parents=True)
    with pytest.raises(ServerUnavailable, match=r"PostgreSQL ended .* See .*/postgres/log\.$"):
        join(home)
    leave(home)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to hand the data to somebody else")
def test_root_s_server_does_not_run_as_root(home: Path) -> None:
    join(home)
    _, server = processes(home)
    assert server.uids().real != 0
