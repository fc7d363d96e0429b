"""An event's life without JavaScript: announced, full, a seat that becomes free, and called off."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from app.core import clock

pytestmark = pytest.mark.browser


@pytest.fixture
def person(visit):
    """`person("gobierno")` is somebody's page in a browser that runs no script."""
    visitors = []

    def sit_down(role):
        visitors.append(visit(role, script=False, language="en"))
        return visitors[-1].page

    yield sit_down
    assert [one.strangers() for one in visitors] == [[]] * len(visitors)


def button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def announce(page, title, **fields):
    """In half a minute: a title, a day, an hour and a place."""
    page.goto("/events/new")
    page.get_by_label("Title").fill(title)
    page.get_by_label("Day", exact=True).fill(f"{clock.now() + timedelta(days=9):%Y-%m-%d}")
    page.locator("#begins").fill("10:00")
    page.locator("#place").fill("Bilbao")
    for name, value in fields.items():
        page.locator(f"#{name}").fill(value)
    button(page, "Announce it").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    return int(re.search(r"/events/(\d+)", page.url).group(1))


def test_the_last_seat_goes_to_whoever_waits_when_somebody_leaves(person):
    ambassador, first, second = person("embajador"), person("empleado"), person("rrhh")
    number = announce(ambassador, "A walk through the clinic", capacity="1")

    first.goto(f"/events/{number}")
    button(first, "I’m going").click()
    expect(first.locator("main")).to_contain_text("You are expected.")

    second.goto(f"/events/{number}")
    button(second, "Join the waiting list").click()
    expect(second.locator("main")).to_contain_text("You are number 1 on the waiting list.")

    button(first, "I can’t").click()
    second.goto(f"/events/{number}")
    expect(second.locator("main")).to_contain_text("You are expected.")


def test_what_is_called_off_stays_and_says_why_and_may_take_place_after_all(person):
    ambassador, employee = person("embajador"), person("empleado")
    number = announce(ambassador, "Breakfast with the pharmacists")
    ambassador.get_by_text("It does not take place").click()
    button(ambassador, "Call it off").click()
    expect(ambassador.locator("main")).to_contain_text("Say why")

    ambassador.locator("#reason").fill("The heating is broken.")
    button(ambassador, "Call it off").click()
    employee.goto(f"/events/{number}")
    expect(employee.locator("main")).to_contain_text("It is off: The heating is broken.")
    expect(button(employee, "I’m going")).to_have_count(0)

    button(ambassador, "Undo").click()
    employee.goto(f"/events/{number}")
    expect(button(employee, "I’m going")).to_be_visible()


def test_one_date_of_a_series_is_answered_and_moved_alone(person):
    ambassador, employee = person("embajador"), person("empleado")
    ambassador.goto("/events/new")
    ambassador.get_by_label("Title").fill("Coffee with the call centre")
    ambassador.get_by_label("Day", exact=True).fill(f"{clock.now() + timedelta(days=9):%Y-%m-%d}")
    ambassador.locator("#begins").fill("09:00")
    ambassador.locator("#repeats").select_option("weekly")
    button(ambassador, "Announce it").last.click()
    expect(ambassador.locator("main")).to_contain_text("Say until when it goes on.")
    expect(ambassador.get_by_label("Title")).to_have_value("Coffee with the call centre")
    ambassador.locator("#until").fill(f"{clock.now() + timedelta(days=31):%Y-%m-%d}")
    button(ambassador, "Announce it").last.click()
    expect(ambassador.locator("main")).to_contain_text("4 dates")

    ambassador.get_by_role("link", name="Move this date alone").click()
    ambassador.locator("#begins").fill("16:30")
    ambassador.locator("#ends").fill("17:30")
    button(ambassador, "Move it").click()
    expect(ambassador.locator("main")).to_contain_text("16:30–17:30")

    employee.goto(ambassador.url)
    button(employee, "I’m going").click()
    expect(employee.locator("#event-dates + ul .meta", has_text="You come")).to_have_count(1)
