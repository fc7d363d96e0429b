"""The worker in a process of its own: woken, supervised, and told to stop."""

import os
import re
import signal
import subprocess
import uuid
from contextlib import contextmanager

import pytest
from flask_migrate import upgrade
from sqlalchemy import select

from app import create_app
from app.core import outbox, worker
from app.core.db import db, writing
from app.core.outbox import Errand, State
from config import TestConfig, engine_options
from tests.terminal import eventually

REDIS = "redis://127.0.0.1:6379/5"


@contextmanager
def house(instance, **given):
    """This process at the database and the queue of an instance folder, as the web would be."""
    url = f"sqlite:///{instance}/wowista.db"

    class Config(TestConfig):
        SQLALCHEMY_DATABASE_URI = url
        SQLALCHEMY_ENGINE_OPTIONS = engine_options(url, 4)
        STORAGE = str(instance / "files")
        QUEUE = str(instance / "queue.db")
        SECRET_KEY = (instance / "secret-key").read_text()
        WAKES = True

    for name, value in given.items():
        setattr(Config, name, value)
    app = create_app(Config)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def instance(tmp_path):
    folder = tmp_path / "instance"
    folder.mkdir()
    (folder / "secret-key").write_text(uuid.uuid4().hex * 2)
    with house(folder):
        upgrade()
    return folder


def put(key):
    """Nobody knows how to do it, so that one sees it was looked at: it is parked."""
    with writing():
        outbox.put("tests.unheard-of", {}, key=key)


def state(key):
    db.session.rollback()
    return db.session.scalar(select(Errand.state).where(Errand.key == key))


def is_parked(key):
    return lambda: state(key) is State.PARKED


def alive():
    db.session.rollback()
    return worker.alive()


def answers_redis():
    try:
        import redis

        return redis.Redis.from_url(REDIS, socket_connect_timeout=1).ping()
    except Exception:
        return False


def test_it_is_woken_long_before_its_own_pulse(start, instance):
    with house(instance):
        start(instance, command=["worker"], LOG_LEVEL="ERROR")
        eventually(alive)
        put("a")  # whether its first pulse or a call finds this one is all the same
        eventually(is_parked("a"))
        for key in "bcd":
            put(key)
            eventually(is_parked(key), within=worker.PULSE / 2)


def test_redis_wakes_it_where_there_is_one(start, instance):
    if not answers_redis():
        pytest.skip(f"NO REDIS at {REDIS}: nothing was woken through it")
    name = f"wowista-test-{uuid.uuid4().hex[:8]}"
    with house(instance, REDIS_URL=REDIS, QUEUE_NAME=name):
        start(instance, command=["worker"], REDIS_URL=REDIS, QUEUE_NAME=name, LOG_LEVEL="ERROR")
        eventually(alive)
        put("a")
        eventually(is_parked("a"))
        put("b")
        eventually(is_parked("b"), within=worker.PULSE / 2)
        assert alive()[0].queue == "Redis"


def test_a_queue_that_is_gone_delays_and_loses_nothing(start, instance):
    """Nobody listens at this address: the row is written, and the pulse finds it."""
    nobody = "redis://127.0.0.1:1/0"
    with house(instance, REDIS_URL=nobody):
        put("a")
        assert state("a") is State.WAITING
        start(instance, command=["worker"], REDIS_URL=nobody, LOG_LEVEL="CRITICAL")
        eventually(is_parked("a"), within=worker.PULSE * 2)


def test_told_to_stop_it_says_goodbye_and_is_no_longer_counted(start, instance):
    with house(instance):
        terminal = start(instance, command=["worker"], LOG_LEVEL="ERROR")
        eventually(alive)
        assert terminal.press(signal.SIGTERM) == 0
        assert alive() == []


def test_without_migrations_it_says_so(start, tmp_path):
    terminal = start(tmp_path / "instance", command=["worker"])
    assert terminal.end() == 1
    assert "lacks migrations" in terminal.said


def test_the_server_starts_one_and_starts_it_again_when_it_falls(start, inhabited):
    terminal = start(inhabited)
    terminal.ready()
    with house(inhabited):
        (first,) = eventually(alive)
        os.kill(pid(first), signal.SIGKILL)
        eventually(lambda: [one for one in alive() if one.name != first.name])
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.end() == 0
        assert [one.name for one in alive()] == [first.name]  # who was killed could not sign off
    assert "The worker fell" in terminal.said


def test_a_server_that_is_killed_leaves_no_worker_behind(start, inhabited):
    terminal = start(inhabited)
    terminal.ready()
    with house(inhabited):
        (one,) = eventually(alive)
        terminal.stop()
        eventually(lambda: not is_running(pid(one)))


def test_no_worker_where_none_is_wanted(start, inhabited):
    terminal = start(inhabited, WORKER="0")
    terminal.ready()

    def children():
        of = ["ps", "--ppid", str(terminal.process.pid), "-o", "args="]
        return subprocess.run(of, capture_output=True, text=True).stdout

    eventually(lambda: children().count("serve") == 2)  # processes of the web
    assert "worker --supervised" not in children()


def pid(worker_):
    return int(re.search(r" (\d+)$", worker_.name)[1])


def is_running(number):
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{number}/stat") as stat:
        return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
