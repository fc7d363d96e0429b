"""Answering: once, and so that nothing that lies there leads back to anybody."""

from datetime import date, datetime

import pytest
from sqlalchemy import func, select

from app.core import clock
from app.core.db import db, writing
from app.survey import casting, keys, queries, sealing
from app.survey.models import Ballot, Invitation, NotNow, Receipt, Sealed, Wave
from app.survey.sealing import SIZE, Answered
from tests.factories import make_person
from tests.factories.survey import answer, open_wave


@pytest.fixture
def wave(app):
    people = [make_person() for _ in range(30)]
    opened = open_wave()
    for person in people[:20]:
        answer(opened, person, {"q1": 5, "q2": "na"}, remark="Más tiempo." * (person.id % 3))
    return opened


def counts():
    return [db.session.scalar(select(func.count()).select_from(one)) for one in (Receipt, Sealed)]


def test_what_lies_there_holds_nothing_that_leads_back():
    assert set(Receipt.__table__.columns.keys()) == {"wave_id", "digest"}
    assert set(Sealed.__table__.columns.keys()) == {"id", "wave_id", "sealed", "withdrawal"}
    assert set(Ballot.__table__.columns.keys()) == {"id", "wave_id", "group_id", "answers"}


def test_nobody_answers_twice(wave):
    number = db.session.scalars(
        queries.asked("WaveOpened", wave.id).order_by(Invitation.person_id)
    ).first()
    given = Answered(1, {"q1": 1})
    db.session.rollback()
    with pytest.raises(casting.AlreadyAnswered), writing(shown=False):
        casting.cast(wave.id, given, by=number, code="A")
    assert counts() == [20, 20]


def test_all_that_is_sealed_has_one_size_and_opens_with_the_key_alone(wave):
    rows = list(db.session.scalars(select(Sealed.sealed)))
    assert {len(row) for row in rows} == {SIZE + 12 + 16}

    key = keys.read(wave.key_name)
    assert all(sealing.unseal(key, row).answers == {"q1": 5, "q2": "na"} for row in rows)
    with pytest.raises(sealing.Illegible):
        sealing.unseal(bytes(32), rows[0])


def test_the_longest_remark_fits_in_any_script():
    everything = {f"q{n}": 10 for n in range(1, 41)}
    assert sealing.seal(bytes(32), Answered(2**31, everything, "\U0001f600" * 400))


def test_the_code_takes_back_ones_own_answer_and_one_may_answer_again(wave):
    person = make_person()
    someone = db.session.scalars(
        queries.asked("WaveOpened", wave.id).order_by(Invitation.person_id)
    ).all()[-1]
    db.session.rollback()
    code = sealing.new_code()
    given = Answered(1, {"q1": 1})
    for _ in range(2):
        with writing(shown=False):
            casting.cast(wave.id, given, by=someone, code=code)
        assert casting.has_answered(db.session.get_one(Wave, wave.id), someone)
        with pytest.raises(casting.NoSuchAnswer), writing(shown=False):
            casting.withdraw(wave.id, code, by=person.id)  # somebody else's hands
        with pytest.raises(casting.NoSuchAnswer), writing(shown=False):
            casting.withdraw(wave.id, sealing.new_code(), by=someone)
        with writing(shown=False):
            casting.withdraw(wave.id, code, by=someone)
        assert not casting.has_answered(db.session.get_one(Wave, wave.id), someone)
        assert counts() == [20, 20]


def test_nothing_is_taken_once_it_has_stopped(wave):
    with writing():
        db.session.get_one(Wave, wave.id).stop(by=None)
    with pytest.raises(NotNow), writing(shown=False):
        casting.cast(wave.id, Answered(1, {}), by=1, code="A")


def test_without_its_key_nothing_can_be_cast(wave):
    keys.destroy(wave.key_name)
    db.session.rollback()
    with pytest.raises(keys.KeyLost), writing(shown=False):
        casting.cast(wave.id, Answered(1, {}), by=1, code="A")
    assert not casting.has_answered(db.session.get_one(Wave, wave.id), 1)


def test_answers_are_taken_until_the_last_day_is_over_in_the_house(wave):
    """Which is on UTC+1 or UTC+2: on this night of November, at eleven by the database."""
    number = db.session.scalars(
        queries.asked("WaveOpened", wave.id).order_by(Invitation.person_id)
    ).all()[-1]
    with writing():
        db.session.get_one(Wave, wave.id).closes_on = date(2026, 11, 30)
    code = sealing.new_code()
    with clock.at(datetime(2026, 11, 30, 22, 59)), writing(shown=False):
        casting.cast(wave.id, Answered(1, {"q1": 1}), by=number, code=code)

    with clock.at(datetime(2026, 11, 30, 23, 0)):
        assert db.session.get_one(Wave, wave.id).is_open  # nobody has stopped it yet
        with writing(shown=False):  # it lies there still, and may be taken back
            casting.withdraw(wave.id, code, by=number)
        with pytest.raises(NotNow), writing(shown=False):
            casting.cast(wave.id, Answered(1, {"q1": 1}), by=number, code=code)


def test_what_lies_there_is_known_again_by_its_person_and_code_alone(wave):
    number = db.session.scalars(
        queries.asked("WaveOpened", wave.id).order_by(Invitation.person_id)
    ).all()[-1]
    db.session.rollback()
    code, given = sealing.new_code(), Answered(1, {"q1": 1}, "Tiempo.")
    with writing(shown=False):
        casting.cast(wave.id, given, by=number, code=code)

    held = db.session.get_one(Wave, wave.id)
    assert casting.cast_before(held, by=number, code=code) == given
    assert casting.cast_before(held, by=number, code=sealing.new_code()) is None
    assert casting.cast_before(held, by=number + 1, code=code) is None
    keys.destroy(held.key_name)
    assert casting.cast_before(held, by=number, code=code) is None
