"""Announcing an event, and changing it."""

from datetime import datetime, timedelta

import pytest

from app.core import clock, outbox
from app.core.db import db
from app.events.models import Event, Occurrence, Reply, When
from app.notifications.models import Delivery, Notification
from tests.factories import make_person
from tests.factories.events import (
    answer,
    answer_series,
    date_of,
    make_event,
    seats,
    tomorrow,
)

GIVEN = {
    "title": "A morning with blurred glasses",
    "day": "2100-03-02",
    "begins": "10:00",
    "category": "awareness",
    "language": "en",
    "zone": "Europe/Madrid",
    "repeats": "no",
}


@pytest.fixture
def leire(app):
    return make_person("Leire", "ambassador")


@pytest.fixture
def announces(client, leire):
    client.sign_in(leire)
    return lambda **given: client.post("/events", data=GIVEN | given)


def only():
    return db.session.query(Event).one()


def test_a_title_a_day_and_an_hour_are_enough(announces):
    assert announces().status_code == 303
    event, (date,) = only(), only().occurrences
    assert (event.starts, event.ends) == (datetime(2100, 3, 2, 10), datetime(2100, 3, 2, 11))
    assert date.starts_at == datetime(2100, 3, 2, 9)  # in winter Madrid is an hour ahead


def test_without_an_hour_it_is_all_day(announces):
    announces(begins="", last_day="2100-03-04")
    assert only().is_all_day
    assert only().when.last_day == datetime(2100, 3, 4).date()


def test_one_that_ends_before_it_begins_goes_on_past_midnight(announces):
    announces(begins="22:30", ends="01:30")
    assert only().ends == datetime(2100, 3, 3, 1, 30)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"title": ""}, "title"),
        ({"day": ""}, "day"),
        ({"day": "soon"}, "day"),
        ({"begins": "25:00"}, "begins"),
        ({"last_day": "2100-03-01"}, "last_day"),
        ({"last_day": "2100-06-01"}, "last_day"),
        ({"last_day": "2100-03-02", "zone": "Mars/Olympus"}, "zone"),
        ({"repeats": "weekly"}, "until"),
        ({"repeats": "weekly", "until": "2100-03-01"}, "until"),
        ({"repeats": "weekly", "until": "2110-03-01"}, "until"),
        ({"repeats": "weekly", "until": "2100-04-01", "zone": "Mars/Olympus"}, "zone"),
        ({"repeats": "sometimes"}, "repeats"),
        ({"call_url": "javascript:alert(1)"}, "call_url"),
        ({"capacity": "0"}, "capacity"),
        ({"capacity": "-3"}, "capacity"),
        ({"guests": "99"}, "guests"),
        ({"category": "fun"}, "category"),
        ({"asked": "77"}, "asked"),
        ({"space": "77"}, "space"),
    ],
)
def test_what_is_wrong_is_said_at_its_place_and_nothing_is_lost(announces, given, field):
    answered = announces(text="What I wrote", **given)
    assert answered.status_code == 422
    assert f'id="{field}-error"' in answered.text or f'href="#{field}"' in answered.text
    assert "What I wrote" in answered.text
    assert not db.session.query(Event).count()


def test_sent_twice_it_is_announced_once(announces):
    first, second = announces(once="a" * 32), announces(once="a" * 32)
    assert first.location == second.location
    assert db.session.query(Event).count() == 1


def test_a_series_has_its_dates_and_an_end(announces):
    announces(repeats="monthly-weekday", until="2100-06-30")
    walls = [one.original for one in only().occurrences]
    assert [(wall.month, wall.day, wall.weekday()) for wall in walls] == [
        (3, 2, 1),
        (4, 6, 1),
        (5, 4, 1),
        (6, 1, 1),
    ]


def test_another_hour_moves_every_date_to_come_and_tells_whoever_comes_once(client, leire, ane):
    event = make_event(leire, rule="FREQ=DAILY;COUNT=3")
    answer_series(event, ane)
    date = date_of(event)
    moved = GIVEN | {
        "title": event.title,
        "day": f"{tomorrow():%Y-%m-%d}",
        "begins": "16:00",
        "repeats": "as-it-is",
        "version": str(event.version),
    }
    assert client.sign_in(leire).put(f"/events/{event.id}", data=moved).status_code == 303

    kept = db.session.get_one(Occurrence, date.id)
    assert kept.starts.hour == 16 and kept.taken == 1
    assert [one.starts.hour for one in db.session.get_one(Event, event.id).occurrences] == [16] * 3
    outbox.drain()
    moves = db.session.query(Delivery).filter_by(fact="EventMoved").all()
    told = db.session.query(Notification).filter_by(delivery_id=moves[0].id).all()
    assert len(moves) == 1 and [one.person_id for one in told] == [ane.id]


def test_better_words_tell_nobody(client, leire, ane):
    event = make_event(leire, starts=datetime(2100, 3, 2, 10), place="Bilbao")
    answer(date_of(event), ane)
    same = GIVEN | {"title": "Other words", "place": "Bilbao", "version": str(event.version)}
    assert client.sign_in(leire).put(f"/events/{event.id}", data=same).status_code == 303
    assert not db.session.query(Delivery).filter_by(fact="EventMoved").count()
    assert only().sequence == 1


def test_a_date_that_people_come_to_and_that_is_gone_from_the_series_is_off(leire, ane, client):
    # From a Thursday until the Sunday after it.
    event = make_event(leire, rule="FREQ=DAILY;COUNT=4", starts=datetime(2100, 3, 4, 10))
    saturday, sunday = date_of(event, 2), date_of(event, 3)
    answer(sunday, ane)
    shorter = GIVEN | {
        "title": event.title,
        "day": "2100-03-04",
        "repeats": "workdays",
        "until": "2100-03-12",
        "version": str(event.version),
    }
    client.sign_in(leire).put(f"/events/{event.id}", data=shorter)
    kept = db.session.get_one(Occurrence, sunday.id)
    assert kept.taken == 1 and kept.cancelled_at
    assert db.session.get(Occurrence, saturday.id) is None
    days = [one.original.day for one in only().occurrences if not one.cancelled_at]
    assert sorted(days) == [4, 5, 8, 9, 10, 11, 12]


def test_more_seats_let_those_move_up_who_wait(client, leire, ane):
    event = make_event(leire, starts=datetime(2100, 3, 2, 10), capacity=1)
    jon = make_person("Jon")
    for one in (ane, jon):
        answer(date_of(event), one)
    more = GIVEN | {"title": event.title, "capacity": "2", "version": str(event.version)}
    client.sign_in(leire).put(f"/events/{event.id}", data=more)
    assert dict(seats(date_of(event))) == {ane.id: "going", jon.id: "going"}


def test_fewer_seats_take_nobody_s_away(client, leire, ane):
    event = make_event(leire, starts=datetime(2100, 3, 2, 10), capacity=2)
    jon = make_person("Jon")
    for one in (ane, jon):
        answer(date_of(event), one)
    fewer = GIVEN | {"title": event.title, "capacity": "1", "version": str(event.version)}
    client.sign_in(leire).put(f"/events/{event.id}", data=fewer)
    assert set(dict(seats(date_of(event))).values()) == {"going"}


def test_who_is_overtaken_sees_both(client, leire):
    event = make_event(leire)
    late = GIVEN | {"title": "Mine", "version": "0"}
    answered = client.sign_in(leire).put(f"/events/{event.id}", data=late)
    assert answered.status_code == 409
    assert "Mine" in answered.text and event.title in answered.text


def test_a_copy_begins_with_all_but_its_day(client, leire):
    event = make_event(leire, place="Gernika", capacity=7)
    page = client.sign_in(leire).get(f"/events/new?like={event.id}").text
    assert event.title in page and 'value="Gernika"' in page and 'value="7"' in page
    assert f"{event.starts:%Y-%m-%d}" not in page


def test_one_date_moves_alone_and_stays_when_its_series_moves(client, leire, ane):
    event = make_event(leire, rule="FREQ=DAILY;COUNT=3", starts=tomorrow())
    second = date_of(event, 1)
    answer(second, ane, Reply.MAYBE)
    elsewhere = tomorrow(days=8)
    sent = {"day": f"{elsewhere:%Y-%m-%d}", "begins": "18:00", "zone": "Europe/Lisbon"}
    client.sign_in(leire).put(f"/events/on/{second.id}/move", data=sent)
    moved = db.session.get_one(Occurrence, second.id)
    assert moved.is_exception and moved.starts.hour == 19  # Lisbon's clock is an hour behind
    assert moved.original == tomorrow() + timedelta(days=1)
    outbox.drain()
    (told,) = db.session.query(Delivery).filter_by(fact="OccurrenceMoved")
    people = db.session.query(Notification).filter_by(delivery_id=told.id)
    assert [one.person_id for one in people] == [ane.id]


def test_an_all_day_series_is_moved_to_another_day_and_stays_all_day(client, leire):
    event = make_event(
        leire, rule="FREQ=DAILY;COUNT=2", starts=tomorrow(0), lasts=timedelta(days=1), all_day=True
    )
    date = date_of(event, 1)
    page = client.sign_in(leire).get(f"/events/on/{date.id}/move/edit").text
    assert 'name="day"' in page and 'name="begins"' not in page
    later = tomorrow(0, days=9)
    sent = {"day": f"{later:%Y-%m-%d}", "begins": "18:00", "zone": "Europe/Madrid"}
    client.put(f"/events/on/{date.id}/move", data=sent)
    assert db.session.get_one(Occurrence, date.id).starts == later


def test_a_date_of_a_series_by_the_hour_is_not_moved_without_one(client, leire):
    event = make_event(leire, rule="FREQ=DAILY;COUNT=2")
    sent = {"day": "2100-03-02", "begins": "", "zone": "Europe/Madrid"}
    answered = client.sign_in(leire).put(f"/events/on/{date_of(event).id}/move", data=sent)
    assert answered.status_code == 422 and "Write an hour" in answered.text


def test_what_has_been_stays_as_it_was_when_its_series_changes_its_hour(client, leire):
    with clock.at(clock.now() - timedelta(days=12)):
        event = make_event(leire, rule="FREQ=WEEKLY;COUNT=4", starts=tomorrow())
    sent = GIVEN | {
        "title": event.title,
        "day": f"{event.starts:%Y-%m-%d}",
        "begins": "16:00",
        "repeats": "as-it-is",
        "version": str(event.version),
    }
    assert client.sign_in(leire).put(f"/events/{event.id}", data=sent).status_code == 303
    hours = [one.starts.hour for one in only().occurrences]
    assert hours == [10, 10, 16, 16]


def test_an_hour_that_spring_skips_does_not_end_before_it_begins():
    lost = When(datetime(2027, 3, 28, 2, 30), datetime(2027, 3, 28, 3, 15), "Europe/Madrid")
    assert lost.starts_at == lost.ends_at


@pytest.mark.parametrize("page", ["/events/{event}/edit", "/events/on/{date}/move/edit"])
def test_a_form_begins_with_the_day_and_the_hours_as_they_are(client, leire, page):
    event = make_event(leire, starts=datetime(2100, 3, 2, 10, 30), rule="FREQ=DAILY;COUNT=2")
    date = date_of(event).id
    shown = client.sign_in(leire).get(page.format(event=event.id, date=date)).text
    assert 'value="2100-03-02"' in shown
    assert 'value="10:30"' in shown and 'value="11:30"' in shown
