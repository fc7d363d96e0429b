"""What came of it: what was told afterwards, and the sponsored ideas that are done."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import NamedTuple
from zoneinfo import ZoneInfo

from flask import current_app
from sqlalchemy import ColumnElement, DateTime, Row, Select, and_, exists, func, select

from app.core.db import db
from app.core.periods import quarter_starts
from app.events.models.when import absolute
from app.ideas.models import Idea, Support, Verdict
from app.ideas.queries import LISTED
from app.initiatives.models import Change, Initiative, Outcome
from app.initiatives.queries.seeing import COUNTED
from app.people.models import Person
from app.programme.queries.counting import IN_UNIT, by_quarter, cell_of

SPONSORED = exists().where(Support.idea_id == Idea.id, Support.is_sponsor).correlate(Idea)
DONE = and_(LISTED, Idea.verdict == Verdict.DONE, SPONSORED)


class Told(NamedTuple):
    when: tuple[int, int]  # the year and the quarter
    after: int
    outcome: Outcome
    times: int


class Done(NamedTuple):
    when: tuple[int, int]
    times: int


def midnight(day: date) -> datetime:
    """When a day begins in the house, as the database counts."""
    zone = ZoneInfo(current_app.config["BABEL_DEFAULT_TIMEZONE"])
    return absolute(datetime.combine(day, time()), zone.key)


def midnights_of(year: int, years: int = 2) -> dict[str, datetime]:
    return {f"q{nth}": midnight(day) for nth, day in enumerate(quarter_starts(year, years))}


def _told(*which: ColumnElement[bool]) -> Select:
    quarter, within = by_quarter(Change.told_at, DateTime)
    each = (
        select(quarter.label("nth"), Change.after, Change.outcome)
        .join(Initiative, Initiative.id == Change.initiative_id)
        .where(*within, COUNTED, *which)
        .subquery()
    )
    return select(*each.c, func.count()).group_by(*each.c)


def _done(*which: ColumnElement[bool]) -> Select:
    quarter, within = by_quarter(Idea.since, DateTime)
    each = (
        select(quarter.label("nth"))
        .join(Person, Person.id == Idea.author_id)
        .where(*within, DONE, *which)
        .subquery()
    )
    return select(each.c.nth, func.count()).group_by(each.c.nth)


TOLD, TOLD_IN = _told(), _told(Initiative.unit_id.in_(IN_UNIT))
IDEAS_DONE, IDEAS_DONE_IN = _done(), _done(Person.unit_id.in_(IN_UNIT))


def told(year: int, unit: int | None = None) -> list[Told]:
    """Of that year and of the one before."""
    found = _found(TOLD_IN if unit else TOLD, year, unit)
    return [Told(cell_of(nth, year), *rest) for nth, *rest in found]


def ideas_done(year: int, unit: int | None = None) -> list[Done]:
    found = _found(IDEAS_DONE_IN if unit else IDEAS_DONE, year, unit)
    return [Done(cell_of(nth, year), times) for nth, times in found]


def _found(asked: Select, year: int, unit: int | None) -> Iterable[Row]:
    within = {"unit": unit} if unit else {}
    return db.session.execute(asked, {**midnights_of(year), **within})
