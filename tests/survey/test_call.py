"""The call on the first page: for whoever is asked, whether they have answered or not."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select, text

from app.core.calendar import today
from app.core.db import db, writing
from app.people import along
from app.people.models import Person
from app.survey.models import Wave
from tests.factories import make_person, make_unit
from tests.factories.survey import answer, open_wave
from tests.scene.base import words

CALL = 'id="home-survey"'


@pytest.fixture
def asked(ane):
    """Ane and nine more of the offices."""
    unit = make_unit("Offices")
    for _ in range(9):
        make_person(unit_id=unit.id)
    with writing():
        db.session.merge(ane).unit_id = unit.id
    return unit.id


@pytest.fixture
def wave(asked):
    return open_wave(units=[asked])


def home(client, person):
    return client.sign_in(person).get("/").text


def test_whoever_is_asked_is_called(client, ane, jon, wave):
    html = home(client, ane)
    assert CALL in html and "Do you have a minute? The survey closes on" in html
    assert 'href="/survey"' in html
    assert CALL not in home(client, jon)


def test_the_page_is_the_same_whether_they_have_answered_or_not(client, ane, wave):
    client.sign_in(ane)
    before = client.get("/")
    answer(wave, ane)
    assert "Have you done it already? Thank you." in before.text
    assert words(client.get("/")) == words(before)


def test_before_it_opens_and_after_it_stops_nobody_is_called(client, ane, asked):
    assert CALL not in home(client, ane)
    wave = open_wave(units=[asked])
    assert CALL in home(client, ane)
    with writing():
        db.session.get_one(Wave, wave.id).stop(by=None)
    assert CALL not in home(client, ane)


def test_after_the_last_day_nobody_is_called_even_where_nobody_has_stopped_it(client, ane, wave):
    with writing():
        db.session.get_one(Wave, wave.id).closes_on = today() - timedelta(days=1)
    assert CALL not in home(client, ane)


def test_it_costs_the_page_no_query_of_its_own(client, ane, jon, wave, queries):
    home(client, ane), home(client, jon)
    asked = []
    for person in (jon, ane):
        client.sign_in(person)
        queries.clear()
        client.get("/")
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_of_all_who_are_asked_only_ones_own_invitation_is_looked_up(app, wave):
    """With each page of everybody: of a hundred thousand as of a dozen."""
    is_sqlite = db.engine.dialect.name == "sqlite"
    if not is_sqlite:  # of a dozen rows it would read them all
        for setting in ("seqscan", "bitmapscan", "hashjoin", "mergejoin"):
            db.session.execute(text(f"SET LOCAL enable_{setting} = off"))
    question = along._questions["survey"].label("survey")
    statement = select(Person.id, question).where(Person.id == 1).compile(db.engine)
    values = tuple(map(statement.params.get, statement.positiontup or ())) or statement.params
    explain = "EXPLAIN QUERY PLAN " if is_sqlite else "EXPLAIN "
    rows = db.session.connection().exec_driver_sql(explain + str(statement), values).all()
    plan = "\n".join(str(row[-1]) for row in rows)
    db.session.rollback()

    mine = r"SEARCH survey_invitations.*person_id=|survey_invitations.*\n.*person_id = people.id"
    assert re.search(mine, plan), plan
    assert "SCAN survey" not in plan and "Seq Scan" not in plan, plan
