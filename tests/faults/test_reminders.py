"""Reminders of an event, while their worker is killed again and again: each arrives, and once."""

import os
import signal
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import timedelta

import pytest
from sqlalchemy import insert

from app.core import clock
from app.core.db import db, writing
from app.events.models import Answer, Event, Occurrence, Reply, Seat
from app.people.models import Person
from tests.cli.test_worker import alive, house
from tests.factories.events import date_of, make_event
from tests.faults.test_letters import end_leases, pid_of, read
from tests.terminal import eventually

TITLE = "Dibujar el alta paso a paso"
KILLS = 3


def announce(people):
    """An event in a few hours, to which so many come who have just begun here."""
    soon = (clock.now() + timedelta(hours=20)).replace(minute=0, second=0, microsecond=0)
    date = date_of(make_event(title=TITLE, starts=soon, zone="UTC")).id
    with writing():
        first = db.session.query(db.func.max(Person.id)).scalar() + 1
        numbers = range(first, first + people)
        db.session.execute(
            insert(Person),
            [
                {
                    "id": number,
                    "name": f"Somebody {number}",
                    "sort_name": f"somebody {number}",
                    "email": f"comes{number}@demo.test",
                    "language": "es",
                }
                for number in numbers
            ],
        )
        going = {"occurrence_id": date, "reply": Reply.YES, "seat": Seat.GOING, "guests": 0}
        db.session.execute(
            insert(Answer),
            [{"person_id": one, "turn": 0, "with_series": False} | going for one in numbers],
        )
        db.session.get_one(Occurrence, date).taken = people


def time_has_passed(instance):
    """Whoever was killed holds nothing any more; the clock's work is due, and so is each letter."""
    end_leases(instance)
    with closing(sqlite3.connect(instance / "wowista.db", isolation_level=None)) as connection:
        connection.execute("update jobs set due_at = '2001-01-01 00:00:00.000000'")
        connection.execute(
            "update notifications set letter_due_at = '2001-01-01 00:00:00.000000'"
            " where letter_due_at is not null"
        )


def told(instance):
    with closing(sqlite3.connect(instance / "wowista.db")) as connection:
        asked = (
            "select count(*), count(distinct person_id) from notifications join deliveries on"
            " deliveries.id = delivery_id where fact = 'EventComesUp' and"
            " subject_id = (select id from event_occurrences where title = ?)"
        )
        return connection.execute(asked, [TITLE]).fetchone()


def letters(instance):
    """How many there are to each address."""
    found = (read(one.read_bytes()) for one in (instance / "mail").glob("*.eml"))
    return Counter(str(one["To"]) for one in found if TITLE in str(one["Subject"]))


@pytest.mark.timeout(1200)
@pytest.mark.parametrize("people", [90, pytest.param(2000, marks=pytest.mark.long)])
def test_a_worker_killed_again_and_again_reminds_everybody_once(start, inhabited, people):
    with house(inhabited):
        announce(people)
        assert db.session.query(Event).filter_by(title=TITLE).count() == 1
        for kill in range(KILLS):
            time_has_passed(inhabited)
            before = sum(letters(inhabited).values())
            known = {one.name for one in alive()}
            start(inhabited, command=["worker"], LOG_LEVEL="ERROR")
            (new,) = eventually(lambda known=known: {one.name for one in alive()} - known)
            db.session.rollback()
            if kill == 0:  # while they are still being told
                eventually(lambda: told(inhabited)[0], within=90)
            else:  # while letters are written
                wanted = before + people // 6
                eventually(
                    lambda wanted=wanted: sum(letters(inhabited).values()) >= wanted, within=180
                )
            os.kill(pid_of(new), signal.SIGKILL)
        time_has_passed(inhabited)
        start(inhabited, command=["worker"], LOG_LEVEL="ERROR")
        eventually(lambda: len(letters(inhabited)) == people, within=600)
        assert told(inhabited) == (people, people)

    assert set(letters(inhabited).values()) == {1}
    assert len(letters(inhabited)) == people
