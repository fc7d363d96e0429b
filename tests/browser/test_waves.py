"""HR at the desk: a wave prepared without a script, and its questions ordered by keyboard."""

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from app.core.db import db, writing
from app.people.models import Unit
from app.survey.models import Wave
from tests.browser.test_keyboard import button, tab_to

pytestmark = pytest.mark.browser

NAME = "A wave of this test"


@pytest.fixture(autouse=True)
def nobody_remembers(house):
    yield
    with house.app_context():
        with writing():
            for wave in db.session.scalars(select(Wave).where(Wave.name.startswith(NAME))):
                wave.discard()
        db.session.remove()


def prepare(page, name=NAME):
    page.goto("/survey/waves")
    page.get_by_role("link", name="New wave", exact=True).click()
    page.get_by_label("Name").fill(name)
    button(page, "Prepare it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def questions(page):
    return page.locator(".questions > li > div > p:first-child").all_inner_texts()


def test_a_wave_is_prepared_without_a_script(visit, house):
    visitor = visit("rrhh", script=False, language="en")
    page = visitor.page
    prepare(page)

    # what it lacks leads to where it is given
    page.get_by_role("link", name="Choose its last day.").click()
    expect(page).to_have_url(page.url.split("#")[0] + "#closes_on")
    page.get_by_label("Last day").fill("2100-03-07")
    page.get_by_label("When they were informed").fill("2026-01-02")
    page.get_by_label("How they were informed").fill("A meeting.")
    page.get_by_label("Reference of the impact assessment").fill("DPIA 7")

    # a unit is looked for, and nothing that was typed is lost
    page.get_by_label("Look for a unit").fill("oficinas")
    button(page, "Search").click()
    expect(page.get_by_label("Reference of the impact assessment")).to_have_value("DPIA 7")
    page.get_by_label("Oficinas", exact=True).check()
    button(page, "Save").click()
    expect(page.get_by_text("Nothing is missing.")).to_be_visible()
    with house.app_context():
        wave = db.session.scalars(select(Wave).where(Wave.name == NAME)).one()
        named = db.session.get_one(Unit, wave.units[0]).name
        db.session.remove()
    assert (named, len(wave.units)) == ("Oficinas", 1)

    # a question is added, moved, taken out and brought back
    page.get_by_role("link", name="Add a question").click()
    page.get_by_label("Culture: how much one agrees").check()
    page.get_by_label("Dimension").select_option("culture")
    page.get_by_role("group", name="What it asks").get_by_label("Español").fill("¿Se escucha?")
    button(page, "Add it").click()
    asked = page.locator(".questions > li", has_text="¿Se escucha?")
    expect(asked).to_contain_text("Not in every language yet")
    asked.get_by_role("button", name="Up").click()
    assert [one.startswith("¿Se escucha?") for one in questions(page)[-2:]] == [True, False]
    asked.get_by_role("button", name="Take out").click()
    expect(page.locator(".questions")).not_to_contain_text("¿Se escucha?")
    button(page.get_by_role("status"), "Undo").click()
    expect(page.locator(".questions")).to_contain_text("¿Se escucha?")

    # the page people will see, in another language
    page.get_by_role("link", name="Preview", exact=True).click()
    page.get_by_role("link", name="Euskara").click()
    expect(page.locator("html")).to_have_attribute("lang", "eu")
    assert page.locator("main form").count() == 0
    page.go_back()
    page.get_by_role("link", name="Back to the wave").click()

    # it goes for good once that is confirmed
    page.get_by_role("link", name="Discard").click()
    button(page, "Discard the draft").click()
    expect(page.get_by_role("status")).to_contain_text("The draft is gone.")
    assert visitor.strangers() == []


def test_questions_are_moved_by_keyboard_and_the_focus_goes_along(visit):
    visitor = visit("rrhh", language="en")
    page = visitor.page
    prepare(page)
    third = questions(page)[2]
    up = page.locator(".questions > li").nth(2).get_by_role("button", name="Up")
    tab_to(page, up)

    page.keyboard.press("Enter")
    expect(page.locator(".questions > li").nth(1)).to_contain_text(third)
    focused = page.locator(":focus")
    expect(focused).to_have_attribute("aria-label", f"Up: {third}")

    page.keyboard.press("Enter")
    expect(page.locator(".questions > li").first).to_contain_text(third)
    assert page.evaluate("document.activeElement !== document.body")
    assert visitor.complaints == []


def test_what_a_kind_has_no_use_for_is_not_asked(visit):
    visitor = visit("rrhh", language="en", width=390)
    page = visitor.page
    prepare(page)
    page.get_by_role("link", name="Add a question").click()
    named = page.get_by_role("group", name="What the habit is called")
    expect(named).to_be_visible()
    page.get_by_label("In one’s own words").check()
    expect(named).to_be_hidden()
    expect(page.get_by_label("Dimension")).to_be_hidden()
    page.get_by_label("Culture: how much one agrees").check()
    expect(named).to_be_hidden()
    expect(page.get_by_label("Dimension")).to_be_visible()


def test_a_ticked_unit_shows_that_its_parts_come_along(visit, places):
    visitor = visit("rrhh", language="en")
    page = visitor.page
    page.goto(f"/survey/waves/{places['wave_draft']}/edit")
    parts = page.locator(".branches > li > details").first
    assert parts.evaluate("one => getComputedStyle(one).opacity") == "1"
    page.locator(".branches > li > .check input").first.check()
    assert float(parts.evaluate("one => getComputedStyle(one).opacity")) < 1
