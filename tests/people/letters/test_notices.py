"""What one is told of one's own account, whether one likes it or not."""

from datetime import datetime, timedelta

import pytest

from app.core import clock
from app.core.db import db, writing
from app.people.letters import errands
from app.people.models import AddressChange, Browser, Link, Person
from tests.factories import PASSWORD, make_person
from tests.mailbox import html, plain
from tests.people import enter

NEW = "una silla al lado de la puerta"
MONDAY = datetime(2026, 3, 2, 9, 0)
EDGE = "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Safari/604.1"


def come_in(client, person, agent=EDGE):
    client.environ_base["HTTP_USER_AGENT"] = agent
    return enter(client, person, PASSWORD)


def test_the_first_browser_of_all_is_no_news(client, ane, mailbox):
    come_in(client, ane)

    assert mailbox.open() == []


def test_another_browser_is(client, ane, app, mailbox):
    ane = make_person("Ane Ibarra", language="es", time_zone="Atlantic/Canary")
    with clock.at(MONDAY):
        come_in(client, ane)
        come_in(app.test_client(), ane, PHONE)

    (letter,) = mailbox.open()

    assert letter["To"].addresses[0].addr_spec == ane.email
    assert letter["Subject"] == "Nueva entrada en tu cuenta: Safari en iPhone"
    for said in (plain(letter), html(letter)):
        assert "Safari en iPhone" in said and "Hola, Ane:" in said
        assert "2 de marzo, 09:00" in said and "Atlantic/Canary" in said
        assert "https://wowista.test/password/forgotten" in said
        assert "https://wowista.test/account/sessions" in said


def test_it_is_told_once(client, ane, app, mailbox):
    come_in(client, ane)
    phone = app.test_client()

    for _ in range(3):
        come_in(phone, ane, PHONE)
        phone.delete("/sign-in")
        come_in(client, ane)

    assert len(mailbox.open()) == 1


def test_a_browser_is_known_for_each_of_those_who_share_it(client, ane, jon, app, mailbox):
    come_in(app.test_client(), jon)
    come_in(client, ane)
    come_in(client, jon)

    (letter,) = mailbox.open()

    assert letter["To"].addresses[0].addr_spec == jon.email
    digests = [row.digest for row in db.session.query(Browser)]
    assert len(set(digests)) == 3  # nobody sees in them that two people share one


def test_a_wrong_password_is_no_sign_in(client, ane, app, mailbox):
    come_in(client, ane)
    enter(app.test_client(), ane, "not the password")

    assert mailbox.open() == [] and db.session.query(Browser).count() == 1


@pytest.mark.parametrize("cookie", ["", "x", "x" * 4000, "\u00e1" * 43])
def test_a_cookie_made_by_hand_is_not_believed(client, ane, app, mailbox, cookie):
    come_in(client, ane)
    forged = app.test_client()
    if cookie:
        forged.set_cookie("wowista-browser", cookie, domain="wowista.test")

    come_in(forged, ane)

    assert len(mailbox.open()) == 1


def test_the_cookie_keeps_to_itself(client, ane):
    cookies = come_in(client, ane).headers.getlist("Set-Cookie")
    (cookie,) = [one for one in cookies if one.startswith("wowista-browser=")]

    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Path=/" in cookie
    assert db.session.query(Browser).one().digest not in cookie


def test_a_changed_password_is_told(client, ane, mailbox):
    answer = client.sign_in(ane).put(
        "/account/password", data={"old_password": PASSWORD, "new_password": NEW}
    )
    assert answer.status_code == 303

    (letter,) = mailbox.open()

    assert letter["Subject"] == "Your password is another one"
    assert "https://wowista.test/password/forgotten" in plain(letter)
    assert NEW not in letter.as_string() and PASSWORD not in letter.as_string()


def test_a_password_that_was_not_changed_is_not(client, ane, mailbox):
    client.sign_in(ane).put("/account/password", data={"old_password": "x", "new_password": NEW})

    assert mailbox.open() == []


def test_a_closed_account_is_told_unless_it_is_open_again(ane, jon, mailbox):
    with writing():
        db.session.get_one(Person, ane.id).disable(by=None)
        db.session.get_one(Person, jon.id).disable(by=None)
        db.session.get_one(Person, jon.id).enable(by=None)

    (letter,) = mailbox.open()

    assert letter["Subject"] == "Your account is closed"
    assert letter["To"].addresses[0].addr_spec == ane.email


def test_nothing_else_is_sent_to_a_closed_account(client, ane, app, mailbox):
    come_in(client, ane)
    come_in(app.test_client(), ane, PHONE)
    with writing():
        person = db.session.get_one(Person, ane.id)
        person.change_password("another hash", keeping="", by=None)
        person.disable(by=None)

    assert [one["Subject"] for one in mailbox.open()] == ["Your account is closed"]


def test_long_forgotten_browsers_links_and_changes_are_swept(client, ane, mailbox):
    with clock.at(MONDAY):
        come_in(client, ane)
        client.post("/password/forgotten", data={"email": ane.email})
        with writing():
            person = db.session.get_one(Person, ane.id)
            AddressChange.ask(person, "new@example.com", by=person, asks_old=True)
        mailbox.open()
    with clock.at(MONDAY + timedelta(days=80)):
        errands.sweep()
        assert db.session.query(Link).count() == 3
        db.session.rollback()
    with clock.at(MONDAY + timedelta(days=401)):
        errands.sweep()

    for table in (Link, AddressChange, Browser):
        assert db.session.query(table).count() == 0
