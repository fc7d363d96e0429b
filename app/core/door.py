"""The door of SQLite: it lets one write at a time, and keeps no queue.

Of all who write in a process one goes to the door: it knocks, waits a little, and knocks again, by
the shortest way. The others stand in line behind it and are silent, also while it is inside, as
whoever knocks disturbs all that this process does.

The longer the line the more often its first one knocks: a process in which ten wait gets about ten
times as many turns as one in which somebody waits alone.
"""

import random
import sqlite3
import threading
import time
from collections import deque

from sqlalchemy import Connection

A_LITTLE = (0.0005, 0.003)  # seconds between two knocks of somebody alone
MOST_HASTE = 12  # times as often


class Door:
    """One database, as one process comes to it."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._line: deque[None] = deque()  # all who want to get in

    def enters(self, driven: sqlite3.Connection, begin: str, patience: float) -> bool:
        """Whether `begin` was heard within `patience` seconds: then `leave()` comes after it."""
        deadline = time.monotonic() + patience
        self._line.append(None)
        try:
            if not self._has_turn(patience):
                return False
            if self._is_heard(driven, begin, deadline):
                return True
            self.leave()
            return False
        finally:
            self._line.pop()

    def leave(self) -> None:
        """The transaction is over; it need not be the thread that began it who says so."""
        self._turn.release()

    def _has_turn(self, patience: float) -> bool:
        """Whoever comes after somebody of this process lets others knock before them."""
        if self._turn.acquire(blocking=False):
            return True
        if not self._turn.acquire(timeout=patience):
            return False
        self._rest()
        return True

    def _is_heard(self, driven: sqlite3.Connection, begin: str, deadline: float) -> bool:
        while time.monotonic() < deadline:
            try:
                driven.execute(begin)
            except sqlite3.OperationalError as refused:
                if refused.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                    return False
                self._rest()
            else:
                return True
        return False

    def _rest(self) -> None:
        time.sleep(random.uniform(*A_LITTLE) / min(len(self._line), MOST_HASTE))


_doors: dict[str, Door] = {}


def door_of(connection: Connection) -> Door:
    """The one door of this process to the database of a connection."""
    return _doors.setdefault(str(connection.engine.url.database), Door())
