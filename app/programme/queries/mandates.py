"""Who is, or was, an ambassador, and whom they coach: what terms of office say."""

from datetime import date

from sqlalchemy import Date, DateTime, Integer, Row, bindparam, or_, select

from app.ambassadors import queries as ambassadors
from app.ambassadors.models import CoachedUnit, Mandate
from app.ambassadors.queries.office import HERE
from app.core.calendar import midnight
from app.core.db import db
from app.core.stamps import Kept
from app.people.models import Person, Unit

BEYOND, WHOSE = bindparam("beyond", type_=Date), bindparam("whose", type_=Integer)
BEYOND_MIDNIGHT = bindparam("beyond_midnight", type_=DateTime)
IN_OFFICE = Kept(
    select(Person.id, Person.name, Person.sort_name, Person.unit_id, Unit.name.label("unit"))
    .join(Mandate, Mandate.person_id == Person.id)
    .outerjoin(Unit, Unit.id == Person.unit_id)
    .where(
        or_(Person.disabled_at.is_(None), Person.disabled_at >= BEYOND_MIDNIGHT),
        Mandate.since < BEYOND,
        or_(Mandate.ended_on.is_(None), Mandate.ended_on >= BEYOND),
    )
    .distinct()
    .order_by(Person.sort_name, Person.id)
)
COACHED_BY = (
    select(Unit.id, Unit.name)
    .distinct()
    .join(CoachedUnit, CoachedUnit.unit_id == Unit.id)
    .join(Mandate, Mandate.id == CoachedUnit.mandate_id)
    .join(Person, Person.id == Mandate.person_id)
    .where(HERE, Unit.closed_at.is_(None), Mandate.person_id == WHOSE)
    .order_by(Unit.name, Unit.id)
)


def in_office(beyond: date) -> list[Row]:
    """The ambassadors of a time that ended before that day, by name: those whose term had begun
    and not ended when it was over. Whoever has left the house since then was still there.
    """
    asked = {"beyond": beyond, "beyond_midnight": midnight(beyond)}
    return IN_OFFICE.rows(asked)


def years_of(person_id: int, today: date) -> list[int]:
    """The years in which somebody was an ambassador, if only for a day; the latest first."""
    years = {
        year
        for term in ambassadors.terms(person_id)
        for year in range(term.since.year, (term.ended_on or today).year + 1)
    }
    return sorted(years, reverse=True)


def coached() -> set[int]:
    """The units that somebody coaches today."""
    return {row.unit_id for row in db.session.execute(ambassadors.coaching())}


def coached_by(person_id: int) -> list[Row]:
    """The units somebody coaches today, by name: rows of id and name."""
    return list(db.session.execute(COACHED_BY, {"whose": person_id}))
