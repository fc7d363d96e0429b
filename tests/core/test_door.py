"""Who comes to the door of SQLite, and how often."""

import sqlite3
import threading
from contextlib import closing

import pytest
from sqlalchemy.exc import PendingRollbackError

from app.core.db import aside
from app.core.door import Door

BEGIN = "BEGIN IMMEDIATE"
LONG = 60.0  # seconds: it is about turns, not about a busy machine


@pytest.fixture
def opened(tmp_path):
    """Gives one connection after the other to the same database; they never wait by themselves."""
    made = []

    def open_one():
        made.append(
            sqlite3.connect(
                tmp_path / "one.db", isolation_level=None, timeout=0, check_same_thread=False
            )
        )
        return made[-1]

    with closing(open_one()) as first:
        first.execute("PRAGMA journal_mode=wal")
        first.execute("CREATE TABLE turns (whose TEXT)")
    yield open_one
    for one in made:
        one.close()


def test_whoever_waits_in_the_same_process_is_silent_until_it_is_their_turn(opened):
    door, inside, waiting = Door(), opened(), opened()
    heard = []
    waiting.set_trace_callback(heard.append)
    assert door.enters(inside, BEGIN, LONG)

    somebody = threading.Thread(target=door.enters, args=(waiting, BEGIN, LONG))
    somebody.start()
    somebody.join(timeout=0.2)
    assert somebody.is_alive()
    assert not heard

    inside.execute("ROLLBACK")
    door.leave()
    somebody.join()
    assert heard == [BEGIN]


def test_whoever_does_not_get_in_leaves_the_door_to_others(opened):
    door, elsewhere, here = Door(), opened(), opened()
    elsewhere.execute(BEGIN)
    assert not door.enters(here, BEGIN, 0.05)

    elsewhere.execute("ROLLBACK")
    assert door.enters(here, BEGIN, 0.05)


def test_a_door_at_which_many_wait_opens_more_often(opened):
    """Two doors to one database are two processes: eight wait at one of them, one at the other."""
    turns = {"many": 0, "alone": 0}
    over = threading.Event()

    def come_again(name, door, driven):
        while not over.is_set():
            assert door.enters(driven, BEGIN, LONG)
            turns[name] += 1
            driven.execute("INSERT INTO turns VALUES (?)", (name,))
            driven.execute("COMMIT")
            door.leave()
            over.wait(0.002)  # what they do besides writing

    many, alone = Door(), Door()
    people = [("many", many, opened()) for _ in range(8)] + [("alone", alone, opened())]
    threads = [threading.Thread(target=come_again, args=one) for one in people]
    [one.start() for one in threads]
    while sum(turns.values()) < 400:
        over.wait(0.01)
    over.set()
    [one.join() for one in threads]
    assert 0 < turns["alone"] < turns["many"] / 2


def test_a_connection_that_is_of_no_use_any_more_leaves_too(app):
    with pytest.raises(PendingRollbackError), aside() as connection:
        connection.invalidate()

    with aside(patience=0.1):
        pass
