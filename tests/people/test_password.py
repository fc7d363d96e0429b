"""Changing one's password."""

from inspect import signature

import pytest
from argon2 import PasswordHasher
from wtforms import PasswordField

from app.core.db import db, writing
from app.core.forms import Form
from app.people import passwords, queries, sessions
from app.people.models import Person, SignIn
from config import TestConfig
from tests.factories import PASSWORD
from tests.people import enter

NEW = "una silla al lado de la puerta"


def change(client, **typed):
    return client.post(
        "/account/password?_method=PUT",
        data={"old_password": PASSWORD, "new_password": NEW} | typed,
    )


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
        ({"old_password": "not the password"}, "That is not your password."),
        ({"old_password": ""}, "Write your password."),
        ({"new_password": "short"}, "at least 15 characters"),
        ({"new_password": "x" * 129}, "at most 128 characters"),
        ({"new_password": "Passwordpassword"}, "most used"),
        ({"new_password": ""}, "Choose a password."),
        ({"old_password": "o" * 1001}, "cannot be longer"),
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

    answers = [change(client, old_password="a wrong password").status_code for _ in range(10)]

    assert answers == [422] * 10
    assert change(client).status_code == 429
    assert not passwords.matches(kept(ane), NEW)


def test_an_expired_form_comes_back_without_its_passwords(another_house, ane):
    class Guarded(TestConfig):
        WTF_CSRF_ENABLED = True

    with another_house(Guarded) as house:
        page = change(house.test_client().sign_in(ane), theirs="a word")

    assert page.status_code == 401 and "a word" in page.text
    assert PASSWORD not in page.text and NEW not in page.text


def test_every_password_travels_under_a_name_that_no_page_repeats(app):
    def below(kind):
        return {one for child in kind.__subclasses__() for one in (child, *below(child))}

    def blank(kind):
        owner = {"owner": Person(name="Ane", email="ane@example.com")}
        return kind(**(owner if "owner" in signature(kind.__init__).parameters else {}))

    asked = {
        field.name
        for kind in below(Form)
        for field in blank(kind)
        if isinstance(field, PasswordField)
    }

    assert {"password", "old_password", "new_password"} <= asked
    assert all("password" in name for name in asked)


@pytest.fixture
def meanwhile(monkeypatch, ane):
    """Another password is set, by a link of a letter, just before that function answers."""

    def happen(module, name):
        usual, another = getattr(module, name), passwords.hashed(NEW)

        def late(*given, **more):
            answer = usual(*given, **more) if module is passwords else None
            with writing():
                queries.person(ane.id).choose_password(another)
            return answer or usual(*given, **more)

        monkeypatch.setattr(module, name, late)

    return happen


@pytest.mark.parametrize(("module", "name"), [(passwords, "matches"), (sessions, "begin")])
def test_no_sign_in_outlives_the_password_it_came_with(client, ane, meanwhile, module, name):
    meanwhile(module, name)

    answer = enter(client, ane, PASSWORD)

    assert (answer.status_code, answer.location) == (303, "/sign-in")
    assert client.get("/account/preferences").status_code == 303
    db.session.rollback()
    assert db.session.query(SignIn).count() == 0


def test_the_old_one_changes_nothing_once_another_is_set(client, ane, meanwhile):
    client.sign_in(ane)
    meanwhile(passwords, "matches")

    answer = change(client, new_password="otra silla al lado de la ventana")

    assert answer.status_code == 303
    assert PasswordHasher().verify(kept(ane), NEW)
