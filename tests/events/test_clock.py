"""What the clock does with events, and does once."""

from datetime import timedelta

import pytest

from app.core import clock, outbox, settings
from app.core.db import db, writing
from app.events import errands
from app.events.models import Event, Occurrence, Reply
from app.notifications.models import Delivery, Notification
from tests.factories import make_person
from tests.factories.events import MADRID, answer, cancel_event, date_of, make_event, tomorrow


def told_of(fact):
    outbox.drain()
    rows = (
        db.session.query(Notification.person_id)
        .join(Delivery, Delivery.id == Notification.delivery_id)
        .filter(Delivery.fact == fact)
    )
    return sorted(person for (person,) in rows)


@pytest.fixture
def date(app):
    return date_of(make_event(starts=tomorrow(days=5), capacity=1))


def test_whoever_has_a_seat_is_reminded_once_a_day_before(date, ane):
    waits, perhaps = make_person("Jon"), make_person("Maite")
    for one in (ane, waits):
        answer(date, one)
    answer(date, perhaps, Reply.MAYBE)
    with clock.at(date.starts_at - timedelta(hours=25)):
        errands.remind()
        assert told_of("EventComesUp") == []
    for hours in (23, 22, 1):
        with clock.at(date.starts_at - timedelta(hours=hours)):
            errands.remind()
    assert told_of("EventComesUp") == [ane.id]


def test_of_what_is_off_hidden_or_begun_nobody_is_reminded(ane):
    off, hidden, begun = (make_event(starts=tomorrow(days=5)) for _ in range(3))
    for one in (off, hidden, begun):
        answer(date_of(one), ane)
    cancel_event(off, by=off.author)
    with writing():
        db.session.get_one(Event, hidden.id).hide(by=None)
    with clock.at(date_of(begun).starts_at + timedelta(minutes=1)):
        errands.remind()
    assert told_of("EventComesUp") == []


def test_a_date_that_moved_is_reminded_of_again(date, ane):
    answer(date, ane)
    began = date.starts_at
    with clock.at(began - timedelta(hours=2)):
        errands.remind()
        with writing():
            held = db.session.get_one(Occurrence, date.id)
            later = held.when.on(held.starts + timedelta(days=3))
            held.move(later, place="Gernika", call_url="", by=held.event.author)
    with clock.at(began + timedelta(days=3) - timedelta(hours=2)):
        errands.remind()
    assert told_of("EventComesUp") == [ane.id] * 2


def test_with_nought_hours_nobody_is_reminded(date, ane):
    answer(date, ane)
    with writing():
        settings.put("events.reminder_hours", 0)
    with clock.at(date.starts_at - timedelta(hours=2)):
        errands.remind()
    assert told_of("EventComesUp") == []


def test_whoever_was_there_is_asked_once_how_it_was(date, ane):
    answer(date, ane)
    for minutes in (30, 70, 300):
        with clock.at(date.ends_at + timedelta(minutes=minutes)):
            errands.ask()
    assert told_of("EventIsOver") == [ane.id]


def test_long_afterwards_nobody_asks(date, ane):
    answer(date, ane)
    with clock.at(date.ends_at + timedelta(days=4)):
        errands.ask()
    assert told_of("EventIsOver") == []


def test_a_series_without_an_end_goes_on(app):
    event = make_event(starts=tomorrow(), rule="FREQ=MONTHLY", zone=MADRID)
    before = len(event.occurrences)
    errands.extend()
    assert len(db.session.get_one(Event, event.id).occurrences) == before
    with clock.at(clock.now() + timedelta(days=500)):
        errands.extend()
    assert len(db.session.get_one(Event, event.id).occurrences) > before + 12


def test_a_long_series_with_an_end_goes_on_until_it_is_there(app):
    event = make_event(starts=tomorrow(), rule="FREQ=WEEKLY;COUNT=300", zone=MADRID)
    assert 100 < len(event.occurrences) < 110
    with clock.at(clock.now() + timedelta(days=500)):
        errands.extend()
    assert len(db.session.get_one(Event, event.id).occurrences) > 170
    with clock.at(clock.now() + timedelta(days=300 * 7 + 9)):
        errands.extend()  # it is over: nothing is to be laid out
