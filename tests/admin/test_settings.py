"""/admin/settings: every declared setting, by whoever administers."""

import pytest

from app.core import settings
from app.core.db import db, writing
from app.core.settings import Setting
from app.facts import on
from app.facts.settings import SettingChanged
from tests.conftest import at_once, together
from tests.factories import make_person

FAMILY = "For tests"
settings.declare("t.text", str, "hello", "A text", family=FAMILY, least=2, most=10)
settings.declare("t.number", int, 5, "A figure", family=FAMILY, least=1, most=9)
settings.declare("t.switch", bool, True, "A switch", family=FAMILY)
settings.declare(
    "t.choice", str, "one", "A choice", family=FAMILY, choices={"one": "The one", "two": "The two"}
)
settings.declare("t.hidden", bool, False, "Nobody’s to change")

told = []


@on(SettingChanged)
def listen(fact):
    told.append((fact.actor.name, fact.setting, fact.before, fact.now))


@pytest.fixture(autouse=True)
def _nothing_told():
    told.clear()


def put(client, name, value, version=0):
    data = {f"{name}-value": value, f"{name}-version": str(version)}
    return client.post(f"/admin/settings/{name}?_method=PUT", data=data)


def test_only_administration_comes_in(client, nerea):
    assert client.sign_in(nerea).get("/admin/settings").status_code == 403
    assert put(client, "t.number", "7").status_code == 403
    assert settings.get("t.number") == 5


def test_every_setting_with_its_default(client, iker):
    page = client.sign_in(iker).get("/admin/settings").text
    for words in ("For tests", "A text", "A figure", "A switch", "The two", "Name of the company"):
        assert words in page
    assert "Default: hello" in page and "Nobody’s to change" not in page


@pytest.mark.parametrize(
    ("name", "sent", "kept", "before", "now"),
    [
        ("t.text", "  bye ", "bye", "hello", "bye"),
        ("t.number", "7", 7, "5", "7"),
        ("t.switch", "", False, "yes", "no"),
        ("t.choice", "two", "two", "one", "two"),
    ],
)
def test_a_change_is_kept_told_and_taken_back(client, iker, name, sent, kept, before, now):
    assert put(client.sign_in(iker), name, sent).status_code == 303
    assert settings.get(name) == kept
    page = client.get("/admin/settings").text
    assert "Changed by Iker" in page and f'formaction="/admin/settings/{name}' in page

    client.post(f"/admin/settings/{name}?_method=DELETE", data={f"{name}-version": "1"})

    assert settings.get(name) == settings.named(name).default
    assert told == [("Iker", name, before, now), ("Iker", name, now, before)]


@pytest.mark.parametrize(
    ("name", "sent", "said"),
    [
        ("t.number", "10", "from 1 to 9"),
        ("t.number", "many", "Not a valid integer"),
        ("t.number", "", "Write a whole number."),
        ("t.number", "9" * 30, "Not a valid integer"),
        ("t.text", "a", "between 2 and 10"),
        ("t.text", "<b>" * 9, "between 2 and 10"),
        ("t.choice", "three", "Not a valid choice"),
    ],
)
def test_what_it_does_not_take_is_said_at_its_place(client, iker, name, sent, said):
    answer = put(client.sign_in(iker), name, sent)
    assert answer.status_code == 422 and said in answer.text
    assert f'id="{name}-value-error"' in answer.text
    assert settings.get(name) == settings.named(name).default and not told


@pytest.mark.parametrize("name", ["t.hidden", "never-declared", "founded"])
def test_what_is_nobodys_to_change_is_not_there(client, iker, name):
    assert put(client.sign_in(iker), name, "1").status_code == 404


def test_of_two_changes_at_once_one_stands_and_the_other_is_told(app, iker):
    maria = make_person("María", "admin")
    path = "/admin/settings/t.text?_method=PUT"
    won, lost = at_once(
        app,
        (iker, path, {"t.text-value": "Iker’s", "t.text-version": "0"}),
        (maria, path, {"t.text-value": "María’s", "t.text-version": "0"}),
    )
    assert (won.status_code, lost.status_code) == (303, 409)
    assert "Iker’s" in lost.text and "María’s" in lost.text


def test_so_it_is_of_the_first_two_of_all(app, iker):
    """There is no row yet that the second could wait for."""
    maria = make_person("María", "admin")
    visits = [
        (app.test_client().sign_in(who), "/admin/settings/t.number?_method=PUT", data)
        for who, data in (
            (iker, {"t.number-value": "3", "t.number-version": "0"}),
            (maria, {"t.number-value": "4", "t.number-version": "0"}),
        )
    ]

    assert [answer.status_code for answer in together(app, *visits)] == [303, 409]


def test_a_fact_leads_to_where_the_setting_stands(client, iker, ane):
    put(client.sign_in(iker), "t.number", "7")
    row = db.session.query(Setting).filter_by(name="t.number").one()
    assert client.get(f"/admin/settings/{row.id}").location.endswith("#setting-t.number")
    assert client.sign_in(ane).get(f"/admin/settings/{row.id}").status_code == 404


def test_reading_settings_asks_the_database_once_for_every_state_of_it(client, ane, iker, queries):
    def asked():
        queries.clear()
        client.get("/")
        return sum(one.startswith("SELECT settings") for one in queries)

    client.sign_in(ane)
    asked()
    make_person("Somebody who changes nothing about it")
    assert asked() == 0
    with writing():
        settings.put("home.new_faces", 0)
    assert "New faces" not in client.get("/").text
    assert asked() == 0


def test_a_value_of_yesterdays_declaration_counts_for_nothing(app):
    with writing():
        db.session.add(Setting(name="t.number", value="seven"))
    assert settings.get("t.number") == 5
