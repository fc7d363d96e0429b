"""The ledger of what was erased for good: a backup from before must not bring it back.

It is a file outside the database (`ERASURES`), to which lines are added and from which none is
taken: what kind of thing, its number, when. No name, no words. After a restore every line is
carried out again, by the function that the thing's feature registered:

    @erasures.erases("person")
    def erase(erased: Erasure) -> None: ...        # in `writing()`; may find it gone already

Numbers of lost rows are given again. So the function spares whatever was created after
`erased.at`: it only bears the same number.
"""

import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from flask import current_app

from app.core import clock


@dataclass(frozen=True)
class Erasure:
    kind: str
    id: int
    at: datetime

    def line(self) -> str:
        return json.dumps({"kind": self.kind, "id": self.id, "at": self.at.isoformat()})


class Illegible(Exception):
    """A ledger that cannot be read, or asks for what this code cannot do."""


_erases: dict[str, Callable[[Erasure], None]] = {}


def erases(kind: str) -> Callable:
    """Register how a thing of this kind is erased, first and after every restore."""

    def register(erase: Callable[[Erasure], None]) -> Callable[[Erasure], None]:
        if kind in _erases:
            raise RuntimeError(f"two functions erase {kind}")
        _erases[kind] = erase
        return erase

    return register


def note(kind: str, id: int) -> Erasure:
    """Write down that it is being erased, and bring the line to the disk.

    Call it once the decision is committed (the thing is blocked) and before it is deleted: a
    crash between the two then leaves a line too many, which does no harm, and none too few.
    """
    if kind not in _erases:
        raise LookupError(f"nobody erases {kind}")
    erased = Erasure(kind, id, clock.now())
    _add([erased])
    return erased


def noted(*ledgers: str | Path) -> list[Erasure]:
    """What these ledgers say, in order of time and each line once; none is an empty one."""
    found = {erased for ledger in ledgers for erased in _read(Path(ledger))}
    return sorted(found, key=lambda erased: (erased.at, erased.kind, erased.id))


def ledger() -> Path:
    return Path(current_app.config["ERASURES"])


def learn(erased: Iterable[Erasure]) -> None:
    """Add what our ledger does not say yet: the machine it was noted on may be gone.

    Raises Illegible for a kind this code cannot erase, and adds nothing then.
    """
    erased = list(erased)
    if unknown := sorted({one.kind for one in erased} - set(_erases)):
        raise Illegible(
            f"The ledger of erasures names what this code cannot erase: {', '.join(unknown)}."
            " Use the version of WOWista that wrote it, or a newer one."
        )
    known = set(noted(ledger()))
    _add(one for one in erased if one not in known)


def replay(erased: Iterable[Erasure]) -> None:
    """Erase it all again. In `writing()`."""
    for one in erased:
        _erases[one.kind](one)


def _read(ledger: Path) -> Iterable[Erasure]:
    if not ledger.exists():
        return
    for number, line in enumerate(ledger.read_bytes().split(b"\n"), 1):
        if not line:
            continue
        try:
            said = json.loads(line)
            yield Erasure(said["kind"], int(said["id"]), datetime.fromisoformat(said["at"]))
        except (ValueError, KeyError, TypeError):
            raise Illegible(
                f"Line {number} of {ledger} cannot be read. Mend it by hand: each line is"
                ' {"kind": …, "id": …, "at": …}.'
            ) from None


def _add(erased: Iterable[Erasure]) -> None:
    lines = "".join(one.line() + "\n" for one in erased)
    if not lines:
        return
    place = ledger()
    place.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(handle, lines.encode())  # one write: lines of two processes do not mix
        os.fsync(handle)
    finally:
        os.close(handle)
