"""What a row of the table asks of the index, said once for both rivals: bare SQL and Tantivy."""

from __future__ import annotations

from dataclasses import dataclass


def quote(lexeme: str) -> str:
    """A lexeme as it stands in a tsquery."""
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"


@dataclass(frozen=True)
class Word:
    """A lexeme: a word, or a facet term."""

    lexeme: str
    is_term: bool = False

    def tsquery(self) -> str:
        return quote(self.lexeme)


@dataclass(frozen=True)
class Prefix:
    """All words that begin so."""

    letters: str

    def tsquery(self) -> str:
        return f"{quote(self.letters)}:*"


@dataclass(frozen=True)
class Phrase:
    """Words one after the other."""

    lexemes: tuple[str, ...]

    def tsquery(self) -> str:
        return "(" + " <-> ".join(map(quote, self.lexemes)) + ")"


@dataclass(frozen=True)
class AnyOf:
    """At least one of these."""

    parts: tuple[Asked, ...]

    def tsquery(self) -> str:
        return "(" + " | ".join(part.tsquery() for part in self.parts) + ")"


@dataclass(frozen=True)
class AllOf:
    """Every one of these; of none, everything."""

    parts: tuple[Asked, ...] = ()

    def tsquery(self) -> str:
        return " & ".join(part.tsquery() for part in self.parts)


Asked = Word | Prefix | Phrase | AnyOf | AllOf


def term(text: str) -> Word:
    """A facet term, such as ``y/1944``."""
    return Word(text, is_term=True)
