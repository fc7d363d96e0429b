"""Scripts, in a real browser under the real content security policy."""

import base64

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from app.core import navigation
from app.core.navigation import Entry

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PASTE = """coded => {
  const bytes = Uint8Array.from(atob(coded), one => one.charCodeAt(0));
  const carried = new DataTransfer();
  carried.items.add(new File([bytes], "dot.png", {type: "image/png"}));
  const given = {clipboardData: carried, bubbles: true, cancelable: true};
  document.querySelector("textarea").dispatchEvent(new ClipboardEvent("paste", given));
}"""
FOCUSED = "document.activeElement.getAttribute('aria-label') ?? document.activeElement.id"


def sheet(page):
    return page.get_by_role("textbox", name="Text")


def tool(page, name):
    return page.get_by_role("button", name=name, exact=True)


@pytest.mark.parametrize(
    "path", ["/patterns", "/gate", "/error/404", "/error/401?kept=1", "/write"]
)
@pytest.mark.parametrize("width, dark", [(1280, False), (390, True), (320, False)])
def test_nothing_is_in_the_way_of_anybody(open_page, path, width, dark):
    page = open_page(
        path,
        width=width,
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )

    broken = Axe().run(page, options={"runOnly": RULES}).response["violations"]

    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in broken] == []
    for size in ("100%", "200%"):
        page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, size


def test_the_toolbar_is_walked_with_arrows_and_left_with_tab(open_page):
    page = open_page("/write")
    page.get_by_label("Title").focus()

    seen = []
    for key in ("Tab", "ArrowRight", "ArrowLeft", "End", "Tab"):
        page.keyboard.press(key)
        seen.append(page.evaluate(FOCUSED))

    assert seen == ["Heading", "Bold", "Heading", "Emoji", "text"]


def test_formatting_goes_in_and_the_browsers_undo_takes_it_out(open_page):
    page = open_page("/write")
    sheet(page).fill("hello")
    sheet(page).select_text()

    tool(page, "Bold").click()
    expect(sheet(page)).to_have_value("**hello**")
    page.keyboard.press("Control+z")
    expect(sheet(page)).to_have_value("hello")


def test_the_preview_follows_and_words_are_counted(open_page):
    page = open_page("/write")

    sheet(page).fill("three small words")

    expect(page.get_by_role("region", name="Preview").get_by_role("heading")).to_have_text(
        "three small words"
    )
    expect(page.get_by_text("3 words")).to_be_visible()


def test_an_emoji_is_chosen_by_name_and_the_caret_comes_back(open_page):
    page = open_page("/write")

    tool(page, "Emoji").click()
    page.get_by_role("button", name="Rocket").click()

    expect(sheet(page)).to_have_value("🚀")
    expect(sheet(page)).to_be_focused()


def test_a_pasted_picture_asks_what_can_be_seen_in_it(open_page, bench):
    page = open_page("/write")
    page.evaluate(PASTE, base64.b64encode(DOT).decode())
    insert = page.get_by_role("button", name="Insert")

    insert.click()  # nothing said yet: the window stays
    expect(insert).to_be_visible()
    page.get_by_label("What can be seen in it").fill("A red dot")
    insert.click()

    expect(sheet(page)).to_have_value(f"![A red dot](/pictures/{'ab' * 16})")
    assert bench.pictures == ["dot.png"]


def test_a_refused_picture_says_why_at_the_field_and_one_types_on(open_page, bench):
    bench.picture_status = 413
    page = open_page("/write")
    sheet(page).fill("before")
    page.evaluate(PASTE, base64.b64encode(DOT).decode())
    page.get_by_label("What can be seen in it").fill("A red dot")
    page.get_by_role("button", name="Insert").click()

    expect(page.get_by_role("alert")).to_have_text("That weighs too much.")
    page.keyboard.type(" after")
    expect(sheet(page)).to_have_value("before after")


def test_what_one_types_is_kept(open_page, bench):
    page = open_page("/write")

    sheet(page).fill("not to be lost")

    expect(page.get_by_text("Draft saved at 9:41")).to_be_visible()
    assert bench.drafts[0]["text"] == "not to be lost"
    expect(page.locator("[name=draft]").first).to_have_value("/draft/1")
    expect(page.locator("[name=draft_version]")).to_have_value("1")


def test_an_expired_session_loses_nothing_and_goes_on_after_signing_in(open_page, bench):
    bench.draft_status = 401
    page = open_page("/write")
    sheet(page).fill("written too late")

    warning = page.get_by_role("alert").filter(has_text="Your session has expired")
    expect(warning.get_by_role("link", name="Sign in")).to_have_attribute("target", "_blank")

    bench.draft_status = 200
    page.evaluate("window.dispatchEvent(new Event('focus'))")  # back from the other tab
    expect(page.get_by_text("Draft saved at")).to_be_visible()
    expect(warning).to_have_count(0)
    assert bench.drafts[0]["text"] == "written too late"


def test_a_draft_changed_elsewhere_is_said_and_not_overwritten(open_page, bench):
    bench.draft_status = 409
    page = open_page("/write")

    sheet(page).fill("mine")

    expect(page.get_by_role("alert").filter(has_text="changed this elsewhere")).to_be_visible()
    expect(sheet(page)).to_have_value("mine")


def test_leaving_with_unsaved_text_warns_and_with_a_saved_draft_does_not(open_page, bench):
    page = open_page("/write")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    sheet(page).press_sequentially("u")
    page.reload()
    assert asked == ["beforeunload"]

    sheet(page).press_sequentially("saved")
    expect(page.get_by_text("Draft saved at")).to_be_visible()
    page.reload()
    assert asked == ["beforeunload"]


def test_a_refused_form_puts_the_focus_on_what_is_wrong(open_page):
    page = open_page("/write")

    page.get_by_role("button", name="Publish").click()

    expect(page.locator("[data-errors]")).to_be_focused()


def test_a_press_keeps_the_focus_and_says_what_happened(open_page):
    page = open_page("/write")
    support = page.get_by_role("button", name="Support")

    support.focus()
    page.keyboard.press("Enter")

    expect(support).to_have_attribute("aria-pressed", "true")
    expect(support).to_be_focused()
    expect(page.get_by_role("status").get_by_text("Supported.")).to_be_visible()
    page.get_by_role("status").get_by_role("button", name="Close").click()
    expect(page.get_by_text("Supported.")).to_have_count(0)


def test_menus_close_on_escape_and_give_the_focus_back(open_page):
    navigation.create(Entry(label="A post", endpoint="blog.posts.new", icon="pencil", key="b"))
    page = open_page("/")
    menu = page.locator(".rail .create")
    opener = menu.locator("summary")

    opener.click()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(opener).to_be_focused()

    opener.click()
    page.get_by_role("heading").click()
    expect(menu).not_to_have_attribute("open", "")

    opener.click()
    page.keyboard.press("b")
    page.wait_for_url("**/blog/new")


def test_the_list_of_keys_can_be_switched_off(open_page):
    page = open_page("/")
    keys = page.get_by_role("dialog", name="Keyboard shortcuts")

    page.keyboard.press("?")
    expect(keys).to_be_visible()
    page.get_by_label("Use the keys ? and /").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("?")
    expect(keys).to_be_hidden()


def test_without_a_script_it_is_a_text_area_and_a_preview_button(open_page):
    page = open_page("/write", java_script_enabled=False)

    expect(tool(page, "Bold")).to_be_hidden()
    expect(tool(page, "Preview")).to_be_visible()
    expect(sheet(page)).to_be_editable()
