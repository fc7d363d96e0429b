"""What the clock does with waves."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.audit.models import Entry
from app.core import clock, outbox
from app.core.backups import prepare_to_open
from app.core.db import db, writing
from app.survey import closing, keys, queries, scrubbing, stopping
from app.survey.errands import erase, keep_time
from app.survey.models import (
    Ballot,
    Invitation,
    NotNow,
    Receipt,
    Remark,
    Sealed,
    Wave,
    WaveState,
)
from app.survey.suppression import Hidden
from tests.factories import make_person
from tests.factories.survey import answer, close_wave, draft_wave, open_wave

PILES = (Receipt, Sealed, Ballot, Remark, Invitation)


@pytest.fixture
def people(app):
    return [make_person() for _ in range(14)]


@pytest.fixture
def wave(people):
    """All of 15 but three have answered, and said something."""
    opened = open_wave()
    for person in people[:12]:
        answer(opened, person, remark="Más tiempo.")
    return opened


def counts():
    return [db.session.scalar(select(func.count()).select_from(pile)) for pile in PILES]


def again(wave_or_number):
    db.session.rollback()
    return db.session.get_one(Wave, getattr(wave_or_number, "id", wave_or_number))


def facts(name):
    db.session.rollback()
    return db.session.scalars(select(Entry).where(Entry.fact == name)).all()


def test_a_wave_is_stopped_when_its_last_day_is_over_in_the_house(wave):
    """Madrid is two hours ahead of the database in summer."""
    number = wave.id
    db.session.rollback()
    with writing():
        db.session.get_one(Wave, number).closes_on = datetime(2026, 7, 10).date()
    with clock.at(datetime(2026, 7, 10, 21, 59)):
        keep_time()
        assert again(number).is_open
    with clock.at(datetime(2026, 7, 10, 22, 1)):
        keep_time()
        assert again(number).state is WaveState.COUNTING
        keep_time()
    outbox.drain()
    assert again(number).state is WaveState.CLOSED
    assert [entry.actor_id for entry in facts("WaveStopped")] == [None]


def test_a_draft_is_not_stopped(people):
    yesterday = clock.now().date() - timedelta(days=1)
    number = draft_wave(closes_on=yesterday).id
    keep_time()
    assert again(number).is_draft


def test_a_closing_that_died_before_its_key_is_ended(wave):
    key = keys.read(wave.key_name)
    closed = close_wave(wave)
    place = Path(keys.folders()[0]) / closed.key_name
    place.write_bytes(key)
    keep_time()
    assert not place.exists()


def test_a_closing_that_died_before_the_piles_went_is_ended(wave, monkeypatch):
    number = wave.id
    db.session.rollback()
    with writing():
        stopping.stop(db.session.get_one(Wave, number), by=None)
    monkeypatch.setattr(closing, "tidy_up", lambda number: None)
    closing.close(number)
    assert counts()[:3] == [12, 12, 12]
    monkeypatch.undo()

    keep_time()
    db.session.rollback()
    assert counts() == [0, 0, 12, 12, 15]
    assert not keys.is_there(again(number).key_name)


def test_answers_are_erased_when_their_time_is_over_and_figures_stay(wave):
    closed = close_wave(wave)
    number, figures, closed_at = (
        closed.id,
        queries.groups_of(closed.id)[0].figures,
        closed.closed_at,
    )
    with clock.at(closed_at + timedelta(days=720)):
        erase()
    db.session.rollback()
    assert counts() == [0, 0, 12, 12, 15]

    with clock.at(closed_at + timedelta(days=733)):
        erase()
        erase()
    assert again(number).erased_at == closed_at + timedelta(days=733)
    assert counts() == [0, 0, 0, 0, 0]
    assert queries.groups_of(number)[0].figures == figures
    assert len(facts("WaveErased")) == 1


def test_an_erasing_that_was_cut_short_goes_on_another_day(wave, monkeypatch):
    number = close_wave(wave).id
    later = clock.now() + timedelta(days=800)

    def full(*piles):
        raise OSError("no room left")

    monkeypatch.setattr(scrubbing, "scrub", full)
    with clock.at(later), pytest.raises(OSError, match="room"):
        erase()
    assert again(number).erased_at is None
    monkeypatch.undo()
    with clock.at(later):
        erase()
    assert again(number).erased_at == later


def test_only_what_was_counted_can_be_erased(wave):
    number = wave.id
    db.session.rollback()
    with pytest.raises(NotNow), writing():
        db.session.get_one(Wave, number).erase()


def restore():
    db.session.rollback()
    with writing():
        prepare_to_open()
    db.session.rollback()


@pytest.mark.parametrize("is_stopped", [False, True])
def test_a_backup_of_a_wave_whose_key_is_gone_closes_with_its_counts(wave, is_stopped):
    number = wave.id
    keys.destroy(wave.key_name)
    db.session.rollback()
    if is_stopped:
        with writing():
            stopping.stop(db.session.get_one(Wave, number), by=None)
            db.session.add(Ballot(wave_id=number, group_id=_whole(number), answers={}))
    restore()

    closed = again(number)
    assert (closed.state, closed.answered, closed.unread) == (WaveState.CLOSED, 12, 12)
    assert counts() == [0, 0, 0, 0, 15]
    assert [group.hidden for group in queries.groups_of(number)] == [Hidden.FEW]
    outbox.drain()
    assert again(number).answered == 12


def _whole(number):
    return queries.groups_of(number)[0].id


def test_a_backup_of_a_wave_whose_key_is_there_goes_on(wave, people):
    restore()
    opened = again(wave)
    assert opened.is_open
    answer(opened, people[12])
    assert close_wave(opened).answered == 13


def test_a_backup_from_the_middle_of_closing_holds_nothing_sealed(wave, people):
    number = close_wave(wave).id
    with writing(shown=False):
        db.session.add(Receipt(wave_id=number, digest=b"x"))
        db.session.add(Sealed(wave_id=number, sealed=b"x", withdrawal=b"x"))
    restore()
    assert counts() == [0, 0, 12, 12, 15]
