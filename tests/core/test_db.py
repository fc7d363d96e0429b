"""The one way to write."""

import multiprocessing
import sqlite3
import threading
import time
from queue import Queue

import pytest
from sqlalchemy import event, func, select, text
from sqlalchemy.exc import IntegrityError, OperationalError

from app import create_app
from app.core.db import DataVersion, Overtaken, aside, count_beyond, db, held, load, writing
from app.people.models import Failure, Location, Person
from config import TestConfig
from tests.factories import make_location, make_person

WRITERS, PROCESSES, TIMES = 16, 4, 12


def write(app, start, reports, writer):
    """One writer, in a thread of its own."""
    with app.app_context():
        start.wait()
        reports.put((writer, time.time(), None))
        try:
            for turn in range(TIMES):
                with writing(patience=120):  # it is about turns, not about a busy machine
                    db.session.add(Location(name=f"{writer}-{turn}"))
            reports.put((writer, None, time.time()))
        except Exception as error:
            reports.put((writer, None, repr(error)))
        db.session.remove()


def write_apart(url, start, reports, writers):
    """Some of the writers, in a process of their own."""

    class Config(TestConfig):
        SQLALCHEMY_DATABASE_URI = url

    app = create_app(Config)
    threads = [threading.Thread(target=write, args=(app, start, reports, one)) for one in writers]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    with app.app_context():
        db.engine.dispose()


@pytest.mark.parametrize(
    "kind",
    ["threads", pytest.param("processes", marks=pytest.mark.alone)],  # SQLite has one door
)
def test_sixteen_writers_all_get_their_turn(app, kind):
    url = db.engine.url.render_as_string(hide_password=False)
    if kind == "threads":
        make, start, reports = threading.Thread, threading.Barrier(WRITERS), Queue()
        work, house, each = write, app, range(WRITERS)
    else:
        spawn = multiprocessing.get_context("spawn")
        make, start, reports = spawn.Process, spawn.Barrier(WRITERS), spawn.Queue()
        work, house = write_apart, url
        each = [range(nth, WRITERS, PROCESSES) for nth in range(PROCESSES)]

    writers = [make(target=work, args=(house, start, reports, one)) for one in each]
    [writer.start() for writer in writers]
    told = [reports.get(timeout=240) for _ in range(2 * WRITERS)]
    [writer.join() for writer in writers]

    begun = [began for _, began, _ in told if began]
    ended = [end for _, began, end in told if not began]
    assert not [end for end in ended if isinstance(end, str)]
    assert max(begun) < min(ended), "they did not overlap"
    assert db.session.scalar(select(func.count(Location.id))) == WRITERS * TIMES


def test_only_writing_begins_immediately(app):
    if db.engine.dialect.name != "sqlite":
        return  # PostgreSQL has no such thing to get wrong
    begun = []

    def note(statement):
        if statement.startswith("BEGIN"):
            begun.append(statement)

    def listen(driven, *rest):
        driven.set_trace_callback(note)

    event.listen(db.engine, "checkout", listen)
    db.session.rollback()
    db.session.scalar(select(func.count(Person.id)))
    assert begun == ["BEGIN"]

    begun.clear()
    with writing():
        db.session.add(Location(name="Bilbao"))
    event.remove(db.engine, "checkout", listen)
    assert begun == ["BEGIN IMMEDIATE"]


def test_readers_go_on_while_somebody_writes(app):
    make_location("Bilbao")
    seen = []

    def read():
        with app.app_context():
            seen.append(db.session.scalars(select(Location.name)).all())
            db.session.remove()

    with writing():
        db.session.scalars(select(Location)).one().name = "Half written"
        db.session.flush()
        thread = threading.Thread(target=read)
        thread.start()
        thread.join(timeout=5)

    assert seen == [["Bilbao"]]


def test_what_was_only_read_ends_by_commit(app, client, ane):
    """So that what PostgreSQL has prepared stays prepared."""
    client.sign_in(ane)
    client.get("/blog")
    ended = []
    listening = {name: lambda _, name=name: ended.append(name) for name in ("commit", "rollback")}
    for name, listen in listening.items():
        event.listen(db.engine, name, listen)
    for _ in range(6):
        client.get("/blog")
    for name, listen in listening.items():
        event.remove(db.engine, name, listen)
    assert ended == ["commit"] * 6


def test_a_block_that_fails_leaves_nothing(app):
    with pytest.raises(ZeroDivisionError), writing():  # noqa: PT012
        db.session.add(Location(name="Bilbao"))
        raise ZeroDivisionError

    assert db.session.scalar(select(func.count(Location.id))) == 0


def test_writing_outside_of_writing_fails_at_once(app):
    db.session.add(Location(name="Bilbao"))
    with pytest.raises(RuntimeError, match="outside"):
        db.session.flush()
    db.session.rollback()


def test_what_was_changed_before_cannot_slip_in(app):
    make_location("Bilbao").name = "Changed too early"
    with pytest.raises(RuntimeError, match="before"), writing():
        pass
    db.session.rollback()


def test_writing_does_not_nest(app):
    with pytest.raises(RuntimeError, match="nest"), writing(), writing():
        pass


def test_another_version_means_overtaken(app):
    ane = make_person("Ane")
    with pytest.raises(Overtaken), writing():
        load(select(Person), ane.id, version=ane.version + 1)


def test_what_is_held_is_found_once_and_let_go_with_the_block(app, ane):
    asked = []

    def find():
        asked.append(1)
        return db.session.get_one(Person, ane.id)

    for _ in range(2):
        with writing(shown=False):
            assert held("somebody", find).name == held("somebody", find).name == "Ane"
    assert len(asked) == 2
    with pytest.raises(RuntimeError, match="outside"):
        held("somebody", find)


def test_every_decision_counts_the_data_version_on(app):
    before = db.session.scalar(select(DataVersion.number)) or 0
    make_location("Bilbao")
    assert db.session.scalar(select(DataVersion.number)) == before + 1


def test_after_a_restore_it_counts_beyond_whatever_was_seen(app):
    began = time.time_ns() // 1000
    for seen in 0, 10**17:
        before = db.session.scalar(text("SELECT number FROM data_version")) or 0
        db.session.rollback()
        with writing():
            count_beyond(seen)
        number = db.session.scalar(text("SELECT number FROM data_version"))
        db.session.rollback()
        assert number > max(before, seen, began)


def test_what_no_page_shows_leaves_the_data_version_alone(app):
    before = db.session.scalar(select(DataVersion.number)) or 0
    with writing(shown=False):
        db.session.add(Location(name="Ordizia"))
    assert db.session.scalar(select(DataVersion.number)) == before
    assert db.session.scalar(select(func.count(Location.id))) == 1


def test_what_is_written_aside_stays_though_the_request_fails(app):
    db.session.scalar(select(func.count(Person.id)))  # a request is reading
    with aside() as connection:
        connection.execute(Failure.__table__.insert().values(account="a", address="b"))
    db.session.rollback()

    assert db.session.scalar(select(func.count(Failure.id))) == 1


def test_impatience_ends_in_an_error_that_says_why(app):
    if db.engine.dialect.name != "sqlite":
        return  # lock_timeout is the server's
    rude = sqlite3.connect(db.engine.url.database, isolation_level=None)
    rude.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(OperationalError, match="locked"), writing(patience=0.1):
            pass
        with pytest.raises(OperationalError, match="locked"), aside(patience=0.1):
            pass
    finally:
        rude.execute("ROLLBACK")
        rude.close()


def test_what_fails_says_nothing_of_what_somebody_wrote(app, ane):
    """It stands in the log, and where the administration reads why an errand failed."""
    with pytest.raises(IntegrityError) as failed, writing():
        Person.join("Somebody else", ane.email, by=None, password_hash="a hash")

    assert "INSERT INTO people" in str(failed.value)
    assert "Somebody else" not in str(failed.value) and "a hash" not in str(failed.value)
