"""What came of it: what was told afterwards, and the sponsored ideas that are done."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import ColumnElement, DateTime, Row, Select, and_, exists, func, select

from app.core.quarters import by_quarter, cell_of, midnights_of
from app.core.stamps import Kept
from app.ideas.models import Idea, Support, Verdict
from app.ideas.queries import LISTED
from app.initiatives.models import Change, Initiative, Outcome
from app.initiatives.queries.seeing import NOT_COUNTED
from app.people.models import Person
from app.programme.queries.counting import IN_UNIT

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


def _told(*which: ColumnElement[bool]) -> Select:
    quarter, within = by_quarter(Change.told_at, DateTime)
    each = (
        select(quarter.label("nth"), Change.after, Change.outcome)
        .where(*within, Change.initiative_id.not_in(NOT_COUNTED), *which)
        .subquery()
    )
    return select(*each.c, func.count()).group_by(*each.c)


def _done(*which: ColumnElement[bool]) -> Select:
    quarter, within = by_quarter(Idea.since, DateTime)
    each = (
        select(quarter.label("nth"))
        .outerjoin(Person, and_(Person.id == Idea.author_id, Idea.credited_to.is_(None)))
        .where(*within, DONE, *which)
        .subquery()
    )
    return select(each.c.nth, func.count()).group_by(each.c.nth)


OF_UNIT = select(Initiative.id).where(Initiative.unit_id.in_(IN_UNIT))
TOLD, TOLD_IN = Kept(_told()), Kept(_told(Change.initiative_id.in_(OF_UNIT)))
IDEAS_DONE, IDEAS_DONE_IN = Kept(_done()), Kept(_done(Person.unit_id.in_(IN_UNIT)))


def told(year: int, unit: int | None = None) -> list[Told]:
    """Of that year and of the one before."""
    found = _found(TOLD_IN if unit else TOLD, year, unit)
    return [Told(cell_of(nth, year), *rest) for nth, *rest in found]


def ideas_done(year: int, unit: int | None = None) -> list[Done]:
    found = _found(IDEAS_DONE_IN if unit else IDEAS_DONE, year, unit)
    return [Done(cell_of(nth, year), times) for nth, times in found]


def _found(asked: Kept, year: int, unit: int | None) -> Iterable[Row]:
    within = {"unit": unit} if unit else {}
    return asked.rows({**midnights_of(year), **within})
