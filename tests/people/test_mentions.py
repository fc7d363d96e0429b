"""Mentioning somebody: who is offered, in which order, and what goes into the text."""

import html
import re

import pytest
from sqlalchemy import insert, text

from app.core.db import db, writing
from app.core.markdown import render
from app.people.mentions import queries, written
from app.people.models import NameWord, Office, Person, Unit
from app.people.models.name_word import rows_of
from tests.factories import make_person

# All rows of a table, or of an index of it, are read: how SQLite says it, and how PostgreSQL does.
BLINDLY = r"SCAN (people|name_words)|Scan (using \w+ )?on (people|name_words)\b.*\n(?!.* Cond: )"


@pytest.fixture
def unit(app):
    with writing():
        return Unit.open("Call Center", Office.FRONT, by=None)


def offered(client, typed):
    """Their names, as the list shows them."""
    page = client.get("/people/suggestions", query_string={"q": typed}, htmx=True)
    assert page.status_code == 200
    return [html.unescape(name) for name in re.findall(r'<b dir="auto">([^<]*)</b>', page.text)]


@pytest.mark.parametrize(
    "typed",
    ["an", "ANE", "etxe", "Etxebérria", "goñi", "goni", "ane etx", "etxeberria g", "ane goni"],
)
def test_any_word_of_a_name_begins_it_without_accents_or_capitals(client, jon, typed):
    make_person("Ane Etxeberria Goñi")
    make_person("Mikel Txapela")

    assert offered(client.sign_in(jon), typed) == ["Ane Etxeberria Goñi"]


@pytest.mark.parametrize("typed", ["txe", "zzz", "%", "_", "/", "ane zzz", "\x00", "-", "'"])
def test_what_begins_no_word_offers_nobody(client, jon, typed):
    make_person("Ane Etxeberria")

    assert offered(client.sign_in(jon), typed) == []


def test_a_name_of_several_parts_is_found_by_each(client, jon):
    make_person("María-José O'Brien")
    client.sign_in(jon)

    for typed in ("mar", "jose", "brien", "maria-jo", "o'br"):
        assert offered(client, typed) == ["María-José O'Brien"], typed


def test_colleagues_of_ones_own_unit_come_first_and_without_a_letter_alone(client, jon, unit):
    make_person("Ana Abad")
    near = make_person("Ana Zubia")
    with writing():
        db.session.merge(near).unit_id = unit.id
        db.session.merge(jon).unit_id = unit.id
    client.sign_in(jon)

    assert offered(client, "ana") == ["Ana Zubia", "Ana Abad"]
    assert offered(client, "") == ["Ana Zubia"]


def test_whoever_has_left_and_oneself_are_not_offered(client, jon, iker):
    gone = make_person("Jone Agirre")
    with writing():
        db.session.merge(gone).disable(by=db.session.merge(iker))

    assert offered(client.sign_in(jon), "jon") == []


def test_at_most_eight_in_one_question(client, jon, queries):
    for number in range(20):
        make_person(f"Ane Ane{number} Anexo")
    client.sign_in(jon)
    offered(client, "ane")
    queries.clear()

    names = offered(client, "ane")

    assert len(names) == len(set(names)) == 8
    assert len(queries) == 2  # who asks, and who is meant


def test_a_new_name_is_found_and_the_old_one_is_not(client, jon):
    person = make_person("Ane Garai")
    with writing():
        db.session.merge(person)._be_called("Anne Garai Luna")
    client.sign_in(jon)

    assert offered(client, "luna") == offered(client, "garai") == ["Anne Garai Luna"]
    assert offered(client, "ane") == []
    words = db.session.query(NameWord.word).filter_by(person_id=person.id)
    assert sorted(row.word for row in words) == ["anne", "garai", "luna"]


@pytest.mark.parametrize(
    "name",
    ["Ane Etxeberria", "A [b](//evil)", "Ane *x* _y_", "`a`", "a\\", "<b>Ane</b>", "![x]", "a|b"],
)
def test_a_mention_is_a_link_with_the_whole_name(client, jon, name):
    person = make_person(name)
    mention = written(person.name, person.id)

    page = client.sign_in(jon).get("/people/suggestions?q=" + name[:3]).text
    shown = render(f"Con {mention} ayer.").html

    assert re.findall(r'<a href="([^"]*)"[^>]*>', shown) == [f"/people/{person.id}"]
    assert html.unescape(re.sub("<[^>]*>", "", shown)).strip() == f"Con {name} ayer."
    if person.name == "Ane Etxeberria":
        assert f'data-insert="{mention}"' in page


def test_strangers_are_told_nothing(client, ane):
    assert client.get("/people/suggestions?q=a").status_code == 303
    assert client.get("/people/suggestions?q=a", htmx=True).status_code == 401


@pytest.fixture
def crowd(app):
    """So many people that a database has a choice, counted and gone again with the transaction."""
    db.session.execute(insert(Unit), [{"id": n, "name": f"Unit {n}"} for n in range(1, 41)])
    names = [(n, f"{n % 97:02} {n % 89:02} {n % 83:02}") for n in range(1, 2_001)]
    rows = [
        {
            "id": n,
            "name": name,
            "sort_name": name,
            "email": f"{n}@example.com",
            "unit_id": n % 40 + 1,
        }
        for n, name in names
    ]
    db.session.execute(insert(Person), rows)
    db.session.execute(insert(NameWord), rows_of(names))
    for table in ("units", "people", "name_words"):
        db.session.execute(text(f"ANALYZE {table}"))


@pytest.mark.parametrize("more", range(queries.MORE + 1))
def test_both_halves_of_the_question_begin_at_an_index(crowd, more):
    words = {"low": "05", "high": "05~"}
    words |= {f"low_{nth}": f"1{nth}" for nth in range(more)}
    words |= {f"high_{nth}": f"1{nth}~" for nth in range(more)}

    plan = explained(queries.MEANT[more].params(unit=1, reader=1, **words))

    assert "name_words" in plan and not re.search(BLINDLY, plan), plan


def explained(statement):
    how = "EXPLAIN QUERY PLAN " if db.engine.dialect.name == "sqlite" else "EXPLAIN "
    compiled = statement.compile(db.engine, compile_kwargs={"literal_binds": True})
    return "\n".join(str(row[-1]) for row in db.session.execute(text(how + str(compiled))))
