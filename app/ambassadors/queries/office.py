"""Who is an ambassador and whom they coach, for whoever reckons with that: open terms of people who
are still here.

    in_office()       who is an ambassador, with the unit and the place where they work
    coaching()        which units are coached, by whom and since when
    terms(person_id)  every term of one person with its dates, the latest first
"""

from sqlalchemy import Row, Select, select

from app.ambassadors.models import CoachedUnit, Mandate
from app.core.db import db
from app.people.models import Person, Unit

HERE = Mandate.ended_on.is_(None) & Person.disabled_at.is_(None)


def in_office() -> Select:
    """Rows of (mandate_id, person_id, name, unit_id, location_id, since, until)."""
    return (
        select(
            Mandate.id.label("mandate_id"),
            Mandate.person_id,
            Person.name,
            Person.unit_id,
            Person.location_id,
            Mandate.since,
            Mandate.until,
        )
        .join(Person, Person.id == Mandate.person_id)
        .where(HERE)
    )


def coaching() -> Select:
    """Rows of (unit_id, person_id, since), each once, of units that are open."""
    return (
        select(CoachedUnit.unit_id, Mandate.person_id, CoachedUnit.since)
        .distinct()
        .join(Mandate, Mandate.id == CoachedUnit.mandate_id)
        .join(Person, Person.id == Mandate.person_id)
        .join(Unit, Unit.id == CoachedUnit.unit_id)
        .where(HERE, Unit.closed_at.is_(None))
    )


def terms(person_id: int) -> list[Row]:
    """Rows of (id, since, until, ended_on)."""
    rows = select(Mandate.id, Mandate.since, Mandate.until, Mandate.ended_on)
    theirs = rows.where(Mandate.person_id == person_id)
    return list(db.session.execute(theirs.order_by(Mandate.since.desc(), Mandate.id.desc())))
