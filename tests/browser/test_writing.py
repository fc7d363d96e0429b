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


def test_of_two_who_edit_at_once_nobody_loses_a_letter(visit):
    """Drafts that save themselves included: who comes second sees both, and what differs."""
    first = visit("embajador", language="en")
    first.go("/blog/new")
    first.page.get_by_label("Title").fill("The chair by the window")
    first.page.locator("#text").fill("It is blue.\n\nNobody sits there.")
    tool(first.page, "Publish").click()
    first.page.wait_for_url(re.compile(r"/blog/\d+$"))
    address = first.page.url

    second = visit("gobierno", language="en")
    for visitor in (first, second):
        visitor.page.goto(f"{address}/edit")
    type_and_wait(second.page, "Ask why. ", 201)
    first.page.locator("#text").fill("It is green.\n\nNobody sits there.")
    tool(first.page, "Save").click()
    first.page.wait_for_url(address)

    page = second.page
    tool(page, "Save").click()
    rival = page.locator("#post-rival")
    expect(rival).to_be_focused()
    expect(rival.locator("del").first).to_contain_text("green")
    expect(rival.locator("ins", has_text="blue")).to_have_count(1)
    expect(page.locator("#text")).to_have_value(
        re.compile("Ask why. .*It is blue|It is blue.*Ask why", re.S)
    )
    assert [one for one in second.complaints if "409" not in one] == []
    assert second.axe() == [] and second.spills() <= 0

    page.locator("#text").fill("It is green. Ask why.\n\nNobody sits there.")
    tool(page, "Save").click()
    page.wait_for_url(address)
    expect(page.locator("article")).to_contain_text("It is green. Ask why.")
    page.goto(f"{address}/edit")
    expect(page.get_by_text("Go on with them")).to_have_count(0)  # its draft has done its work


def test_customers_data_is_asked_about_and_covered_by_keyboard_alone(page):
    page.get_by_label("Title").fill("Two calls")
    page.locator("#text").fill("She, 12345678Z, called twice.")
    expect(page.locator("#text-preview mark")).to_have_text("12345678Z")
    tool(page, "Publish").press("Enter")
    asked = page.locator("#discretion")
    expect(asked).to_be_focused()
    expect(asked.locator("mark")).to_have_text("12345678Z")

    page.keyboard.press("Tab")
    expect(tool(asked, "Cover it and publish")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("article")).to_contain_text("She, •••••••••, called twice.")
