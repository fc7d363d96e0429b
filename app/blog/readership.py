"""About how many read a post: counted in memory, written down once a minute, traceable to nobody.

See `docs/decisions/readers.md`. Each view is hashed with a key of the day, and only how the hash
begins is kept, in a sketch (`core/sketch.py`). The key lies in a file that no backup takes along
and is thrown away when the day is over; after that not even we could say who was there.
"""

import hashlib
import secrets
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta

import structlog
from flask import Flask, current_app

from app.blog import queries
from app.blog.models import Readers
from app.core import clock, jobs, sketch
from app.core.db import db, writing
from app.core.i18n import N_
from app.core.storage import passing, storage

SHELF = passing("reader-keys")
EVERY = 60  # seconds between two times a process writes down what it has seen
FEWEST = 5  # readers that are told of: of fewer one might guess who they were
LATE = timedelta(minutes=15)  # after midnight: until then a process may still write of yesterday

log = structlog.get_logger()

_lock = threading.Lock()
_seen: dict[tuple[date, int], dict[int, int]] = defaultdict(dict)
_keys: dict[tuple[str, date], bytes] = {}
_flushing: set[int] = set()  # applications whose thread runs


def saw(post_id: int, person_id: int) -> None:
    """Somebody looks at a post. Nothing is written, and of whom it was nothing is kept."""
    day = clock.now().date()
    try:
        key = _key(day)
    except OSError:  # no room for the key of a new day: reading goes on uncounted
        return
    said = hashlib.blake2b(f"{post_id}:{person_id}".encode(), key=key, digest_size=8)
    register, rank = sketch.place(int.from_bytes(said.digest()))
    with _lock:
        known = _seen[day, post_id]
        known[register] = max(known.get(register, 0), rank)
    _begin_flushing()


def flush() -> None:
    """Write down what this process has seen since the last time."""
    with _lock:
        seen = dict(_seen)
        _seen.clear()
    if not seen:
        return
    with writing(shown=False):
        for (day, post_id), ranks in sorted(seen.items(), key=lambda one: one[0]):
            row = queries.day_of_readers(day, post_id, sketch.EMPTY)
            row.registers = sketch.merged(row.registers, ranks)


@jobs.every(minutes=30, words=N_("Close the count of yesterday’s readers"))
def close_days() -> None:
    """Of a day that is over only the sum stays, and its key is gone."""
    today = (clock.now() - LATE).date()
    with writing(shown=False):
        for row in queries.days_over(today):
            total = db.session.get(Readers, row.post_id) or Readers(post_id=row.post_id, times=0)
            total.times += round(sketch.estimate(row.registers))
            db.session.add(total)
            db.session.delete(row)
            db.session.flush()
    for ago in range(1, 8):
        storage().delete(_name(today - timedelta(days=ago)))


def about(post_id: int) -> int:
    """The figure of a post."""
    rows = queries.readers_of(post_id)
    return figure(sum(row.times for row in rows), [row.registers for row in rows if row.registers])


def figure(over: int, sketches: Iterable[bytes]) -> int:
    """How often it was read, each person once a day; 0 while they are too few to be told of.

    Two figures of it are true enough: 340, not 337.
    """
    times = round(over + sum(map(sketch.estimate, sketches)))
    if times < FEWEST:
        return 0
    step = 10 ** max(len(str(times)) - 2, 0)
    return round(times / step) * step


def _key(day: date) -> bytes:
    whose = str(storage().place(_name(day)))
    if (whose, day) not in _keys:
        _keys.clear()
        _keys[whose, day] = storage().put_once(_name(day), secrets.token_bytes(32))
    return _keys[whose, day]


def _name(day: date) -> str:
    return f"{SHELF}/{day.isoformat()}"


def _begin_flushing() -> None:
    """A thread of each process that serves, from the first reader on."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    if app.testing or id(app) in _flushing:
        return
    with _lock:
        if id(app) in _flushing:
            return
        _flushing.add(id(app))
    threading.Thread(
        target=_flush_for_ever, args=(app, threading.Event().wait), daemon=True
    ).start()


def _flush_for_ever(app: Flask, wait: Callable[[float], object]) -> None:
    while True:
        wait(EVERY)
        try:
            with app.app_context():
                flush()
        except Exception as wrong:  # a minute's readers are lost, and nobody has to know
            log.warning("readership", exc_info=wrong)
