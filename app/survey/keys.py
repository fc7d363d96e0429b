"""The keys of open waves: files outside the database and every backup of it.

While its key is there, whoever has it and the database could tell who answered what; once it is
destroyed nobody can, from no copy whatever. So nothing copies it: several web machines reach the
same folder. `SURVEY_KEYS` may name more than one folder, so that a broken disk ends no wave.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from secrets import token_bytes, token_hex

from flask import current_app

from app.core.storage import bring_to_disk

SIZE = 32  # bytes
OURS = "wave-"  # how the name of each begins


class KeyLost(Exception):
    """No folder has it any more: what it sealed cannot be read by anybody."""


def make() -> str:
    """A new key in every folder, on the disk; the name it goes by. In all of them, or in none and
    raises OSError.
    """
    name, key = f"{OURS}{token_hex(8)}", token_bytes(SIZE)
    try:
        for folder in folders():
            _write(folder, name, key)
    except OSError:
        with suppress(OSError):
            destroy(name)
        raise
    return name


def read(name: str) -> bytes:
    """The key of that name. Raises KeyLost."""
    for place in _places(name):
        if key := _legible(place):
            return key
    raise KeyLost(name)


def is_there(name: str) -> bool:
    with suppress(KeyLost):
        return bool(read(name))
    return False


def destroy(name: str) -> None:
    """Written over, brought to the disk, and gone from every folder; gone already is as well.

    A folder that says no holds up none of the others. Raises OSError after that: to be done again.
    """
    failed = None
    for place in _places(name):
        try:
            _wipe(place)
        except FileNotFoundError:
            continue
        except OSError as error:
            failed = error
    if failed:
        raise failed


def lacking(name: str) -> list[Path]:
    """The folders that do not have it, though they should."""
    return [place.parent for place in _places(name) if not _legible(place)]


def strays(known: Iterable[str]) -> list[Path]:
    """Keys in the folders that go by none of these names."""
    found = [place for folder in folders() for place in folder.glob(f"{OURS}*")]
    return sorted(place for place in found if place.name not in known)


def folders() -> list[Path]:
    return [Path(one) for one in current_app.config["SURVEY_KEYS"].split(os.pathsep)]


def _places(name: str) -> Iterator[Path]:
    if not name:  # a wave that never opened
        return
    yield from (folder / name for folder in folders())


def _write(folder: Path, name: str, key: bytes) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    bring_to_disk(folder)


def _legible(place: Path) -> bytes | None:
    """A disk that is broken or not mounted is as good as none: another folder has it, too."""
    try:
        key = place.read_bytes()
    except OSError:
        return None
    return key if len(key) == SIZE else None


def _wipe(place: Path) -> None:
    with place.open("r+b") as file:
        file.write(bytes(SIZE))
        file.flush()
        os.fsync(file.fileno())
    place.unlink()
    bring_to_disk(place.parent)
