"""Under which account the server runs. PostgreSQL refuses root, so root hands the data folder to another account."""

import os
import pwd
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from config.embedded.problem import ServerUnavailable

READ_AND_ENTER = 0o005
ENTER = 0o001


@dataclass(frozen=True)
class Account:
    """The account of the server, and what a command is prefixed with to run under it (nothing, if it is our own)."""

    uid: int
    gid: int
    prefix: tuple[str, ...] = ()

    def own(self, folder: Path) -> None:
        """Give a folder to the server, closed to all others."""
        folder.chmod(0o700)
        if self.prefix:
            os.chown(folder, self.uid, self.gid)


def account_for(data: Path, programs: Path) -> Account:
    """The owner of the data folder; a new one made by root is for `nobody`, which every system has."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    owner = pwd.getpwuid(data.stat().st_uid) if data.exists() else pwd.getpwnam("nobody")
    if owner.pw_uid == 0:
        owner = pwd.getpwnam("nobody")
    return Account(owner.pw_uid, owner.pw_gid, _drop_to(owner, closed=is_closed((data.parent, programs))))


def _drop_to(owner: pwd.struct_passwd, *, closed: bool) -> tuple[str, ...]:
    """A `setpriv` command (util-linux) that gives up root for good.

    Below a folder that only root may enter, such as root's home, the server would not reach its own files. It keeps one
    capability then, rather than us opening a folder that someone closed; and the bit without which access(2), by which
    PostgreSQL looks for its programs, would not count it.
    """
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        raise ServerUnavailable("root cannot run PostgreSQL without setpriv (util-linux): use an ordinary account.")
    drop = (f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups", "--no-new-privs")
    caps = "-all,+dac_override" if closed else "-all"
    bits = ("--securebits=+no_setuid_fixup",) if closed else ()
    return (setpriv, *drop, *bits, f"--inh-caps={caps}", f"--ambient-caps={caps}", "--")


def is_closed(folders: Iterable[Path]) -> bool:
    """Whether an account without rights of its own is kept out of one of the folders, or of one above it."""
    for folder in (folder.resolve() for folder in folders):
        if not folder.stat().st_mode & ENTER or any(not above.stat().st_mode & ENTER for above in folder.parents):
            return True
    return any((folder / "postgres").exists() and not _all_may_run(folder / "postgres") for folder in folders)


def _all_may_run(program: Path) -> bool:
    return program.stat().st_mode & READ_AND_ENTER == READ_AND_ENTER
