"""Changing one's password."""

import pytest

from app.core.db import db
from app.people import passwords
from app.people.models import Person
from tests.factories import PASSWORD
from tests.people import enter

NEW = "una silla al lado de la puerta"


def change(client, **typed):
    return client.post("/account/password?_method=PUT", data={"old": PASSWORD, "new": NEW} | typed)


def kept(person):
    db.session.expire_all()
    return db.session.get(Person, person.id).password_hash


def test_from_now_on_the_new_one_opens(client, ane):
    answer = change(client.sign_in(ane))

    assert (answer.status_code, answer.location) == (303, "/account/password")
    assert passwords.matches(kept(ane), NEW)
    client.sign_out()
    assert enter(client, ane, PASSWORD).status_code == 422
    assert enter(client, ane, NEW).status_code == 303


def test_every_other_session_ends_and_this_one_goes_on(client, ane, jon, app):
    elsewhere, neighbour = app.test_client().sign_in(ane), app.test_client().sign_in(jon)

    change(client.sign_in(ane))

    assert client.get("/people").status_code == 200
    assert elsewhere.get("/people").status_code == 303
    assert neighbour.get("/people").status_code == 200


@pytest.mark.parametrize(
    "typed, words",
    [
        ({"old": "not the password"}, "That is not your password."),
        ({"old": ""}, "Write your password."),
        ({"new": "short"}, "at least 15 characters"),
        ({"new": "x" * 129}, "at most 128 characters"),
        ({"new": "Passwordpassword"}, "most used"),
        ({"new": ""}, "Choose a password."),
        ({"old": "o" * 1001}, "cannot be longer"),
    ],
)
def test_a_refusal_says_why_at_its_field_and_changes_nothing(client, ane, typed, words):
    before = kept(ane)

    answer = change(client.sign_in(ane), **typed)

    assert answer.status_code == 422
    assert words in answer.text and 'aria-invalid="true"' in answer.text
    assert NEW not in answer.text and kept(ane) == before


def test_an_open_screen_is_no_place_to_guess_either(client, ane):
    client.sign_in(ane)

    answers = [change(client, old="a wrong password").status_code for _ in range(10)]

    assert answers == [422] * 10
    assert change(client).status_code == 429
    assert not passwords.matches(kept(ane), NEW)
