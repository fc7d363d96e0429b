"""What one tells the others about oneself."""

import pytest

from app.core import clock
from app.core.db import db, writing
from app.people.models import Person, Unit
from tests.conftest import at_once
from tests.factories import make_location, make_person, make_unit

NAUGHTY = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' OR 1=1 --",
    "{{7*7}}{% raw %}",
    "${7*7}#{7*7}",
    "javascript:alert(1)",
    "\u05de\u05e8\u05d9\u05dd \u0627\u0644\u0633\u0644\u0627\u0645",
    "👩‍⚕️ Ane 🧵",
    "Z̸̢a̷l̶g̵o̴",
    "ﷺ" * 100,
    "Goikoetxeaundia-Etxeberriagoitia-Iturrigorrigoikoetxea Urrutikoetxea-Mendizabalgoitia",
    "a" * 120,
]


def told(**other):
    return {
        "name": "Ane Etxaniz",
        "job": "Nurse",
        "unit_id": "",
        "location_id": "",
        "speaks": ["eu", "es"],
        "helps_with": "Bandages",
        "version": "1",
    } | other


def save(client, **other):
    return client.post("/account/profile?_method=PUT", data=told(**other))


def kept(person):
    db.session.expire_all()
    return db.session.get(Person, person.id)


def test_what_one_tells_is_what_the_others_see(client, ane, jon):
    unit, place = make_unit("Clínica"), make_location("Ordizia")

    answer = save(client.sign_in(ane), unit_id=unit.id, location_id=place.id)

    assert (answer.status_code, answer.location) == (303, f"/people/{ane.id}")
    page = client.sign_in(jon).get(f"/people/{ane.id}").text
    for said in ("Ane Etxaniz", "Nurse", "Clínica", "Ordizia", "Basque, Spanish", "Bandages"):
        assert said in page.replace("Spanish, Basque", "Basque, Spanish")


def test_the_form_shows_what_is_kept(client, ane):
    unit = make_unit("Clínica")
    save(client.sign_in(ane), unit_id=unit.id)

    page = client.get("/account/profile/edit").text

    assert f'<option selected value="{unit.id}">' in page
    assert page.count('checked id="speaks') == 2
    assert 'name="version" type="hidden" value="2"' in page


def test_units_stand_below_their_own(client, ane):
    top = make_unit("Oficinas")
    make_unit("Donostia", parent=top)

    assert ">\u2003Donostia</option>" in client.sign_in(ane).get("/account/profile/edit").text


def test_a_closed_unit_is_offered_to_nobody_but_those_in_it(client, ane, jon):
    closed = make_unit("Sucursal antigua", closed_at=clock.now())
    inside = make_person("Amaia", unit_id=closed.id)

    assert "Sucursal antigua" not in client.sign_in(ane).get("/account/profile/edit").text
    assert "Sucursal antigua" in client.sign_in(inside).get("/account/profile/edit").text
    assert save(client, unit_id=closed.id).status_code == 303
    assert save(client.sign_in(jon), unit_id=closed.id).status_code == 422


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": " \x00\t "},
        {"name": "\u202e\u2066"},
        {"name": "x" * 121},
        {"job": "x" * 121},
        {"helps_with": "x" * 501},
        {"unit_id": "7777"},
        {"unit_id": "99999999999999999999999"},
        {"unit_id": "seven"},
        {"location_id": "-1"},
        {"speaks": ["tlh"]},
        {"version": ""},
        {"version": "one"},
    ],
)
def test_what_is_wrong_is_said_and_what_was_written_stays(client, ane, wrong):
    answer = save(client.sign_in(ane), **{"helps_with": "A text I will not lose"} | wrong)

    assert answer.status_code == 422
    assert "data-errors" in answer.text
    assert wrong.get("helps_with", "A text I will not lose") in answer.text
    assert kept(ane).name == "Ane"


@pytest.mark.parametrize("sent", [{}, {"name": "Ane"}, {"version": "1"}])
def test_a_form_with_holes_is_refused(client, ane, sent):
    assert client.sign_in(ane).put("/account/profile", data=sent).status_code == 422
    assert kept(ane).name == "Ane"


def test_a_field_sent_twice_is_nobodys_form(client, ane):
    sent = {"name": ["Ane", "Ane the second"], "job": "Nurse"}

    answer = save(client.sign_in(ane), **sent)

    assert answer.status_code == 422 and "Ane the second" in answer.text
    assert kept(ane).job == ""


def test_fields_nobody_asked_for_change_nothing(client, ane, jon):
    before = kept(ane)
    untouched = (before.email, before.created_at, before.password_hash, before.language)
    more = {
        "id": jon.id,
        "person_id": jon.id,
        "role": "admin",
        "roles": "admin",
        "grants": "admin",
        "is_admin": "1",
        "email": "boss@example.com",
        "created_at": "1999-01-01",
        "disabled_at": "",
        "password_hash": "x",
        "picture": "0" * 32,
        "sort_name": "aaaa",
        "language": "eu",
    }

    assert save(client.sign_in(ane), **more).status_code == 303

    after = kept(ane)
    assert (after.email, after.created_at, after.password_hash, after.language) == untouched
    assert not after.roles and after.picture is None and after.sort_name == "ane etxaniz"
    assert kept(jon).name == "Jon"


def test_of_two_tabs_the_second_is_told_and_loses_nothing(client, ane):
    client.sign_in(ane)
    save(client, job="Head nurse", helps_with="Rotas")

    answer = save(client, job="Midwife", helps_with="Births")

    assert answer.status_code == 409
    for said in ("Head nurse", "Rotas", "Midwife", "Births"):
        assert said in answer.text
    assert kept(ane).job == "Head nurse"
    assert 'name="version" type="hidden" value="2"' in answer.text
    assert save(client, job="Midwife", version="2").status_code == 303
    assert kept(ane).job == "Midwife"


def test_of_two_at_once_one_stands_and_the_other_is_told(app, ane):
    first, second = told(job="Head nurse"), told(job="Midwife")
    path = "/account/profile?_method=PUT"

    won, lost = at_once(app, (ane, path, first), (ane, path, second))

    assert (won.status_code, lost.status_code) == (303, 409)
    assert "Head nurse" in lost.text and "Midwife" in lost.text
    assert kept(ane).version == 2


@pytest.mark.parametrize("name", NAUGHTY)
def test_whatever_one_is_called_is_words_and_nothing_more(client, ane, jon, name):
    with writing():
        db.session.add(Unit(name=name[:120]))
    answer = save(client.sign_in(ane), name=name, job=name, helps_with=name)
    assert answer.status_code == 303

    shown = name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    shown = shown.replace('"', "&#34;").replace("'", "&#39;")
    pages = ["/people", f"/people/{ane.id}", "/account/profile/edit", "/account/sessions"]
    for page in pages:
        text = client.get(page).text
        assert shown in text, page
        assert shown == name or name not in text, page
    client.sign_in(jon)
    assert shown in client.get("/people").text


def test_nobody_turns_the_words_around_their_name(client, ane):
    save(client.sign_in(ane), name="Ane\u202e nimdA\u202c \u2066x\u2069")

    assert kept(ane).name == "Ane nimdA x"


def test_there_is_no_profile_but_ones_own_to_change(client, ane, jon):
    client.sign_in(ane)

    assert client.get("/account/profile").location == f"/people/{ane.id}"
    assert client.put(f"/people/{jon.id}", data=told()).status_code == 405
