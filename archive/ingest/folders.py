"""A folder of scans: what lies in it, which of it is a picture, and how the pictures pair. Writes nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archive.images.errors import NotAPicture
from archive.images.taking_in import look_at_head
from archive.ingest.errors import NotImportable
from archive.ingest.pairing import Pairing, is_systems, pair


@dataclass(frozen=True)
class Folder:
    """A folder, how its pictures pair, and why the other files in it are refused."""

    path: Path
    pairing: Pairing
    refused: tuple[str, ...]


def read_folder(path: Path) -> Folder:
    """Look at every file of a folder and of the folders in it. Raises NotImportable when it cannot be read."""
    if not path.is_dir():
        raise NotImportable(f"There is no folder {path}. Check the name.")
    pictures, refused = [], []
    for name in sorted(_names(path)):
        try:
            look_at_head(path / name, name=name)
        except NotAPicture as refusal:
            refused.append(str(refusal))
        except OSError as error:
            refused.append(f"{name} cannot be read: {error.strerror}.")
        else:
            pictures.append(name)
    return Folder(path.resolve(), pair(pictures), tuple(refused))


def _names(path: Path) -> Iterator[str]:
    """The files below, by their paths with slashes. Links are not followed: they may lead anywhere."""
    for folder, _folders, files in os.walk(path):
        for file in files:
            name = (Path(folder) / file).relative_to(path).as_posix()
            if not is_systems(name) and (path / name).is_file() and not (path / name).is_symlink():
                yield name
