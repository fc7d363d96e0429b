"""Thanking somebody: by taps on a phone, by keys alone, and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def button(place, name):
    return place.get_by_role("button", name=name, exact=True)


@pytest.fixture
def sit_down(visit):
    """`sit_down("empleado", width=390)` is a visitor in a browser that complains of nothing."""
    visitors = []

    def open_(role, **how):
        visitors.append(visit(role, language="en", **how))
        return visitors[-1]

    yield open_
    assert [one.strangers() for one in visitors] == [[]] * len(visitors)
    heard = [words for one in visitors for words in one.complaints]
    assert [words for words in heard if "422" not in words] == []  # a refusal is one, to Chromium


def test_on_a_phone_it_takes_a_name_a_tap_and_a_sentence(sit_down):
    visitor = sit_down("empleado", width=390)
    page = visitor.page
    page.goto("/")
    page.locator(".tabbar summary").click()
    page.locator(".tabbar").get_by_role("link", name="A thank-you").click()

    page.get_by_label("Whom do you thank?").press_sequentially("nerea ibar")
    chosen = page.get_by_role("radio", name="Nerea Ibarretxe Solana")
    expect(chosen).to_be_checked()
    page.locator(".chip", has_text="Put yourself in their place").click()
    page.get_by_label("What did they do?").fill("Read the letter aloud to a customer, twice.")
    sizes = page.locator(".chip").evaluate_all("all => all.map(one => one.offsetHeight)")
    assert min(sizes) >= 44 and visitor.spills() <= 0 and visitor.axe() == []
    button(page, "Say thank you").click()

    expect(page.get_by_role("heading", level=1)).to_have_text(
        re.compile("Salma Benali Ruiz thanked Nerea Ibarretxe Solana")
    )
    button(page.get_by_role("status"), "Undo").click()
    expect(page.get_by_role("status")).to_contain_text("Taken back")
    expect(page.locator("main")).not_to_contain_text("Read the letter aloud")


def test_without_a_script_the_name_is_looked_for_and_nothing_is_lost(sit_down, places):
    page = sit_down("rrhh", script=False).page
    page.goto(f"/people/{places['person']}")
    page.get_by_role("link", name="Thank them").click()
    expect(page.get_by_role("radio", name="Leire Etxeberria Sáenz")).to_be_checked()

    page.get_by_label("What did they do?").fill(
        "Stayed until the last chair was back in its place."
    )
    page.get_by_label("Whom do you thank?").fill("go")
    page.get_by_label("Whom do you thank?").press("Enter")
    expect(page.get_by_label("What did they do?")).to_have_value(re.compile("^Stayed until"))
    page.get_by_role("radio", name="Gorka Agirre Mendizabal").check()
    button(page, "Say thank you").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose the habit you saw.")
    page.get_by_role("radio", name="Cumple lo que prometes").or_(
        page.get_by_role("radio", name="Keep your follow-up promises")
    ).check()
    button(page, "Say thank you").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Gorka Agirre Mendizabal")

    page.goto("/thanks")
    expect(page.locator("main")).to_contain_text("Stayed until the last chair")


def test_by_keys_alone_one_thanks_and_whoever_is_thanked_keeps_it_out_of_sight(sit_down):
    page = sit_down("gobierno").page
    page.goto("/thanks/new")
    page.locator("#who").focus()
    page.keyboard.type("leire etxe")
    expect(page.get_by_role("radio", name="Leire Etxeberria Sáenz")).to_be_checked()
    page.keyboard.press("Tab")  # the button that looks for them
    page.keyboard.press("Tab")  # who was found
    page.keyboard.press("Tab")  # the habits
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("group", name="For which habit?").locator(":checked")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("Knew every name in the waiting room.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Leire Etxeberria Sáenz")
    place = page.url

    page = sit_down("embajador").page
    page.goto(place)
    press = button(page, "Keep it out of sight")
    press.focus()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("You keep it out of sight")
    expect(page.locator("article :focus, article:focus").first).to_be_attached()
    again = button(page, "Let everybody see it")
    again.focus()
    page.keyboard.press("Enter")
    expect(button(page, "Keep it out of sight")).to_be_visible()
