"""Is anybody served from here? A restore must be alone, and nobody may come while it is at work.

A lock on a file of the instance: the kernel lets go of it when the last process that holds it
has ended, however it ended. Processes forked from one that stays hold it too.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from flask import current_app

_held: list[int] = []  # for as long as this process and its children live


class Occupied(Exception):
    """Not now; the words say who is in the way."""


def stay() -> None:
    """This process serves from now on. Raises Occupied while a restore is at work."""
    _held.append(_locked(fcntl.LOCK_SH, "A restore is at work here. Wait for it to end."))


@contextmanager
def together() -> Iterator[None]:
    """For a while, beside whoever serves. Raises Occupied while a restore is at work."""
    yield from _while_locked(fcntl.LOCK_SH, "A restore is at work here. Wait for it to end.")


@contextmanager
def alone() -> Iterator[None]:
    """Nobody serves, and nobody begins to. Raises Occupied if somebody does."""
    yield from _while_locked(
        fcntl.LOCK_EX,
        "WOWista is running (flask serve, flask worker, flask backup). Stop it first.",
    )


def _while_locked(how: int, words: str) -> Iterator[None]:
    handle = _locked(how, words)
    try:
        yield
    finally:
        os.close(handle)


def _locked(how: int, words: str) -> int:
    place = Path(current_app.config["OCCUPIED"])
    place.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(place, os.O_RDWR | os.O_CREAT, 0o600)
    with suppress(BlockingIOError):
        fcntl.flock(handle, how | fcntl.LOCK_NB)
        return handle
    os.close(handle)
    raise Occupied(words)
