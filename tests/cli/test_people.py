"""`flask people`."""

import pytest

from app.core.db import db
from app.people import passwords
from app.people.models import Person, Role
from tests.factories import PASSWORD, make_person


@pytest.fixture
def flask(app):
    def run(*words, **more):
        answer = app.test_cli_runner().invoke(args=["people", *words], **more)
        db.session.rollback()
        db.session.expire_all()
        return answer

    return run


def by_email(email):
    return db.session.query(Person).filter_by(email=email).one_or_none()


def test_add_opens_an_account(flask, client):
    answer = flask(
        *("add", "Miren@Example.com", "Miren Agirre", "--role", "admin", "--role", "governance"),
        *("--language", "eu", "--password-stdin"),
        input=PASSWORD + "\n",
    )

    assert answer.exit_code == 0, answer.output
    person = by_email("miren@example.com")
    assert (person.name, person.sort_name) == ("Miren Agirre", "miren agirre")
    assert person.language == "eu" and person.roles == {Role.ADMIN, Role.GOVERNANCE}
    assert passwords.matches(person.password_hash, PASSWORD)
    typed = {"email": "miren@example.com", "password": PASSWORD}
    assert client.post("/sign-in", data=typed).status_code == 303


def test_add_asks_for_the_password_twice(flask):
    answer = flask("add", "miren@example.com", "Miren", input=f"{PASSWORD}\n{PASSWORD}\n")

    assert answer.exit_code == 0 and PASSWORD not in answer.output
    assert by_email("miren@example.com")


@pytest.mark.parametrize(
    "words, typed, said",
    [
        (("miren@example.com", "Miren"), "short", "at least 15"),
        (("miren@example.com", "Miren Agirre"), "Miren Agirre 2026", "your own name"),
        (("miren", "Miren"), PASSWORD, "not an email address"),
        (("miren@example.com", "Miren", "--role", "emperor"), PASSWORD, "emperor"),
        (("JON@example.com", "Jon"), PASSWORD, "has an account already"),
        (("miren@example.com", " "), PASSWORD, "name"),
    ],
)
def test_add_says_what_is_wrong_and_adds_nobody(flask, words, typed, said):
    make_person("Jon", email="jon@example.com")

    answer = flask("add", *words, "--password-stdin", input=typed + "\n")

    assert answer.exit_code != 0 and said in answer.output
    assert db.session.query(Person).count() == 1


def test_add_invites_instead_of_asking_for_a_password(flask, mailbox):
    answer = flask("add", "miren@example.com", "Miren Agirre", "--language", "eu", "--invite")

    assert answer.exit_code == 0 and "letter" in answer.output, answer.output
    assert by_email("miren@example.com").password_hash is None
    (letter,) = mailbox.open()
    assert letter["Subject"] == "WOWistan zure zain gaude"
    assert "Gonbidapen bat duzu." in letter.get_body(["plain"]).get_content()


def test_both_an_invitation_and_a_password_are_too_much(flask):
    answer = flask("add", "miren@example.com", "Miren", "--invite", "--password-stdin", input="x")

    assert answer.exit_code == 2 and by_email("miren@example.com") is None


def test_invite_sends_another_letter(flask, mailbox):
    flask("add", "miren@example.com", "Miren", "--invite")
    first = mailbox.link()

    assert flask("invite", "miren@example.com").exit_code == 0

    assert mailbox.link() != first


def test_invite_says_why_not(flask, ane):
    assert "has a password" in flask("invite", ane.email).output
    assert "Nobody has the address" in flask("invite", "nobody@example.com").output


def test_grant_gives_a_role_once(flask, jon):
    assert flask("grant", jon.email, "hr").exit_code == 0
    assert flask("grant", jon.email, "hr").exit_code == 0

    assert by_email(jon.email).roles == {Role.AMBASSADOR, Role.HR}


def test_withdraw_takes_a_role_and_signs_out_whoever_had_it(flask, client, iker):
    email = iker.email
    client.sign_in(iker)

    assert flask("withdraw", email, "admin").exit_code == 0

    assert by_email(email).roles == set()
    assert client.get("/people").status_code == 303


def test_password_opens_for_whoever_forgot_theirs(flask, client, ane):
    email, new = ane.email, "una silla al lado de la puerta"
    client.sign_in(ane)

    assert flask("password", email, "--password-stdin", input="short\n").exit_code == 1
    assert client.get("/people").status_code == 200
    assert flask("password", email, "--password-stdin", input=new + "\n").exit_code == 0

    assert client.get("/people").status_code == 303
    assert client.post("/sign-in", data={"email": email, "password": PASSWORD}).status_code == 422
    assert client.post("/sign-in", data={"email": email, "password": new}).status_code == 303


def test_disable_ends_sessions_at_once_and_enable_lets_in_again(flask, client, ane):
    email = ane.email
    client.sign_in(ane)
    assert client.get("/people").status_code == 200

    assert flask("disable", email).exit_code == 0
    assert client.get("/people").status_code == 303
    assert client.post("/sign-in", data={"email": email, "password": PASSWORD}).status_code == 422

    assert flask("enable", email).exit_code == 0
    assert client.post("/sign-in", data={"email": email, "password": PASSWORD}).status_code == 303


@pytest.mark.parametrize("verb", ["disable", "enable", "password"])
def test_nobody_by_that_address_is_an_error(flask, verb):
    answer = flask(verb, "nobody@example.com")

    assert answer.exit_code == 1 and "Nobody has the address" in answer.output
