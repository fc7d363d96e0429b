"""All thanks, the newest first; and those of one person, one habit, one part of the house."""

import pytest

from app.catalogue import merging
from app.catalogue.models import Term
from app.core import clock
from app.core.db import db, writing
from app.people.models import Person
from app.thanks import queries
from tests.factories import make_person, make_unit
from tests.factories.thanks import make_habit, make_thanks, put_away

CARD = 'class="thing plain" href'


def texts(page):
    """The words of each, in their order."""
    return [part.partition(">")[2].partition("<")[0] for part in page.split(CARD)[1:]]


@pytest.fixture
def habit(app):
    return make_habit()


def test_the_newest_first_and_more_of_them_below(client, ane, habit, monkeypatch):
    monkeypatch.setattr(queries, "PAGE", 2)
    for number in range(5):
        make_thanks(text=f"Number {number} of five", habit=habit)
    client.sign_in(ane)

    page = client.get("/thanks").text
    assert texts(page) == ["Number 4 of five", "Number 3 of five"]
    assert "5 thank-yous" in page
    older = page.partition('rel="next"')[0].rpartition('href="')[2].partition('"')[0]
    part = client.get(older, htmx=True).text
    assert texts(part) == ["Number 2 of five", "Number 1 of five"] and "<html" not in part
    assert texts(client.get(older).text) == texts(part)
    assert "There is nothing before this" in client.get("/thanks?before=1").text
    assert client.get("/thanks?before=-5&unit=x&to=0&habit=99999999999").status_code == 200


def test_by_habit_and_by_what_a_habit_was_merged_into(client, ane, nerea, habit):
    other, old = make_habit("Ponte en su lugar"), make_habit("Promesas")
    make_thanks(text="Kept the promise", habit=habit)
    make_thanks(text="Listened to her", habit=other)
    make_thanks(text="Promised once", habit=old)
    numbers = old.id, habit.id, nerea.id
    with writing():
        one, into = (db.session.get_one(Term, number) for number in numbers[:2])
        merging.merge(one, into, by=db.session.get_one(Person, numbers[2]))
    client.sign_in(ane)

    page = client.get(f"/thanks?habit={habit.id}").text

    assert texts(page) == ["Promised once", "Kept the promise"] and "2 thank-yous" in page
    assert ">Promesas<" not in page.partition('class="stream"')[2]
    assert texts(client.get(f"/thanks?habit={other.id}").text) == ["Listened to her"]


def test_how_many_one_person_was_given_or_gave_nobody_else_reads(client, ane, jon, habit):
    make_thanks(giver=jon, receiver=ane, habit=habit)
    client.sign_in(make_person("Rosa"))
    for way in (f"to={ane.id}", f"by={jon.id}", f"to={ane.id}&by={jon.id}"):
        page = client.get(f"/thanks?{way}").text
        assert len(texts(page)) == 1 and "1 thank-you" not in page
    assert "1 thank-you<" in client.get("/thanks").text
    assert "1 thank-you<" in client.sign_in(ane).get(f"/thanks?to={ane.id}").text
    assert "1 thank-you<" in client.sign_in(jon).get(f"/thanks?by={jon.id}").text


def test_by_unit_with_what_is_below_it(client, ane, habit):
    house = make_unit("House")
    calls = make_unit("Calls", parent=house)
    make_thanks(receiver=make_person("Gorka", unit_id=calls.id), text="In the part below")
    make_thanks(receiver=make_person("Salma", unit_id=house.id), text="In the house itself")
    make_thanks(text="Somewhere else")
    client.sign_in(ane)

    assert texts(client.get(f"/thanks?unit={calls.id}").text) == ["In the part below"]
    assert len(texts(client.get(f"/thanks?unit={house.id}").text)) == 2


def test_their_page_has_the_last_few_and_leads_to_all_of_them(client, ane, jon, habit):
    for number in range(4):
        make_thanks(ane, jon, text=f"Number {number} of four")
    make_thanks(jon, ane, text="The other way round")
    client.sign_in(ane)

    page = client.get(f"/people/{jon.id}").text

    assert texts(page) == [f"Number {number} of four" for number in (3, 2, 1)]
    assert f"/thanks?to={jon.id}" in page
    every = client.get(f"/thanks?to={jon.id}").text
    assert len(texts(every)) == 4 and "To Jon" in every
    assert texts(client.get(f"/thanks?by={jon.id}").text) == ["The other way round"]


def test_somebody_whom_nobody_thanked_has_no_such_part(client, ane, jon):
    assert 'id="person-thanks"' not in client.sign_in(ane).get(f"/people/{jon.id}").text
    assert "Nobody has said thank you yet" in client.get("/thanks").text
    assert "Nothing here yet" in client.get(f"/thanks?to={jon.id}").text


def test_somebody_who_left_keeps_what_they_were_given(client, ane, jon):
    make_thanks(ane, jon, text="Before he left us")
    number = jon.id
    with writing():
        db.session.get_one(Person, number).disable(by=None)
    page = client.sign_in(ane).get(f"/people/{number}").text
    assert texts(page) == ["Before he left us"] and "Thank them" not in page


def test_what_is_put_away_is_counted_nowhere(client, ane, jon, habit):
    put_away(make_thanks(ane, jon))
    make_thanks(ane, jon)
    assert "1 thank-you<" in client.sign_in(ane).get("/thanks").text


@pytest.mark.parametrize("path", ["/thanks", "/thanks?to={0}", "/people/{0}"])
def test_twelve_ask_as_many_questions_as_one(client, ane, jon, queries, path):
    make_thanks(ane, jon)
    path = path.format(jon.id)
    client.sign_in(ane)
    client.get(path), queries.clear()
    client.get(path)
    one = len(queries)
    for _ in range(11):
        make_thanks(make_person(), jon, created_at=clock.now())
    client.get(path), queries.clear()
    client.get(path)
    assert len(queries) == one


def test_it_has_its_way_from_people_activity_and_the_menu(client, ane):
    client.sign_in(ane)
    for path in ("/people", "/activity"):
        assert 'href="/thanks"' in client.get(path).text
    assert 'href="/thanks/new"' in client.get("/").text
