"""The month: each event on each of its days, for the day it is where one reads."""

import re
from datetime import datetime, timedelta

import pytest

from app.catalogue.categories import Category
from app.core import clock
from app.events.models import Reply
from tests.events.calendar import NOW, cell, cells, plain, titles
from tests.factories import make_person, make_space
from tests.factories.events import answer, cancel_event, date_of, make_event


@pytest.fixture(autouse=True)
def november(app):
    with clock.at(NOW):
        yield


def on(day, hour=10, month=11, minute=0):
    return datetime(2026, month, day, hour, minute)


def test_it_shows_whole_weeks_from_monday_and_marks_today(client, ane):
    page = client.sign_in(ane).get("/events").text

    assert "<h1>November 2026</h1>" in page
    days = [day for day, _ in cells(page)]
    assert days == [*range(26, 32), *range(1, 31), *range(1, 7)]
    assert re.findall(r'<abbr title="(\w+)"', page)[0] == "Monday"
    [today] = re.findall(r'<td[^>]*aria-current="date"[^>]*>(.*?)</td>', page, re.DOTALL)
    assert plain(today) == "23"


@pytest.mark.parametrize(
    "language, month, monday",
    [
        ("es", "Noviembre de 2026", "lunes"),
        ("eu", "2026ko azaroa", "astelehena"),
        ("pt", "Novembro de 2026", "segunda-feira"),
    ],
)
def test_it_speaks_the_readers_language(client, language, month, monday):
    page = client.sign_in(make_person("Ane", language=language)).get("/events").text

    assert f"<h1>{month}</h1>" in page and f'<abbr title="{monday}"' in page


def test_an_event_stands_on_its_day_and_leads_to_it(client, ane, jon):
    date = date_of(make_event(jon, title="Blankets", starts=on(26)))

    page = client.sign_in(ane).get("/events").text

    assert "Blankets" in cell(page, 26) and "10:00–11:00" in cell(page, 26)
    assert [day for day, words in cells(page) if "Blankets" in words] == [26]
    assert f'href="/events/on/{date.id}"' in page


def test_what_lasts_for_days_stands_on_each_of_them_over_the_turn_of_the_month(client, ane, jon):
    make_event(jon, title="Camp", starts=on(29, 18), lasts=timedelta(days=3))

    november = client.sign_in(ane).get("/events").text
    december = client.get("/events?on=2026-12-01").text

    assert [day for day, words in cells(november) if "Camp" in words] == [29, 30, 1, 2]
    assert [day for day, words in cells(december) if "Camp" in words] == [30, 1, 2]


def test_what_began_the_longest_ago_is_still_there(client, ane, jon):
    make_event(jon, title="Wave", starts=on(1, 0, 10), lasts=timedelta(days=31), all_day=True)

    page = client.sign_in(ane).get("/events?on=2026-11-01").text
    assert [day for day, words in cells(page) if "Wave" in words] == [26, 27, 28, 29, 30, 31]


def test_its_day_is_the_readers_but_all_day_is_everywhere_the_same(client, jon):
    make_event(jon, title="Late", starts=on(24, 23, minute=30), lasts=timedelta(minutes=15))
    make_event(jon, title="Holiday", starts=on(24, 0), lasts=timedelta(days=1), all_day=True)
    for zone, late in (("Europe/Madrid", 24), ("Asia/Tokyo", 25), ("America/Bogota", 24)):
        page = client.sign_in(make_person("A", time_zone=zone)).get("/events").text

        assert [day for day, words in cells(page) if "Late" in words] == [late], zone
        assert [day for day, words in cells(page) if "Holiday" in words] == [24], zone


def test_of_a_long_day_three_are_drawn_and_the_rest_is_a_press_away(client, ane, jon):
    for nth in range(8):
        make_event(jon, title=f"Talk {nth}", starts=on(26, 9 + nth))

    page = client.sign_in(ane).get("/events").text

    assert "8 events" in cell(page, 26) and "+5 more" in cell(page, 26)
    assert re.findall(r"Talk \d", cell(page, 26)) == ["Talk 0", "Talk 1", "Talk 2"]
    [address] = set(re.findall(r'class="ev-more" href="([^"#]+)', page))
    day = client.get(address.replace("&amp;", "&")).text
    assert titles(day) == [f"Talk {nth}" for nth in range(8)]
    assert "Thursday, 26 November" in day and "+5 more" in cell(day, 26)


def test_a_day_of_hundreds_is_read_a_page_at_a_time(client, ane, jon):
    for nth in range(45):
        make_event(jon, title=f"Talk {nth:02}", starts=on(26, 9))
    page = client.sign_in(ane).get("/events?view=day&on=2026-11-26").text

    seen = titles(page)
    while later := re.search(r'href="([^"]*after=[^"]*)"', page):
        page = client.get(later[1].replace("&amp;", "&"), htmx=True).text
        assert "<h1" not in page
        seen += titles(page)

    assert seen == [f"Talk {nth:02}" for nth in range(45)]


def test_ones_own_are_in_sight_and_say_so(client, ane, jon):
    for nth in range(8):
        make_event(jon, title=f"Talk {nth}", starts=on(26, 9 + nth))
    full = date_of(make_event(jon, title="Full", starts=on(26, 19), capacity=1))
    answer(full, jon)
    answer(full, ane)
    mine = date_of(make_event(jon, title="Mine", starts=on(26, 20)))
    answer(mine, ane)

    page = client.sign_in(ane).get("/events").text

    words = cell(page, 26)
    assert "On the waiting list: Full" in words and "You come: Mine" in words
    assert re.findall(r"Talk \d", words) == ["Talk 0"] and "+7 more" in words
    assert "You come" not in cell(client.sign_in(make_person("X")).get("/events").text, 26)


def test_what_is_off_is_struck_through_and_says_it(client, ane, jon):
    event = make_event(jon, title="Blankets", starts=on(26))
    answer(date_of(event), ane)
    cancel_event(event, jon)

    page = client.sign_in(ane).get("/events").text

    assert re.search(r"<s lang=\"en\">Blankets</s> <small>Off</small>", page)
    assert "You come" not in cell(page, 26)


def test_one_goes_to_other_months_and_back_to_today(client, ane):
    page = client.sign_in(ane).get("/events?on=2026-12-31&category=growth").text

    def way(name):
        return re.search(rf'id="agenda-{name}" href="([^"]+)"', page)[1].replace("&amp;", "&")

    assert "on=2026-11-01" in way("before") and "on=2027-01-01" in way("after")
    assert "on=" not in way("today")
    assert all("category=growth" in way(name) for name in ("before", "after", "today", "week"))
    assert "<h1>January 2027</h1>" in client.get(way("after")).text
    assert "<h1>November 2026</h1>" in client.get(way("today")).text


@pytest.mark.parametrize("on, lacks", [("1970-01-03", "before"), ("2199-12-20", "after")])
def test_where_calendars_end_nothing_leads_on(client, ane, on, lacks):
    page = client.sign_in(ane).get(f"/events?on={on}").text

    assert f'id="agenda-{lacks}"' not in page


def test_a_script_takes_the_part_and_a_title_and_puts_the_address_in_its_place(client, ane):
    part = client.sign_in(ane).get("/events?on=2026-12-01", htmx=True).text

    assert "<html" not in part and "<title>December 2026" in part and 'id="agenda"' in part
    assert 'hx-push-url="true"' in part and 'hx-swap-oob="innerHTML:#agenda-said"' in part
    back = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    whole = client.get("/events?on=2026-12-01", headers=back).text
    assert "<html" in whole and whole.count("<title>") == 1


@pytest.mark.parametrize(
    "address",
    [
        "on=2026-13-44",
        "on=0001-01-01",
        "on=9999-12-31",
        "on=yesterday&view=year",
        "category=parties",
        "space=99999999999999999999",
        "space=-1",
        "space=7",
        "mine=perhaps&after=never&last=x",
        "after=2026-11-30T10:00:00&last=99999999999999",
        "on=%00&view=%00",
    ],
)
def test_nonsense_shows_today(client, ane, jon, address):
    make_event(jon, title="Blankets", starts=on(26))
    plain_page = client.sign_in(ane).get("/events")

    answer = client.get(f"/events?{address}")

    assert answer.status_code == 200
    assert "<h1>November 2026</h1>" in answer.text
    assert cells(answer.text) == cells(plain_page.text)
    assert titles(answer.text) == ["Blankets"]


@pytest.mark.parametrize("view", ["month", "week", "day", "agenda"])
def test_it_is_narrowed_to_a_category_to_a_space_and_to_ones_own(client, ane, jon, view):
    space = make_space(jon, name="The counter")
    make_event(jon, title="Elsewhere", starts=on(26), category=Category.AWARENESS)
    make_event(jon, title="Asked", starts=on(26), asked=[space.id], category=Category.AWARENESS)
    make_event(jon, title="Here", starts=on(26), space=space.id, category=Category.GROWTH)
    yes, maybe, no = (
        date_of(make_event(jon, title=title, starts=on(26), category=Category.PARTNERS))
        for title in ("Yes", "Perhaps", "No")
    )
    answer(yes, ane)
    answer(maybe, ane, Reply.MAYBE)
    answer(no, ane, Reply.NO)
    client.sign_in(ane)

    def shown(narrowed):
        page = client.get(f"/events?view={view}&on=2026-11-26&{narrowed}").text
        main = page[page.index('class="split"') :]
        names = ("Elsewhere", "Asked", "Here", "Yes", "Perhaps", "No")
        return {name for name in names if f">{name}<" in main}

    assert shown("category=growth") == {"Here"}
    assert shown(f"space={space.id}") == {"Asked", "Here"}
    assert shown("mine=1") == {"Yes", "Perhaps"}
    assert shown("mine=1&category=growth") == set()
    client.sign_in(jon)
    assert "Here" in client.get(f"/events?view={view}&on=2026-11-26&mine=1").text


def test_the_margin_counts_what_is_to_come_by_category(client, ane, jon):
    for nth in range(3):
        make_event(jon, starts=on(26 + nth), category=Category.GROWTH)
    make_event(jon, starts=on(20), category=Category.AWARENESS)
    cancel_event(make_event(jon, starts=on(27), category=Category.PARTNERS), jon)

    page = client.sign_in(ane).get("/events").text

    counts = plain(page[page.index('id="agenda-counts"') :])
    assert "Growth mindset 3" in counts
    assert "Awareness" not in counts and "Work with partners" not in counts


def test_it_asks_how_the_last_one_was(client, ane, jon):
    for title, day in (("Before", 25), ("Last", 26), ("Still to come", 27)):
        answer(date_of(make_event(jon, title=title, starts=on(day))), ane)
    client.sign_in(ane)
    assert "how was it?" not in client.get("/events").text
    with clock.at(datetime(2026, 11, 26, 20)):
        page = client.get("/events").text

    asked = plain(page[page.index('<h2 class="section-title" id="agenda-last"') :])
    assert asked.startswith("It is over: how was it? Last Thursday")


def test_an_empty_house_says_what_belongs_here(client, ane, jon):
    assert "Nothing is to come yet" in client.sign_in(ane).get("/events").text
    assert "/events/new" not in client.get("/events").text
    assert "Nothing of yours is to come" in client.get("/events?mine=1").text
    assert "Nothing of this is to come" in client.get("/events?category=growth").text
    assert "/events/new" in client.sign_in(jon).get("/events").text


def test_it_changes_at_once_with_what_it_shows(client, ane, jon):
    event = make_event(jon, title="Blankets", starts=on(26))
    kept = client.sign_in(ane).get("/events")
    again = {"If-None-Match": kept.headers["ETag"]}
    assert client.get("/events", headers=again).status_code == 304

    cancel_event(event, jon)

    assert "<s lang" in client.get("/events", headers=again).text


@pytest.mark.parametrize("view", ["month", "week", "day", "agenda"])
def test_it_asks_the_same_for_three_events_and_three_hundred(client, ane, jon, queries, view):
    def ask():
        client.application.extensions["fragments"].clear()
        queries.clear()
        assert client.get(f"/events?view={view}&on=2026-11-26").status_code == 200
        return len(queries)

    for nth in range(3):
        answer(date_of(make_event(jon, starts=on(24 + nth))), ane)
    client.sign_in(ane).get("/events")
    few = ask()
    make_event(jon, starts=on(24), rule="FREQ=DAILY;COUNT=150")
    make_event(jon, starts=on(24), rule="FREQ=DAILY;COUNT=150", space=make_space(jon).id)

    assert ask() == few <= 8


def test_a_month_of_hundreds_weighs_no_more_than_a_full_one(client, ane, jon):
    """What is not shown is not drawn."""

    def weigh():
        return len(client.get("/events").data)

    client.sign_in(ane)
    for hour in range(4):
        make_event(jon, starts=on(1, 10 + hour, 10), rule="FREQ=DAILY;COUNT=90")
    full = weigh()
    for hour in range(6):
        make_event(jon, starts=on(1, 10 + hour, 10), rule="FREQ=DAILY;COUNT=90")

    assert weigh() < full * 1.05 < 90_000
