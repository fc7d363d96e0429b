"""The demo company is planted whole or not at all, once, and never where it is unsafe."""

import pytest
from sqlalchemy import func, select

from app import demo
from app.core.db import Base, db
from app.demo.company import articles
from app.people import queries
from app.people.models import Person, Unit
from tests.demo.reasons import know_a_reason
from tests.factories import make_person

pytestmark = pytest.mark.alone  # the same verbs as everybody's, which are asked twice elsewhere


@pytest.fixture(autouse=True)
def reason(app):
    know_a_reason()


def count(model):
    return db.session.scalar(select(func.count()).select_from(model))


def test_planted_twice_it_is_here_once(app):
    assert demo.plant() is True
    before = {table.name: count(table) for table in Base.metadata.sorted_tables}

    assert demo.plant() is False
    assert {table.name: count(table) for table in Base.metadata.sorted_tables} == before


def test_where_somebody_lives_already_nothing_is_planted(app):
    make_person("Ane")
    assert demo.plant() is False
    assert count(Person) == 1


def test_stopped_halfway_it_leaves_an_empty_house(app, monkeypatch):
    broken = [*articles()[:3], articles()[3].__class__(**articles()[3].__dict__ | {"by": "nobody"})]
    monkeypatch.setattr("app.demo.company.articles", lambda: broken)

    with pytest.raises(KeyError):
        demo.plant()
    assert not queries.is_anybody_here() and count(Unit) == 0


def test_production_refuses_it(app):
    app.config["PRODUCTION"] = True
    try:
        with pytest.raises(demo.NotHere, match="PRODUCTION=1"):
            demo.plant()
    finally:
        app.config["PRODUCTION"] = False
    assert not queries.is_anybody_here()
