"""What a backup says of itself: a folder without this, or other than this says, is none."""

import hashlib
import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

from app.core.storage import KEY, bring_to_disk

NAME = "manifest.json"
FORMAT = 1
LEDGER = "erasures.jsonl"
FILES = "files"
CHUNK = 2**20


class BadBackup(Exception):
    """Nothing to restore from; the words say what is wrong with it."""


class Damaged(BadBackup):
    """A database, copied or living, that cannot be read any more."""


@dataclass(frozen=True)
class Contents:
    """What is in a database."""

    revision: str
    data_version: int
    rows: dict[str, int]


@dataclass(frozen=True)
class Piece:
    size: int
    sha256: str


@dataclass
class Manifest:
    taken_at: str
    release: str  # of the code that took it
    revision: str  # of the schema
    database: str  # its kind, and the name of its piece
    data_version: int
    rows: dict[str, int]  # of each table
    key: str  # a digest by which to know whether a secret key is the one it was taken with
    pieces: dict[str, Piece] = field(default_factory=dict)
    files: dict[str, Piece] = field(default_factory=dict)  # by their keys in the storage
    format: int = FORMAT

    @property
    def size(self) -> int:
        return sum(piece.size for piece in (*self.pieces.values(), *self.files.values()))

    def write(self, folder: Path) -> None:
        place = folder / NAME
        with place.open("w", encoding="utf-8") as file:
            json.dump(asdict(self), file, indent=1, ensure_ascii=False, sort_keys=True)
            file.flush()
            os.fsync(file.fileno())
        place.chmod(0o600)
        bring_to_disk(folder)


def read(folder: Path) -> Manifest:
    """The manifest of a backup. Raises BadBackup for a folder that is none."""
    place = folder / NAME
    if not place.is_file():
        raise BadBackup(f"{folder} is no backup: it has no {NAME}, which is written last.")
    try:
        said = json.loads(place.read_bytes())
        if said["format"] > FORMAT:
            raise BadBackup(f"{folder} was taken by a newer WOWista. Restore it with that one.")
        pieces = {
            part: {name: Piece(**piece) for name, piece in said[part].items()}
            for part in ("pieces", "files")
        }
        manifest = Manifest(**{**said, **pieces})
        if not all(isinstance(said[word], str) for word in ("database", "revision", "key")):
            raise TypeError
        if not 0 <= manifest.data_version < 2**62:  # a page's number, which is counted on from
            raise ValueError
    except (ValueError, KeyError, TypeError, AttributeError):
        raise BadBackup(f"{place} cannot be read: it is not what a backup wrote.") from None
    if not all(map(KEY.fullmatch, manifest.files)) or not all(map(KEY.fullmatch, manifest.pieces)):
        raise BadBackup(f"{place} names files that no backup of ours has.")
    return manifest


def measured(place: Path) -> Piece:
    with place.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
        return Piece(file.tell(), digest.hexdigest())
