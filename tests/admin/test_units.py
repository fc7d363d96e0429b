"""/admin/units: the tree, opening, renaming."""

import re

import pytest

from app.core import clock
from app.core.db import db, writing
from app.people.models import Unit
from tests.conftest import at_once
from tests.factories import make_person, make_unit


def kept(unit):
    db.session.expire_all()
    return db.session.get(Unit, unit.id)


def change(unit, **other):
    return {"name": unit.name, "office": "front", "version": str(unit.version)} | other


def press_undo(client, page):
    """The undo of the toast, pressed as a plain form does."""
    action = re.search(r'action="(/admin/[^"]*_method=DELETE[^"]*)"', page.text).group(1)
    return client.post(action.replace("&amp;", "&"))


def test_only_administration_comes_in(client, nerea):
    assert client.sign_in(nerea).get("/admin/units").status_code == 403


def test_the_tree_counts_who_works_where(client, iker):
    top = make_unit("Grupo")
    below = make_unit("Oficinas", parent=top)
    make_person("Ane", unit_id=top.id)
    make_person("Jon", unit_id=below.id)
    make_person("Left", unit_id=below.id, disabled_at=clock.now())

    page = client.sign_in(iker).get("/admin/units?open=0").text

    assert "1 person with" not in page
    assert "1 person\n" in page or "1 person " in page
    assert "2 people with everything below" in page
    assert "1 unit below" in page
    assert "Oficinas" not in page  # until its branch is opened


def test_what_all_others_stand_within_is_open_until_somebody_closes_it(client, iker):
    make_unit("Oficinas", parent=make_unit("Grupo"))
    assert "Oficinas" in client.sign_in(iker).get("/admin/units").text
    assert "Oficinas" not in client.get("/admin/units?open=0").text
    make_unit("Clínicas")
    assert "Oficinas" not in client.get("/admin/units").text


def test_a_branch_opens_with_and_without_a_script(client, iker):
    top = make_unit("Grupo")
    below = make_unit("Oficinas", parent=top)
    make_unit("Ordizia", parent=below)

    plain = client.sign_in(iker).get(f"/admin/units?open={below.id}").text
    part = client.get(f"/admin/units?open={below.id}", htmx=True).text

    for page in (plain, part):
        assert all(name in page for name in ("Grupo", "Oficinas", "Ordizia"))
    assert "<html" in plain and "<html" not in part


def test_of_thousands_a_page_shows_some(client, iker, queries):
    top = make_unit("Grupo")
    with writing():
        db.session.add_all(Unit(name=f"Oficina {n:04}", parent_id=top.id) for n in range(300))
    client.sign_in(iker).get("/admin/units")
    queries.clear()

    page = client.get(f"/admin/units?open={top.id}").text

    assert page.count("Oficina 0") < 110  # names, and labels of what opens them
    assert "Oficina 0049" in page and "Oficina 0050" not in page
    assert len(queries) <= 8
    more = client.get(re.search(rf'href="(/admin/units/{top.id}\?after=\d+)"', page).group(1)).text
    assert "Oficina 0050" in more and "Oficina 0049" not in more


def test_a_unit_is_found_by_part_of_its_name_without_its_accents(client, iker):
    make_unit("Málaga Íñigo", parent=make_unit("Sur"))
    page = client.sign_in(iker).get("/admin/units?q=inigo mala").text
    assert "Málaga Íñigo" in page and "Sur" in page
    assert "No unit like that" in client.get("/admin/units?q=%25").text


@pytest.mark.parametrize(
    "query", ["open=x", "open=99999999999", "after=-1", "q=" + "x" * 500, "open=2147483646"]
)
def test_a_senseless_address_shows_the_tree(client, iker, query):
    make_unit("Grupo")
    answer = client.sign_in(iker).get(f"/admin/units?{query}")
    assert answer.status_code == 200 and "Grupo" in answer.text


def test_opening_one_within_another_once(client, iker):
    top = make_unit("Grupo")
    sent = {"name": "Calidad", "office": "middle", "within": top.id, "once": "a" * 32}

    first = client.sign_in(iker).post("/admin/units", data=sent)
    second = client.post("/admin/units", data=sent)

    assert first.status_code == second.status_code == 303
    assert first.location == second.location
    made = db.session.query(Unit).filter_by(name="Calidad").one()
    assert (made.parent_id, made.office) == (top.id, "middle")


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"name": " "}, "Write a name."),
        ({"name": "x" * 121}, "120"),
        ({"name": "GRUPÓ"}, "There is a unit with that name here already."),
        ({"name": "Other", "office": "middling"}, "Invalid Choice"),
    ],
)
def test_what_cannot_be_opened_is_said_and_stays(client, iker, sent, said):
    make_unit("Grupo")
    answer = client.sign_in(iker).post("/admin/units", data={"office": "back"} | sent)
    assert answer.status_code == 422 and said in answer.text
    assert sent["name"].strip() in answer.text
    assert db.session.query(Unit).count() == 1


def test_nothing_opens_within_a_closed_unit(client, iker):
    closed = make_unit("Antigua", closed_at=clock.now())
    sent = {"name": "Calidad", "office": "back", "within": closed.id}
    answer = client.sign_in(iker).post("/admin/units", data=sent)
    assert answer.status_code == 422 and "closed by now" in answer.text
    missing = client.post("/admin/units", data=sent | {"within": 2**31 - 2})
    assert missing.status_code == 404


def test_a_new_name_and_office_and_back(client, iker):
    unit = make_unit("Ofizinas", office="back")
    answer = client.sign_in(iker).post(
        f"/admin/units/{unit.id}?_method=PUT", data=change(unit, name="Oficinas")
    )
    assert answer.status_code == 303
    assert (kept(unit).name, unit.office, unit.sort_name) == ("Oficinas", "front", "oficinas")

    undone = press_undo(client, client.get(f"/admin/units/{unit.id}"))

    assert undone.status_code == 303
    assert (kept(unit).name, unit.office) == ("Ofizinas", "back")


def test_an_undo_that_came_too_late_changes_nothing(client, iker):
    unit = make_unit("One")
    client.sign_in(iker).post(f"/admin/units/{unit.id}?_method=PUT", data=change(unit, name="Two"))
    page = client.get(f"/admin/units/{unit.id}")
    client.post(f"/admin/units/{unit.id}?_method=PUT", data=change(kept(unit), name="Three"))

    assert press_undo(client, page).status_code == 409
    assert kept(unit).name == "Three"


def test_of_two_new_names_at_once_one_stands_and_the_other_is_told(app, iker):
    unit, maria = make_unit("One"), make_person("María", "admin")
    path = f"/admin/units/{unit.id}?_method=PUT"

    won, lost = at_once(
        app,
        (iker, path, change(unit, name="Iker’s")),
        (maria, path, change(unit, name="María’s")),
    )

    assert (won.status_code, lost.status_code) == (303, 409)
    assert "Iker’s" in lost.text and "María’s" in lost.text


def test_an_edit_that_was_sent_again_knowing_the_rival_stands(client, iker):
    unit = make_unit("One")
    with writing():
        kept(unit).rename("Two", by=None)
    lost = client.sign_in(iker).post(
        f"/admin/units/{unit.id}?_method=PUT", data=change(unit, name="Three", version="1")
    )
    assert lost.status_code == 409 and 'name="version" type="hidden" value="2"' in lost.text
    again = client.post(
        f"/admin/units/{unit.id}?_method=PUT", data=change(unit, name="Three", version="2")
    )
    assert again.status_code == 303 and kept(unit).name == "Three"
