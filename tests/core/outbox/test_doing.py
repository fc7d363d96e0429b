"""Done at least once, however it goes; what fails is tried again, and then somebody looks."""

import itertools
import threading
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.core import clock, outbox, worker
from app.core.db import DataVersion, db, writing
from app.core.outbox import Errand, Hopeless, State, Unreachable, doing
from app.core.outbox.models import LEASE


def put(*keys, kind="tests.ring"):
    with writing():
        for key in keys:
            outbox.put(kind, {"key": key}, key=key)


def errand(key="ring:1"):
    db.session.rollback()
    return db.session.scalars(select(Errand).where(Errand.key == key)).one()


def test_what_is_due_is_done_once_in_its_order(app, rung):
    put("ring:1", "ring:2")
    assert outbox.drain() == 2
    assert outbox.drain() == 0
    assert rung == ["ring:1", "ring:2"]
    assert errand().state is State.DONE and errand().ended_at


def test_a_long_row_of_errands_holds_no_pulse_up(app, rung, monkeypatch):
    """With it would wait the sealing of the audit, and whoever looks whether a worker lives."""
    monkeypatch.setattr(worker, "PULSE", 0.0)
    put(*(f"ring:{number}" for number in range(20)))

    worker.beat()
    assert len(rung) < 20 and worker.alive()
    outbox.drain()

    assert len(rung) == 20


def test_what_is_due_later_is_done_later(app, rung):
    with writing():
        outbox.put("tests.ring", {}, key="ring:1", due=clock.now() + timedelta(hours=1))
    assert outbox.drain() == 0
    with clock.at(clock.now() + timedelta(hours=1, seconds=1)):
        assert outbox.drain() == 1


def test_doing_errands_makes_no_page_stale(app, rung):
    put("ring:1")
    before = db.session.scalar(select(DataVersion.number))
    outbox.drain()
    assert db.session.scalar(select(DataVersion.number)) == before


def test_what_fails_waits_longer_each_time_and_is_parked_in_the_end(app, handles):
    def fail(errand):
        raise ValueError("the bell is cracked")

    handles("tests.ring", fail)
    put("ring:1")
    now, waits = clock.now(), []
    for attempt in range(1, doing.MOST_ATTEMPTS + 1):
        with clock.at(now):
            assert outbox.drain() == 1
            assert outbox.drain() == 0  # not at once
            assert errand().attempts == attempt
            assert errand().reason == "ValueError: the bell is cracked"
            if attempt < doing.MOST_ATTEMPTS:
                assert errand().state is State.WAITING
                waits.append((errand().due_at - now).total_seconds())
        now = (errand().due_at or now) + timedelta(seconds=1)
    assert errand().state is State.PARKED
    assert all(later > sooner * 2 for sooner, later in itertools.pairwise(waits[:6]))
    assert max(waits) <= doing.LONGEST_WAIT * 1.2


def test_a_server_that_is_down_over_a_weekend_parks_nothing(app, handles):
    def call(errand):
        raise Unreachable("nobody answers")

    handles("tests.ring", call)
    put("ring:1")
    now = clock.now()
    while clock.now() + timedelta(days=3) > now:
        with clock.at(now):
            assert outbox.drain() == 1
        assert errand().state is State.WAITING
        now = errand().due_at + timedelta(seconds=1)


def test_a_parked_errand_is_tried_again_when_somebody_says_so(app, handles, rung):
    handles("tests.broken", lambda errand: (_ for _ in ()).throw(Hopeless("no such bell")))
    put("ring:1", kind="tests.broken")
    outbox.drain()
    assert errand().state is State.PARKED and errand().reason == "no such bell"

    handles("tests.broken", lambda errand: rung.append(errand.key))
    with writing():
        outbox.retry(errand_held())
    outbox.drain()
    assert rung == ["ring:1"] and errand().state is State.DONE


def errand_held():
    return db.session.scalars(select(Errand).with_for_update()).one()


def test_a_kind_nobody_knows_is_parked_with_the_reason(app):
    put("ring:1", kind="tests.unheard-of")
    outbox.drain()
    assert errand().state is State.PARKED
    assert "tests.unheard-of" in errand().reason


def test_who_cannot_be_reached_is_asked_once_a_round_and_others_do_not_wait(app, handles, rung):
    asked = []

    def call(errand):
        asked.append(errand.key)
        raise Unreachable("nobody answers")

    handles("tests.call", call)
    put("call:1", "call:2", "call:3", kind="tests.call")
    put("ring:1")
    outbox.drain()
    assert asked == ["call:1"] and rung == ["ring:1"]
    assert errand("call:2").attempts == 0


def test_killed_in_the_middle_it_is_done_again_when_the_lease_is_over(app, handles, rung):
    class Killed(BaseException):
        pass

    def die(errand):
        raise Killed

    handles("tests.ring", die)
    put("ring:1")
    with pytest.raises(Killed):
        outbox.drain()
    db.session.rollback()
    handles("tests.ring", lambda errand: rung.append(errand.key))
    assert outbox.drain() == 0, "it is on lease"
    with clock.at(clock.now() + LEASE + timedelta(seconds=1)):
        assert outbox.drain() == 1
    assert rung == ["ring:1"] and errand().attempts == 2


def test_an_errand_that_kills_every_worker_is_parked_too(app, handles):
    class Killed(BaseException):
        pass

    def die(errand):
        raise Killed

    handles("tests.ring", die)
    put("ring:1")
    now = clock.now()
    for _ in range(doing.MOST_CALLS):
        with clock.at(now), pytest.raises(Killed):
            outbox.drain()
        now += LEASE + timedelta(seconds=1)
    db.session.rollback()
    with clock.at(now):
        outbox.drain()
    assert errand().state is State.PARKED


def test_a_clock_set_back_by_an_hour_keeps_nothing_waiting(app, rung):
    now = clock.now()
    put("ring:1")
    with clock.at(now - timedelta(hours=1)):
        assert outbox.drain() == 1

    put("ring:2")
    with clock.at(now), writing():
        errand("ring:2").leased_until = now + LEASE  # whoever took it on is no more
    with clock.at(now - timedelta(hours=1)):
        assert outbox.drain() == 1
    assert rung == ["ring:1", "ring:2"]


def test_told_to_stop_it_finishes_what_it_has_in_hand(app, rung):
    put("ring:1", "ring:2")
    assert outbox.drain(unless=lambda: len(rung) == 1) == 1
    assert rung == ["ring:1"] and errand("ring:2").state is State.WAITING


def test_several_workers_at_once_do_each_errand_once(app, handles):
    """Everybody is in the middle of an errand of their own before anybody goes on."""
    together, done, lock = threading.Barrier(4), [], threading.Lock()

    def meet(errand):
        if len(done) < 4 and errand.payload["key"] in first:
            together.wait(timeout=20)
        with lock:
            done.append(errand.key)

    handles("tests.ring", meet)
    keys = [f"ring:{n}" for n in range(24)]
    first = set(keys[:4])
    put(*keys)

    def work():
        with app.app_context():
            outbox.drain()

    threads = [threading.Thread(target=work) for _ in range(4)]
    [thread.start() for thread in threads]
    [thread.join(timeout=60) for thread in threads]
    assert sorted(done) == sorted(keys)
