"""Errands are written with the decision that wants them, and only so."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.core import clock, outbox
from app.core.db import db, writing
from app.core.outbox import Errand, State, queries


def errands():
    db.session.rollback()
    return db.session.scalars(select(Errand).order_by(Errand.id)).all()


def test_an_errand_belongs_to_the_transaction_that_wants_it(app):
    with pytest.raises(RuntimeError, match="open writing"):
        outbox.put("tests.ring", {}, key="ring:1")

    def decide_and_fail():
        with writing():
            outbox.put("tests.ring", {}, key="ring:1")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        decide_and_fail()
    assert errands() == []


def test_the_same_key_twice_is_one_errand(app):
    for payload in ({"person": 1}, {"person": 2}):
        with writing():
            outbox.put("tests.ring", payload, key="ring:1")
    (only,) = errands()
    assert only.payload == {"person": 1}


def test_a_great_many_are_a_few_statements(app, request):
    asked = request.getfixturevalue("queries")
    with writing():
        asked.clear()
        outbox.put_many("tests.ring", ((f"ring:{n}", {"person": n}) for n in range(1_200)))
        assert len(asked) == 3
    assert len(errands()) == 1_200


def test_what_is_cancelled_is_not_done(app, rung):
    with writing():
        outbox.put("tests.ring", {}, key="ring:1")
    with writing():
        assert outbox.cancel("ring:1")
        assert not outbox.cancel("ring:2")
    outbox.drain()
    assert rung == [] and errands()[0].state is State.CANCELLED
    with writing():
        assert not outbox.cancel("ring:1")


def test_what_is_held_waits_until_it_is_released(app, rung):
    with writing():
        outbox.put("tests.ring", {}, key="ring:1")
        assert outbox.hold() == 1
    assert outbox.drain() == 0 and rung == []
    with writing():
        assert outbox.release() == 1
    assert outbox.drain() == 1 and rung == ["ring:1"]


def test_what_was_done_long_ago_is_forgotten_and_what_waits_is_not(app, rung):
    with writing():
        outbox.put("tests.ring", {}, key="ring:1")
    outbox.drain()
    with writing():
        outbox.put("tests.ring", {}, key="ring:2")
    with clock.at(clock.now() + timedelta(days=31)), writing():
        outbox.sweep()
    assert [errand.key for errand in errands()] == ["ring:2"]


def test_the_lag_is_the_age_of_the_oldest_that_is_due(app, rung):
    assert queries.lag() == 0
    with writing():
        outbox.put("tests.ring", {}, key="ring:1")
        outbox.put("tests.ring", {}, key="ring:2", due=clock.now() + timedelta(days=1))
    with clock.at(clock.now() + timedelta(minutes=5)):
        assert 300 <= queries.lag() < 310
    outbox.drain()
    assert queries.lag() == 0
    assert queries.count_by_state()[State.WAITING] == 1
