"""Several workers tell of one delivery in one moment: a lease was over, or one was thought dead."""

import threading

import pytest
from sqlalchemy import func, select

from app.core.db import db
from app.core.outbox import Errand
from app.notifications import expansion
from app.notifications.models import Delivery, Notification
from tests.factories import make_person, make_post
from tests.notifications.test_expansion import follow

WORKERS, PEOPLE, AT_ONCE = 3, 25, 2


@pytest.fixture
def delivery(ane, monkeypatch):
    """Of a post that many are to hear of, a few at a time."""
    monkeypatch.setattr(expansion, "AT_ONCE", AT_ONCE)
    for number in range(PEOPLE):
        follow(make_person(f"P{number:02}"), "person", ane.id)
    make_post(author=ane)
    number = db.session.scalar(select(Delivery.id))
    db.session.rollback()
    return number


def all_tell(app, delivery):
    """None of them begins before all are there; whatever one raises fails the test."""
    everybody_is_there, done = threading.Barrier(WORKERS), []

    def work():
        with app.app_context():
            everybody_is_there.wait(timeout=10)
            expansion.tell(Errand(payload={"delivery": delivery}))
            done.append(True)

    threads = [threading.Thread(target=work) for _ in range(WORKERS)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert len(done) == WORKERS


def test_nobody_is_told_twice_and_nobody_left_out(app, delivery):
    all_tell(app, delivery)

    told = list(db.session.scalars(select(Notification.person_id)))
    assert len(told) == len(set(told)) == PEOPLE
    assert db.session.get_one(Delivery, delivery).finished


def test_they_share_the_work_and_do_none_of_it_twice(app, delivery, queries):
    """Each goes on where the last one was: it holds the delivery while it tells some."""
    queries.clear()

    all_tell(app, delivery)

    chunks = [one for one in queries if one.startswith("INSERT INTO notifications")]
    assert len(chunks) == PEOPLE // AT_ONCE + 1
    assert db.session.scalar(select(func.count(Notification.id))) == PEOPLE
