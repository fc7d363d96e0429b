"""A shelf of bounded size, on which a process keeps what it made."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Any

A_KEY = 500  # characters, about


class Shelf:
    """What one process keeps: the least recently shown makes room for the newest."""

    def __init__(self, room: int) -> None:
        self.room, self.used = room, 0
        self._things: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._things)

    def get(self, key: Hashable) -> Any:
        with self._lock:
            found = self._things.get(key)
            if found is None:
                return None
            self._things.move_to_end(key)
            return found[0]

    def put(self, key: Hashable, thing: Any, *, weight: int) -> None:
        with self._lock:
            if key in self._things:
                return  # two made it at once
            self._things[key] = (thing, weight + A_KEY)
            self.used += weight + A_KEY
            while self.used > self.room:
                self.used -= self._things.popitem(last=False)[1][1]

    def clear(self) -> None:
        with self._lock:
            self._things.clear()
            self.used = 0
