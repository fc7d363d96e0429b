"""What the application does otherwise than Flask."""

from flask import flash, get_flashed_messages, render_template, session
from jinja2 import DictLoader

from app.core.house import House


def test_a_session_signed_with_a_key_given_up_is_nobodys():
    house = House("house")
    house.secret_key = "the first key"

    @house.get("/")
    def show():
        seen, session["seen"] = session.get("seen", "never"), "before"
        return seen

    client = house.test_client()
    assert [client.get("/").text, client.get("/").text] == ["never", "before"]

    house.config.update(SECRET_KEY="the second key", SECRET_KEY_FALLBACKS=["the first key"])
    assert client.get("/").text == "before"

    house.config.update(SECRET_KEY="the third key", SECRET_KEY_FALLBACKS=[])
    assert client.get("/").text == "never"


def test_the_same_cookie_says_the_same_and_nobody_can_change_what_is_remembered():
    house = House("house")
    house.secret_key = "a key"

    @house.get("/")
    def show():
        said = dict(session)
        session["who"] = "ane"
        return said

    client = house.test_client()
    client.get("/")
    cookie = client.get_cookie("session").value
    for _ in range(3):
        client.set_cookie("session", cookie)
        assert client.get("/").json == {"who": "ane"}
    at = len(cookie) - 2  # the last letter carries bits that say nothing
    client.set_cookie("session", cookie[:at] + ("A" if cookie[at] != "A" else "B") + cookie[-1])
    assert client.get("/").json == {}


def test_what_waits_to_be_said_is_said_once_though_the_cookie_is_remembered():
    house = House("house")
    house.secret_key = "a key"

    @house.get("/say")
    def say():
        flash("Saved.")
        return "", 204

    @house.get("/")
    def show():
        return get_flashed_messages()

    client = house.test_client()
    client.get("/say")
    cookie = client.get_cookie("session").value
    for _ in range(2):
        client.set_cookie("session", cookie)
        assert client.get("/").json == ["Saved."]
    assert client.get("/").json == []


def test_macros_are_made_once_and_hear_of_the_page_what_they_are_given():
    house, made = House("house"), []
    house.jinja_env.globals["note"] = lambda: made.append(1) or ""
    house.jinja_env.loader = DictLoader(
        {
            "macros.html": "{{ note() }}{% macro greet(name) %}{{ word }} {{ name }}{% endmacro %}",
            "page.html": "{% from 'macros.html' import greet %}{{ greet(name) }}",
        }
    )
    with house.test_request_context():
        house.jinja_env.globals["word"] = "Kaixo"
        pages = [render_template("page.html", name=name, word="Bye") for name in ("Ane", "Jon")]

    assert pages == ["Kaixo Ane", "Kaixo Jon"]
    assert made == [1]
