"""Answering several ideas at once by keys alone; and a template without a script."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def press(page, role, name):
    page.get_by_role(role, name=name, exact=True).press("Enter")


def test_several_are_declined_by_keys_and_all_come_back(visit, new_idea):
    titles = ["Several: the first", "Several: the second"]
    for title in titles:
        new_idea(title)
    visitor = visit("gobierno", language="en")
    page = visitor.page
    visitor.go("/ideas/table?verdict=new&order=newest")
    bar = page.get_by_role("group", name="With those that are chosen")
    whole = page.get_by_role("checkbox", name="All of this page")
    rows = page.get_by_role("row").count() - 1
    whole.press("Space")
    expect(bar.get_by_role("status")).to_have_text(f"{rows} chosen")
    whole.press("Space")
    expect(bar.get_by_role("status")).to_have_text("")
    for title, said in zip(titles, ("1 chosen", "2 chosen"), strict=True):
        page.get_by_role("checkbox", name=f"Choose “{title}”").press("Space")
        expect(bar.get_by_role("status")).to_have_text(said)
    bar.get_by_role("button", name="Say no…").press("Enter")

    page.get_by_label("Why not").select_option(index=1)
    page.get_by_label("Template").select_option(label="Gracias, pero no")
    assert visitor.axe() == []
    press(page, "button", "See what each of them will read")
    for title in titles:
        # Each is answered in the language of its author, whatever that is by now.
        expect(page.locator("main")).to_contain_text(re.compile(f"[«“]{title}[»”]"))
    assert visitor.axe() == []
    press(page, "button", "Say no to 2 ideas")
    expect(page.get_by_role("heading", level=1)).to_have_text("2 ideas changed")

    press(page, "button", "Undo all of it")
    expect(page.get_by_role("heading", level=1)).to_have_text("2 ideas are as they were before")
    press(page, "link", "Back to the ideas")
    for title in titles:
        expect(page.get_by_role("checkbox", name=f"Choose “{title}”")).not_to_be_checked()
    assert visitor.complaints == []


def test_a_template_is_put_in_without_a_script_and_enter_decides(visit, new_idea):
    number = new_idea("A template for it")
    page = visit("gobierno", language="en", script=False).page
    page.goto(f"/ideas/{number}/decision/new?verdict=analyse")
    page.get_by_label("Words to its author").fill("From all of us.")
    page.get_by_label("Begin with a template").first.select_option(label="Gracias, la miramos")
    page.get_by_role("button", name="Put it in").first.click()
    said = page.get_by_label("Words to its author").input_value()
    assert said.startswith("From all of us.") and "A template for it" in said

    page.get_by_label("In which year").fill("2031")
    page.get_by_label("In which year").press("Enter")
    expect(page.locator("main")).to_contain_text("From all of us.")
    expect(page.locator("main")).to_contain_text("2031")
    assert page.url.endswith(f"/ideas/{number}")
