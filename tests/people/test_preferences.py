"""Language, light and time, for those who are in and those who are not yet."""

import pytest

from app.core.db import db
from app.people.models import Person, Theme


def kept(person):
    db.session.expire_all()
    return db.session.get(Person, person.id)


def test_a_stranger_chooses_a_language_by_a_plain_form(client, ane):
    sent = {"language": "eu", "next": "/sign-in?next=/people"}

    answer = client.post("/language?_method=PUT", data=sent)

    assert (answer.status_code, answer.location) == (303, "/sign-in?next=/people")
    assert '<html lang="eu">' in client.get("/sign-in").text
    assert kept(ane).language == "en"


def test_whoever_is_in_keeps_the_language_everywhere(client, ane, app):
    client.sign_in(ane).put("/language", data={"language": "pt", "next": "/people"})

    assert kept(ane).language == "pt"
    assert '<html lang="pt">' in app.test_client().sign_in(ane).get("/people").text


@pytest.mark.parametrize("sent", [{}, {"language": "tlh"}, {"language": ""}, {"language": "\x00"}])
def test_a_language_nobody_here_speaks_changes_nothing(client, ane, sent):
    assert client.sign_in(ane).put("/language", data=sent).status_code == 400
    assert kept(ane).language == "en"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_light_is_kept_and_drawn(client, ane, theme):
    sent = {"theme": theme, "next": "/people"}

    answer = client.sign_in(ane).post("/theme?_method=PUT", data=sent)

    assert (answer.status_code, answer.location) == (303, "/people")
    assert kept(ane).theme is Theme(theme)
    assert f'data-theme="{theme}"' in client.get("/people").text


@pytest.mark.parametrize("sent", [{}, {"theme": "sepia"}, {"theme": ["", "dark"]}])
def test_a_light_there_is_not_changes_nothing(client, ane, sent):
    assert client.sign_in(ane).put("/theme", data=sent).status_code == 400
    assert kept(ane).theme is Theme.SYSTEM


def test_a_stranger_has_no_light_to_switch(client, ane):
    assert client.put("/theme", data={"theme": "dark"}).status_code == 401


def test_all_three_are_changed_at_once(client, ane):
    sent = {"language": "eu", "theme": "dark", "time_zone": "Atlantic/Azores"}

    answer = client.sign_in(ane).post("/account/preferences?_method=PUT", data=sent)

    assert (answer.status_code, answer.location) == (303, "/account/preferences")
    person = kept(ane)
    assert (person.language, person.theme, person.time_zone) == ("eu", "dark", "Atlantic/Azores")
    page = client.get("/account/preferences").text
    assert 'selected value="Atlantic/Azores"' in page and '<html lang="eu"' in page


@pytest.mark.parametrize(
    "wrong",
    [{"language": "xx"}, {"theme": "sepia"}, {"time_zone": "Mars/Olympus"}, {"time_zone": "../x"}],
)
def test_what_there_is_not_is_refused_at_its_field(client, ane, wrong):
    sent = {"language": "eu", "theme": "dark", "time_zone": ""} | wrong

    answer = client.sign_in(ane).put("/account/preferences", data=sent)

    assert answer.status_code == 422 and 'aria-invalid="true"' in answer.text
    assert kept(ane).language == "en"


def test_fields_nobody_asked_for_change_nothing(client, ane):
    sent = {"language": "eu", "theme": "dark", "time_zone": ""}
    more = {"role": "admin", "email": "x@example.com", "password_hash": "x", "disabled_at": "now"}
    before = kept(ane).password_hash

    client.sign_in(ane).put("/account/preferences", data=sent | more)

    person = kept(ane)
    assert not person.roles and person.is_active
    assert person.password_hash == before and person.email != "x@example.com"


def test_a_darker_screen_does_not_overtake_an_open_profile(client, ane):
    before = kept(ane).version

    client.sign_in(ane).put("/theme", data={"theme": "dark"})

    assert kept(ane).version == before
