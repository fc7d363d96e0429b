"""So many in a week: counted by the clock of the house, and not one too many."""

from datetime import date, datetime, timedelta

import pytest

from app.core import clock, settings
from app.core.db import db, writing
from app.thanks import queries, thanking
from app.thanks.models import Thanks
from app.thanks.week import week_of
from tests.conftest import at_once
from tests.factories import make_person
from tests.factories.thanks import CALLED, make_habit, make_thanks, withdraw_thanks

MADRID = "Europe/Madrid"


@pytest.fixture
def habit(app):
    return make_habit()


@pytest.fixture
def friends(app):
    return [make_person(f"Friend {number}") for number in range(8)]


@pytest.fixture
def two_a_week(app):
    with writing():
        settings.put("thanks.per_week", 2)


def thank(client, habit, friend):
    return client.post("/thanks", data={"habit": habit.id, "to": friend.id, "text": CALLED})


def count():
    return db.session.query(Thanks).count()


@pytest.mark.alone
@pytest.mark.parametrize(
    ("moment", "since", "next_monday"),
    [
        ("2026-11-25T12:00", "2026-11-22T23:00", "2026-11-30"),  # a Wednesday in winter
        ("2026-11-22T22:59", "2026-11-15T23:00", "2026-11-23"),  # the last minute of a Sunday
        ("2026-11-22T23:00", "2026-11-22T23:00", "2026-11-30"),  # midnight in the house
        ("2026-03-29T10:00", "2026-03-22T23:00", "2026-03-30"),  # the week has an hour less
        ("2026-12-31T12:00", "2026-12-27T23:00", "2027-01-04"),  # over the end of a year
        ("2026-07-15T12:00", "2026-07-12T22:00", "2026-07-20"),  # summer
    ],
)
def test_a_week_begins_on_monday_by_the_wall_of_the_house(moment, since, next_monday):
    week = week_of(datetime.fromisoformat(moment), MADRID)
    assert week.since == datetime.fromisoformat(since)
    assert week.next_monday == date.fromisoformat(next_monday)
    assert week.since <= datetime.fromisoformat(moment) < week.until


def test_the_form_says_how_many_are_left_and_then_when_again(
    client, ane, habit, friends, two_a_week
):
    client.sign_in(ane)
    assert "You can thank 2 more times this week." in client.get("/thanks/new").text
    thank(client, habit, friends[0])
    assert "You can thank 1 more time this week." in client.get("/thanks/new").text
    thank(client, habit, friends[0])

    page = client.get("/thanks/new").text
    assert "You have thanked as often as one can in a week. From Monday, " in page
    assert "<textarea" not in page


def test_one_too_many_is_refused_in_its_place_and_nothing_is_lost(
    client, ane, habit, friends, two_a_week
):
    client.sign_in(ane)
    for friend in friends[:2]:
        assert thank(client, habit, friend).status_code == 303

    answer = thank(client, habit, friends[2])

    assert answer.status_code == 422 and count() == 2
    assert "From Monday" in answer.text and CALLED in answer.text
    assert f'value="{friends[2].id}" checked' in answer.text


def test_a_new_week_begins_anew(client, ane, habit, friends, two_a_week):
    last_week = clock.now() - timedelta(days=7)
    for friend in friends[:3]:
        make_thanks(ane, friend, habit=habit, created_at=last_week)
    assert thank(client.sign_in(ane), habit, friends[0]).status_code == 303


@pytest.fixture
def midweek(app):
    """A Wednesday to come, so that no week begins in the minutes of a test."""
    now = clock.now()
    with clock.at(now + timedelta(days=(2 - now.weekday()) % 7 + 7)):
        yield


def test_taken_back_at_once_its_place_is_there_again_and_later_it_is_not(
    midweek, client, ane, habit, friends, two_a_week
):
    client.sign_in(ane)
    number = thank(client, habit, friends[0]).location
    client.delete(number)
    assert thanking.places(ane.id).left == 2

    old = make_thanks(ane, friends[0], created_at=clock.now() - timedelta(minutes=11))
    page = client.get(f"/thanks/{old.id}").text
    assert "Withdraw it for good" in page and "Take the thanks back" not in page
    client.delete(f"/thanks/{old.id}")
    assert client.get(f"/thanks/{old.id}").status_code == 404
    assert thanking.places(ane.id).left == 1


def test_withdrawing_twice_gives_no_place_back(app, ane, friends):
    thanks = make_thanks(ane, friends[0], created_at=clock.now() - timedelta(minutes=30))
    withdraw_thanks(thanks)
    withdraw_thanks(thanks)
    assert db.session.get_one(Thanks, thanks.id).takes_place


@pytest.mark.timeout(600)
def test_whoever_sends_all_at_once_thanks_as_often_as_one_may(app, ane, habit, friends):
    """Each race begins when all of them are inside their request."""
    with writing():
        settings.put("thanks.per_week", 3)
    for race in range(10):
        with writing():
            db.session.query(Thanks).delete()
        answers = at_once(
            app,
            *(
                (ane, "/thanks", {"habit": habit.id, "to": one.id, "text": CALLED})
                for one in friends[:6]
            ),
        )
        assert [one.status_code for one in answers] == [303] * 3 + [422] * 3, race
        assert count() == 3, race


@pytest.mark.timeout(600)
def test_two_who_thank_each_other_at_once_do_not_wait_for_one_another(app, habit, friends):
    one, other = friends[:2]
    for _ in range(5):
        answers = at_once(
            app,
            (one, "/thanks", {"habit": habit.id, "to": other.id, "text": CALLED}),
            (other, "/thanks", {"habit": habit.id, "to": one.id, "text": CALLED}),
        )
        assert [answer.status_code for answer in answers] == [303, 303]


def test_what_somebody_was_thanked_for_between_two_days(app, ane, friends):
    now = clock.now()
    gorka = friends[0]
    long_ago = make_thanks(ane, gorka, created_at=now - timedelta(days=40)).id
    lately = make_thanks(ane, gorka, created_at=now - timedelta(days=4)).id
    for kept in ("hidden_at", "put_away_at", "withdrawn_at"):
        make_thanks(ane, gorka, created_at=now - timedelta(days=4), **{kept: now})
    make_thanks(gorka, ane, created_at=now - timedelta(days=4))

    def numbers(rows):
        return [row.id for row in rows]

    month = (now - timedelta(days=30), now)
    assert numbers(queries.received_between(gorka.id, *month)) == [lately]
    assert numbers(queries.given_between(ane.id, *month)) == [lately]
    ever = (now - timedelta(days=90), now - timedelta(days=4))
    assert numbers(queries.received_between(gorka.id, *ever)) == [long_ago]
    row = queries.received_between(gorka.id, *month)[0]
    assert (row.giver_id, row.receiver_id, row.text) == (ane.id, gorka.id, CALLED)
