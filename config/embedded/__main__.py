"""Run one of PostgreSQL's programs on the embedded database: `python -m config.embedded pg_dump --format=custom`.

Also psql, pg_restore, pg_isready and the others. The server is started for it if it does not run.
"""

import os
import subprocess
import sys

from config.database import EMBEDDED
from config.embedded.cluster import programs
from config.embedded.problem import ServerUnavailable
from config.embedded.server import join, leave


def main(program: str, *arguments: str) -> int:
    where = {"PGHOST": join(EMBEDDED), "PGPORT": "5432", "PGUSER": "verso", "PGDATABASE": "verso"}
    try:
        return subprocess.call([programs() / program, *arguments], env=os.environ | where)
    except FileNotFoundError:
        raise ServerUnavailable(f"PostgreSQL has no program {program}.") from None
    finally:
        leave(EMBEDDED)


if __name__ == "__main__":
    try:
        sys.exit(main(*(sys.argv[1:] or ["psql"])))
    except ServerUnavailable as problem:
        sys.exit(str(problem))
