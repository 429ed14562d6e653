"""docs/operations.md names every variable that is read, and no other."""

import re
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
FOLDERS = ("config", "archive", "campaigns")
READ = re.compile(r'env\.(?:text|flag|number|words|secret)\(\s*"([A-Z_]+)"')
ROW = re.compile(r"^\| (`[A-Z_`, ]+`) \|", re.MULTILINE)


def test_every_variable_is_in_the_table_and_the_table_names_no_other() -> None:
    sources = [path.read_text(encoding="utf-8") for folder in FOLDERS for path in (PROJECT / folder).rglob("*.py")]
    read = {name for source in sources for name in READ.findall(source)}
    rows = ROW.findall((PROJECT / "docs" / "operations.md").read_text(encoding="utf-8"))
    told = {name for row in rows for name in re.findall(r"[A-Z_]+", row)}
    assert told == read
