"""The units of the house, and how many work in each."""

from sqlalchemy import Row, Select, func, select

from app.core.db import db
from app.core.stamps import Kept
from app.people.models import Person, Reader, Unit

_ALL = select(Unit.id, Unit.name, Unit.parent_id, Unit.closed_at, Unit.merged_into_id).order_by(
    Unit.sort_name, Unit.id
)
ALL, OPEN = Kept(_ALL), Kept(_ALL.where(Unit.closed_at.is_(None)))
HEADS = (
    select(Person.unit_id, func.count())
    .where(Person.unit_id.is_not(None), Person.disabled_at.is_(None))
    .group_by(Person.unit_id)
)


def visible_to(reader: Person | Reader) -> Select[Unit]:
    """Everybody knows the units."""
    return select(Unit)


def every_unit() -> list[Row]:
    """Closed ones, too: what was done in one stays done."""
    return ALL.rows()


def open_units() -> list[Row]:
    return OPEN.rows()


def heads() -> dict[int, int]:
    """How many people work directly in each."""
    return {row[0]: row[1] for row in db.session.execute(HEADS) if row[0]}
