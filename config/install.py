"""Make `.venv` and put the locked libraries into it: `python3 config/install.py base` (or `dev`, for the tests).

Runs under whatever Python the machine has, before anything is installed: the standard library alone, and no syntax that
an old Python cannot read, so that it can say that it is too old. Does nothing, quickly, when there is nothing to do.
"""

import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
VENV = PROJECT / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST = (3, 11)
WORKS = f"import pip, sys; sys.exit(sys.version_info < {OLDEST})"
PIP = ("-m", "pip", "install", "-qq", "--disable-pip-version-check", "--require-hashes", "--no-deps")
"""The lock file is complete; what its libraries ask of each other was settled when it was made."""
WHEELS = ("--only-binary=:all:", "--no-binary=pyvips")
"""Nothing is compiled. pyvips alone is published as plain Python source; its compiled half is pyvips-binary."""


def main(which: str) -> None:
    if sys.version_info < OLDEST:
        mine = ".".join(map(str, sys.version_info[:2]))
        sys.exit(f"Verso needs Python 3.11 or newer, this is {mine}. Name another: make run PYTHON=python3.12")
    make_environment()
    install(PROJECT / "requirements" / (which + ".txt"))


def make_environment() -> None:
    """Make `.venv`, or make it anew when its Python has gone or an earlier attempt was interrupted."""
    if PYTHON.exists() and subprocess.call([str(PYTHON), "-c", WORKS], stderr=subprocess.DEVNULL) == 0:
        return
    print("Making the environment .venv …", flush=True)
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)], stdout=subprocess.DEVNULL):
        sys.exit("The environment cannot be made. On Debian and Ubuntu: apt install python3-venv")


def install(lock: Path) -> None:
    """Install what the lock file says; a copy of it inside `.venv` remembers what was installed."""
    stamp = VENV / ("installed-" + lock.name)
    if stamp.exists() and stamp.read_bytes() == lock.read_bytes():
        return
    print(f"Installing the libraries of requirements/{lock.name} …", flush=True)
    if subprocess.call([str(PYTHON), *PIP, *WHEELS, "--requirement", str(lock)]):
        sys.exit("The libraries could not be installed; the lines above say why. Is there a connection?")
    draft = stamp.with_suffix(".new")
    draft.write_bytes(lock.read_bytes())
    os.replace(str(draft), str(stamp))


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except KeyboardInterrupt:
        sys.exit("Interrupted; the next run goes on from here.")
