"""A database that somebody else holds: readers do not notice, writers wait and then are told."""

import threading
import time
from contextlib import contextmanager

import pytest
from sqlalchemy import text

from app.core.db import DataVersion, db
from tests.factories import make_post

WORDS = "Llamé tres veces y nadie supo decirme nada"


@contextmanager
def held(app, seconds):
    """Somebody else writes, and takes so long about it."""
    is_held, enough = threading.Event(), threading.Event()

    def hold():
        with app.app_context(), db.engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                connection.execution_options(begin="BEGIN IMMEDIATE").begin()
            else:
                connection.execute(DataVersion.__table__.update().values(number=1))
                connection.execute(text("SET LOCAL lock_timeout = 0"))
            is_held.set()
            enough.wait(seconds)
            connection.rollback()

    thread = threading.Thread(target=hold)
    thread.start()
    assert is_held.wait(10)
    yield
    enough.set()
    thread.join()


def test_for_a_moment_nobody_notices(app, client, ane):
    post = make_post(ane)
    with held(app, 1.0):
        answer = client.sign_in(ane).post(
            f"/conversation/post/{post.id}/comments", data={"text": WORDS}
        )
    assert answer.status_code == 303


@pytest.mark.timeout(60)
def test_for_longer_than_anybody_waits_the_words_come_back(app, client, ane):
    post = make_post(ane)
    client.sign_in(ane)
    with held(app, 40):
        assert client.get(f"/blog/{post.id}").status_code == 200
        began = time.monotonic()
        answer = client.post(f"/conversation/post/{post.id}/comments", data={"text": WORDS})
        took = time.monotonic() - began
    assert answer.status_code == 503 and answer.headers["Retry-After"]
    assert WORDS in answer.text
    assert 8 < took < 20
    assert client.post(f"/conversation/post/{post.id}/comments", data={"text": WORDS}).location
