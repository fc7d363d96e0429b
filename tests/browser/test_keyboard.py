"""The whole house by keyboard: one always sees where one is, and is not thrown elsewhere."""

import pytest
from playwright.sync_api import expect

from app.demo import PASSWORD

pytestmark = pytest.mark.browser

IS_SEEN = """() => {
  const one = document.activeElement, sheet = one.closest(".editor"); // ringed with its toolbar
  const {outlineStyle, outlineWidth} = getComputedStyle(one);
  const isRinged = outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
  const isSheet = sheet && getComputedStyle(sheet).boxShadow !== "none";
  return one.matches(":focus-visible") && (isRinged || isSheet);
}"""


@pytest.fixture
def page(visit):
    visitor = visit("embajador", language="en")
    visitor.go("/")
    yield visitor.page
    assert visitor.complaints == []


def tab_to(page, wanted, key="Tab"):
    """Press Tab until the focus is there; it is seen at every stop on the way."""
    for _ in range(150):
        page.keyboard.press(key)
        if wanted.evaluate("one => one === document.activeElement"):
            assert page.evaluate(IS_SEEN)
            return
    raise AssertionError(f"no way to {wanted} by {key}")


def button(place, name):
    return place.get_by_role("button", name=name, exact=True)


def write(page, title):
    tab_to(page, page.locator(".rail .create summary"))
    page.keyboard.press("Enter")
    page.keyboard.press("b")  # the letter beside "A blog post"
    page.wait_for_url("**/blog/new")
    tab_to(page, page.get_by_label("Title"))
    page.keyboard.type(title)
    tab_to(page, page.locator("#text"))
    page.keyboard.type("Nobody answers on Mondays.")
    tab_to(page, button(page, "Publish"), "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_signing_in(visit):
    visitor = visit(language="en")
    visitor.go("/sign-in")
    tab_to(visitor.page, visitor.page.locator("#email"))
    visitor.page.keyboard.type("embajador@demo.test")
    tab_to(visitor.page, visitor.page.locator("#password"))
    visitor.page.keyboard.type(PASSWORD)
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url(visitor.house.address + "/")


def test_every_stop_of_a_page_is_seen(page):
    for _ in range(40):
        page.keyboard.press("Tab")
        assert page.evaluate(IS_SEEN), page.evaluate("document.activeElement.outerHTML")


def test_a_menu_opens_closes_and_gives_the_focus_back(page):
    summary = page.locator(".rail .create summary")
    tab_to(page, summary)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".rail .create").get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(summary).to_be_focused()


def test_a_comment_is_written_answered_felt_and_taken_back(page):
    write(page, "A post written by keyboard")
    tab_to(page, page.get_by_label("Your comment"))
    page.keyboard.type("By phone, too?")
    tab_to(page, button(page, "Publish comment"))
    page.keyboard.press("Enter")
    said = page.locator(".comments > article")
    expect(said).to_contain_text("By phone, too?")
    expect(page.locator(".comment-form :focus")).to_be_attached()

    reply = said.get_by_role("link", name="Reply")
    tab_to(page, reply, "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your reply")).to_be_focused()
    page.keyboard.type("On paper, even.")
    tab_to(page, button(page.locator(".reply"), "Reply"))
    page.keyboard.press("Enter")
    expect(page.locator(".replies article")).to_contain_text("On paper, even.")
    is_within(page, ".comments")

    cheer = page.locator("main .reactions.big button").first
    tab_to(page, cheer, "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main .reactions.big button[aria-pressed=true]")).to_be_focused()

    remove = button(page.locator(".replies article"), "Remove")
    tab_to(page, remove)
    page.keyboard.press("Enter")
    expect(page.locator(".replies article:visible")).to_have_count(0)
    is_within(page, ".comments")  # where it stood
    tab_to(page, button(page.get_by_role("status"), "Undo").last)
    page.keyboard.press("Enter")
    expect(page.locator(".replies article")).to_contain_text("On paper, even.")


def test_withdrawing_keeps_the_focus_in_the_post_and_undo_is_near(page):
    write(page, "A post that comes and goes by keyboard")
    tab_to(page, button(page, "Withdraw"))
    page.keyboard.press("Enter")
    expect(page.locator("main article")).to_contain_text("This post is withdrawn")
    is_within(page, "main article")
    tab_to(page, button(page.get_by_role("status"), "Undo"))
    page.keyboard.press("Enter")
    expect(page.locator("main article")).not_to_contain_text("This post is withdrawn")


def test_no_key_is_lost_while_a_part_takes_the_place_of_another(visit, new_idea):
    """Where the focus is in the very next moment, when a key may come, and what the key does."""
    visitor = visit("empleado", language="en")
    visitor.go(f"/ideas/{new_idea('Not a key is lost')}")
    page = visitor.page
    press = page.locator("[id$='-support'] button").first
    press.focus()
    page.evaluate("""() => document.addEventListener("htmx:afterSwap", (event) => {
      if (event.detail.target.id.endsWith("-support"))
        setTimeout(() => { document.body.dataset.next ??= document.activeElement.ariaPressed; });
    })""")
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_attribute("data-next", "true")
    page.keyboard.press("Enter")
    expect(press).to_have_attribute("aria-pressed", "false")
    expect(press).to_be_focused()
    assert visitor.complaints == []


def is_within(page, selector):
    expect(page.locator(f"{selector} :focus, {selector}:focus").first).to_be_attached()
