"""Who is, or was, an ambassador in a time, of the house or of a unit."""

from sqlalchemy import Row

from app.core.calendar import today
from app.core.periods import Period
from app.programme import queries
from app.programme.queries import mandates
from app.programme.tree import Tree


def in_office(period: Period, unit: int | None = None) -> list[Row]:
    """By name. Nobody yet, in a time that has not begun."""
    if period.first > today():
        return []
    people = mandates.in_office(period.beyond)
    if unit is None:
        return people
    here = Tree(queries.every_unit()).below(unit)
    return [one for one in people if one.unit_id in here]
