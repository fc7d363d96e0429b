"""Statements with what our code says written into them."""

from enum import StrEnum

import pytest
from sqlalchemy import (
    Boolean,
    String,
    and_,
    bindparam,
    case,
    literal,
    literal_column,
    null,
    select,
    union_all,
)
from sqlalchemy.dialects import postgresql, sqlite

from app.core.db import WORDS, db
from app.core.statements import highest, settled, worded
from app.people.models import Person


class Colour(StrEnum):
    RED = "red"
    HALF_RED = "50 % red"
    IRISH = "O'Red"


NAMED = bindparam("name", type_=String)
WANTED = (
    select(literal("100 %").label("share"), literal(True, Boolean).label("yes"), Person.id)
    .where(Person.name == NAMED, literal(Colour.IRISH, WORDS).in_(sorted(Colour)))
    .limit(bindparam("size"))
)


def test_what_people_say_stays_a_parameter_and_our_words_are_written():
    compiled = settled(WANTED, "postgresql").statement.compile(dialect=postgresql.dialect())

    assert set(compiled.params) == {"name", "size"}
    assert "'100 %%'" in str(compiled) and "'O''Red', 'red'" in str(compiled)
    assert "true AS yes" in str(compiled)
    there = settled(WANTED, "sqlite").statement.compile(dialect=sqlite.dialect())
    assert "1 AS yes" in str(there)


def test_it_is_asked_as_before(app, ane):
    statement = settled(WANTED, db.engine.dialect.name)

    for name, found in (("Ane", [("100 %", True, ane.id)]), ("' OR 1=1 --", [])):
        rows = statement.asked(db.session, {"name": name, "size": 5})
        assert [(share, bool(yes), number) for share, yes, number in rows] == found


def test_it_is_compiled_once_for_whatever_is_asked(app, ane):
    statement = settled(WANTED.limit(bindparam("most")), db.engine.dialect.name)
    kept = statement.options["compiled_cache"]

    for name in ("Ane", "Jon", "Ane"):
        statement.asked(db.session, {"name": name, "most": 5}).all()
        statement.asked(db.session.connection(), {"name": name, "most": 5}).all()
    assert len(kept) == 1

    other = settled(WANTED.limit(bindparam("few")), db.engine.dialect.name)
    assert other.options["compiled_cache"] is not kept


def test_a_condition_in_words_is_asked_by_its_names_in_whatever_statement(app, ane):
    written = literal_column("one.name", String)
    ours = case({"100 % Ane": literal(1), ane.name: literal(2)}, value=written) == 2
    asked = and_(ours, written != NAMED)
    condition = worded(asked, db.engine.dialect.name)

    assert worded(asked, db.engine.dialect.name) is condition
    one = select(Person.name).subquery("one")
    for name, found in (("Jon", ["Ane"]), ("Ane", [])):
        names = db.session.scalars(select(one.c.name).where(condition), {"name": name})
        assert list(names) == found


def test_it_is_made_once_for_each_database():
    assert settled(WANTED, "sqlite") is settled(WANTED, "sqlite")
    assert settled(WANTED, "sqlite") is not settled(WANTED, "postgresql")


@pytest.mark.parametrize("numbers, found", [((), 0), ((3,), 3), ((None,), 0), ((2, None, 7, 5), 7)])
def test_the_highest_of_several_numbers(app, numbers, found):
    several = [null() if number is None else literal(number) for number in numbers]
    rows = union_all(*(select(highest(*several)) for _ in range(2)))

    assert db.session.scalars(rows).all() == [found, found]
