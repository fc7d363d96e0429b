"""What was proposed, answered and done, added up by quarter: three statements, however much there
is. What counts is said in `app.outcomes`.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, case, func, literal, null, select, union_all

from app.core.calendar import day_of, midnight
from app.core.db import db
from app.core.periods import Period
from app.ideas.calendar import Promise
from app.ideas.models import Idea, Verdict
from app.ideas.queries import LISTED

Where = Sequence[ColumnElement[bool]]
When = tuple[int, int]  # the year and the quarter

WAITING = and_(Idea.first_decided_at.is_(None), Idea.verdict == Verdict.NEW)
# Where it is not known when the answer came, neither is how long it took.
DAYS = case((Idea.first_decided_at.is_not(None), Idea.first_days), else_=null())


class Cell(NamedTuple):
    """So many ideas in a state, which were answered within so many working days; none where they
    wait still, or where it is unknown.
    """

    when: When
    area_id: int | None
    state: Verdict
    is_waiting: bool
    days: int | None
    times: int


class Waiting(NamedTuple):
    """So many ideas that wait, and for how many working days so far."""

    when: When
    area_id: int | None
    days: int
    times: int


def cells(period: Period, where: Where = ()) -> list[Cell]:
    """What was proposed in that time and the same a year before, as it stands now."""
    waits = case((WAITING, 1), else_=0).label("waits")
    columns = [Idea.area_id, Idea.verdict, waits, DAYS.label("days")]
    rows = _by_quarter(period, Idea.created_at, columns, *where)
    return [
        Cell((year, quarter), area_id, state, bool(waiting), days, times)
        for year, quarter, area_id, state, waiting, days, times in rows
    ]


def waiting(period: Period, promise: Promise, today: date, where: Where = ()) -> list[Waiting]:
    """Those that wait: their clock rests while their author is asked."""
    columns = [Idea.area_id, Idea.created_at, Idea.rested, Idea.asked_at]
    rows = _by_quarter(period, Idea.created_at, columns, WAITING, *where, is_counted=False)
    starts, waited = _days(period.year), {}
    found: dict[tuple[When, int | None, int], int] = defaultdict(int)
    for year, quarter, area_id, created_at, rested, asked_at in rows:
        days = bisect_right(starts, created_at), day_of(asked_at) if asked_at else today
        if days not in waited:
            waited[days] = promise.between(day_of(created_at), days[1])
        found[(year, quarter), area_id, waited[days] - rested] += 1
    return [Waiting(*of, times) for of, times in found.items()]


def done(period: Period, where: Where = ()) -> tuple[int, int]:
    """In that time and in the same a year before, whenever it was proposed."""
    rows = _by_quarter(period, Idea.since, [], Idea.verdict == Verdict.DONE, *where)
    found = dict.fromkeys((period.year, period.before.year), 0)
    for year, _, times in rows:
        found[year] += times
    return found[period.year], found[period.before.year]


def _by_quarter(
    period: Period,
    moment: Any,
    columns: list[Any],
    *where: ColumnElement[bool],
    is_counted: bool = True,
) -> Any:
    """Rows of both times that begin with their year and their quarter: a piece of one index for
    each, which takes half of the time of telling the quarter of each row of them all.
    """
    parts = []
    for one in (*period.quarters, *period.before.quarters):
        part = select(literal(one.year), literal(one.quarter), *columns).where(
            LISTED, moment >= midnight(one.first), moment < midnight(one.beyond), *where
        )
        if is_counted:
            part = part.add_columns(func.count()).group_by(*(column.name for column in columns))
        parts.append(part)
    return db.session.execute(union_all(*parts)).all()


def _days(year: int) -> list[datetime]:
    """When each day of that year and of the one before begins: to look days up among them is much
    quicker than to ask what day thousands of moments are.
    """
    first = date(year - 1, 1, 1)
    return [midnight(first + timedelta(days=n)) for n in range((date(year + 1, 1, 1) - first).days)]
