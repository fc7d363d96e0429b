"""Sessions live in a table, end when they should, and can be ended."""

from datetime import datetime, timedelta

import pytest

from app.core import clock
from app.core.db import db, writing
from app.people import devices, queries
from app.people.models import Role, SignIn
from tests.factories import PASSWORD, make_person
from tests.people import enter

MONDAY = datetime(2026, 3, 2, 9, 0)


def visit_at(client, moment):
    with clock.at(moment):
        return client.get("/account/preferences").status_code


def stay(client, since, until, step):
    """Come by every `step`; the moment somebody is no longer let in, or None."""
    moment = since
    while moment <= until:
        if visit_at(client, moment) != 200:
            return moment
        moment += step
    return None


@pytest.mark.parametrize("role", ["hr", "listener", "admin"])
def test_whoever_is_trusted_with_much_is_signed_out_after_hours(client, role):
    person = make_person("Somebody", role)
    with clock.at(MONDAY):
        enter(client, person, PASSWORD)

    out = stay(client, MONDAY, MONDAY + timedelta(days=1), timedelta(minutes=50))

    assert out == MONDAY + timedelta(hours=12, minutes=30)  # the first visit after twelve hours


@pytest.mark.parametrize("role", ["hr", "listener", "admin"])
def test_an_hour_without_a_word_signs_them_out(client, role):
    person = make_person("Somebody", role)
    with clock.at(MONDAY):
        enter(client, person, PASSWORD)

    assert visit_at(client, MONDAY + timedelta(minutes=59)) == 200
    assert visit_at(client, MONDAY + timedelta(hours=2, minutes=1)) == 303


@pytest.mark.parametrize("roles", [(), ("ambassador",), ("governance",)])
def test_readers_stay_for_thirty_days(client, roles):
    person = make_person("Ane", *roles)
    with clock.at(MONDAY):
        enter(client, person, PASSWORD)

    out = stay(client, MONDAY, MONDAY + timedelta(days=40), timedelta(days=6))

    assert out == MONDAY + timedelta(days=36)


def test_readers_are_forgotten_after_a_week_away(client, ane):
    with clock.at(MONDAY):
        enter(client, ane, PASSWORD)

    assert visit_at(client, MONDAY + timedelta(days=6, hours=23)) == 200
    assert visit_at(client, MONDAY + timedelta(days=14)) == 303


def test_somebody_named_admin_falls_under_the_stricter_rule_at_once(client, ane):
    with clock.at(MONDAY):
        enter(client, ane, PASSWORD)
    with writing():
        queries.person(ane.id).grant(Role.ADMIN, by=None)

    assert visit_at(client, MONDAY + timedelta(hours=2)) == 303


def test_when_somebody_was_last_here_is_known_roughly(client, ane):
    with clock.at(MONDAY):
        enter(client, ane, PASSWORD)
    seen = lambda: db.session.query(SignIn.seen_at).scalar()  # noqa: E731

    visit_at(client, MONDAY + timedelta(minutes=9))
    assert seen() == MONDAY
    db.session.rollback()
    visit_at(client, MONDAY + timedelta(minutes=11))
    assert seen() == MONDAY + timedelta(minutes=11)


def test_a_closed_account_is_out_at_once(client, ane):
    client.sign_in(ane)
    assert client.get("/people").status_code == 200

    with writing():
        queries.person(ane.id).disable(by=None)

    assert client.get("/people").status_code == 303
    with writing():
        queries.person(ane.id).enable(by=None)
    assert client.get("/people").status_code == 303  # what ended stays ended


def test_whoever_loses_a_role_is_out_at_once(client, nerea):
    client.sign_in(nerea)

    with writing():
        queries.person(nerea.id).withdraw(Role.GOVERNANCE, by=None)

    assert client.get("/people").status_code == 303


def test_the_cookie_of_a_house_with_another_key_is_worth_nothing(client, ane, app):
    forged = app.test_client()
    key, app.secret_key = app.secret_key, "a key somebody guessed wrongly, at length"
    try:
        forged.sign_in(ane)
    finally:
        app.secret_key = key

    assert forged.get("/people").status_code == 303


@pytest.fixture
def phone(app, ane):
    """Ane's telephone, signed in."""
    phone = app.test_client()
    phone.post(
        "/sign-in",
        data={"email": ane.email, "password": PASSWORD},
        headers={"User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Safari/604.1"},
    )
    return phone


def number_of(agent):
    return db.session.query(SignIn.id).filter(SignIn.agent.contains(agent)).scalar()


def test_one_sees_where_one_is_signed_in(client, ane, jon, phone, app):
    app.test_client().sign_in(jon)

    page = client.sign_in(ane).get("/account/sessions").text

    assert "Safari on iPhone" in page
    assert page.count("this one") == 1
    assert page.count('id="session-') == 2


def test_ending_one_ends_it_at_once(client, ane, phone):
    client.sign_in(ane)

    answer = client.post(f"/account/sessions/{number_of('iPhone')}?_method=DELETE")

    assert (answer.status_code, answer.location) == (303, "/account/sessions")
    assert phone.get("/people").status_code == 303
    assert client.get("/people").status_code == 200


def test_nobody_ends_the_session_of_another(client, jon, phone):
    client.sign_in(jon)

    assert client.delete(f"/account/sessions/{number_of('iPhone')}").status_code == 404
    assert client.delete("/account/sessions/999999999999999999999").status_code == 404
    assert phone.get("/people").status_code == 200


def test_ending_all_the_others_leaves_this_one(client, ane, jon, phone, app):
    neighbour = app.test_client().sign_in(jon)
    client.sign_in(ane)

    client.post("/account/sessions/others?_method=DELETE")

    assert phone.get("/people").status_code == 303
    assert client.get("/people").status_code == 200
    assert neighbour.get("/people").status_code == 200


def test_a_session_that_is_over_is_not_listed_and_swept_at_the_next_sign_in(client, ane):
    with clock.at(MONDAY):
        enter(client, ane, PASSWORD)
    client.sign_out()

    with clock.at(MONDAY + timedelta(days=8)):
        enter(client, ane, PASSWORD)
        assert client.get("/account/sessions").text.count('id="session-') == 1
    assert db.session.query(SignIn).count() == 1


@pytest.mark.parametrize(
    "agent, words",
    [
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0", "Firefox on Linux"),
        ("Mozilla/5.0 (Linux; Android 16) Chrome/140.0 Mobile Safari/537.36", "Chrome on Android"),
        (
            "Mozilla/5.0 (iPad; like Mac OS X) CriOS/140.0 Safari/604.1",
            "Chrome on iPad",
        ),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) Version/18.0 Safari/605.1", "Safari on Mac"),
        ("curl/8.0", "A browser we don’t know"),
        ("<script>alert(1)</script> Windows", "Windows"),
        ("", "A browser we don’t know"),
    ],
)
def test_a_device_is_named_in_words(app, agent, words):
    assert devices.in_words(agent) == words
    assert devices.in_words(devices.coarse(agent)) == words, "what is kept says the same"
    assert not any(letter.isdigit() for letter in devices.coarse(agent)), "and no more than it"
