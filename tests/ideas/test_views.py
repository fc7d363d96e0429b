"""Ways of looking at the ideas that whoever decides saves under a name."""

import html
import re

import pytest

from app.catalogue.models import Kind, Term
from app.core.db import db, writing
from app.ideas.models import SavedView
from app.people.models import Person
from tests.conftest import at_once
from tests.factories import make_idea, make_person, make_term
from tests.factories.ideas import save_view


@pytest.fixture
def chief(client, nerea):
    return client.sign_in(nerea)


def above(page):
    """What stands above the ideas: each view by its name, and which one this is."""
    bar = page.partition('aria-label="Saved views"')[2].partition("</nav>")[0]
    names = re.findall(r"<a[^>]*views/[^>]*>.*?</svg> ([^<]*)</a>", bar)
    now = re.findall(r'aria-current="true">.*?</svg> ([^<]*)</a>', bar)
    return names, now


def test_what_is_narrowed_is_saved_and_its_address_reads_well(chief):
    area = make_term("Fidelización", kind=Kind.AREAS)
    make_idea(title="On time", area_id=area.id)
    late = f"area={area.id}&late=1"
    page = chief.get(f"/ideas/table?{late}").text
    assert f'href="/ideas/views/new?area={area.id}&amp;late=1&amp;as=table"' in page

    form = chief.get(f"/ideas/views/new?{late}&as=table").text
    assert "Fidelización" in form and "Only those that are late" in form
    said = {"name": "Fidelización tarde", "is_shared": "y"}
    answer = chief.post(f"/ideas/views?{late}&as=table", data=said)

    assert answer.location == "/ideas/views/fidelizacion-tarde"
    assert chief.get(answer.location).location == f"/ideas/table?{late}"
    on_board = chief.get("/ideas/views/fidelizacion-tarde?as=board").location
    assert on_board == f"/ideas?{late}"
    for address in (f"/ideas/table?{late}", on_board):
        names, now = above(chief.get(address).text)
        assert now == ["Fidelización tarde"] and "Save this view" not in names
    assert above(chief.get("/ideas").text) == (["Fidelización tarde"], [])


def test_one_that_is_shared_is_everybodys_who_decides_and_ones_own_is_not(client, nerea, ane):
    save_view(nerea, "Mine", "late=1")
    shared = save_view(nerea, "Ours", "owner=0", is_shared=True)
    other = make_person("Garazi", "governance")

    client.sign_in(other)
    assert above(client.get("/ideas/table").text)[0] == ["Ours"]
    assert client.get("/ideas/views/mine").status_code == 404
    named = {"name": "All of ours", "version": shared.version}
    assert client.put(f"/ideas/views/{shared.id}", data=named).status_code == 303
    assert db.session.get_one(SavedView, shared.id).is_shared  # only Nerea takes it back

    client.sign_in(ane)
    assert "Saved views" not in client.get("/ideas").text
    assert "All of ours" not in client.get("/ideas/table").text
    assert client.get("/ideas/views/ours").status_code == 403

    client.sign_in(nerea)
    named["version"] = db.session.get_one(SavedView, shared.id).version
    assert client.put(f"/ideas/views/{shared.id}", data=named).status_code == 303
    assert not db.session.get_one(SavedView, shared.id).is_shared


def test_it_is_renamed_and_removed_and_comes_back(chief, nerea):
    view = save_view(nerea, "Late", "late=1")
    stale = {"name": "Too late", "version": view.version}
    assert chief.put(f"/ideas/views/{view.id}", data=stale).status_code == 303
    answer = chief.put(f"/ideas/views/{view.id}", data=stale | {"name": "Much too late"})
    assert answer.status_code == 409 and "Much too late" in answer.text
    assert chief.put(f"/ideas/views/{view.id}", data=stale | {"name": " "}).status_code == 422
    assert chief.get("/ideas/views/late").location == "/ideas?late=1"  # as people wrote it down

    page = chief.get(chief.post(f"/ideas/views/{view.id}/removal").location).text
    assert chief.get("/ideas/views/late").status_code == 404
    assert chief.get(f"/ideas/views/{view.id}/edit").status_code == 404
    undo = re.search(r'action="([^"]*removal\?_method=DELETE)"', page)[1]
    assert chief.post(html.unescape(undo)).status_code == 303
    assert chief.get("/ideas/views/late").status_code == 303


def test_two_of_one_name_have_two_addresses(chief, nerea):
    slugs = [save_view(nerea, name).slug for name in ("Late", "late!", "New")]
    assert slugs == ["late", "late-2", "new-2"]
    assert [chief.get(f"/ideas/views/{word}").status_code for word in ("Late", "%00")] == [303, 404]


def test_saved_by_two_in_one_moment_and_twice_by_one(app, nerea):
    other = make_person("Garazi", "governance")
    said = {"name": "Late", "once": "a" * 32}
    address = "/ideas/views?late=1"
    answers = at_once(app, *((who, address, said) for who in (nerea, nerea, other)))
    assert {one.location for one in answers} == {"/ideas/views/late", "/ideas/views/late-2"}
    assert db.session.scalar(db.select(db.func.count(SavedView.id))) == 2


def test_what_is_gone_from_under_it_is_said_and_nothing_fails(chief, nerea, jon):
    area = make_term("Old area", kind=Kind.AREAS)
    make_idea(title="It had that area", area_id=area.id)
    save_view(nerea, "Old", f"area={area.id}&tag=nothing&group=77&owner={jon.id}")
    save_view(nerea, "Only the area", f"area={area.id}", is_table=True)
    who, number = nerea.id, area.id
    with writing():
        db.session.get_one(Term, number).retire(by=db.session.get_one(Person, who))
        db.session.get_one(Person, jon.id).disable(by=db.session.get_one(Person, who))

    page = chief.get(chief.get("/ideas/views/old").location).text
    for words in ("“Old area” can no longer be chosen", "tag this view", "group this view"):
        assert words in page
    assert "does not work here any more" in page

    page = chief.get(chief.get("/ideas/views/only-the-area").location).text
    assert "It had that area" in page
    assert f'<option value="{number}" selected>Old area</option>' in page
