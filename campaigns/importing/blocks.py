"""What a file says, before anything of it is understood: texts under keys, each with the line it stands on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archive.ingest.errors import NotImportable


@dataclass(frozen=True, order=True)
class Problem:
    """What will not do: on which line, under which key, what stands there, and why not."""

    line: int
    key: str
    text: str
    reason: str

    def __str__(self) -> str:
        said = f", “{self.text}”" if self.text else ""
        return f"line {self.line}, “{self.key}”{said}: {self.reason}"


class FileRefused(NotImportable):
    """All that will not do in a file. Nothing of it is imported."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = sorted(problems)
        count = len(problems)
        super().__init__(f"{count} {'thing' if count == 1 else 'things'} will not do; nothing was imported.")


@dataclass(frozen=True)
class Text:
    """A text and its line."""

    text: str
    line: int


@dataclass(frozen=True)
class Block:
    """Keys with what stands under them: a text, a list, or a block of its own."""

    line: int
    values: Mapping[str, Item]


@dataclass(frozen=True)
class Row:
    """A list."""

    line: int
    items: Sequence[Item]


Item = Text | Block | Row
