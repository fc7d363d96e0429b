"""Turning the pages of the calendar: with a script, with the keyboard, and without."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_month_is_turned_in_its_place_and_back_again(visit):
    page = visit("empleado", language="en").page
    page.goto("/events")
    first = page.locator("h1").text_content()

    page.locator("#agenda-after").focus()
    page.keyboard.press("Enter")

    expect(page.locator("h1")).not_to_have_text(first)
    shown = page.locator("h1").text_content()
    expect(page).to_have_title(re.compile(f"^{shown}"))
    expect(page.locator("#agenda-after")).to_be_focused()
    expect(page.locator("#agenda-said")).to_have_text(shown)
    assert "on=" in page.url

    page.go_back()

    expect(page.locator("h1")).to_have_text(first)
    expect(page).to_have_title(re.compile(f"^{first}"))


@pytest.mark.parametrize("script", [True, False])
def test_on_a_phone_a_day_leads_to_its_list(visit, script):
    page = visit("empleado", width=390, script=script, language="en").page
    page.goto("/events?view=month")
    day = page.locator("a.day").first
    number = day.get_attribute("id")
    expect(page.locator(".month .ev").first).to_be_hidden()
    box = page.locator("td", has=day).first.bounding_box()
    assert box["height"] >= 44 and box["width"] >= 44

    page.mouse.click(box["x"] + box["width"] - 4, box["y"] + box["height"] - 4)

    expect(page).to_have_url(re.compile(f"view=day.*on={number.removeprefix('day-')}"))
    expect(page.locator(f"#{number}")).to_have_attribute("aria-current", "true")
    assert page.locator(".agenda > li").count() >= 1
