"""Before something delicate the password is asked for once more."""

from datetime import datetime, timedelta

import pytest
from flask import Blueprint

from app.core import clock
from app.people.freshly import fresh
from config import TestConfig
from tests.factories import PASSWORD
from tests.people import enter

MONDAY = datetime(2026, 3, 2, 9, 0)
LATER = MONDAY + timedelta(minutes=11)
delicate = Blueprint("delicate", __name__, url_prefix="/delicate")


@delicate.route("", methods=["GET", "POST"])
@fresh
def thing():
    return "what only somebody present may do"


@pytest.fixture
def client(another_house, ane):
    """Ane, who came in on Monday at nine."""
    with another_house(TestConfig, add=lambda house: house.register_blueprint(delicate)) as house:
        client = house.test_client()
        with clock.at(MONDAY):
            enter(client, ane, PASSWORD)
        yield client


def test_within_ten_minutes_nobody_is_asked(client):
    with clock.at(MONDAY + timedelta(minutes=10)):
        assert client.get("/delicate").status_code == 200
        assert client.post("/delicate").status_code == 200


def test_later_a_page_asks_and_then_goes_on(client):
    with clock.at(LATER):
        asked = client.get("/delicate?year=2026")
        assert asked.status_code == 303
        assert asked.location == "/sign-in/again?next=/delicate?year%3D2026"

        page = client.get(asked.location)
        assert page.status_code == 200 and 'value="/delicate?year=2026"' in page.text

        typed = {"password": PASSWORD, "next": "/delicate?year=2026"}
        answer = client.post("/sign-in/again", data=typed)
        assert (answer.status_code, answer.location) == (303, "/delicate?year=2026")
        assert client.get("/delicate").status_code == 200


def test_a_change_goes_back_to_the_page_with_its_button(client):
    with clock.at(LATER):
        came_from = {"Referer": "http://wowista.test/people?q=ane"}
        elsewhere = {"Referer": "https://evil.example/people"}

        assert client.post("/delicate", headers=came_from).location.endswith("next=/people?q%3Dane")
        assert client.post("/delicate", headers=elsewhere).location.endswith("next=/")
        assert client.post("/delicate").status_code == 303


def test_htmx_is_sent_there_as_a_whole_page(client):
    with clock.at(LATER):
        answer = client.post("/delicate", htmx=True)

    assert answer.status_code == 204
    assert answer.headers["HX-Redirect"].startswith("/sign-in/again?")


def test_a_wrong_password_confirms_nothing(client):
    with clock.at(LATER):
        answer = client.post("/sign-in/again", data={"password": "not the password"})

        assert answer.status_code == 422 and "not your password" in answer.text
        assert client.get("/delicate").status_code == 303
        assert client.post("/sign-in/again", data={}).status_code == 422


def test_guessing_is_counted_with_the_sign_ins(client, ane):
    with clock.at(LATER):
        for _ in range(10):
            client.post("/sign-in/again", data={"password": "not the password"})

        assert client.post("/sign-in/again", data={"password": PASSWORD}).status_code == 429
        assert client.get("/delicate").status_code == 303
        assert enter(client, ane, PASSWORD).status_code == 429


def test_strangers_are_asked_who_they_are(client):
    client.sign_out()

    assert client.get("/delicate").location.startswith("/sign-in?next=")
    assert client.get("/sign-in/again").location.startswith("/sign-in?next=")
    assert client.post("/delicate").status_code == 401


def test_it_leads_to_pages_of_ours_alone(client):
    with clock.at(LATER):
        typed = {"password": PASSWORD, "next": "//evil.example"}

        assert "evil" not in client.get("/sign-in/again?next=//evil.example").text
        assert client.post("/sign-in/again", data=typed).location == "/"
