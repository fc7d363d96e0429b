"""What stays as it was when an event is changed, and what goes with it."""

from datetime import datetime, timedelta

import pytest

from app.core import clock
from app.core.db import db, writing
from app.core.markdown import render
from app.events import scheduling
from app.events.models import Event, Invited, Minutes, Occurrence
from tests.events.test_announcing import GIVEN
from tests.factories import make_person, make_space
from tests.factories.events import answer, date_of, make_event, tomorrow


@pytest.fixture
def leire(app):
    return make_person("Leire", "ambassador")


def change(client, event, **given):
    event = db.session.get_one(Event, event.id)
    sent = {
        "title": event.title,
        "day": f"{event.starts:%Y-%m-%d}",
        "begins": f"{event.starts:%H:%M}",
        "ends": f"{event.ends:%H:%M}",
        "place": event.place,
        "repeats": "as-it-is" if event.rule else "no",
        "version": str(event.version),
    }
    return client.put(f"/events/{event.id}", data=GIVEN | sent | given)


def only():
    return db.session.query(Event).one()


def test_a_series_that_becomes_once_keeps_what_has_been(client, leire):
    with clock.at(clock.now() - timedelta(days=15)):
        event = make_event(leire, rule="FREQ=WEEKLY;COUNT=4", starts=tomorrow())
    first = date_of(event)
    with writing():
        held = db.session.get_one(Occurrence, first.id)
        Minutes.begin(held).write(
            "We *met*.", render("We *met*."), reached=None, changed="", by=held.event.author
        )
    answered = change(
        client.sign_in(leire), event, repeats="no", day=f"{tomorrow(days=9):%Y-%m-%d}"
    )
    assert answered.status_code == 303
    kept = db.session.get(Occurrence, first.id)
    assert kept is not None and kept.cancelled_at is None
    assert db.session.query(Minutes).count() == 1
    ahead = [one for one in only().occurrences if not one.has_begun]
    assert [one.starts.date() for one in ahead] == [tomorrow(days=9).date()]
    assert only().is_series  # its page still leads to the dates it had


def test_a_date_that_left_its_series_is_on_again_when_its_day_comes_back(client, leire, ane):
    event = make_event(leire, rule="FREQ=WEEKLY;COUNT=3", starts=tomorrow())
    last = date_of(event, 2)
    answer(last, ane)
    for rule, is_off in (("FREQ=WEEKLY;COUNT=2", True), ("FREQ=WEEKLY;COUNT=3", False)):
        with writing():
            held = db.session.get_one(Event, event.id)
            held.stand_at(held.when, rule=rule)
            scheduling.lay_out(held)
        assert bool(db.session.get_one(Occurrence, last.id).cancelled_at) is is_off


def test_a_date_that_was_called_off_stays_off_when_its_series_changes(client, leire):
    event = make_event(leire, rule="FREQ=WEEKLY;COUNT=3", starts=tomorrow())
    date = date_of(event, 1)
    client.sign_in(leire)
    client.post(f"/events/on/{date.id}/cancellation", data={"reason": "A strike."})
    change(client, event, begins="16:00", ends="17:00")
    assert db.session.get_one(Occurrence, date.id).cancelled_at


def test_days_taken_out_and_added_go_with_the_hour_and_end_with_the_rule(app, leire):
    event = make_event(leire, rule="FREQ=WEEKLY;COUNT=4", starts=datetime(2100, 3, 2, 10))
    with writing():
        held = db.session.get_one(Event, event.id)
        held.skipped, held.more_dates = ["2100-03-09T10:00:00"], ["2100-03-05T10:00:00"]
        held.stand_at(held.when.on(datetime(2100, 3, 2, 11)), rule=held.rule)
        scheduling.lay_out(held)
    walls = [one.original for one in only().occurrences]
    assert [(wall.day, wall.hour) for wall in walls] == [(2, 11), (5, 11), (16, 11), (23, 11)]
    with writing():
        held = db.session.get_one(Event, event.id)
        held.stand_at(held.when.on(datetime(2100, 3, 9, 11)))
        scheduling.lay_out(held)
    assert [one.original for one in only().occurrences] == [datetime(2100, 3, 9, 11)]


def test_who_changes_it_leaves_out_no_space_they_are_not_in(client, leire, ane):
    theirs = make_space(ane, visibility="hidden")
    event = make_event(leire)
    with writing():
        db.session.add(Invited(event_id=event.id, space_id=theirs.id))
    change(client.sign_in(leire), event, title="Other words")
    assert [one.space_id for one in only().invited] == [theirs.id]


def test_nobody_asks_a_space_they_may_not_write_in(client, leire, ane):
    theirs = make_space(ane, visibility="hidden")
    event = make_event(leire)
    assert change(client.sign_in(leire), event, asked=str(theirs.id)).status_code == 422
    assert only().invited == []


def test_of_two_who_change_it_at_once_the_second_is_told(client, leire):
    event = make_event(leire, starts=datetime(2100, 3, 2, 10))
    client.sign_in(leire)
    version = str(event.version)
    assert change(client, event, needs_approval="y").status_code == 303
    assert change(client, event, guests="3", version=version).status_code == 409


def test_a_new_one_is_no_series_that_was_brought_in(client, leire):
    sent = GIVEN | {"repeats": "as-it-is", "until": "2100-04-01"}
    assert client.sign_in(leire).post("/events", data=sent).status_code == 422
    event = make_event(leire)
    assert change(client, event, repeats="as-it-is", until="2100-04-01").status_code == 422


def test_a_number_far_away_leads_nowhere(client, leire):
    client.sign_in(leire)
    for number in ("-9999999999999999999999", "-1", "0", str(2**31), "9" * 40):
        assert client.get(f"/events/new?like={number}").status_code in {200, 404}


def test_what_has_begun_is_not_moved(client, leire):
    with clock.at(clock.now() - timedelta(days=15)):
        event = make_event(leire, rule="FREQ=WEEKLY;COUNT=4", starts=tomorrow())
    sent = {"day": "2100-03-02", "begins": "10:00", "zone": "Europe/Madrid"}
    moved = client.sign_in(leire).put(f"/events/on/{date_of(event).id}/move", data=sent)
    assert moved.status_code == 403
