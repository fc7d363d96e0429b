"""What the catalogues draw into other pages."""

import pytest
from sqlalchemy import select

from app.catalogue.models import Kind, Term
from app.core.db import db, writing
from app.people.models import Person
from tests.factories import make_term


@pytest.fixture
def habit(client, ane, nerea):
    """The name of the habit that home shows, of two, as it is shown now."""
    for name in ("Listen to the end", "Say what comes next"):
        make_term(name, kind=Kind.HABITS, by=nerea)
    client.sign_in(ane)

    def habit():
        section = client.get("/").text.split('id="habit-title">')[1]
        return section.split("</a>")[0].rpartition(">")[2]

    return habit


def decide(name, nerea, how):
    number = nerea.id
    with writing():
        term = db.session.scalars(select(Term).where(Term.name == name)).one()
        how(term, db.session.get_one(Person, number))


def test_the_habit_of_the_week_is_as_it_was_decided_last(habit, nerea):
    shown = habit()

    decide(shown, nerea, lambda term, by: term.change({"name": "Call back"}, by=by))
    assert habit() == "Call back"

    decide("Call back", nerea, lambda term, by: term.retire(by=by))
    assert habit() != "Call back"


def test_home_asks_for_no_habit_that_it_has_shown(habit, queries):
    habit()
    with writing():
        pass  # a decision about something else
    queries.clear()
    habit()
    assert not [asked for asked in queries if "terms.lead" in asked]
