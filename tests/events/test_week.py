"""The week: seven days, each with what goes on, and what is one's own said in words."""

import re
from datetime import datetime, timedelta

import pytest

from app.core import clock
from tests.events.calendar import NOW, week
from tests.factories import make_person
from tests.factories.events import answer, cancel_event, date_of, make_event


@pytest.fixture(autouse=True)
def november(app):
    with clock.at(NOW):
        yield


def on(day, hour=10):
    return datetime(2026, 11, day, hour)


def test_it_has_seven_days_from_monday_and_marks_today(client, ane):
    page = client.sign_in(ane).get("/events?view=week").text

    days = week(page)
    assert len(days) == 7
    assert "Monday, 23 November" in days[0] and "Today" in days[0]
    assert "Sunday, 29 November" in days[-1] and "Nothing that day" in days[-1]
    assert len(re.findall(r'<li class="today" aria-current="date">', page)) == 1
    assert "<h1>23 November – 29 November</h1>" in page


def test_any_day_of_it_leads_to_it_over_the_turn_of_a_year(client, ane):
    page = client.sign_in(ane).get("/events?view=week&on=2027-01-01").text

    assert "Monday, 28 December" in week(page)[0]
    assert "Sunday, 3 January 2027" in week(page)[-1]
    for name, day in (("before", "2026-12-25"), ("after", "2027-01-08")):
        assert f"on={day}" in re.search(rf'id="agenda-{name}" href="([^"]+)"', page)[1]


def test_each_event_stands_on_each_of_its_days_with_its_hours(client, ane, jon):
    make_event(jon, title="Camp", starts=on(25, 18), lasts=timedelta(days=1, hours=2))
    make_event(jon, title="Talk", starts=on(25), place="Deusto")
    make_event(jon, title="Holiday", starts=on(27, 0), lasts=timedelta(days=1), all_day=True)

    days = week(client.sign_in(ane).get("/events?view=week").text)

    assert [nth for nth, words in enumerate(days) if "Camp" in words] == [2, 3]
    assert "10:00–11:00 Talk Deusto Giving back" in days[2]
    assert "all day Holiday" in days[4]


def test_the_day_the_clock_is_put_back_is_one_day(client, ane, jon):
    make_event(jon, title="Night", starts=datetime(2026, 10, 25, 1), lasts=timedelta(hours=4))
    make_event(jon, title="Last", starts=datetime(2026, 10, 25, 23), lasts=timedelta(minutes=59))

    days = week(client.sign_in(ane).get("/events?view=week&on=2026-10-25").text)

    assert "Night" in days[-1] and "Last" in days[-1]
    assert not any("Night" in one or "Last" in one for one in days[:-1])


def test_how_one_stands_to_it_is_said(client, ane, jon):
    event = make_event(jon, title="Talk", starts=on(25))
    answer(date_of(event), ane)
    client.sign_in(ane)
    assert "You come" in week(client.get("/events?view=week").text)[2]
    assert "You come" not in week(client.sign_in(make_person("X")).get("/events?view=week").text)[2]

    cancel_event(event, jon)

    words = week(client.sign_in(ane).get("/events?view=week").text)[2]
    assert "Off" in words and "You come" not in words


def test_a_crowded_day_leads_to_its_list(client, ane, jon):
    for nth in range(15):
        make_event(jon, title=f"Talk {nth:02}", starts=on(25))

    page = client.sign_in(ane).get("/events?view=week").text

    assert "+3 more" in week(page)[2] and len(re.findall(r"Talk \d\d", week(page)[2])) == 12
    assert re.search(r'href="[^"]*view=day&amp;on=2026-11-25[^"]*#that-day"', page)
