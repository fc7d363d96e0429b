"""«What has changed?», while the worker that asks is killed again and again: asked, and once."""

import os
import signal
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from sqlalchemy import insert

from app.core import clock
from app.core.calendar import today
from app.core.db import db, writing
from app.initiatives.models import Initiative
from app.people import queries as people
from tests.cli.test_worker import alive, house
from tests.faults.test_letters import end_leases, pid_of
from tests.terminal import eventually

KILLS = 3
TITLE = "Dos en ventanilla"


def log(count):
    """So many that ended thirty days ago, logged on that day."""
    ended = today() - timedelta(days=30)
    owner = people.by_email("embajador@demo.test").id
    with writing():
        db.session.execute(
            insert(Initiative),
            [
                {
                    "title": TITLE,
                    "category": "growth",
                    "language": "es",
                    "starts_on": ended,
                    "ends_on": ended,
                    "owner_id": owner,
                    "author_id": owner,
                    "standing": "shown",
                    "review": "open",
                    "created_at": clock.now() - timedelta(days=30),
                    "version": 1,
                    "text": "",
                    "html": "",
                    "excerpt": "",
                    "result": "",
                    "reason": "",
                    "digest": "",
                }
                for _ in range(count)
            ],
        )


def the_clock_strikes(instance):
    end_leases(instance)
    with closing(sqlite3.connect(instance / "wowista.db", isolation_level=None)) as connection:
        connection.execute("update jobs set due_at = '2001-01-01 00:00:00.000000'")


def counted(instance, query):
    with closing(sqlite3.connect(instance / "wowista.db")) as connection:
        return connection.execute(query, [TITLE]).fetchone()[0]


def asked(instance):
    """How many questions there are about them, and how many were told to somebody."""
    of_them = "(select id from initiatives where title = ?)"
    changes = "select count(*) from initiative_changes where initiative_id in "
    told = "select count(*) from deliveries where fact = 'ChangeAsked' and subject_id in "
    return counted(instance, changes + of_them), counted(instance, told + of_them)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("count", [60, pytest.param(1000, marks=pytest.mark.long)])
def test_a_worker_killed_again_and_again_asks_about_each_once(start, inhabited, count):
    with house(inhabited):
        log(count)
        for kill in range(1, KILLS + 1):
            the_clock_strikes(inhabited)
            known = {one.name for one in alive()}
            start(inhabited, command=["worker"], LOG_LEVEL="ERROR")
            (new,) = eventually(lambda known=known: {one.name for one in alive()} - known)
            db.session.rollback()
            wanted = count * kill // (KILLS + 1)
            eventually(lambda wanted=wanted: asked(inhabited)[0] >= wanted, within=120)
            os.kill(pid_of(new), signal.SIGKILL)
        the_clock_strikes(inhabited)
        start(inhabited, command=["worker"], LOG_LEVEL="ERROR")
        eventually(lambda: asked(inhabited)[0] == count, within=240)
        the_clock_strikes(inhabited)
        assert asked(inhabited) == (count, count)
