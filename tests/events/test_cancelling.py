"""What does not take place: everybody concerned hears of it once, and it stays to be seen."""

import pytest

from app.core import outbox
from app.core.db import db
from app.events.models import Event, Reply
from app.notifications.models import Delivery, Notification
from tests.factories import make_person
from tests.factories.events import answer, date_of, make_event

OFF = {"reason": "The room has no light."}


@pytest.fixture
def leire(app):
    return make_person("Leire", "ambassador")


def told_of(fact):
    outbox.drain()
    rows = (
        db.session.query(Notification.person_id)
        .join(Delivery, Delivery.id == Notification.delivery_id)
        .filter(Delivery.fact == fact)
    )
    return sorted(person for (person,) in rows)


def test_whoever_comes_waits_or_perhaps_comes_is_told_once_and_nobody_else(client, leire):
    event = make_event(leire, capacity=1)
    comes, waits, perhaps, not_at_all = (make_person(f"Somebody {n}") for n in range(4))
    for one in (comes, waits):
        answer(date_of(event), one)
    answer(date_of(event), perhaps, Reply.MAYBE)
    answer(date_of(event), not_at_all, Reply.NO)

    client.sign_in(leire)
    for _ in range(2):  # pressing twice is no news
        assert client.post(f"/events/{event.id}/cancellation", data=OFF).status_code == 303
    assert told_of("EventCancelled") == sorted([comes.id, waits.id, perhaps.id])
    page = client.sign_in(comes).get(f"/events/{event.id}").text
    assert "It is off: The room has no light." in page


def test_without_a_reason_it_is_not_called_off(client, leire):
    event = make_event(leire)
    answered = client.sign_in(leire).post(f"/events/{event.id}/cancellation", data={"reason": ""})
    assert answered.status_code == 422 and "Say why" in answered.text
    assert not db.session.get_one(Event, event.id).is_cancelled


def test_taken_back_at_once_nobody_has_heard_of_either(client, leire, ane):
    event = make_event(leire)
    answer(date_of(event), ane)
    client.sign_in(leire).post(f"/events/{event.id}/cancellation", data=OFF)
    assert client.delete(f"/events/{event.id}/cancellation").status_code == 303
    assert told_of("EventCancelled") == []
    assert not db.session.get_one(Event, event.id).is_cancelled


def test_one_date_of_a_series_is_off_and_the_others_are_not(client, leire, ane):
    event = make_event(leire, rule="FREQ=DAILY;COUNT=3")
    date = date_of(event, 1)
    client.sign_in(leire).post(f"/events/on/{date.id}/cancellation", data=OFF)
    off = [bool(one.cancelled_at) for one in db.session.get_one(Event, event.id).occurrences]
    assert off == [False, True, False]
    client.sign_in(ane)
    yes = {"reply": "yes", "of": "date"}
    assert client.post(f"/events/on/{date.id}/answer", data=yes).status_code == 403
    other = date_of(event, 0)
    assert client.post(f"/events/on/{other.id}/answer", data=yes).status_code == 303


def test_its_sequence_rises_with_every_change_calendars_show(client, leire):
    event = make_event(leire)
    client.sign_in(leire).post(f"/events/{event.id}/cancellation", data=OFF)
    client.delete(f"/events/{event.id}/cancellation")
    assert db.session.get_one(Event, event.id).sequence == 2


def test_when_registration_is_closed_nobody_joins_and_who_comes_may_still_leave(client, leire, ane):
    event = make_event(leire)
    date = date_of(event)
    answer(date, ane)
    assert client.sign_in(leire).delete(f"/events/{event.id}/registration").status_code == 303
    jon = make_person("Jon")
    yes, no = {"reply": "yes", "of": "date"}, {"reply": "no", "of": "date"}
    assert client.sign_in(jon).post(f"/events/on/{date.id}/answer", data=yes).status_code == 403
    assert client.sign_in(ane).post(f"/events/on/{date.id}/answer", data=no).status_code == 303
    client.sign_in(leire).post(f"/events/{event.id}/registration")
    assert client.sign_in(jon).post(f"/events/on/{date.id}/answer", data=yes).status_code == 303


def test_whoever_asked_is_told_what_was_said(client, leire, ane):
    date = date_of(make_event(leire, needs_approval=True))
    answer(date, ane)
    assert told_of("SeatAsked") == [leire.id]
    client.sign_in(leire).post(f"/events/on/{date.id}/approval/{ane.id}")
    assert told_of("SeatGiven") == [ane.id]
    client.delete(f"/events/on/{date.id}/approval/{ane.id}")
    assert told_of("SeatRefused") == [ane.id]
    answer(date, ane)  # asking again changes no mind
    assert told_of("SeatAsked") == [leire.id]
