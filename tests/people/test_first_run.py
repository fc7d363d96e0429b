"""A new house greets its first person, and nobody after them."""

import threading

import pytest
from flask import request_started
from flask.testing import FlaskClient

from app.core import settings
from app.core.db import db
from app.people import founding, passwords
from app.people.models import Person, Role
from config import TestConfig
from tests.conftest import Visitor
from tests.factories import PASSWORD

FIRST = {
    "company": "Seguros Itsaso",
    "language": "eu",
    "name": "Miren Agirre",
    "email": "Miren@Example.com",
    "password": PASSWORD,
}


def test_every_page_of_an_empty_house_leads_to_the_first_one(client):
    assert client.get("/sign-in").location == "/welcome"
    assert client.get("/people").location.startswith("/sign-in")
    assert client.get("/healthz").status_code == 200
    assert client.get("/metrics").status_code == 404  # for want of a token
    assert client.get("/welcome").status_code == 200


def test_the_first_one_runs_the_house_and_is_in(client):
    answer = client.post("/welcome", data=FIRST)

    assert (answer.status_code, answer.location) == (303, "/admin")
    first = db.session.query(Person).one()
    assert (first.name, first.email, first.language) == ("Miren Agirre", "miren@example.com", "eu")
    assert first.roles == {Role.ADMIN, Role.GOVERNANCE}
    assert passwords.matches(first.password_hash, PASSWORD)
    assert settings.get("company") == "Seguros Itsaso"
    assert client.get("/account/preferences").status_code == 200


def test_nobody_is_the_first_twice(client, ane):
    assert client.get("/welcome").status_code == 404
    assert client.post("/welcome", data=FIRST).status_code == 404
    assert db.session.query(Person).count() == 1


def test_of_two_at_once_exactly_one_is_the_first(app):
    """Both are held inside their request until both are in."""
    both_are_in, answers = threading.Barrier(2), []

    def wait(sender, **_):
        both_are_in.wait(timeout=10)

    def found(name):
        client = Visitor(app, app.response_class)
        data = FIRST | {"name": name, "email": f"{name}@example.com"}
        answers.append(FlaskClient.open(client, "/welcome", method="POST", data=data).status_code)

    with request_started.connected_to(wait, app):
        threads = [threading.Thread(target=found, args=[name]) for name in ("miren", "gorka")]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]
    db.session.rollback()

    assert sorted(answers) == [303, 404]
    assert db.session.query(Person).count() == 1


@pytest.mark.parametrize(
    "wrong, words",
    [
        ({"company": "  "}, "Write the name people know it by."),
        ({"name": "\x00 \t"}, "Write your name."),
        ({"name": "x" * 121}, "cannot be longer"),
        ({"email": "miren"}, "does not look like an email"),
        ({"email": "miren@"}, "does not look like an email"),
        ({"password": "short"}, "at least 15 characters"),
        ({"password": "Miren Agirre 2026"}, "your own name"),
        ({"language": "tlh"}, "Not a valid choice"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(client, wrong, words):
    answer = client.post("/welcome", data=FIRST | wrong)

    assert answer.status_code == 422
    assert words in answer.text
    assert db.session.query(Person).count() == 0


def test_fields_nobody_asked_for_change_nothing(client):
    more = {"role": "hr", "is_admin": "0", "created_at": "1999-01-01", "id": "77"}
    client.post("/welcome", data=FIRST | more)

    first = db.session.query(Person).one()
    assert first.roles == {Role.ADMIN, Role.GOVERNANCE} and first.created_at.year > 1999


class InProduction(TestConfig):
    PRODUCTION = True
    TRUSTED_HOSTS = ["wowista.test"]


@pytest.fixture
def in_production(another_house, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", TestConfig.SECRET_KEY)
    with another_house(InProduction) as house:
        yield house.test_client()


@pytest.mark.parametrize("key", [None, "", "0" * 16, "ñ"])
def test_in_production_only_whoever_started_the_server_is_the_first(in_production, key):
    answer = in_production.post("/welcome", data=FIRST | ({"key": key} if key else {}))

    assert answer.status_code == 422 and "not the key the server printed" in answer.text
    assert db.session.query(Person).count() == 0


def test_in_production_the_printed_key_opens(in_production):
    assert 'name="key"' in in_production.get("/welcome").text

    answer = in_production.post("/welcome", data=FIRST | {"key": founding.setup_key()})

    assert answer.status_code == 303


def test_elsewhere_no_key_is_asked_for(client):
    assert 'name="key"' not in client.get("/welcome").text
