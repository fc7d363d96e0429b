"""What goes out comes in and changes nothing: to the same house, and to an empty one."""

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from app.core import clock
from app.core.db import db, writing
from app.core.tables import read_table
from app.facts import _listeners
from app.facts.people import PeopleExported
from app.people.models import Location, Person, Unit
from app.people.models.person import sorted_by
from tests.arrivals.driving import bring_in, outcomes, reasons, setup
from tests.factories import make_person, make_unit

LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn", "Z", "Cf"])
WORD = st.text(LETTERS, min_size=1, max_size=12).filter(lambda one: not one.startswith("'"))
NAMES = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
PLACE = st.from_regex(r"[A-Zñáü][a-zñç -]{0,20}[a-z]", fullmatch=True).map(
    lambda one: " ".join(one.split())
)
PEOPLE = st.lists(
    st.fixed_dictionaries(
        {
            "name": NAMES,
            "job": st.one_of(st.just(""), NAMES),
            "language": st.sampled_from(["es", "eu", "en", "pt"]),
            "employee_number": st.one_of(st.none(), st.from_regex(r"[0-9]{1,8}", fullmatch=True)),
            "unit": st.integers(0, 3),
            "location": st.integers(0, 2),
        }
    ),
    max_size=8,
    unique_by=lambda one: one["employee_number"] or object(),
)
PLACES = st.lists(PLACE, min_size=5, max_size=5, unique_by=sorted_by)


@pytest.fixture
def boss(client, iker):
    return client.sign_in(iker)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_everybody_who_is_here_is_in_it(boss, form):
    unit = make_unit("Bilbao", parent=make_unit("Oficinas"))
    make_person("=1+1", email="ane@b.example", unit_id=unit.id, employee_number="007")
    make_person("Gone", email="gone@b.example", disabled_at=clock.now())
    answer = boss.get(f"/admin/people/export?as={form}", buffered=True)
    assert "attachment" in answer.headers["Content-Disposition"]
    assert "no-store" in answer.headers["Cache-Control"]
    rows = [row.cells for row in read_table(io.BytesIO(answer.data)).rows]
    assert rows[0] == [
        "Email",
        "Full name",
        "Unit",
        "Location",
        "Job",
        "Language",
        "Employee number",
    ]
    assert len(rows) == 3  # the header, whoever asks, and her
    assert ["ane@b.example", "'=1+1", "Oficinas > Bilbao", "", "", "en", "007"] in rows


def test_that_the_list_left_the_house_is_a_fact(boss, iker):
    heard = []
    _listeners[PeopleExported].append(heard.append)
    try:
        boss.get("/admin/people/export")
    finally:
        _listeners[PeopleExported].remove(heard.append)
    assert [(fact.people, fact.person.id) for fact in heard] == [(1, iker.id)]


@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    drawn=PEOPLE,
    places=st.lists(PLACE, min_size=5, max_size=5, unique_by=sorted_by),
    xlsx=st.booleans(),
)
def test_import_of_export_is_identity(boss, iker, drawn, places, xlsx):
    fill(drawn, places, keep=iker.id)
    before = standing()
    form = "xlsx" if xlsx else "csv"
    file = boss.get(f"/admin/people/export?as={form}", buffered=True).data

    number = bring_in(boss, io.BytesIO(file))
    assert outcomes(number) == {}, reasons(number)
    assert setup(number).known == len(drawn) + 1 and standing() == before

    with writing():
        db.session.execute(Person.__table__.delete().where(Person.id != iker.id))
    number = bring_in(boss, io.BytesIO(file))
    assert set(outcomes(number).values()) <= {"brought-in"}
    assert standing() == before


def fill(drawn, places, *, keep):
    """Just these people, in a tree of units and two locations."""
    with writing():
        db.session.execute(Person.__table__.delete().where(Person.id != keep))
        for table in (Unit, Location):
            db.session.execute(table.__table__.delete())
        top = Unit(name=places[0])
        below = [Unit(name=name, parent=top) for name in places[1:3]]
        where = [Location(name=name) for name in places[3:]]
        db.session.add_all([top, *below, *where])
        db.session.flush()
        units = [None, top.id, *(unit.id for unit in below)]
        rooms = [None, *(one.id for one in where)]
        rows = [
            {
                "name": one["name"],
                "sort_name": sorted_by(one["name"]),
                "email": f"p{at}@casa.example",
                "job": one["job"],
                "language": one["language"],
                "employee_number": one["employee_number"],
                "unit_id": units[one["unit"]],
                "location_id": rooms[one["location"]],
            }
            for at, one in enumerate(drawn)
        ]
        if rows:
            db.session.execute(insert(Person), rows)


def standing():
    """What a table can say of everybody."""
    db.session.expire_all()
    return {
        (
            person.email,
            person.name,
            person.sort_name,
            person.job,
            person.language,
            person.employee_number,
            person.unit and person.unit.name,
            person.location and person.location.name,
        )
        for person in db.session.query(Person)
    }
