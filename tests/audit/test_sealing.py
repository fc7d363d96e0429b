"""Sealing by several workers, of what several people write at once."""

import threading

from app.audit import queries
from app.audit.sealing import seal
from app.core import jobs
from app.core.db import db, writing
from app.people import queries as people
from tests.audit.books import findings, seals, write, written
from tests.factories import make_person


def test_the_worker_seals_by_the_clock(ane):
    write(ane)
    jobs.run_due()

    assert len(seals()) == 1


def test_workers_that_seal_at_once_seal_everything_once(app, ane):
    write(ane, 40)
    everybody = threading.Barrier(4)
    failures = []

    def work():
        with app.app_context():
            everybody.wait(timeout=10)
            try:
                seal()
            except Exception as error:
                failures.append(error)
            db.session.remove()

    workers = [threading.Thread(target=work) for _ in range(4)]
    [worker.start() for worker in workers]
    [worker.join() for worker in workers]

    assert failures == []
    assert sum(one.count for one in seals()) == len(written()) == 40
    assert queries.waiting() == set()
    assert findings() == []


def test_the_second_of_two_workers_takes_nothing(ane, monkeypatch):
    """It had read what waits before the first one sealed it."""
    write(ane, 3)
    stale = queries.unsealed(10)
    db.session.rollback()
    seal()
    monkeypatch.setattr(queries, "unsealed", lambda limit: stale)
    seal()

    assert len(seals()) == 1
    assert findings() == []


def test_whoever_commits_after_the_seal_is_sealed_by_the_next(app, ane):
    if db.engine.dialect.name == "sqlite":
        return  # it writes one transaction after the other, in the order of their numbers
    jon = make_person("Jon")
    written_first, may_end = threading.Event(), threading.Event()

    def dawdle():
        with app.app_context():
            with writing(shown=False):
                people.person(jon.id).disable(by=None)
                written_first.set()
                may_end.wait(timeout=20)
            db.session.remove()

    dawdler = threading.Thread(target=dawdle)
    dawdler.start()
    assert written_first.wait(timeout=20)
    write(ane)
    seal()
    may_end.set()
    dawdler.join()
    assert findings() == [], "the late one waits, and says so"
    seal()

    late, early = written()
    assert late.id < early.id and late.subject_id == jon.id
    assert [one.spans for one in seals()] == [[[early.id, early.id]], [[late.id, late.id]]]
    assert findings() == []
