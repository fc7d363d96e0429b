"""Where people work: their units and locations."""

from sqlalchemy import Row, Select, or_, select

from app.core.db import db
from app.people.models import Location, Person, Unit


def units(*, also: int | None = None) -> list[Row]:
    """The open units by name, and `also` a closed one: hundreds of them, not thousands."""
    return list(
        db.session.execute(
            select(Unit.id, Unit.name, Unit.parent_id, Unit.office)
            .where(or_(Unit.closed_at.is_(None), Unit.id == also))
            .order_by(Unit.sort_name, Unit.id)
        )
    )


def unit_called(name: str) -> Unit | None:
    """The open unit with that name; of several the first that was made."""
    named = select(Unit).where(Unit.name == name, Unit.closed_at.is_(None)).order_by(Unit.id)
    return db.session.scalars(named).first()


def unit_and_below(unit_id: int) -> Select:
    """The numbers of a unit and of all that is part of it."""
    tree = select(Unit.id).where(Unit.id == unit_id).cte("tree", recursive=True)
    tree = tree.union(select(Unit.id).join(tree, Unit.parent_id == tree.c.id))
    return select(tree.c.id)


def location_called(name: str) -> Location | None:
    return db.session.scalar(select(Location).where(Location.name == name))


def locations(*, of: int | None = None) -> list[Row]:
    """The open locations by name, and the one where that person works, closed or not."""
    theirs = select(Person.location_id).where(Person.id == of).scalar_subquery()
    chosen = or_(Location.closed_at.is_(None), Location.id == theirs)
    named = select(Location.id, Location.name).where(chosen)
    return list(db.session.execute(named.order_by(Location.sort_name, Location.id)))
