"""How much a picture file may ask of us. Plain values: the child that opens foreign bytes has no settings."""

from __future__ import annotations

from dataclasses import asdict, dataclass

_MILLION = 1_000_000


@dataclass(frozen=True)
class Limits:
    """What a file may have (megapixels, megabytes) and what reading it may take (bytes of memory, seconds)."""

    megapixels: int = 250
    megabytes: int = 500
    memory: int = 2 << 30
    processor_seconds: int = 20
    patience_seconds: int = 180

    @property
    def pixels(self) -> int:
        """The most pixels a picture may have."""
        return self.megapixels * _MILLION

    @property
    def bytes(self) -> int:
        """The most bytes a file may have."""
        return self.megabytes * _MILLION

    def as_dict(self) -> dict[str, int]:
        """For the child."""
        return asdict(self)
