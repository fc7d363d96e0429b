"""A triage session by keys alone, though its server is killed; and whoever follows it."""

import os
import signal

import pytest
from playwright.sync_api import expect

from app.committee import settling
from app.committee.models import Sitting, Source
from app.core import clock
from app.core.db import db, writing
from app.demo import PASSWORD
from app.ideas.models import Decision, StepKind, Verdict
from app.people import queries as people
from tests.browser.furnishing import propose
from tests.cli.test_worker import house as at_home

pytestmark = pytest.mark.browser

MANY, KILLED_AT = 60, 25
WORDS = "We begin in March, with two hundred of them."


def call(count, *, present=()):
    """The number of an open sitting of governance, with so many new ideas on its agenda."""
    with writing():
        chair = people.by_email("gobierno@demo.test")
        author = people.by_email("embajador@demo.test")
        numbers = [propose(f"Idea {nth} of many", by=author).id for nth in range(1, count + 1)]
        sitting = Sitting.call("Many", clock.now().date(), quorum=1, limit=2, by=chair)
        sitting.put_on(numbers, Source.CHOSEN)
        for role in present:
            sitting.welcome(people.by_email(f"{role}@demo.test"))
        db.session.flush()
        sitting.open(by=chair)
    return sitting.id


def tab_to(page, words):
    """By the Tab key, until what is focused says this."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()").startswith(words):
            return
    raise AssertionError(f"no Tab leads to {words}")


def sign_in(page, address):
    page.goto(f"{address}/sign-in")
    page.locator("#email").focus()
    page.keyboard.type("gobierno@demo.test")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/")


@pytest.mark.timeout(600)
def test_sixty_ideas_by_keyboard_alone_though_the_server_is_killed(start, inhabited, chromium):
    with at_home(inhabited):
        number = call(MANY)
    server = start(inhabited)
    address = server.ready()
    page = chromium.new_page(locale="en-GB", reduced_motion="reduce")
    sign_in(page, address)
    page.goto(f"{address}/committee/{number}/table")
    title = page.get_by_role("heading", level=1)

    for nth in range(1, MANY + 1):
        expect(title).to_have_text(f"Idea {nth} of many")
        if nth == KILLED_AT:
            page.keyboard.press("w")
            page.keyboard.type(WORDS)
            page.keyboard.press("Escape")
        page.keyboard.press("2")
        if nth == KILLED_AT:
            os.killpg(server.process.pid, signal.SIGKILL)
            server.process.wait()
            page.keyboard.press("d")
            expect(page.locator("#toasts")).to_contain_text(lost(page))
            expect(page.locator("#words")).to_have_value(WORDS)
            server = start(inhabited, PORT=address.rpartition(":")[2])
            assert server.ready() == address
        page.keyboard.press("d")

    expect(title).not_to_contain_text("of many")
    tab_to(page, page.locator("#table .btn.primary").text_content().strip())
    page.keyboard.press("Enter")
    page.wait_for_url("**/closing/new")
    page.locator("#note").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/minutes")
    assert page.locator("ol.minutes > li").count() == MANY
    assert page.get_by_text(WORDS).count() == 1
    page.close()

    with at_home(inhabited):
        for idea in db.session.query(Sitting).filter_by(id=number).one().items:
            taken = [one for one in idea.idea.steps if one.kind is StepKind.DECIDED]
            assert len(taken) == 1


def lost(page):
    """What the page says when there is no connection."""
    return page.locator("#toasts").get_attribute("data-offline")


def test_keys_skip_park_go_back_and_undo_and_the_list_of_keys_names_them(house, visit):
    with house.app_context():
        number = call(4)
        db.session.remove()
    page = visit("gobierno", language="en").page
    page.goto(f"/committee/{number}/table")
    title = page.get_by_role("heading", level=1)
    for key, then in (("s", 2), ("p", 3), ("b", 2), ("b", 1), ("s", 3)):
        page.keyboard.press(key)
        expect(title).to_have_text(f"Idea {then} of many")
    page.keyboard.press("1")
    page.keyboard.press("d")
    expect(title).to_have_text("Idea 4 of many")
    page.keyboard.press("u")
    expect(title).to_have_text("Idea 3 of many")
    page.keyboard.press("f")
    expect(page.locator("#question")).to_be_focused()
    page.keyboard.type("How many letters?")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("Skip: later today")


def test_whoever_follows_sees_the_table_move(house, visit):
    with house.app_context():
        number = call(2, present=["empleado"])
        db.session.remove()
    page = visit("empleado", width=390, language="en").page
    page.goto(f"/committee/{number}/table")
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text("Idea 1 of many")
    assert page.get_by_role("button", name="Decide").count() == 0
    with house.app_context():
        with writing():
            item = db.session.get_one(Sitting, number).item
            chair = people.by_email("gobierno@demo.test")
            settling.decide(item, Decision(Verdict.IN_PROGRESS), owner=None, until=None, by=chair)
        db.session.remove()
    expect(title).to_have_text("Idea 2 of many", timeout=15_000)


def test_without_a_script_one_decides_as_well(house, visit):
    with house.app_context():
        number = call(2)
        db.session.remove()
    page = visit("gobierno", language="en", script=False).page
    page.goto(f"/committee/{number}/table")
    page.get_by_label("Already under way").check()
    page.get_by_role("button", name="Decide").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Idea 2 of many")
    page.get_by_role("button", name="Park").click()
    page.get_by_role("link", name="Close the session").click()
    page.get_by_role("button", name="Close and tell").click()
    expect(page.locator("main")).to_contain_text("What was decided")
    page.get_by_role("button", name="Begin a post with it").click()
    assert "Idea 1 of many" in page.locator("textarea[name=text]").input_value()
