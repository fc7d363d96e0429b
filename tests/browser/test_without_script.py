"""A whole day in the house without JavaScript: every step is a link or a plain form."""

import pytest
from playwright.sync_api import expect

from tests.factories import picture_file

pytestmark = pytest.mark.browser


@pytest.fixture
def page(visit):
    visitor = visit(script=False, language="en")
    visitor.prefer("empleado", "en")
    visitor.sign_in("empleado")
    yield visitor.page
    assert visitor.strangers() == []


def button(place, name):
    return place.get_by_role("button", name=name, exact=True)


def write(page, title):
    page.locator(".rail .create summary").click()
    page.get_by_role("link", name="A blog post").click()
    page.get_by_label("Title").fill(title)
    page.locator("#text").fill("Nobody **answers** on Mondays.")


def publish(page, title):
    write(page, title)
    button(page, "Publish").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_a_post_is_written_with_a_cover_looked_at_published_and_edited(page):
    file, name = picture_file(size=(640, 360))
    write(page, "Twelve rings")
    page.get_by_text("Add a cover").click()
    page.locator("#cover_file").set_input_files(
        {"name": name, "mimeType": "image/png", "buffer": file.read()}
    )
    page.locator("#cover_alt").fill("A telephone nobody picks up")

    button(page, "Preview").click()
    expect(page.locator("strong", has_text="answers")).to_be_visible()
    expect(page.get_by_label("Title")).to_have_value("Twelve rings")

    button(page, "Publish").click()
    expect(page.get_by_role("status")).to_contain_text("Published")
    expect(page.get_by_role("img", name="A telephone nobody picks up")).to_be_visible()

    page.locator("article").get_by_role("link", name="Edit", exact=True).click()
    page.get_by_label("Title").fill("Eleven rings")
    button(page, "Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Eleven rings")


def test_a_draft_is_kept_and_gone_on_with(page):
    write(page, "Half a thought about queues")
    button(page, "Save draft").click()
    expect(page.get_by_label("Title")).to_have_value("Half a thought about queues")

    page.goto("/blog/drafts")
    page.get_by_role("link", name="Half a thought about queues").click()
    expect(page.locator("#text")).to_have_value("Nobody **answers** on Mondays.")


def test_a_refused_post_comes_back_with_its_words(page):
    write(page, "")
    button(page, "Publish").click()
    expect(page.get_by_role("alert")).to_contain_text("Give it a title")
    expect(page.locator("#text")).to_have_value("Nobody **answers** on Mondays.")


def test_a_talk_is_joined_changed_answered_felt_and_taken_back(page):
    publish(page, "A post to talk about")
    page.get_by_label("Your comment").fill("By phone, too?")
    button(page, "Publish comment").click()
    said = page.locator(".comments article", has_text="By phone, too?").first
    expect(said).to_be_visible()

    said.get_by_role("link", name="Edit").click()
    page.get_by_label("Your comment").fill("By mail, too?")
    button(page, "Save").click()
    said = page.locator(".comments article", has_text="By mail, too?").first
    expect(said).to_contain_text("Edited")

    said.get_by_role("link", name="Reply").click()
    page.get_by_label("Your reply").fill("On paper, even.")
    button(page, "Reply").click()
    expect(page.locator(".replies article")).to_contain_text("On paper, even.")

    given = page.locator("main .reactions.big button").first
    given.click()
    expect(page.locator("main .reactions.big button").first).to_have_attribute(
        "aria-pressed", "true"
    )
    page.locator("main .reactions.big button").first.click()
    expect(page.locator("main .reactions.big button").first).to_have_attribute(
        "aria-pressed", "false"
    )

    button(page.locator(".replies article"), "Remove").click()
    expect(page.locator(".comments")).not_to_contain_text("On paper, even.")
    button(page.get_by_role("status"), "Undo").click()
    expect(page.locator(".replies article")).to_contain_text("On paper, even.")


def test_withdrawing_a_post_is_undone(page):
    publish(page, "A post that comes and goes")
    button(page, "Withdraw").click()
    expect(page.locator("article")).to_contain_text("This post is withdrawn")
    button(page.get_by_role("status"), "Undo").click()
    expect(page.locator("article")).not_to_contain_text("This post is withdrawn")


def test_language_and_theme_are_chosen_and_one_goes_home(page):
    page.locator(".rail .menu:not(.create) summary").click()
    page.locator(".rail").get_by_role("button", name="Dark", exact=True).click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")

    page.goto("/account/preferences")
    page.get_by_label("Euskara").check()
    page.locator("main form button.primary, main form button[type=submit]").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "eu")

    page.locator(".rail form[action^='/sign-in'] button").click()
    expect(page.locator("#password")).to_be_visible()
    page.goto("/blog")
    expect(page.locator("#password")).to_be_visible()


def test_customers_data_is_asked_about_and_covered(page):
    write(page, "Two calls without a script")
    page.locator("#text").fill("She, 12345678Z, called twice.")
    button(page, "Publish").click()
    expect(page.locator("#discretion mark")).to_have_text("12345678Z")
    button(page, "Cover it and publish").click()
    expect(page.locator("article").first).to_contain_text("She, •••••••••, called twice.")

    page.get_by_label("Your comment").fill("From 612 345 678?")
    button(page, "Publish comment").click()
    button(page, "Publish as it is: it’s no customer’s").click()
    expect(page.locator(".comments")).to_contain_text("From 612 345 678?")
