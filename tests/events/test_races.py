"""The last seat, and all who press at once: not one too many, and the line in its order."""

import pytest

from app.core.db import db, writing
from app.events.models import Answer, Occurrence, Reply, Seat
from tests.conftest import at_once
from tests.factories import make_person
from tests.factories.events import answer, date_of, make_event

YES, NO = {"reply": "yes", "of": "date"}, {"reply": "no", "of": "date"}


@pytest.fixture
def crowd(app):
    return [make_person(f"Somebody {n}") for n in range(8)]


def begin_again(date):
    """Nobody has answered yet."""
    with writing():
        db.session.query(Answer).filter_by(occurrence_id=date).delete()
        held = db.session.get_one(Occurrence, date)
        held.taken = held.waiting = held.maybe = held.turns = 0


def line_of(date):
    rows = db.session.query(Answer).filter_by(occurrence_id=date, seat=Seat.WAITING)
    return [one.turn for one in rows.order_by(Answer.id)]


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("races", [40, pytest.param(500, marks=pytest.mark.long)])
def test_who_presses_at_once_gets_the_last_seat_or_a_place_in_the_line(app, crowd, races):
    """Each race begins when everybody is inside their request."""
    date = date_of(make_event(capacity=2)).id
    for race in range(races):
        begin_again(date)
        first, *others = crowd[race % 4 :][:5]
        answer(db.session.get_one(Occurrence, date), first)
        answers = at_once(app, *((one, f"/events/on/{date}/answer", YES) for one in others))
        assert [one.status_code for one in answers] == [303] * len(others), race

        held = db.session.get_one(Occurrence, date)
        going = db.session.query(Answer).filter_by(occurrence_id=date, seat=Seat.GOING).count()
        assert (going, held.taken, held.waiting) == (2, 2, len(others) - 1), race
        assert line_of(date) == list(range(1, len(others))), race


@pytest.mark.timeout(600)
def test_whoever_leaves_and_whoever_comes_at_once_leave_no_seat_empty_and_none_twice(app, crowd):
    date = date_of(make_event(capacity=3)).id
    address = f"/events/on/{date}/answer"
    for race in range(25):
        begin_again(date)
        for one in crowd[:5]:  # three go, two wait
            answer(db.session.get_one(Occurrence, date), one)
        leaving = [(one, address, NO) for one in crowd[:2]]
        coming = [(one, address, YES) for one in crowd[5:7]]
        answers = at_once(app, *leaving, *coming)
        assert {one.status_code for one in answers} == {303}, race

        held = db.session.get_one(Occurrence, date)
        assert (held.taken, held.waiting) == (3, 2), race
        going = {
            one.person_id
            for one in db.session.query(Answer).filter_by(occurrence_id=date, seat=Seat.GOING)
        }
        assert going == {one.id for one in crowd[2:5]}, race  # those who waited longest


def test_one_person_who_presses_twice_at_once_has_one_answer(app, crowd):
    date = date_of(make_event(capacity=1)).id
    twice = [(crowd[0], f"/events/on/{date}/answer", YES)] * 2
    for _ in range(10):
        begin_again(date)
        assert {one.status_code for one in at_once(app, *twice)} == {303}
        (given,) = db.session.query(Answer).filter_by(occurrence_id=date)
        assert (given.reply, given.seat) == (Reply.YES, Seat.GOING)
