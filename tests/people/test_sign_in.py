"""Coming in and going out."""

import re
import time
import unicodedata

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from app.core import settings
from app.core.db import DataVersion, db, writing
from app.people import passwords, queries
from app.people.models import SignIn
from config import TestConfig
from tests.factories import PASSWORD, make_person
from tests.people import enter


def test_the_right_password_opens_the_door(client, ane):
    answer = enter(client, ane, PASSWORD)

    assert (answer.status_code, answer.location) == (303, "/")
    assert client.get("/account/preferences").status_code == 200


def test_an_address_is_known_however_it_is_written(client, ane):
    typed = {"email": f"  {ane.email.upper()} ", "password": PASSWORD}

    assert client.post("/sign-in", data=typed).status_code == 303


def test_the_same_letters_from_another_keyboard_are_the_same_password(client):
    composed, apart = (
        unicodedata.normalize(form, "el café de la señora") for form in ("NFC", "NFD")
    )
    assert composed != apart
    person = make_person("Ane", password_hash=passwords.hashed(composed))

    assert enter(client, person, apart).status_code == 303


def test_a_password_counts_to_its_last_letter(client):
    long = "á" * 3 + "bcdefghijk" * 12 + "12345"
    assert len(long) == 128
    person = make_person("Ane", password_hash=passwords.hashed(long))

    assert enter(client, person, long + "x").status_code == 422
    assert enter(client, person, long).status_code == 303


@pytest.fixture
def gone(app):
    """Somebody whose account is closed."""
    person = make_person("Iker")
    with writing():
        queries.person(person.id).disable(by=None)
    return person


TOKEN = re.compile(r'(?<=")[\w-]+\.[\w-]+\.[\w-]+(?=")')


@pytest.fixture
def refused(client, ane):
    """The page a wrong password gets, without what its sender typed and the token of the second."""

    def page(email):
        answer = client.post("/sign-in", data={"email": email, "password": "not the password"})
        return answer.status_code, TOKEN.sub("", answer.text.replace(email, ""))

    return page


def test_known_unknown_and_closed_accounts_are_refused_alike(refused, ane, gone):
    never = make_person("Jon", password_hash=None)

    known = refused(ane.email)

    assert known[0] == 422 and "don’t match" in known[1]
    assert refused("nobody@example.com") == known
    assert refused(gone.email) == known
    assert refused(never.email) == known


def test_a_closed_account_stays_closed_to_the_right_password(client, gone):
    assert enter(client, gone, PASSWORD).status_code == 422


def test_every_refusal_costs_a_hash(client, ane, gone):
    """The work is measured, not the clock on the wall: time on the processor of this thread."""
    hash_alone = min(work(lambda: passwords.hashed("a password to be hashed")) for _ in range(3))

    for email in (ane.email, "nobody@example.com", gone.email):
        typed = {"email": email, "password": "not the password"}
        assert work(lambda typed=typed: client.post("/sign-in", data=typed)) > hash_alone * 0.8


def work(what):
    began = time.thread_time()
    what()
    return time.thread_time() - began


def test_a_hash_of_weaker_days_is_made_anew_at_sign_in(client):
    old = PasswordHasher(time_cost=1, memory_cost=8 * 1024, parallelism=1).hash(PASSWORD)
    person = make_person("Ane", password_hash=old)

    assert enter(client, person, "not the password").status_code == 422
    assert db.session.get(type(person), person.id).password_hash == old
    assert enter(client, person, PASSWORD).status_code == 303

    db.session.expire_all()
    better = db.session.get(type(person), person.id).password_hash
    assert not passwords.is_old(better) and passwords.matches(better, PASSWORD)


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"email": "ane@example.com"},
        {"password": PASSWORD},
        {"email": "   ", "password": PASSWORD},
        {"email": "a" * 255, "password": PASSWORD},
        {"email": "ane@example.com", "password": "p" * 1001},
        {"email": "\x00", "password": "\x00"},
        {"email": "\ud800@example.com".encode("utf-8", "surrogatepass"), "password": b"\xff\xfe"},
    ],
)
def test_what_makes_no_sense_is_answered_at_its_field(client, ane, typed):
    answer = client.post("/sign-in", data=typed)

    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text
    assert PASSWORD not in answer.text


def test_whoever_is_in_already_is_led_on(client, ane):
    client.sign_in(ane)

    assert client.get("/sign-in?next=/people").location == "/people"


def test_coming_in_gives_a_new_name_and_ends_the_old_one(client, ane, app):
    enter(client, ane, PASSWORD)
    first = cookie_of(client)
    enter(client, ane, PASSWORD)
    second = cookie_of(client)

    assert first != second
    assert not is_in(app, first) and is_in(app, second)
    assert db.session.query(SignIn).count() == 1


def test_a_cookie_planted_before_sign_in_is_worth_nothing_after(client, ane, app):
    client.get("/sign-in")
    planted = cookie_of(client)
    enter(client, ane, PASSWORD)

    assert not is_in(app, planted)


def test_signing_out_is_final(client, ane, app):
    enter(client, ane, PASSWORD)
    kept = cookie_of(client)

    answer = client.post("/sign-in?_method=DELETE")

    assert (answer.status_code, answer.location) == (303, "/sign-in")
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert cookie_of(client) is None
    assert not is_in(app, kept)


def test_a_stranger_cannot_sign_out(client, ane):
    assert client.delete("/sign-in").status_code == 401


def cookie_of(client):
    cookie = client.get_cookie("wowista", domain="wowista.test")
    return cookie and cookie.value


def is_in(app, cookie):
    """Whether a browser with nothing but this cookie gets in."""
    other = app.test_client()
    other.set_cookie("wowista", cookie, domain="wowista.test")
    return other.get("/account/preferences").status_code == 200


def set_by(answer):
    """The cookie of the session; another one knows the browser again."""
    cookies = answer.headers.getlist("Set-Cookie")
    return next(one for one in cookies if "browser=" not in one)


def test_the_cookie_keeps_to_itself(client, ane):
    cookie = set_by(enter(client, ane, PASSWORD))

    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Path=/" in cookie
    assert "Expires" not in cookie  # it goes when the browser closes


def test_keep_me_signed_in_outlives_the_browser(client, ane):
    assert "Expires" in set_by(enter(client, ane, PASSWORD, lasting="y"))


def test_on_tls_the_cookie_is_bound_to_this_very_host(another_house, ane):
    class OnTls(TestConfig):
        TLS = SESSION_COOKIE_SECURE = True
        SESSION_COOKIE_NAME = "__Host-wowista"
        PREFERRED_URL_SCHEME = "https"

    with another_house(OnTls) as house:
        answer = enter(house.test_client(), ane, PASSWORD)

    cookie = set_by(answer)
    assert cookie.startswith("__Host-wowista=")
    assert "Secure" in cookie and "Path=/" in cookie and "Domain" not in cookie
    assert answer.headers["Strict-Transport-Security"]


def test_the_door_says_whose_house_it_is(client, ane):
    assert "With your usual account." in client.get("/sign-in").text

    with writing():
        settings.put("company", "Zaindu & Co")
    assert "With your account at Zaindu &amp; Co." in client.get("/sign-in").text


def test_coming_and_going_leaves_everybodys_pages_fresh(client, ane):
    make_person("Jon")
    before = db.session.scalar(select(DataVersion.number))

    enter(client, ane, PASSWORD)
    client.delete("/sign-in")

    assert db.session.scalar(select(DataVersion.number)) == before
