"""Where files are kept: a local folder, by keys that are names and never paths.

`Storage` is all that the features know; an object store would be another class with its verbs.
"""

import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from flask import Flask, current_app

KEY = re.compile(r"[0-9a-z_-][0-9a-z._-]*(/[0-9a-z_-][0-9a-z._-]*)*")
LONGEST_KEY = 200
UNFINISHED = ".unfinished-"  # a crash may leave one: no key begins with a dot, so nobody reads it

_passing: set[str] = set()


class BadKey(ValueError):
    """Not a key: lower-case letters, digits, `.`, `_`, `-`, and `/` between such names."""


def passing(shelf: str) -> str:
    """Declare that what lies under `shelf/` is only passing through: no backup takes it along."""
    _passing.add(shelf)
    return shelf


class Storage:
    """Files by key in a folder; raises FileNotFoundError for what is not there.

    A file is there whole or not at all, also after a power cut: it is written beside its
    place, brought to the disk, and then renamed. A full disk is an OSError and changes nothing.
    """

    def __init__(self, folder: str | Path) -> None:
        self._folder = Path(folder)

    def put(self, key: str, data: bytes | BinaryIO, *, to_disk: bool = True) -> None:
        """Keeps the file, instead of the one with this key if there is one.

        A large one is given as a file, from where it stands, and never lies in memory whole.
        Who puts thousands brings them to the disk together, and says so by `to_disk=False`.
        """
        place = self.place(key)
        if not place.parent.is_dir():
            place.parent.mkdir(parents=True, exist_ok=True)
            bring_to_disk(self._folder)
        handle, name = tempfile.mkstemp(prefix=UNFINISHED, dir=place.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                if isinstance(data, bytes):
                    file.write(data)
                else:
                    shutil.copyfileobj(data, file, 2**20)
                file.flush()
                if to_disk:
                    os.fsync(file.fileno())
            os.replace(name, place)
        except BaseException:
            with suppress(FileNotFoundError):
                os.unlink(name)
            raise
        if to_disk:
            bring_to_disk(place.parent)

    def put_once(self, key: str, data: bytes) -> bytes:
        """Keeps the file unless there is one with this key already; what is there then."""
        place = self.place(key)
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=UNFINISHED, dir=place.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            with suppress(FileExistsError):
                os.link(name, place)
        finally:
            os.unlink(name)
        return place.read_bytes()

    def open(self, key: str) -> BinaryIO:
        return self.place(key).open("rb")

    def read(self, key: str) -> bytes:
        return self.place(key).read_bytes()

    def delete(self, key: str) -> None:
        """After this it is not there; whether it was does not matter."""
        self.place(key).unlink(missing_ok=True)

    def exists(self, key: str) -> bool:
        return self.place(key).is_file()

    def all_keys(self) -> Iterator[str]:
        """Every file that is here to stay, in no order: for whoever copies them all."""
        for place in self._folder.glob("[0-9a-f][0-9a-f]/*"):
            key = place.name.replace(",", "/")
            if KEY.fullmatch(key) and key.partition("/")[0] not in _passing:
                yield key

    def place(self, key: str) -> Path:
        """One of 256 folders, so that none grows too long; in it a name that still says the key.

        The key's `/` makes no folders: `a` and `a/b` may both be files.
        """
        if len(key) > LONGEST_KEY or not KEY.fullmatch(key):
            raise BadKey(key)
        fan = hashlib.sha256(key.encode()).hexdigest()[:2]
        return self._folder / fan / key.replace("/", ",")


def bring_to_disk(folder: Path) -> None:
    """The rename itself is a change of the folder, and outlives a power cut only with it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def init_app(app: Flask) -> None:
    """The storage of this application, in the folder `STORAGE` of its configuration."""
    app.extensions["storage"] = Storage(app.config["STORAGE"])


def storage() -> Storage:
    return current_app.extensions["storage"]
