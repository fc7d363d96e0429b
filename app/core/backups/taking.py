"""Taking a backup, and looking whether one is whole."""

import fcntl
import hmac
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flask import current_app

from app.core import clock, erasures, occupied
from app.core.backups import files, postgresql, sqlite
from app.core.backups.manifest import LEDGER, NAME, BadBackup, Manifest, Piece, measured, read
from app.core.db import db
from app.core.storage import bring_to_disk

OURS, SAFETY = "wowista-", "before-restore-"
UNFINISHED = ".unfinished-"


class Busy(Exception):
    """Another backup is being taken into the same folder."""


@dataclass(frozen=True)
class Taken:
    folder: Path
    manifest: Manifest
    linked: int  # files that the backup before has too


def take(folder: Path, *, called: str = OURS) -> Taken:
    """Back everything up into a new folder within `folder`, which is there whole or not at all.

    Raises BadBackup where there is nothing to take, Busy, Occupied, or what the disk and the
    database raise; then nothing is left behind.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with occupied.together(), _by_myself(folder):
        return _take(folder, called)


def take_for_safety(folder: Path) -> Taken:
    """The same by whoever is alone in the house already."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _by_myself(folder):
        return _take(folder, SAFETY)


def backups(folder: Path) -> list[Path]:
    """Those with a manifest, the oldest first."""
    return sorted(place.parent for place in folder.glob(f"{OURS}*/{NAME}"))


def prune(folder: Path, keep: int) -> list[Path]:
    """Delete all but the newest `keep`; which ones went. Safety copies stay."""
    gone = backups(folder)[:-keep]
    for backup in gone:
        (backup / NAME).unlink()  # first: from now on it is none
        shutil.rmtree(backup)
    return gone


def verify(folder: Path) -> Manifest:
    """Reads a backup through to the end. Raises BadBackup if anything in it is not whole."""
    manifest = read(folder)
    if manifest.database not in KINDS:
        raise BadBackup(f"{folder} is of a database of another kind: {manifest.database}.")
    kind = KINDS[manifest.database]
    if kind.PIECE not in manifest.pieces:
        raise BadBackup(f"{folder} is damaged: its manifest does not know its database.")
    wrong = list(files.damages(manifest, folder))
    if wrong:
        more = f", and {len(wrong) - 3} more" if len(wrong) > 3 else ""
        raise BadBackup(f"{folder} is damaged: {'; '.join(wrong[:3])}{more}.")
    contents = kind.check(folder / kind.PIECE)
    if contents and contents.rows != manifest.rows:
        raise BadBackup(f"{folder} is damaged: its tables have other numbers of rows.")
    return manifest


KINDS = {"sqlite": sqlite, "postgresql": postgresql}


def kind():
    """The module that knows the database of this application."""
    return KINDS[db.engine.dialect.name]


def fingerprint() -> str:
    """By which to know the secret key again; it does not lead back to it."""
    key = current_app.config["SECRET_KEY"].encode()
    return hmac.digest(key, b"which key was this backup taken with?", "sha256").hex()[:16]


def _take(folder: Path, called: str) -> Taken:
    for cut_short in folder.glob(f"{UNFINISHED}*"):
        shutil.rmtree(cut_short)
    now = clock.now()
    name = _free(folder, f"{called}{now:%Y%m%dT%H%M%SZ}")
    making = folder / f"{UNFINISHED}{name}"
    making.mkdir(mode=0o700)
    try:
        taken = _fill(making, folder, f"{now.isoformat(timespec='seconds')}Z")
        files.rest(making)
        taken.manifest.write(making)
        os.rename(making, folder / name)
        bring_to_disk(folder)
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise
    return Taken(folder / name, taken.manifest, taken.linked)


def _fill(making: Path, folder: Path, now: str) -> Taken:
    """Files, the database's moment, files again: one that is deleted meanwhile is inside too.

    (But for one that came and went within the seconds between the two.)
    """
    earlier = backups(folder)[-1:]
    shelves = files.Shelves(making, (earlier[0], read(earlier[0])) if earlier else None)
    pieces: dict[str, Piece] = {}
    shelves.take_along()
    with kind().snapshot() as snapshot:
        shelves.take_along()
        if erasures.ledger().exists():
            pieces[LEDGER] = files.copied(erasures.ledger(), making / LEDGER)
        place = making / kind().PIECE
        contents = snapshot.copy(place)
    place.chmod(0o600)
    pieces[kind().PIECE] = measured(place)
    manifest = Manifest(
        taken_at=now,
        release=current_app.config["RELEASE"],
        revision=contents.revision,
        database=db.engine.dialect.name,
        data_version=contents.data_version,
        rows=contents.rows,
        key=fingerprint(),
        pieces=pieces,
        files=shelves.taken,
    )
    return Taken(making, manifest, shelves.linked)


def _free(folder: Path, name: str) -> str:
    """A second one within a second gets a number."""
    names = [name, *(f"{name}-{number}" for number in range(2, 100))]
    return next(name for name in names if not (folder / name).exists())


@contextmanager
def _by_myself(folder: Path) -> Iterator[None]:
    handle = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise Busy(f"Another backup is being taken into {folder}.") from None
    finally:
        os.close(handle)
