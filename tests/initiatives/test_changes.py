"""What has changed, thirty and ninety days after the end: asked once, whatever the clock does."""

from datetime import timedelta

import pytest

from app.core import clock, outbox
from app.core.db import db, writing
from app.initiatives import errands
from app.initiatives.models import Change, Initiative, Outcome
from app.notifications.models import Delivery, Notification
from app.threads.models import Tie
from tests.factories import make_idea, make_person
from tests.factories.initiatives import ask_change, ended, make_initiative, tell_change

TOLD = {"outcome": "changed", "summary": "The queue is half as long", "text": "", "version": "1"}


@pytest.fixture
def leire(app):
    return make_person("Leire", "ambassador")


@pytest.fixture
def made(leire):
    """It has just ended."""
    return make_initiative(leire, title="Two of us at the till")


def in_days(days):
    return clock.at(clock.now() + timedelta(days=days))


def asked():
    return [one.after for one in db.session.query(Change).order_by(Change.id)]


def told_to():
    outbox.drain()
    rows = (
        db.session.query(Notification.person_id)
        .join(Delivery, Delivery.id == Notification.delivery_id)
        .filter(Delivery.fact == "ChangeAsked")
    )
    return [number for (number,) in rows]


def test_its_owner_is_asked_at_thirty_and_at_ninety_days(made, leire):
    for days, expected in ((29, []), (30, [30]), (31, [30]), (89, [30]), (90, [30, 90])):
        with in_days(days):
            errands.ask()
            assert asked() == expected
    assert told_to() == [leire.id] * 2


def test_a_clock_that_is_put_back_and_forth_asks_nothing_twice(made, leire):
    for days in (30, 0, 30, 400, 90, 30, 91, -5, 90):
        with in_days(days):
            errands.ask()
    assert sorted(asked()) == [30, 90]
    assert told_to() == [leire.id] * 2


def test_what_is_long_over_is_asked_about_no_more(made):
    with in_days(60):
        errands.ask()
    assert asked() == []


def test_what_was_logged_after_its_day_is_asked_about_at_the_next_one(leire):
    make_initiative(leire, **ended(31))
    errands.ask()
    assert asked() == []
    with in_days(60):
        errands.ask()
    assert asked() == [90]


def test_of_what_was_withdrawn_or_goes_on_nobody_is_asked(leire):
    gone = make_initiative(leire)
    make_initiative(leire, ends_on=None)
    with writing():
        db.session.get_one(Initiative, gone.id).withdraw(by=leire)
    with in_days(30):
        errands.ask()
    assert asked() == []


def test_once_it_goes_on_what_nobody_answered_was_asked_too_early(made, leire):
    told, waits = ask_change(made, 30), ask_change(made, 90)
    tell_change(told, by=leire)
    numbers = told.id, waits.id
    with writing():
        again = db.session.get_one(Initiative, made.id)
        again.last(again.starts_on, None, by=leire)
    assert [one.id for one in db.session.query(Change)] == [numbers[0]]


def test_unanswered_it_stays_and_is_seen_to(client, made, leire, ane):
    change = ask_change(made)
    page = client.sign_in(ane).get(f"/initiatives/{made.id}").text
    assert "not told yet" in page
    assert "Two of us" in client.get("/initiatives?state=unanswered").text
    assert f"/initiatives/changes/{change.id}/edit" not in client.get("/").text
    assert f"/initiatives/changes/{change.id}/edit" in client.sign_in(leire).get("/").text


def test_what_is_told_ends_the_line_that_began_with_an_idea(client, leire, ane):
    idea = make_idea(title="Two at the till")
    made = make_initiative(leire, title="Two of us at the till", came_from=idea)
    change = ask_change(made)
    path = f"/initiatives/changes/{change.id}"
    assert client.sign_in(leire).put(path, data=TOLD).status_code == 303

    assert db.session.query(Tie).count() == 2
    page = client.sign_in(ane).get(f"/ideas/{idea.id}").text
    assert TOLD["summary"] in page
    assert client.get(path).location.endswith(f"/initiatives/{made.id}#change-{change.id}")


def test_told_better_taken_back_and_told_again_it_is_one_change(client, made, leire):
    path = f"/initiatives/changes/{ask_change(made).id}"
    client.sign_in(leire)
    client.put(path, data=TOLD)
    client.put(path, data=TOLD | {"version": "2", "outcome": "partly"})
    assert db.session.query(Change).one().outcome is Outcome.PARTLY
    assert client.delete(path).status_code == 303
    assert not db.session.query(Change).one().is_told
    client.put(path, data=TOLD | {"version": "4"})
    assert db.session.query(Change).one().is_told
    assert db.session.query(Tie).count() == 1


def test_who_tells_it_second_loses_nothing(client, made, leire):
    path = f"/initiatives/changes/{ask_change(made).id}"
    client.sign_in(leire)
    client.put(path, data=TOLD)
    answer = client.put(path, data=TOLD | {"summary": "Mine"})
    assert answer.status_code == 409
    assert TOLD["summary"] in answer.text
    assert 'value="Mine"' in answer.text


@pytest.mark.parametrize("missing", ["outcome", "summary"])
def test_an_answer_says_something(client, made, leire, missing):
    path = f"/initiatives/changes/{ask_change(made).id}"
    answer = client.sign_in(leire).put(path, data=TOLD | {missing: ""})
    assert answer.status_code == 422
    assert not db.session.query(Change).one().is_told
