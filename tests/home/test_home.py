"""/: a greeting, the one next thing, and what is new"""

from datetime import datetime

import pytest
from flask_babel import force_locale, gettext
from markupsafe import Markup

from app.core import clock, slots
from app.core.i18n import N_
from app.home.greeting import first_name, greeting, today
from tests.factories import make_comment, make_person, make_post
from tests.naughty import NAUGHTY


@pytest.fixture
def filled(monkeypatch):
    """Slots of this test's own."""

    def fill(place, html):
        monkeypatch.setitem(slots._filled, place, [lambda: Markup(html)])

    return fill


def at_home(client, person, moment):
    """The page as it is at a moment, in UTC."""
    client.sign_in(person)
    with clock.at(moment):
        return client.get("/").text


NOVEMBER, JULY = datetime(2026, 11, 23), datetime(2026, 7, 6)


@pytest.mark.parametrize(
    "language, zone, moment, words",
    [
        ("en", "Europe/Madrid", NOVEMBER.replace(hour=7), "Good morning, Ane"),
        ("en", "Europe/Madrid", NOVEMBER.replace(hour=11), "Good afternoon, Ane"),  # noon there
        ("en", "Europe/Lisbon", NOVEMBER.replace(hour=11), "Good morning, Ane"),
        ("en", "Europe/Madrid", NOVEMBER.replace(hour=17), "Good evening, Ane"),
        ("en", "Europe/Madrid", NOVEMBER.replace(hour=2), "Good evening, Ane"),
        ("en", "Europe/Madrid", JULY.replace(hour=3), "Good morning, Ane"),  # summer time
        ("en", "America/Bogota", NOVEMBER.replace(hour=2), "Good evening, Ane"),
        ("en", "Asia/Tokyo", NOVEMBER.replace(hour=22), "Good morning, Ane"),
    ],
)
def test_the_greeting_follows_the_readers_clock(client, language, zone, moment, words):
    person = make_person("Ane Etxaniz", language=language, time_zone=zone)

    assert f">{words}</h1>" in at_home(client, person, moment)


def test_in_spain_the_morning_lasts_until_lunch(app):
    with force_locale("es"):
        morning, afternoon = (
            gettext(words, name="Ane")
            for words in (N_("Good morning, %(name)s"), N_("Good afternoon, %(name)s"))
        )
        assert greeting(NOVEMBER.replace(hour=12), "Ane") == morning  # 13:00 there
        assert greeting(NOVEMBER.replace(hour=13), "Ane") == afternoon


def test_the_day_is_the_readers_too(client):
    here = make_person("Ane", time_zone="Europe/Madrid")
    there = make_person("Kenji", time_zone="Asia/Tokyo")

    assert "Monday, 23 November" in at_home(client, here, NOVEMBER.replace(hour=20))
    assert "Tuesday, 24 November" in at_home(client, there, NOVEMBER.replace(hour=20))


@pytest.mark.parametrize(
    "language, words",
    [("es", "Lunes, 23 de noviembre"), ("eu", "Astelehena, azaroak 23"), ("pt", "Segunda-feira")],
)
def test_the_day_in_other_languages(app, client, language, words):
    person = make_person("Ane", language=language)

    assert words.lower() in at_home(client, person, NOVEMBER.replace(hour=9)).lower()


@pytest.mark.parametrize(
    "name, first", [("Ane Etxaniz", "Ane"), ("  Jon ", "Jon"), ("", ""), (" ", " ")]
)
def test_people_are_called_by_their_first_name(name, first):
    assert first_name(name) == first


@pytest.mark.parametrize("name", NAUGHTY)
def test_a_naughty_name_is_greeted_like_any_other(client, name):
    page = client.sign_in(make_person(name)).get("/").text

    assert "<script>alert" not in page and "<img src=x" not in page


def test_an_empty_house_says_how_to_begin(client, ane):
    page = client.sign_in(ane).get("/").text

    assert "It all begins with a story" in page and 'class="stream"' not in page


def test_what_happened_is_told(client, ane, jon):
    make_comment(on=make_post(author=jon, title="Twelve rings"), by=jon)

    page = client.sign_in(ane).get("/").text

    assert 'class="stream"' in page and "Twelve rings" in page
    assert "It all begins with a story" not in page


def test_slots_have_their_places_and_leave_none_when_empty(client, ane, filled):
    filled("home.aside", "")
    assert 'class="split"' not in client.sign_in(ane).get("/").text

    filled("home.next", '<section class="next"><p>Finish it</p></section>')
    filled("home.lead", '<article class="story">The lead</article>')
    filled("home.aside", '<section class="section">Beside</section>')
    page = client.get("/").text

    assert page.index("Finish it") < page.index("The lead") < page.index("Beside")
    assert '<div class="split">' in page and "It all begins with a story" not in page


def test_it_asks_the_same_for_one_line_and_thirty(client, ane, jon, queries):
    def ask():
        client.application.extensions["fragments"].clear()  # nobody has been here before
        queries.clear()
        assert client.get("/").status_code == 200
        return len(queries)

    make_comment(on=make_post(author=jon), by=jon)
    client.sign_in(ane).get("/")
    one = ask()
    for _ in range(30):
        make_comment(on=make_post(author=make_person()), by=jon)

    assert ask() == one <= 8


def test_it_is_kept_until_something_changes(client, ane, jon):
    kept = client.sign_in(ane).get("/")
    again = {"If-None-Match": kept.headers["ETag"]}
    assert client.get("/", headers=again).status_code == 304

    make_post(author=jon, title="Twelve rings")

    assert "Twelve rings" in client.get("/", headers=again).text


def test_home_is_where_one_is(client, ane):
    page = client.sign_in(ane).get("/").text

    assert page.count('aria-current="page"') >= 1 and "Home" in page


def test_strangers_are_led_to_the_door(client, ane):
    answer = client.get("/")

    assert answer.status_code == 303 and "/sign-in" in answer.location
    assert today(NOVEMBER).startswith("Monday")
