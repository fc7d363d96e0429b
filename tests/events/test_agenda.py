"""What is to come as a list: the soonest first, a page at a time."""

import re
from datetime import datetime, timedelta

import pytest

from app.core import clock
from tests.events.calendar import NOW, titles
from tests.factories.events import answer, cancel_event, date_of, make_event


@pytest.fixture(autouse=True)
def november(app):
    with clock.at(NOW):
        yield


def on(day, hour=10):
    return datetime(2026, 11, day, hour)


def test_what_goes_on_and_what_is_to_come_stands_there_in_order(client, ane, jon):
    make_event(jon, title="Later", starts=on(28))
    make_event(jon, title="Over", starts=on(23, 8))
    make_event(jon, title="Sooner", starts=on(24))
    make_event(jon, title="Goes on", starts=on(20), lasts=timedelta(days=5))

    page = client.sign_in(ane).get("/events?view=agenda").text

    assert titles(page) == ["Goes on", "Sooner", "Later"]
    assert "<h1>What is to come</h1>" in page


def test_from_another_day_on_it_says_so(client, ane, jon):
    make_event(jon, title="Over", starts=on(2))
    make_event(jon, title="That morning", starts=on(3, 8))
    make_event(jon, title="Sooner", starts=on(24))

    page = client.sign_in(ane).get("/events?view=agenda&on=2026-11-03").text

    assert titles(page) == ["That morning", "Sooner"]
    assert "<h1>From 3 November on</h1>" in page


@pytest.mark.parametrize("htmx", [True, False])
def test_one_reads_on_to_the_end_and_meets_nothing_twice(client, ane, jon, htmx):
    for nth in range(23):
        make_event(jon, title=f"Talk {nth:02}", starts=on(24 + nth // 5))
    make_event(jon, title="Series", starts=on(24, 9), rule="FREQ=DAILY;COUNT=25")
    page = client.sign_in(ane).get("/events?view=agenda&category=giving-back").text

    seen = titles(page)
    while later := re.search(r'href="([^"]*after=[^"]*)"', page):
        page = client.get(later[1].replace("&amp;", "&"), htmx=htmx).text
        seen += titles(page)

    assert len(seen) == 48
    assert seen.count("Series") == 25 and len(set(seen)) == 24


def test_under_a_month_a_few_stand_and_lead_on_to_the_list(client, ane, jon):
    for nth in range(9):
        make_event(jon, title=f"Talk {nth}", starts=on(24, 9 + nth))
    page = client.sign_in(ane).get("/events").text
    assert titles(page) == [f"Talk {nth}" for nth in range(4)]

    later = re.search(r'href="([^"]*after=[^"]*)"', page)[1].replace("&amp;", "&")

    assert "view=agenda" in later
    assert titles(client.get(later, htmx=True).text) == [f"Talk {nth}" for nth in range(4, 9)]


def test_how_one_stands_to_it_is_said(client, ane, jon):
    event = make_event(jon, title="Talk", starts=on(24), capacity=1)
    answer(date_of(event), jon)
    answer(date_of(event), ane)
    client.sign_in(ane)
    assert "On the waiting list" in client.get("/events?view=agenda").text

    cancel_event(event, jon)

    page = client.get("/events?view=agenda").text
    assert "<s>Talk</s>" in page and "On the waiting list" not in page
