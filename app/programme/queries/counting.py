"""What was held and what was begun, added up by quarter and category, and by year and unit: two
statements, however much there is, each kept until something it counts changes. What counts is said
in `app.programme`.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Date,
    DateTime,
    FromClause,
    Integer,
    Label,
    String,
    and_,
    bindparam,
    cast,
    func,
    null,
    or_,
    select,
)

from app.catalogue.categories import Category
from app.core.calendar import day_of
from app.core.periods import QUARTERS, Period
from app.core.quarters import by_quarter, cell_of, starts_of, walls_of
from app.core.stamps import Kept
from app.events.models import Event, Minutes, Occurrence
from app.initiatives.models import Initiative
from app.initiatives.queries.seeing import COUNTED
from app.people.models import Person
from app.people.queries import unit_and_below
from app.programme.measures import Figures

NOW = bindparam("now", type_=DateTime)
TODAY = bindparam("today", type_=Date)
QUARTER: Any = bindparam("quarter", type_=Integer)

HELD = and_(
    Occurrence.cancelled_at.is_(None),
    Occurrence.ends_at <= NOW,
    Event.cancelled_at.is_(None),
    Event.hidden_at.is_(None),
    Event.category != Category.COMMITTEE,
)

CAME = func.coalesce(func.nullif(Occurrence.came, 0), Occurrence.taken)
# An initiative that is planned for later has not begun.
BEGAN = and_(COUNTED, Initiative.starts_on <= TODAY)
SHOWN_MINUTES = and_(Minutes.occurrence_id == Occurrence.id, Minutes.withdrawn_at.is_(None))


class Cell(NamedTuple):
    """What was counted of a quarter and a category; or of a unit, in the quarters asked about."""

    when: tuple[int, int]  # the year and the quarter; 0 is all those asked about
    category: Category | None
    unit_id: int | None
    figures: Figures


def _dates(*which: ColumnElement[bool]) -> CompoundSelect:
    quarter, within = by_quarter(Occurrence.starts, DateTime)
    each = (
        select(
            quarter.label("nth"),
            Event.category,
            Person.unit_id,
            Occurrence.seconds,
            Minutes.reached,
            CAME.label("came"),
        )
        .select_from(Occurrence)
        .join(Event, Event.id == Occurrence.event_id)
        .join(Person, Person.id == Event.author_id)
        .outerjoin(Minutes, SHOWN_MINUTES)
        .where(*within, HELD, *which)
        .subquery()
    )
    return _folded(
        each,
        func.count().label("dates"),
        func.sum(each.c.seconds).label("seconds"),
        func.sum(func.coalesce(each.c.reached, each.c.came)).label("reached"),
        func.sum(each.c.came).label("came"),
    )


def _begun(*which: ColumnElement[bool]) -> CompoundSelect:
    quarter, within = by_quarter(Initiative.starts_on, Date)
    each = (
        select(
            quarter.label("nth"),
            Initiative.category,
            Initiative.unit_id,
            Initiative.hours,
            Initiative.reached,
        )
        .where(*within, BEGAN, *which)
        .subquery()
    )
    return _folded(
        each,
        func.count().label("initiatives"),
        func.coalesce(func.sum(each.c.hours), 0).label("hours"),
        func.coalesce(func.sum(each.c.reached), 0).label("reached"),
    )


def _folded(each: FromClause, *sums: Label[Any]) -> CompoundSelect:
    """The rows added up once, and the sums twice: the pages show categories in each quarter, and
    units in all the time they are about. What is in no unit is in the first alone.
    """
    kinds = (each.c.nth, each.c.category, each.c.unit_id)
    cells = select(*kinds, *sums).group_by(*kinds).cte("cells").prefix_with("MATERIALIZED")
    again = [func.sum(cells.c[one.name]) for one in sums]
    no_category, no_unit = cast(null(), String), cast(null(), Integer)
    of_categories = select(cells.c.nth, cells.c.category, no_unit, *again)
    year = cells.c.nth // len(QUARTERS)
    of_units = select(year, no_category, cells.c.unit_id, *again).where(
        cells.c.unit_id.is_not(None),
        or_(QUARTER == 0, cells.c.nth % len(QUARTERS) == QUARTER - 1),
    )
    return of_categories.group_by(cells.c.nth, cells.c.category).union_all(
        of_units.group_by(year, cells.c.unit_id)
    )


UNIT: Any = bindparam("unit", type_=Integer)
IN_UNIT = unit_and_below(UNIT)
# Of the house, and of a unit with all that is part of it.
DATES, DATES_IN = Kept(_dates()), Kept(_dates(Person.unit_id.in_(IN_UNIT)))
BEGUN, BEGUN_IN = Kept(_begun()), Kept(_begun(Initiative.unit_id.in_(IN_UNIT)))


def cells(period: Period, now: datetime, unit: int | None = None) -> list[Cell]:
    """Of that time and of the year before: quarters whole, units in the quarters it has."""
    dates, begun = (DATES_IN, BEGUN_IN) if unit else (DATES, BEGUN)
    given = {"quarter": period.quarter, **({"unit": unit} if unit else {})}
    walls, days = walls_of(period.year), starts_of(period.year)
    found = [
        _cell(period, kind, Figures(int(held), 0, int(seconds), 0, int(reached), int(came)))
        for *kind, held, seconds, reached, came in dates.rows({**walls, **given, "now": now})
    ]
    found += [
        _cell(period, kind, Figures(0, int(count), 0, int(hours), int(reached)))
        for *kind, count, hours, reached in begun.rows({**days, **given, "today": day_of(now)})
    ]
    return found


def _cell(period: Period, kind: Sequence[Any], figures: Figures) -> Cell:
    nth, category, unit_id = kind
    if category is None:
        return Cell((period.year - 1 + nth, 0), None, unit_id, figures)
    return Cell(cell_of(nth, period.year), Category(category), None, figures)
