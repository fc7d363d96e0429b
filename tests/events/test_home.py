"""What stands of the events on other pages: home, a space, a person."""

import re
from datetime import datetime, timedelta

import pytest

from app.core import clock
from app.core.db import db, writing
from app.events.models import Event, Reply
from tests.events.calendar import NOW, plain
from tests.factories import make_person, make_post, make_space
from tests.factories.events import answer, cancel_event, date_of, make_event


@pytest.fixture(autouse=True)
def november(app):
    with clock.at(NOW):
        yield


def on(day, hour=10):
    return datetime(2026, 11, day, hour)


def part(page, name):
    """The words of a section of a page, by its id; nothing where it is not there."""
    found = re.search(rf'<section id="{name}".*?</section>', page, re.DOTALL)
    return plain(found[0]) if found else ""


def test_home_shows_what_one_said_yes_to(client, ane, jon):
    for nth in range(4):
        make_event(jon, title=f"Of others {nth}", starts=on(24, 9 + nth))
    for title, reply in (("Yes", Reply.YES), ("Perhaps", Reply.MAYBE), ("No", Reply.NO)):
        answer(date_of(make_event(jon, title=title, starts=on(28))), ane, reply)

    words = part(client.sign_in(ane).get("/").text, "home-dates")

    assert words.startswith("Your next dates Yes Saturday, 28 November, 10:00–11:00 · Bilbao")
    assert "Of others" not in words and "Perhaps" not in words


@pytest.mark.parametrize("once", [True, False])
def test_else_the_next_three_there_are(client, ane, jon, once):
    """Also of whoever said yes to something that is over."""
    if once:
        past = date_of(make_event(jon, title="Over", starts=on(20)))
        with clock.at(NOW - timedelta(days=10)):
            answer(past, ane)
    for nth in range(4):
        make_event(jon, title=f"Talk {nth}", starts=on(24, 9 + nth))
    cancel_event(make_event(jon, title="Off", starts=on(23, 20)), jon)

    words = part(client.sign_in(ane).get("/").text, "home-dates")

    assert words.startswith("Soon Talk 0")
    assert re.findall(r"Talk \d", words) == ["Talk 0", "Talk 1", "Talk 2"] and "Off" not in words


def test_a_house_in_which_nothing_is_to_come_says_nothing(client, ane, jon):
    make_event(jon, title="Over", starts=on(20))
    assert part(client.sign_in(ane).get("/").text, "home-dates") == ""


def test_whoever_never_said_yes_is_shown_what_the_last_one_was_shown(client, ane, jon, queries):
    make_event(jon, starts=on(24))
    client.sign_in(jon).get("/")
    client.sign_in(ane).get("/")
    queries.clear()

    client.get("/")

    assert not [one for one in queries if one.startswith("SELECT event_occurrences")]


def test_whoever_said_yes_is_shown_theirs_and_others_see_nothing_of_it(client, ane, jon, queries):
    hers = date_of(make_event(jon, title="Hers", starts=on(28)))
    answer(hers, ane)
    for nth in range(3):
        make_event(jon, title=f"Talk {nth}", starts=on(24))
    client.sign_in(ane).get("/")
    make_post(jon)
    queries.clear()

    assert "Hers" in part(client.get("/").text, "home-dates")
    assert not [one for one in queries if "event_answers.seat" in one]  # no date has changed
    assert "Hers" not in part(client.sign_in(jon).get("/").text, "home-dates")

    answer(hers, ane, Reply.NO)
    assert "Hers" not in part(client.sign_in(ane).get("/").text, "home-dates")


def test_home_asks_the_same_for_one_date_and_many(client, ane, jon, queries):
    def ask():
        client.application.extensions["fragments"].clear()
        queries.clear()
        client.get("/")
        return len(queries)

    answer(date_of(make_event(jon, starts=on(24))), ane)
    client.sign_in(ane).get("/")
    one = ask()
    make_event(jon, starts=on(24), rule="FREQ=DAILY;COUNT=100")

    assert ask() == one <= 8


def test_a_space_shows_its_next_dates_and_those_it_is_asked_to(client, ane, jon):
    space = make_space(ane, members=[jon])
    make_event(jon, title="Here", starts=on(25), space=space.id)
    make_event(jon, title="Asked", starts=on(24), asked=[space.id])
    make_event(jon, title="Elsewhere", starts=on(24))

    page = client.sign_in(ane).get(f"/spaces/{space.id}").text

    words = part(page, "space-dates")
    assert words.index("Asked") < words.index("Here") and "Elsewhere" not in words
    assert f"/events?space={space.id}" in page
    assert part(client.get(f"/spaces/{make_space(ane).id}").text, "space-dates") == ""


def test_a_person_is_shown_with_what_they_organise(client, ane, jon):
    make_event(jon, title="Blankets", starts=on(25))
    make_event(jon, title="Over", starts=on(20))
    other = make_event(make_person("Leire", "ambassador"), title="Of Leire", starts=on(24))
    number, who = other.id, jon.id
    client.sign_in(ane)
    words = part(client.get(f"/people/{jon.id}").text, "person-dates")
    assert "Blankets" in words and "Over" not in words and "Of Leire" not in words

    with writing():
        person = db.session.get_one(type(jon), who)
        db.session.get_one(Event, number).name_organiser(person, by=person)

    assert "Of Leire" in part(client.get(f"/people/{who}").text, "person-dates")
    assert part(client.get(f"/people/{ane.id}").text, "person-dates") == ""


def test_none_of_it_shows_what_stands_behind_a_door_or_is_hidden(client, ane, jon):
    space = make_space(jon, visibility="hidden")
    behind = make_event(jon, title="Behind", starts=on(24), space=space.id)
    hidden = make_event(jon, title="Taken away", starts=on(24))
    number = hidden.id
    with writing():
        db.session.get_one(Event, number).hide(by=None)
    assert behind.id

    pages = {
        (who, path): client.sign_in(person).get(path).text
        for who, person in (("jon", jon), ("ane", ane))
        for path in ("/", "/events", "/events?view=week", "/events?view=agenda")
    }

    for (who, path), page in pages.items():
        shown = part(page, "home-dates") if path == "/" else page
        assert ("Behind" in shown) is (who == "jon"), path
        assert "Taken away" not in shown, path
    assert "Behind" not in client.get(f"/people/{jon.id}").text
