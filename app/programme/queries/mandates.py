"""Who is, or was, an ambassador: an open mandate and the role go together, so who is one today is
read from the roles. What only mandates know is asked here as well.
"""

from datetime import date

from sqlalchemy import Row, select

from app.core.calendar import day_of
from app.core.db import db
from app.people.models import Grant, Person, Role, Unit
from app.programme.queries.outcomes import midnight

IN_OFFICE = (
    select(Person.id, Person.name, Person.sort_name, Person.unit_id, Unit.name.label("unit"))
    .join(Grant, Grant.person_id == Person.id)
    .outerjoin(Unit, Unit.id == Person.unit_id)
    .where(Grant.role == Role.AMBASSADOR, Person.disabled_at.is_(None))
    .order_by(Person.sort_name, Person.id)
)


def in_office(beyond: date) -> list[Row]:
    """The ambassadors of a time that ended before that day, by name.

    Of those who are it today whoever was named before. With mandates, whoever has one that began
    before that midnight and has not ended before it.
    """
    return list(db.session.execute(IN_OFFICE.where(Grant.created_at < midnight(beyond))))


def years_of(person_id: int, today: date) -> list[int]:
    """The years in which somebody was an ambassador, if only for a day of them; the latest first.

    Since they were named; with mandates, every year that one of theirs touches.
    """
    named = db.session.scalar(
        select(Grant.created_at).where(Grant.person_id == person_id, Grant.role == Role.AMBASSADOR)
    )
    return [] if named is None else list(range(today.year, day_of(named).year - 1, -1))


def coached() -> set[int]:
    """The units that somebody coaches today.

    With mandates: SELECT DISTINCT unit_id of the coached units of every open mandate.
    """
    return set()


def coached_by(person_id: int) -> list[Row]:
    """The units somebody coaches today, by name: rows of id and name.

    With mandates: SELECT units.id, units.name of their open mandate's coached units, in the order
    of units.sort_name, units.id.
    """
    return []
