"""Coming from a letter without JavaScript, and with the keyboard alone."""

import secrets

import pytest
from playwright.sync_api import expect

from app.core.db import writing
from app.people import sessions
from app.people.models import AddressChange, Person

pytestmark = pytest.mark.browser

NEW = "una silla al lado de la puerta"


@pytest.fixture
def letter(house):
    """`letter(ask)` opens an account, asks for what `ask(person)` gives, and returns its path."""

    def open_(door, ask):
        token = secrets.token_urlsafe(32)
        with house.app_context(), writing():
            person = Person.join("Haizea", f"{token.lower()}@example.com", by=None, language="en")
            ask(person).seal(sessions.digest(token))
            return f"{house.address}/{door}/{token}", person.email

    return open_


@pytest.fixture
def page(visit):
    visitor = visit(script=False, language="en")
    yield visitor.page
    assert visitor.strangers() == []


def tab_to(page, place):
    """Press Tab until that has the focus, as somebody without a mouse does."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if place.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError("the keyboard does not lead there")


def test_an_invitation(page, letter):
    link, _ = letter("invitation", lambda person: person.invite(by=None))
    page.goto(link)
    expect(page.get_by_role("heading", level=1)).to_have_text("Welcome, Haizea")
    assert page.url.endswith("/invitation")

    tab_to(page, page.get_by_label("Password"))
    page.keyboard.type(NEW)
    page.keyboard.press("Enter")

    expect(page.get_by_role("link", name="Haizea").first).to_be_visible()


def test_a_forgotten_password(page, letter, house):
    link, email = letter("password", lambda person: person.offer_reset(by=None))
    page.goto(f"{house.address}/sign-in")
    tab_to(page, page.get_by_role("link", name="Forgotten your password?"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("Email"))
    page.keyboard.type(email)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Look in your mail")

    page.goto(link)
    tab_to(page, page.get_by_label("The new one"))
    page.keyboard.type(NEW)
    page.keyboard.press("Enter")

    expect(page.get_by_text("Sign in with the new one.")).to_be_visible()
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password").fill(NEW)
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Haizea").first).to_be_visible()


def test_another_address_is_stopped(page, letter):
    def ask(person):
        person.choose_password("no hash at all")
        elsewhere = f"{secrets.token_hex(8)}@example.com"
        return AddressChange.ask(person, elsewhere, by=person, asks_old=True).links[1]

    link, _ = letter("address", ask)
    page.goto(link)

    tab_to(page, page.get_by_role("button", name="This was not me: stop it"))
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Stopped")
