"""An initiative in half a minute by thumb; and its whole life without JavaScript and by keys."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

TAPS = 4  # the title, a category, how many, and the button: what half a minute has room for


class Thumb:
    """Counts what a thumb does."""

    def __init__(self, page):
        self.page, self.taps = page, 0

    def tap(self, place):
        place.tap()
        self.taps += 1

    def type(self, place, words):
        self.tap(place)
        self.page.keyboard.type(words)


def button(place, name):
    return place.get_by_role("button", name=name, exact=True)


@pytest.fixture
def without_script(visit):
    visitors = []

    def sit_down(role):
        visitors.append(visit(role, script=False, language="en"))
        return visitors[-1].page

    yield sit_down
    assert [one.strangers() for one in visitors] == [[]] * len(visitors)


def test_half_a_minute_is_four_taps_and_a_few_words(visit):
    visitor = visit("embajador", width=390, language="en", touch=True)
    visitor.page.goto("/initiatives/new")
    thumb = Thumb(visitor.page)

    thumb.type(visitor.page.get_by_label("What did you do?"), "Coffee with five customers")
    thumb.tap(visitor.page.get_by_text("Growth mindset"))
    thumb.type(visitor.page.get_by_label("People reached"), "5")
    thumb.tap(button(visitor.page, "Log it"))

    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Coffee with five customers")
    expect(visitor.page.locator("main")).to_contain_text("5 people reached")
    assert thumb.taps == TAPS

    visitor.page.goto("/initiatives/new")
    thumb.taps = 0
    thumb.tap(visitor.page.get_by_role("link", name="The same as last time:"))
    expect(visitor.page.get_by_label("What did you do?")).to_have_value(
        "Coffee with five customers"
    )
    thumb.tap(button(visitor.page, "Log it"))
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Coffee with five customers")
    assert thumb.taps == 2
    assert visitor.complaints == []


def test_an_initiative_lives_without_script(without_script, places):
    page, governance = without_script("embajador"), without_script("gobierno")
    page.goto("/initiatives/new")
    page.get_by_label("What did you do?").fill("Two of us at the till")
    button(page, "Log it").click()
    address = page.url

    page.get_by_text("Tell how it goes").click()
    page.locator("#initiative-updates textarea").fill("We have *begun*.")
    button(page, "Tell it").click()
    expect(page.locator("#initiative-updates em")).to_have_text("begun")
    page.get_by_text("Add a milestone").click()
    page.get_by_label("Milestone", exact=True).fill("A week at the till")
    button(page, "Add").click()
    page.get_by_role("button", name=re.compile(r"^Reached\b")).click()
    expect(page.locator("#initiative-milestones")).to_contain_text("Reached on")

    governance.goto(address)
    governance.get_by_text("Something is missing").click()
    button(governance, "Send it back").click()
    expect(governance.locator("main")).to_contain_text("Say what is missing")
    governance.get_by_label("What is missing").fill("In which office?")
    button(governance, "Send it back").click()
    page.goto(address)
    expect(page.locator("main")).to_contain_text("In which office?")

    button(page, "Withdraw it").click()
    expect(page.locator("main")).to_contain_text("This initiative is withdrawn.")
    button(page, "Put it back").click()
    expect(page.locator("main")).not_to_contain_text("This initiative is withdrawn.")


def test_what_has_changed_is_told_by_keys(visit, places):
    visitor = visit("embajador", language="en")
    page = visitor.page
    page.goto(f"/initiatives/changes/{places['asked_change']}/edit")
    first = page.get_by_role("radio").first
    first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("The sign hangs lower now")
    button(page, "Save").press("Enter")
    expect(page.locator(f"#change-{places['asked_change']}")).to_contain_text(
        "The sign hangs lower now"
    )
    expect(page.locator("#initiative-changes")).to_contain_text("Something is different, in part")
    button(page, "Undo").click()
    expect(page.locator(f"#change-{places['asked_change']}")).to_contain_text("not told yet")
    assert visitor.complaints == []
