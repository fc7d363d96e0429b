"""The files of a backup: a storage like the living one, with the same keys."""

import errno
import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from app.core.backups.manifest import CHUNK, FILES, Manifest, Piece, measured
from app.core.storage import Storage, bring_to_disk, storage

CANNOT_LINK = {errno.EXDEV, errno.EPERM, errno.EMLINK, errno.EOPNOTSUPP, errno.ENOSYS}


class Shelves:
    """Takes files along into a new backup, remembering what it took."""

    def __init__(self, backup: Path, earlier: tuple[Path, Manifest] | None) -> None:
        self.taken: dict[str, Piece] = {}
        self.linked = 0
        self._to = Storage(backup / FILES)
        self._earlier = earlier

    def take_along(self) -> None:
        """Every file that is here and was not yet taken. What goes meanwhile is not missed."""
        for key in storage().all_keys():
            if key not in self.taken:
                with suppress(FileNotFoundError):
                    self.taken[key] = self._take(key, storage().place(key))

    def _take(self, key: str, place: Path) -> Piece:
        to = self._to.place(key)
        to.parent.mkdir(parents=True, exist_ok=True)
        return self._linked(key, place, to) or copied(place, to)

    def _linked(self, key: str, place: Path, to: Path) -> Piece | None:
        """The file of the backup before, if it is of this very file."""
        if self._earlier is None or key not in self._earlier[1].files:
            return None
        there = Storage(self._earlier[0] / FILES).place(key)
        try:
            here, before = place.stat(), there.stat()
            if (here.st_size, here.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
                return None
            os.link(there, to)
        except FileNotFoundError:
            return None
        except OSError as error:
            if error.errno in CANNOT_LINK:
                return None
            raise
        self.linked += 1
        return self._earlier[1].files[key]


def copied(place: Path, to: Path) -> Piece:
    """Copies a file and measures it on the way; it keeps its time, by which it is known again."""
    digest = hashlib.sha256()
    with place.open("rb") as source, to.open("xb") as copy:
        to.chmod(0o600)
        while chunk := source.read(CHUNK):
            digest.update(chunk)
            copy.write(chunk)
        size, seen = copy.tell(), os.stat(source.fileno())
    os.utime(to, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    return Piece(size, digest.hexdigest())


def damages(manifest: Manifest, folder: Path) -> Iterator[str]:
    """What is missing or not what it was, a few words for each."""
    shelves = Storage(folder / FILES)
    expected = [(name, folder / name, piece) for name, piece in manifest.pieces.items()]
    expected += [
        (f"{FILES}/{key}", shelves.place(key), piece) for key, piece in manifest.files.items()
    ]
    for name, place, piece in expected:
        try:
            if measured(place) != piece:
                yield f"{name} is not what was backed up"
        except FileNotFoundError:
            yield f"{name} is missing"


def put_back(manifest: Manifest, folder: Path) -> None:
    """Adds what the storage lacks or has otherwise. Whatever else is in it stays, for now."""
    shelves, here = Storage(folder / FILES), storage()
    for key, piece in manifest.files.items():
        if here.exists(key) and measured(here.place(key)) == piece:
            continue
        with shelves.open(key) as file:
            here.put(key, file, to_disk=False)
        seen = shelves.place(key).stat()
        os.utime(here.place(key), ns=(seen.st_atime_ns, seen.st_mtime_ns))
    os.sync()  # all of them at once: one by one takes minutes


def clear_away(manifest: Manifest) -> int:
    """Deletes the files that the restored database does not know; how many there were."""
    strangers = [key for key in storage().all_keys() if key not in manifest.files]
    for key in strangers:
        storage().delete(key)
    return len(strangers)


def rest(folder: Path) -> None:
    """Brings a finished folder to the disk with everything in it."""
    os.sync()
    bring_to_disk(folder)
