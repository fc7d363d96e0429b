"""What was held and what was begun, added up by quarter, category and unit: two statements, however
much there is. What counts is said in `app.programme`.
"""

from datetime import date, datetime, time
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Date,
    DateTime,
    Integer,
    Select,
    and_,
    bindparam,
    case,
    cast,
    extract,
    func,
    select,
)

from app.catalogue.categories import Category
from app.core.calendar import day_of
from app.core.db import db
from app.core.periods import QUARTERS, quarter_starts
from app.events.models import Attendance, Event, Minutes, Occurrence
from app.initiatives.models import Initiative
from app.initiatives.queries.seeing import COUNTED
from app.people.models import Person
from app.people.queries import unit_and_below
from app.programme.measures import Figures

NOW = bindparam("now", type_=DateTime)
TODAY = bindparam("today", type_=Date)
A_THIRD = 3  # of a day that is all taken: eight hours of work

HELD = and_(
    Occurrence.cancelled_at.is_(None),
    Occurrence.ends_at <= NOW,
    Event.cancelled_at.is_(None),
    Event.hidden_at.is_(None),
    Event.category != Category.COMMITTEE,
)


def _between(start: Any, end: Any) -> Any:
    """Seconds, on either database."""
    return cast(extract("epoch", end), Integer) - cast(extract("epoch", start), Integer)


SECONDS = case(
    (Event.is_all_day, _between(Occurrence.starts, Occurrence.ends) // A_THIRD),
    else_=_between(Occurrence.starts_at, Occurrence.ends_at),
)
_counted = (
    select(func.count())
    .where(Attendance.occurrence_id == Occurrence.id)
    .correlate(Occurrence)
    .scalar_subquery()
)
CAME = func.coalesce(func.nullif(_counted, 0), Occurrence.taken)
# An initiative that is planned for later has not begun.
BEGAN = and_(COUNTED, Initiative.starts_on <= TODAY)
SHOWN_MINUTES = and_(Minutes.occurrence_id == Occurrence.id, Minutes.withdrawn_at.is_(None))


def by_quarter(column: Any, kind: Any, years: int = 2) -> tuple[Any, list[Any]]:
    """Which quarter a row falls into, 0 the first of so many years; and that it falls into one.
    The statement is given `q0`, `q1`… as `starts_of` has them.
    """
    starts = [bindparam(f"q{nth}", type_=kind) for nth in range(4 * years + 1)]
    cases = [(column < start, nth) for nth, start in enumerate(starts[1:-1])]
    return case(*cases, else_=4 * years - 1), [column >= starts[0], column < starts[-1]]


def starts_of(year: int, years: int = 2) -> dict[str, date]:
    return {f"q{nth}": day for nth, day in enumerate(quarter_starts(year, years))}


def walls_of(year: int, years: int = 2) -> dict[str, datetime]:
    """The same as midnights on a wall."""
    return {name: datetime.combine(day, time()) for name, day in starts_of(year, years).items()}


class Cell(NamedTuple):
    """What was counted of a quarter, a category and a unit."""

    when: tuple[int, int]  # the year and the quarter
    category: Category
    unit_id: int | None
    figures: Figures


def cell_of(nth: int, year: int, years: int = 2) -> tuple[int, int]:
    """The year and the quarter that `by_quarter` numbered so."""
    return year - years + 1 + nth // 4, QUARTERS[nth % 4]


def _dates(*which: ColumnElement[bool]) -> Select:
    quarter, within = by_quarter(Occurrence.starts, DateTime)
    each = (
        select(
            quarter.label("nth"),
            Event.category,
            Person.unit_id,
            SECONDS.label("seconds"),
            Minutes.reached,
            CAME.label("came"),
        )
        .select_from(Occurrence)
        .join(Event, Event.id == Occurrence.event_id)
        .join(Person, Person.id == Event.author_id)
        .outerjoin(Minutes, SHOWN_MINUTES)
        .where(*within, HELD, *which)
        .cte("each")
        .prefix_with("MATERIALIZED")  # else who came is counted twice of each date
    )
    kinds = (each.c.nth, each.c.category, each.c.unit_id)
    return select(
        *kinds,
        func.count().label("dates"),
        func.sum(each.c.seconds).label("seconds"),
        func.sum(func.coalesce(each.c.reached, each.c.came)).label("reached"),
        func.sum(each.c.came).label("came"),
    ).group_by(*kinds)


def _begun(*which: ColumnElement[bool]) -> Select:
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
    kinds = (each.c.nth, each.c.category, each.c.unit_id)
    return select(
        *kinds,
        func.count().label("initiatives"),
        func.coalesce(func.sum(each.c.hours), 0).label("hours"),
        func.coalesce(func.sum(each.c.reached), 0).label("reached"),
    ).group_by(*kinds)


UNIT: Any = bindparam("unit", type_=Integer)
IN_UNIT = unit_and_below(UNIT)
# Of the house, and of a unit with all that is part of it.
DATES, DATES_IN = _dates(), _dates(Person.unit_id.in_(IN_UNIT))
BEGUN, BEGUN_IN = _begun(), _begun(Initiative.unit_id.in_(IN_UNIT))


def cells(year: int, now: datetime, unit: int | None = None) -> list[Cell]:
    """Of that year and of the one before."""
    dates, begun = (DATES_IN, BEGUN_IN) if unit else (DATES, BEGUN)
    within = {"unit": unit} if unit else {}
    quarters = [cell_of(nth, year) for nth in range(8)]
    found = [
        Cell(
            quarters[nth],
            category,
            unit_id,
            Figures(held, 0, int(seconds), 0, int(reached), int(came)),
        )
        for nth, category, unit_id, held, seconds, reached, came in db.session.execute(
            dates, {**walls_of(year), **within, "now": now}
        )
    ]
    found += [
        Cell(
            quarters[nth],
            category,
            unit_id,
            Figures(0, count, 0, int(hours), int(reached)),
        )
        for nth, category, unit_id, count, hours, reached in db.session.execute(
            begun, {**starts_of(year), **within, "today": day_of(now)}
        )
    ]
    return found
