"""Ask this machine's own Verso whether it is well: `python -m config.probe`, for a container's health check."""

import sys
import urllib.error
import urllib.request

from config import env

PATIENCE = 5  # seconds


def main() -> str | None:
    """None when `/health` answers 200, else what it said."""
    host = next(iter(env.words("ALLOWED_HOSTS")), "localhost").lstrip(".")
    address = f"http://127.0.0.1:{env.number('PORT', 8000)}/health"
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers={"Host": host}), timeout=PATIENCE):
            return None
    except (urllib.error.URLError, OSError) as problem:
        return f"{address}: {problem}"


if __name__ == "__main__":
    sys.exit(main())
