"""An invitation: one letter, one password, and in."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import update

from app.core import clock
from app.core.db import Base, db, writing
from app.core.outbox import Errand, State
from app.people import passwords
from app.people.letters import queries as letters
from app.people.models import Link, Person
from tests.factories import make_person
from tests.mailbox import html, paths, plain
from tests.people import enter

NEW = "una silla al lado de la puerta"
MONDAY = datetime(2026, 3, 2, 9, 0)


@pytest.fixture
def maren(app):
    """Somebody whose account is open and who has no password yet."""
    return make_person("Maren Etxebarria", password_hash=None, language="es")


def invite(person, by=None):
    with writing():
        inviter = by and db.session.get_one(Person, by.id)
        return db.session.get_one(Person, person.id).invite(by=inviter)


def choose(client, **typed):
    return client.post("/invitation?_method=PUT", data={"new_password": NEW} | typed)


def test_it_says_who_invites_in_the_readers_language_and_leads_in(client, maren, iker, mailbox):
    invite(maren, by=iker)

    (letter,) = mailbox.open()

    assert letter["Subject"] == "Te esperamos en WOWista"
    assert letter["To"].addresses[0].addr_spec == maren.email
    assert "Hola, Maren:" in plain(letter) and "Iker te invita." in plain(letter)
    assert "72 h" in plain(letter) and "72 h" in html(letter)
    answer = client.get(paths(letter)[0])
    assert (answer.status_code, answer.location) == (303, "/invitation")
    assert "Maren" in client.get("/invitation").text


def test_a_password_is_chosen_and_one_is_in(client, maren, mailbox):
    invite(maren)
    client.get(mailbox.link())

    answer = choose(client)

    assert (answer.status_code, answer.location) == (303, "/")
    assert client.get("/account/preferences").status_code == 200
    client.sign_out()
    assert enter(client, maren, NEW).status_code == 303


def test_nothing_but_its_letter_knows_the_token(client, maren, mailbox):
    invite(maren)
    token = mailbox.link().rpartition("/")[2]

    assert len(token) >= 43
    for table in Base.metadata.sorted_tables:
        for row in db.session.execute(table.select()):
            assert token not in repr(tuple(row)), table.name
    answer = client.get(f"/invitation/{token}")
    assert answer.status_code == 303 and not answer.location.endswith(token)
    assert token not in client.get(answer.location).text


def test_to_open_it_uses_nothing_up(client, maren, mailbox, app):
    invite(maren)
    link = mailbox.link()

    for _ in range(3):  # the mail server's own browser, and its scanner's
        scanner = app.test_client()
        scanner.get(scanner.get(link).location)
        scanner.head(link)

    client.get(link)
    assert choose(client).status_code == 303


def test_it_works_once(client, maren, mailbox, app):
    invite(maren)
    link = mailbox.link()
    client.get(link)
    choose(client)

    other = app.test_client()
    other.get(link)
    page = other.get("/invitation")

    assert page.status_code == 410 and "has done its work" in page.text
    assert 'href="/password/forgotten"' in page.text
    assert choose(other, new_password="otra silla junto a la ventana").status_code == 410
    client.sign_out()
    assert enter(client, maren, NEW).status_code == 303


def test_it_works_for_three_days(client, maren, mailbox):
    with clock.at(MONDAY):
        invite(maren)
    with clock.at(MONDAY + timedelta(hours=5)):  # its time begins when it is sent
        client.get(mailbox.link())

    with clock.at(MONDAY + timedelta(hours=77)):
        assert client.get("/invitation").status_code == 200
    with clock.at(MONDAY + timedelta(hours=77, seconds=1)):
        assert client.get("/invitation").status_code == 410
        assert choose(client).status_code == 410


def test_a_new_one_ends_the_old(client, maren, mailbox):
    invite(maren)
    old = mailbox.link()
    invite(maren)
    new = mailbox.link()

    client.get(old)
    assert choose(client).status_code == 410
    client.get(new)
    assert choose(client).status_code == 303


def test_of_two_that_were_not_sent_yet_only_the_later_one_is(maren, mailbox):
    invite(maren)
    invite(maren)

    assert len(mailbox.open()) == 1


@pytest.mark.parametrize("link", ["/invitation/nonsense", "/invitation/" + "x" * 5000])
def test_what_was_never_a_link_says_so_kindly(client, maren, link):
    answer = client.get(link)

    page = client.get(answer.location)

    assert page.status_code == 410 and "opens nothing" in page.text
    assert choose(client).status_code == 410


def test_a_weak_password_is_refused_at_its_field_and_the_link_still_works(client, maren, mailbox):
    invite(maren)
    client.get(mailbox.link())

    for weak, words in {
        "short": "at least 15 characters",
        "maren etxebarria 2026": "your own name",
        "": "Choose a password.",
    }.items():
        answer = choose(client, new_password=weak)
        assert answer.status_code == 422
        assert words in answer.text and 'aria-invalid="true"' in answer.text

    assert choose(client).status_code == 303


def test_whoever_has_a_password_or_no_account_gets_none(ane, mailbox):
    gone = make_person("Jon", password_hash=None, disabled_at=clock.now())

    assert invite(ane) is None and invite(gone) is None
    assert mailbox.open() == []


def test_a_closed_account_gets_no_letter_and_its_link_dies(client, maren, mailbox):
    invite(maren)
    link = mailbox.link()
    with writing():
        db.session.get_one(Person, maren.id).invite(by=None)  # not sent yet
        db.session.get_one(Person, maren.id).disable(by=None)

    (letter,) = mailbox.open()
    assert "closed" not in plain(letter) and "cerrada" in letter["Subject"]
    client.get(link)
    assert client.get("/invitation").status_code == 410
    assert choose(client).status_code == 410
    assert db.session.get(Person, maren.id).password_hash is None


def test_a_closed_account_that_opens_again_needs_a_new_letter(client, maren, mailbox):
    invite(maren)
    link = mailbox.link()
    with writing():
        person = db.session.get_one(Person, maren.id)
        person.disable(by=None)
        person.enable(by=None)

    client.get(link)
    assert client.get("/invitation").status_code == 410


def test_whoever_sat_here_before_is_signed_out(client, maren, ane, mailbox):
    client.sign_in(ane)
    invite(maren)
    client.get(mailbox.link())

    choose(client)

    assert "Maren" in client.get("/account/profile/edit").text
    assert len(db.session.get(Person, ane.id).sign_ins) == 0


def test_its_state_is_known(maren, mailbox, client):
    assert letters.on_their_way(maren.id).asked_at is None
    invite(maren)
    assert letters.on_their_way(maren.id).sent_at is None
    client.get(mailbox.link())
    state = letters.on_their_way(maren.id)
    assert state.sent_at and state.expires_at > state.sent_at and not state.used_at
    choose(client)
    assert letters.on_their_way(maren.id).used_at


def test_a_second_try_is_another_letter_whose_link_works(client, maren, mailbox):
    """Killed between the letter and the tick, the errand is done again."""
    invite(maren)
    first = mailbox.link()
    with writing():
        db.session.execute(
            update(Errand).where(Errand.kind == "people.link").values(state=State.WAITING)
        )
    second = mailbox.link()

    assert first != second
    client.get(second)
    assert choose(client).status_code == 303
    assert passwords.matches(db.session.get(Person, maren.id).password_hash, NEW)
    assert db.session.query(Link).count() == 1
