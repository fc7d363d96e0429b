"""Jobs are done by their rhythm, by one worker at a time."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.core import clock, jobs
from app.core.db import DataVersion, db


@pytest.fixture
def rings(monkeypatch):
    """A job that rings every ten minutes, and no other."""
    monkeypatch.setattr(jobs, "_jobs", {})
    rung = []

    @jobs.every(minutes=10)
    def ring():
        rung.append(clock.now())

    return rung


def test_a_job_is_done_by_its_rhythm(app, rings):
    now = clock.now()
    for minutes, times in ((0, 1), (9, 1), (10, 2), (11, 2), (60, 3)):
        with clock.at(now + timedelta(minutes=minutes)):
            jobs.run_due()
        assert len(rings) == times, minutes


def test_whoever_comes_second_finds_it_taken(app, rings):
    (job,) = jobs.declared()
    assert jobs._take(job)
    assert not jobs._take(job)


def test_a_job_that_fails_says_why_and_is_done_next_time(app, monkeypatch):
    monkeypatch.setattr(jobs, "_jobs", {})
    fails = [True, False]

    @jobs.every(minutes=10)
    def ring():
        if fails.pop(0):
            raise ValueError("the bell is cracked")

    now = clock.now()
    jobs.run_due()
    run = db.session.scalars(select(jobs.Run)).one()
    assert run.error == "ValueError: the bell is cracked" and run.took_ms is not None
    db.session.rollback()
    with clock.at(now + timedelta(minutes=11)):
        jobs.run_due()
    assert db.session.scalars(select(jobs.Run)).one().error == ""


def test_a_clock_set_back_by_an_hour_does_not_stop_it(app, rings):
    now = clock.now()
    jobs.run_due()
    with clock.at(now - timedelta(hours=1)):
        assert jobs.run_due()
    assert len(rings) == 2


def test_jobs_make_no_page_stale(app, rings):
    before = db.session.scalar(select(DataVersion.number))
    db.session.rollback()
    jobs.run_due()
    assert db.session.scalar(select(DataVersion.number)) == before
