"""What came of it: what was told afterwards, and the sponsored ideas that are done."""

from datetime import date, datetime, time
from typing import NamedTuple
from zoneinfo import ZoneInfo

from flask import current_app
from sqlalchemy import DateTime, Index, Select, and_, exists, func, select

from app.core.db import db
from app.events.models.when import absolute
from app.ideas.models import Idea, Support, Verdict
from app.ideas.queries import LISTED
from app.initiatives.models import Change, Initiative, Outcome
from app.initiatives.queries.seeing import COUNTED
from app.people.models import Person
from app.programme.periods import quarter_starts
from app.programme.queries.counting import by_quarter, cell_of

SPONSORED = exists().where(Support.idea_id == Idea.id, Support.is_sponsor).correlate(Idea)
DONE = and_(LISTED, Idea.verdict == Verdict.DONE, SPONSORED)


# The changes of a time are found and counted from this alone.
Index(
    "ix_initiative_changes_when", Change.told_at, Change.initiative_id, Change.outcome, Change.after
)


class Told(NamedTuple):
    year: int
    quarter: int
    unit_id: int | None
    after: int
    outcome: Outcome
    times: int


class Done(NamedTuple):
    year: int
    quarter: int
    unit_id: int | None
    times: int


def midnight(day: date) -> datetime:
    """When a day begins in the house, as the database counts."""
    zone = ZoneInfo(current_app.config["BABEL_DEFAULT_TIMEZONE"])
    return absolute(datetime.combine(day, time()), zone.key)


def midnights_of(year: int, years: int = 2) -> dict[str, datetime]:
    return {f"q{nth}": midnight(day) for nth, day in enumerate(quarter_starts(year, years))}


def _told() -> Select:
    quarter, within = by_quarter(Change.told_at, DateTime)
    each = (
        select(
            quarter.label("nth"),
            Initiative.unit_id,
            Change.after,
            Change.outcome,
        )
        .join(Initiative, Initiative.id == Change.initiative_id)
        .where(*within, COUNTED)
        .subquery()
    )
    kinds = tuple(each.c)
    return select(*kinds, func.count()).group_by(*kinds)


def _done() -> Select:
    quarter, within = by_quarter(Idea.since, DateTime)
    each = (
        select(quarter.label("nth"), Person.unit_id)
        .join(Person, Person.id == Idea.author_id)
        .where(*within, DONE)
        .subquery()
    )
    kinds = tuple(each.c)
    return select(*kinds, func.count()).group_by(*kinds)


TOLD, IDEAS_DONE = _told(), _done()


def told(year: int) -> list[Told]:
    """Of that year and of the one before."""
    found = db.session.execute(TOLD, midnights_of(year))
    return [Told(*cell_of(nth, year), *rest) for nth, *rest in found]


def ideas_done(year: int) -> list[Done]:
    found = db.session.execute(IDEAS_DONE, midnights_of(year))
    return [Done(*cell_of(nth, year), *rest) for nth, *rest in found]
