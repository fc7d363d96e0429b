"""A forgotten password: the same for everybody who asks, and a letter for whoever is somebody."""

import re
from datetime import datetime, timedelta

import pytest
import structlog

from app.core import clock, outbox
from app.core.db import db, writing
from app.people import passwords
from app.people.models import Link, Person, Purpose
from config import TestConfig
from tests.factories import PASSWORD, make_person
from tests.mailbox import html, paths, plain
from tests.people import enter

NEW = "una silla al lado de la puerta"
MONDAY = datetime(2026, 3, 2, 9, 0)
TOKEN = re.compile(r'(?<=name="csrf_token" value=")[^"]+')


def ask(client, address):
    return client.post("/password/forgotten", data={"email": address})


def choose(client, **typed):
    return client.post("/password?_method=PUT", data={"new_password": NEW} | typed)


def kept(person):
    db.session.expire_all()
    return db.session.get(Person, person.id).password_hash


@pytest.fixture
def accounts(ane):
    """An address of every kind there is, and some that are none."""
    invited = make_person("Maren", password_hash=None)
    closed = make_person("Jon", disabled_at=clock.now())
    return {
        "known": ane.email,
        "invited": invited.email,
        "closed": closed.email,
        "unknown": "nobody@example.com",
        "nonsense": "no address at all",
        "capitals": f"  {ane.email.upper()}",
    }


def test_whoever_asks_learns_nothing(client, accounts, queries):
    """The same page, the same statements and the same number of rows written, for all."""
    client.get("/password/forgotten")  # whether anybody lives here is asked once
    said = {}
    for kind, address in accounts.items():
        with clock.at(MONDAY + timedelta(hours=len(said))):
            queries.clear()
            answer = ask(client, address)
            asked = list(queries)
            page = TOKEN.sub("", client.get(answer.location).text)  # it says in which second
        said[kind] = (answer.status_code, answer.location, answer.text, page, tuple(asked))

    assert set(said.values()) == {said["known"]}
    assert said["known"][0] == 303
    assert db.session.query(outbox.Errand).count() == len(accounts)


def test_what_is_written_down_names_nobody(client, accounts):
    for address in accounts.values():
        ask(client, address)

    for errand in db.session.query(outbox.Errand):
        assert set(errand.payload) == {"person"} and isinstance(errand.payload["person"], int)
        assert not any(one.strip().lower() in errand.key for one in accounts.values())


def test_only_open_accounts_get_a_letter(client, accounts, mailbox):
    for address in accounts.values():
        ask(client, address)

    receivers = {letter["To"].addresses[0].addr_spec for letter in mailbox.open()}

    assert receivers == {accounts["known"], accounts["invited"]}


def test_the_letter_leads_to_another_password(client, ane, mailbox):
    ask(client, ane.email)
    (letter,) = mailbox.open()

    assert letter["Subject"] == "Change your password"
    assert "60 minutes" in plain(letter) and paths(letter)[0] in html(letter)
    client.get(paths(letter)[0])
    assert "Another password, Ane" in client.get("/password").text
    answer = choose(client)
    assert (answer.status_code, answer.location) == (303, "/sign-in")
    assert "Sign in with the new one" in client.get("/sign-in").text
    assert enter(client, ane, PASSWORD).status_code == 422
    assert enter(client, ane, NEW).status_code == 303


def test_it_signs_out_everywhere_and_in_nowhere(client, ane, jon, app, mailbox):
    desk, neighbour = app.test_client().sign_in(ane), app.test_client().sign_in(jon)
    ask(client, ane.email)
    client.get(mailbox.link())

    choose(client)

    assert client.get("/people").status_code == 303
    assert desk.get("/people").status_code == 303
    assert neighbour.get("/people").status_code == 200


def test_all_the_other_links_die_with_it(client, ane, mailbox):
    links = []
    for hour in range(3):
        with clock.at(MONDAY + timedelta(minutes=6 * hour)):
            ask(client, ane.email)
            links.append(mailbox.link())

    with clock.at(MONDAY + timedelta(minutes=20)):
        client.get(links[1])
        assert choose(client).status_code == 303
        for link in links:
            client.get(link)
            assert client.get("/password").status_code == 410
            assert choose(client, new_password="otra silla junto a la mesa").status_code == 410
    assert passwords.matches(kept(ane), NEW)


def test_a_password_changed_inside_ends_them_too(client, ane, mailbox, app):
    ask(client, ane.email)
    link = mailbox.link()
    inside = app.test_client().sign_in(ane)
    inside.put("/account/password", data={"old_password": PASSWORD, "new_password": NEW})

    client.get(link)

    assert choose(client).status_code == 410


def test_whoever_was_only_invited_may_begin_with_it(client, mailbox):
    maren = make_person("Maren", password_hash=None)
    with writing():
        db.session.get_one(Person, maren.id).invite(by=None)
    invitation = mailbox.link()
    ask(client, maren.email)
    client.get(mailbox.link())

    assert choose(client).status_code == 303

    client.get(invitation)
    assert client.get("/invitation").status_code == 410
    assert enter(client, maren, NEW).status_code == 303


def test_it_opens_for_an_hour(client, ane, mailbox):
    with clock.at(MONDAY):
        ask(client, ane.email)
    with clock.at(MONDAY + timedelta(hours=2)):  # the mail server was away: it is as good as new
        client.get(mailbox.link())
    with clock.at(MONDAY + timedelta(hours=3)):
        assert client.get("/password").status_code == 200
    with clock.at(MONDAY + timedelta(hours=3, seconds=1)):
        assert client.get("/password").status_code == 410
        assert choose(client).status_code == 410
    assert passwords.matches(kept(ane), PASSWORD)


def test_opening_it_uses_nothing_up(client, ane, mailbox, app):
    ask(client, ane.email)
    link = mailbox.link()
    for _ in range(3):
        app.test_client().get(link)

    client.get(link)

    assert choose(client).status_code == 303


def test_the_link_of_one_purpose_opens_no_other_door(client, ane, mailbox):
    ask(client, ane.email)
    token = mailbox.link().rpartition("/")[2]

    for door in ("invitation", "address"):
        client.get(f"/{door}/{token}")
        assert client.get(f"/{door}").status_code == 410
    assert client.put("/invitation", data={"new_password": NEW}).status_code == 410


def test_asked_again_at_once_there_is_one_letter(client, ane, mailbox):
    with clock.at(MONDAY):
        for _ in range(3):
            assert ask(client, ane.email).status_code == 303
        assert len(mailbox.open()) == 1
    with clock.at(MONDAY + timedelta(minutes=6)):
        ask(client, ane.email)
        assert len(mailbox.open()) == 1


def test_nobody_fills_a_mailbox(client, ane, mailbox):
    for minutes in range(0, 60, 6):
        with clock.at(MONDAY + timedelta(minutes=minutes)):
            ask(client, ane.email)
            mailbox.open()
    assert db.session.query(Link).filter_by(purpose=Purpose.RESET).count() == 5
    with clock.at(MONDAY + timedelta(minutes=66)):  # the first of them opens nothing any more
        ask(client, ane.email)
        assert len(mailbox.open()) == 1


@pytest.mark.parametrize("kind", ["known", "unknown"])
def test_asking_ten_times_is_enough_and_shuts_no_door(client, accounts, ane, kind):
    answers = [ask(client, accounts[kind]).status_code for _ in range(11)]

    assert answers == [303] * 10 + [429]
    assert enter(client, ane, PASSWORD).status_code == 303


def test_wrong_passwords_do_not_keep_one_from_asking(client, ane):
    for _ in range(11):
        enter(client, ane, "not the password")

    assert ask(client, ane.email).status_code == 303


@pytest.mark.parametrize("typed", ["", "x" * 300, " "])
def test_nothing_typed_is_said_at_its_field(client, ane, typed):
    answer = ask(client, typed)

    assert answer.status_code == 422 and 'aria-invalid="true"' in answer.text


def test_a_closed_account_gets_none_and_its_links_die(client, ane, mailbox):
    ask(client, ane.email)
    link = mailbox.link()
    with clock.at(MONDAY):
        ask(client, ane.email)
    with writing():
        db.session.get_one(Person, ane.id).disable(by=None)

    assert [one["Subject"] for one in mailbox.open()] == ["Your account is closed"]
    client.get(link)
    assert choose(client).status_code == 410
    assert passwords.matches(kept(ane), PASSWORD)


def test_a_weak_password_is_refused_and_the_link_still_works(client, ane, mailbox):
    ask(client, ane.email)
    client.get(mailbox.link())

    refused = choose(client, new_password="short")

    assert refused.status_code == 422 and "at least 15 characters" in refused.text
    assert choose(client).status_code == 303


def test_links_lead_to_the_configured_site_whatever_was_asked_for(another_house, ane, mailbox):
    with another_house(TestConfig) as house:
        house.config["MAIL"] = str(mailbox.folder)
        house.test_client().post(
            "/password/forgotten",
            data={"email": ane.email},
            headers={"Host": "evil.example", "X-Forwarded-Host": "evil.example"},
        )
        (letter,) = mailbox.open()

    assert "evil" not in letter.as_string()
    assert paths(letter)


def test_the_door_leads_there(client, ane):
    assert 'href="/password/forgotten"' in client.get("/sign-in").text


@pytest.fixture
def talkative():
    """A configuration that logs everything, and silence again afterwards."""

    class Talkative(TestConfig):
        LOG_LEVEL, LOG_FORMAT = "DEBUG", "json"

    before = structlog.get_config()
    yield Talkative
    structlog.configure(**before)


def test_no_log_line_holds_a_token(another_house, talkative, ane, mailbox, capsys):
    """Lines name the route, not the path; and nothing else is written."""
    with another_house(talkative) as house:
        client = house.test_client()
        house.config["MAIL"] = str(mailbox.folder)
        ask(client, ane.email)
        token = mailbox.link().rpartition("/")[2]
        client.get(f"/password/{token}")
        client.get("/password")
        assert choose(client).status_code == 303

    said = "".join(capsys.readouterr())
    assert said.count('"route": "/password"') == 2 and "/password/<token>" in said
    assert token not in said and ane.email not in said
