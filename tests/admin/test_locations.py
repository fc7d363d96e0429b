"""/admin/locations: the places, and two spellings of one."""

import pytest

from app.core.db import db, writing
from app.people.models import Location, Person
from tests.admin.test_units import press_undo
from tests.conftest import at_once
from tests.factories import make_location, make_person


def kept(location):
    db.session.expire_all()
    return db.session.get(Location, location.id)


def test_only_administration_comes_in(client, nerea):
    assert client.sign_in(nerea).get("/admin/locations").status_code == 403


def test_opening_one_once(client, iker):
    sent = {"name": "Ordizia", "once": "b" * 32}
    assert client.sign_in(iker).post("/admin/locations", data=sent).status_code == 303
    assert client.post("/admin/locations", data=sent).status_code == 303
    assert [one.name for one in db.session.query(Location)] == ["Ordizia"]
    assert "Ordizia" in client.get("/admin/locations").text


@pytest.mark.parametrize(
    ("name", "said"), [("", "Write a name."), ("bilbáo", "already"), ("x" * 121, "120")]
)
def test_what_cannot_be_opened_is_said_and_stays(client, iker, name, said):
    make_location("Bilbao")
    answer = client.sign_in(iker).post("/admin/locations", data={"name": name})
    assert answer.status_code == 422 and said in answer.text and name in answer.text
    assert db.session.query(Location).count() == 1


def test_of_two_who_open_the_same_one_is_told(app, iker):
    maria = make_person("María", "admin")
    sent = {"name": "Ordizia"}
    won, lost = at_once(app, (iker, "/admin/locations", sent), (maria, "/admin/locations", sent))
    assert (won.status_code, lost.status_code) == (303, 422) and "already" in lost.text


def test_a_new_name_and_back(client, iker):
    place = make_location("Bilvao")
    path = f"/admin/locations/{place.id}?_method=PUT"
    client.sign_in(iker).post(path, data={"name": "Bilbao", "version": "1"})
    assert kept(place).name == "Bilbao"

    press_undo(client, client.get("/admin/locations"))
    assert kept(place).name == "Bilvao"


def test_a_name_that_was_overtaken_is_told_so(client, iker):
    place = make_location("Bilvao")
    with writing():
        kept(place).rename("Bilbo", by=None)
    path = f"/admin/locations/{place.id}?_method=PUT"
    lost = client.sign_in(iker).post(path, data={"name": "Bilbao", "version": "1"})
    assert lost.status_code == 409 and "Bilbo" in lost.text and "Bilbao" in lost.text


def test_closed_it_is_offered_to_nobody_but_those_in_it(client, iker, ane):
    place = make_location("Ordizia")
    inside = make_person("Amaia", location_id=place.id)
    client.sign_in(iker).post(f"/admin/locations/{place.id}/closure")

    assert "Ordizia" not in client.sign_in(ane).get("/account/profile/edit").text
    assert "Ordizia" in client.sign_in(inside).get("/account/profile/edit").text
    assert "Ordizia" in client.sign_in(iker).get("/admin/locations?state=closed").text


def test_closing_is_taken_back(client, iker):
    place = make_location("Ordizia")
    client.sign_in(iker).post(f"/admin/locations/{place.id}/closure")
    press_undo(client, client.get("/admin/locations"))
    assert kept(place).is_open


def test_two_spellings_become_one(client, iker):
    wrong, right = make_location("Bilvao"), make_location("Bilbao")
    inside = make_person("Amaia", location_id=wrong.id)
    path = f"/admin/locations/{wrong.id}/merging"

    assert "1 person goes" in client.sign_in(iker).get(f"{path}/new?to={right.id}").text
    assert client.post(path, data={"to": right.id, "version": "1"}).status_code == 303

    db.session.expire_all()
    assert db.session.get(Person, inside.id).location_id == right.id
    assert kept(wrong).merged_into_id == right.id and not wrong.is_open
    assert "Merged into Bilbao" in client.get("/admin/locations?state=closed").text


def test_of_two_merged_crosswise_one_survives(app, iker):
    maria = make_person("María", "admin")
    one, other = make_location("One"), make_location("Other")
    won, lost = at_once(
        app,
        (iker, f"/admin/locations/{one.id}/merging", {"to": other.id, "version": "1"}),
        (maria, f"/admin/locations/{other.id}/merging", {"to": one.id, "version": "1"}),
    )
    assert won.status_code == 303 and lost.status_code in (303, 409)
    assert [kept(one).is_open, kept(other).is_open].count(True) == 1


@pytest.mark.parametrize("query", ["", "?to=x", "?to=2147483646"])
def test_merging_into_nothing_is_not_there(client, iker, query):
    place = make_location()
    answer = client.sign_in(iker).get(f"/admin/locations/{place.id}/merging/new{query}")
    assert answer.status_code == 404
