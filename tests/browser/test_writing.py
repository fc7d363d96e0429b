"""Writing in the real editor: nothing is lost, and pictures say what can be seen."""

import base64
import re

import pytest
from playwright.sync_api import expect

from tests.factories import picture_file

pytestmark = pytest.mark.browser

PASTE = """coded => {
  const bytes = Uint8Array.from(atob(coded), one => one.charCodeAt(0));
  const carried = new DataTransfer();
  carried.items.add(new File([bytes], "photo.png", {type: "image/png"}));
  const given = {clipboardData: carried, bubbles: true, cancelable: true};
  document.querySelector("#text").dispatchEvent(new ClipboardEvent("paste", given));
}"""


@pytest.fixture
def visitor(visit):
    visitor = visit("empleado", language="en")
    visitor.go("/blog/new")
    yield visitor
    assert visitor.strangers() == []


@pytest.fixture
def page(visitor):
    return visitor.page


def tool(page, name):
    return page.get_by_role("button", name=name, exact=True)


def is_saved(answer):
    return "/drafts/" in answer.url and answer.request.method == "POST"


def type_and_wait(page, words, status):
    with page.expect_response(is_saved) as answered:
        page.locator("#text").press_sequentially(words)
    assert answered.value.status == status


def test_the_toolbar_makes_bold_and_links(page):
    sheet = page.locator("#text")
    sheet.fill("nobody answers")
    sheet.select_text()
    tool(page, "Bold").click()
    expect(sheet).to_have_value("**nobody answers**")
    expect(page.locator("#text-preview strong")).to_have_text("nobody answers")

    sheet.fill("see here")
    sheet.select_text()
    tool(page, "Link").click()
    expect(sheet).to_have_value(re.compile(r"\[see here\]\("))


def test_a_pasted_picture_is_described_and_published(page):
    file, _ = picture_file(size=(320, 180))
    page.get_by_label("Title").fill("A desk by the sea")
    page.locator("#text").fill("Look: ")
    page.locator("#text").press("End")
    page.evaluate(PASTE, base64.b64encode(file.read()).decode())

    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("What can be seen in it")).to_be_focused()
    page.keyboard.type("A desk by the sea")
    dialog.get_by_role("button", name="Insert").click()
    written = re.compile(r"!\[A desk by the sea\]\(/pictures/[0-9a-f]{32}\)")
    expect(page.locator("#text")).to_have_value(written)

    tool(page, "Publish").click()
    picture = page.locator("article").get_by_role("img", name="A desk by the sea")
    expect(picture).to_be_visible()
    picture.scroll_into_view_if_needed()
    page.wait_for_function("one => one.naturalWidth === 320", arg=picture.element_handle())


def test_an_emoji_is_picked(page):
    tool(page, "Emoji").click()
    page.get_by_role("dialog").locator("button[value]").nth(2).click()
    expect(page.locator("#text")).to_have_value("😂")


def test_a_draft_saves_itself_and_is_there_again(page):
    page.get_by_label("Title").fill("Saved by itself")
    type_and_wait(page, "Nobody answers", 201)
    expect(page.locator("[data-draft-state]")).to_contain_text("Draft saved at")
    type_and_wait(page, " on Mondays", 200)

    page.goto("/blog/drafts")
    page.get_by_role("link", name="Saved by itself").click()
    expect(page.locator("#text")).to_have_value("Nobody answers on Mondays")


def test_an_expired_session_loses_no_letter(visitor):
    page = visitor.page
    type_and_wait(page, "Before", 201)
    visitor.end_sessions("empleado")
    type_and_wait(page, " and after", 401)
    note = page.get_by_role("alert")
    expect(note).to_contain_text("Your session has expired")

    with page.expect_popup() as opened:
        note.get_by_role("link", name="Sign in").click()
    visitor.sign_in("empleado", opened.value)
    opened.value.close()
    with page.expect_response(is_saved) as answered:
        page.evaluate("window.dispatchEvent(new Event('focus'))")

    assert answered.value.status == 200
    expect(note).to_have_count(0)
    expect(page.locator("#text")).to_have_value("Before and after")
    page.get_by_label("Title").fill("Nothing was lost")
    tool(page, "Publish").click()
    expect(page.locator("article")).to_contain_text("Before and after")


def test_leaving_with_unsaved_words_warns(page):
    asked = []
    page.locator("#text").press_sequentially("Do not lose me")
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.evaluate("setTimeout(() => location.assign('/blog'))")
    page.wait_for_event("dialog")

    assert asked == ["beforeunload"]
    expect(page.locator("#text")).to_have_value("Do not lose me")


def test_leaving_saved_words_does_not(page):
    type_and_wait(page, "Keep me", 201)
    expect(page.locator("[data-draft-state]")).to_contain_text("Draft saved at")
    page.get_by_role("link", name="Blog", exact=True).first.click()
    page.wait_for_url("**/blog")
