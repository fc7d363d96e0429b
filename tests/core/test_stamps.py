"""What was read of some tables is kept until something is written to one of them."""

import pytest
from flask import g
from sqlalchemy import bindparam, func, select, text, union_all, update

from app.core.db import db, writing
from app.core.stamps import TOLD, Kept, stamps_of, tables_of
from app.events.models import Event, Minutes, Occurrence
from app.people.models import Person, Reader, Unit
from tests.factories import make_person, make_post, make_unit
from tests.factories.events import make_event

NAMES = Kept(select(Unit.name).order_by(Unit.id))
PEOPLE = Kept(select(Person.name))
DATES = Kept(select(func.count()).select_from(Occurrence).where(Occurrence.starts.is_not(None)))


def comes():
    """Somebody reads a page."""
    db.session.rollback()
    [g.pop(name) for name in list(g)]
    told = db.session.scalar(select(TOLD)) or ""
    g._login_user = Reader(1, "Ane", data_version=7, stamps=told)


@pytest.fixture
def read(app, queries):
    """What a page shows now; and, in `read.asked`, whether it asked for it."""

    def read(kept=NAMES, given=None):
        comes()
        queries.clear()
        found = [row[0] for row in kept.rows(given)]
        read.asked = bool(queries)
        return found

    return read


def test_other_decisions_leave_it_alone(read, ane):
    make_unit("Bilbao")
    assert read() == ["Bilbao"] and read.asked

    make_post(ane)
    assert read() == ["Bilbao"] and not read.asked


@pytest.mark.parametrize(
    "write",
    [
        lambda unit: setattr(db.session.get_one(Unit, unit), "name", "Bilbo"),
        lambda unit: db.session.execute(update(Unit).values(name="Bilbo")),
        lambda unit: db.session.execute(text("UPDATE units SET name = 'Bilbo'")),
        lambda unit: db.session.execute(
            text("WITH those AS (SELECT 1) UPDATE units SET name = 'Bilbo'")
        ),
    ],
    ids=["record", "statement", "words", "behind WITH"],
)
def test_what_is_written_to_the_table_is_read_anew(read, write):
    unit = make_unit("Bilbao").id
    assert read() == ["Bilbao"]

    with writing():
        write(unit)
    assert read() == ["Bilbo"] and read.asked


def test_what_the_database_takes_away_besides_is_missed_too(read, ane):
    event = make_event(ane).id
    assert read(DATES) == [1]

    with writing():
        db.session.execute(text(f"DELETE FROM events WHERE id = {event}"))
    assert read(DATES) == [0]


def test_what_was_refused_leaves_it_as_it_is(read):
    unit = make_unit("Bilbao").id
    read()

    def refused():
        with writing():
            db.session.get_one(Unit, unit).name = "Bilbo"
            db.session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        refused()
    assert read() == ["Bilbao"] and not read.asked


def test_what_no_page_shows_leaves_no_stamp(read):
    unit = make_unit("Bilbao").id
    read()
    with writing(shown=False):
        db.session.get_one(Unit, unit).name = "Bilbo"
    assert read() == ["Bilbao"] and not read.asked


def test_each_is_kept_by_what_it_was_given(read):
    make_unit("Bilbao"), make_unit("Vitoria")
    named = Kept(select(Unit.name).where(Unit.name == bindparam("name")))
    assert read(named, {"name": "Bilbao"}) == ["Bilbao"]
    assert read(named, {"name": "Vitoria"}) == ["Vitoria"]


def test_an_answer_to_a_change_reads_what_it_wrote(read, app):
    unit = make_unit("Bilbao").id
    read()
    with app.test_request_context(method="POST"):
        comes()
        assert NAMES.rows()[0][0] == "Bilbao"
        with writing():
            db.session.get_one(Unit, unit).name = "Bilbo"
        assert NAMES.rows()[0][0] == "Bilbo"


def test_a_statement_names_every_table_it_reads():
    of_unit = select(Unit.id).where(Unit.closed_at.is_(None)).cte()
    each = (
        select(Event.id)
        .join(Occurrence)
        .outerjoin(Minutes, Minutes.occurrence_id == Occurrence.id)
        .where(
            select(Person.id)
            .where(Person.id == Event.author_id, Person.unit_id.in_(select(of_unit.c.id)))
            .exists()
        )
        .subquery()
    )
    assert tables_of(union_all(select(each), select(func.count()))) == (
        "event_minutes",
        "event_occurrences",
        "events",
        "people",
        "units",
    )


def test_what_is_made_of_several_lasts_until_one_of_their_tables_is_written_to(read, ane):
    def lasts():
        read()
        return stamps_of(NAMES, PEOPLE)

    unit = make_unit("Bilbao").id
    before = lasts()
    make_post(ane)
    assert lasts() == before

    with writing():
        db.session.get_one(Unit, unit).name = "Bilbo"
    between = lasts()
    make_person("Jon")
    assert len({before, between, lasts()}) == 3
