"""Mentioning people and finding emoji while one writes, by keyboard and by touch."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def visitor(visit):
    visitor = visit("empleado", language="es")
    yield visitor
    assert visitor.strangers() == [] and visitor.complaints == []


@pytest.fixture
def page(visitor):
    visitor.go("/blog/new")
    return visitor.page


@pytest.fixture
def text(page):
    return page.locator("#text")


def options(page):
    return page.get_by_role("listbox").get_by_role("option")


def test_somebody_is_mentioned_by_keyboard_alone(page, text):
    text.press_sequentially("Se lo conté a @txe")
    expect(options(page).first).to_contain_text("Txema")
    expect(options(page).first).to_have_attribute("aria-selected", "true")
    expect(text).to_have_attribute("aria-activedescendant", re.compile("people-suggestion-"))

    page.keyboard.press("Enter")

    expect(text).to_have_value(re.compile(r"^Se lo conté a \[Txema [^\]]+\]\(/people/\d+\) $"))
    expect(page.get_by_role("listbox")).to_be_hidden()
    mention = page.locator("#text-preview a[href^='/people/']")
    expect(mention).to_contain_text("Txema")
    page.keyboard.press("Control+z")
    expect(text).to_have_value(re.compile("@txe$"))


def test_the_arrows_go_round_and_escape_leaves_the_text_alone(page, text):
    text.press_sequentially("@a")
    expect(options(page).nth(1)).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_have_attribute("aria-selected", "true")

    page.keyboard.press("Escape")

    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(text).to_have_value("@a")
    expect(text).not_to_have_attribute("aria-activedescendant", re.compile("."))


def test_an_emoji_is_found_by_its_name_in_four_languages(page, text):
    for typed, sign in ((":gra", "👏"), (":bihotza", "❤️"), (":clap", "👏"), (":parab", "👏")):
        text.fill("")
        text.press_sequentially(typed)
        expect(options(page).first).to_contain_text(sign)
        page.keyboard.press("Tab")
        expect(text).to_have_value(f"{sign} ")


def test_times_addresses_and_lone_signs_open_nothing(page, text):
    text.press_sequentially("A las 9:04, en casa@lejos: mira https://casa.eus :) @ :")
    page.wait_for_timeout(400)
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_a_finger_chooses_on_a_phone_within_the_screen(visit, places):
    visitor = visit("empleado", width=390)
    visitor.go("/blog/{post}".format(**places))
    comment = visitor.page.get_by_label("Tu comentario")
    comment.press_sequentially("Gracias por contarlo tan bien y tan claro, @ane")
    box = visitor.page.get_by_role("listbox").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 390
    assert visitor.axe() == []

    options(visitor.page).first.click()

    expect(comment).to_have_value(re.compile(r"claro, \[Ane [^\]]+\]\(/people/\d+\) $"))
    expect(comment).to_be_focused()
    assert visitor.spills() <= 0


def test_it_comes_along_where_a_part_is_swapped_in(visit, places):
    visitor = visit("empleado")
    visitor.go("/blog/{post}".format(**places))
    visitor.page.locator(".comments").get_by_role(
        "link", name=re.compile("Responder")
    ).first.click()
    reply = visitor.page.get_by_label("Tu respuesta")
    expect(reply).to_be_focused()
    reply.press_sequentially("@txe")
    expect(options(visitor.page).first).to_contain_text("Txema")


def test_what_completes_is_loaded_by_whoever_writes_alone(visit, places):
    visitor = visit("empleado")
    asked = visitor.asked
    visitor.go("/blog/{post}".format(**places))
    assert not [url for url in asked if "completion." in url or "emoji-names." in url]

    visitor.page.get_by_label("Tu comentario").press_sequentially("a")
    visitor.page.wait_for_timeout(300)
    assert [url for url in asked if "completion." in url and url.endswith(".js")]
    assert not [url for url in asked if "emoji-names." in url]
    visitor.page.keyboard.type(" :so")
    expect(options(visitor.page).first).to_be_visible()
    assert [url for url in asked if "emoji-names." in url]
