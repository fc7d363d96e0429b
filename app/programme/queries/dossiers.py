"""What one person did: dates they organised, initiatives they have or work on, what was told of
those, and the ideas they sponsor. Work of several people stands in the dossier of each.
"""

from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Date,
    DateTime,
    Integer,
    Row,
    Select,
    bindparam,
    exists,
    func,
    not_,
    or_,
    select,
)

from app.ambassadors.models import Mandate
from app.core.calendar import day_of, midnight
from app.core.db import db
from app.core.periods import Period
from app.core.quarters import by_quarter, cell_of, midnights_of, starts_of, walls_of
from app.events.models import Event, Minutes, Occurrence, Organiser
from app.events.queries.seeing import SEEN as SEES_EVENT
from app.ideas.models import Idea, Support
from app.ideas.queries import LISTED as IDEA_LISTED
from app.ideas.queries import SEEN as SEES_IDEA
from app.initiatives.models import Change, Initiative, Teammate
from app.initiatives.queries.seeing import COUNTED
from app.people.models import Person, Reader
from app.people.sight import sight
from app.programme.measures import Figures
from app.programme.queries.counting import BEGAN, CAME, HELD, SHOWN_MINUTES
from app.programme.queries.lists import CHANGE, DATE, INITIATIVE, begun_in, dates_in, told_in

YEARS = 3  # side by side
MOST = 40  # rows of each list

WHOSE = bindparam("whose", type_=Integer)
ORGANISED = Event.id.in_(select(Organiser.event_id).where(Organiser.person_id == WHOSE))
# The numbers of theirs, by two indexes instead of a look at all there are.
_mine = (
    select(Initiative.id)
    .where(Initiative.owner_id == WHOSE)
    .union(select(Teammate.initiative_id).where(Teammate.person_id == WHOSE))
    .subquery()
)
MINE = Initiative.id.in_(select(_mine.c.id))

SPONSORED = (
    select(Idea.id, Idea.title, Idea.language, Idea.verdict, Support.at)
    .join(Support, Support.idea_id == Idea.id)
    .where(Support.person_id == WHOSE, Support.is_sponsor, IDEA_LISTED)
)


class Year(NamedTuple):
    """What one year of a dossier says in figures."""

    year: int
    figures: Figures
    told: int
    sponsored: int
    thanked: int

    @property
    def is_nothing(self) -> bool:
        return self.figures.is_nothing and not (self.told or self.sponsored)


def _dates() -> Select:
    quarter, within = by_quarter(Occurrence.starts, DateTime, YEARS)
    each = (
        select(quarter.label("nth"), Occurrence.seconds, Minutes.reached, CAME.label("came"))
        .select_from(Organiser)
        .join(Event, Event.id == Organiser.event_id)
        .join(Occurrence, Occurrence.event_id == Event.id)
        .outerjoin(Minutes, SHOWN_MINUTES)
        .where(Organiser.person_id == WHOSE, *within, HELD)
        .subquery()
    )
    return select(
        each.c.nth,
        func.count().label("dates"),
        func.sum(each.c.seconds).label("seconds"),
        func.sum(func.coalesce(each.c.reached, each.c.came)).label("reached"),
        func.sum(each.c.came).label("came"),
    ).group_by(each.c.nth)


def _begun() -> Select:
    quarter, within = by_quarter(Initiative.starts_on, Date, YEARS)
    each = (
        select(quarter.label("nth"), Initiative.hours, Initiative.reached)
        .where(MINE, *within, BEGAN)
        .subquery()
    )
    return select(
        each.c.nth,
        func.count().label("initiatives"),
        func.coalesce(func.sum(each.c.hours), 0).label("hours"),
        func.coalesce(func.sum(each.c.reached), 0).label("reached"),
    ).group_by(each.c.nth)


def _told() -> Select:
    quarter, within = by_quarter(Change.told_at, DateTime, YEARS)
    each = (
        select(quarter.label("nth"))
        .join(Initiative, Initiative.id == Change.initiative_id)
        .where(MINE, *within, COUNTED)
        .subquery()
    )
    return select(each.c.nth, func.count()).group_by(each.c.nth)


def _sponsored() -> Select:
    quarter, within = by_quarter(Support.at, DateTime, YEARS)
    each = SPONSORED.with_only_columns(quarter.label("nth")).where(*within).subquery()
    return select(each.c.nth, func.count()).group_by(each.c.nth)


DATES, BEGUN, TOLD, IDEAS = _dates(), _begun(), _told(), _sponsored()


def by_year(whose: int, year: int, now: datetime, thanked: list[int]) -> list[Year]:
    """That year and those before, the latest first. Four statements. `thanked`, the first year
    first, is what `thanks` counted.
    """
    figures = {year - nth: Figures() for nth in range(YEARS)}
    for row in _found(DATES, {**walls_of(year, YEARS), "whose": whose, "now": now}):
        figures[_year(row, year)].take(
            Figures(
                events=row.dates,
                seconds=int(row.seconds),
                reached=int(row.reached),
                came=int(row.came),
            )
        )
    for row in _found(BEGUN, {**starts_of(year, YEARS), "whose": whose, "today": day_of(now)}):
        figures[_year(row, year)].take(
            Figures(initiatives=row.initiatives, worked=int(row.hours), reached=int(row.reached))
        )
    moments = {**midnights_of(year, YEARS), "whose": whose}
    told, sponsored = (_by_year(asked, moments, year) for asked in (TOLD, IDEAS))
    return [
        Year(one, figures[one], told.get(one, 0), sponsored.get(one, 0), thanks)
        for one, thanks in zip(figures, reversed(thanked), strict=True)
    ]


def starts_of_years(year: int) -> list[datetime]:
    """The moments at which the years of a dossier begin, and the last one ends."""
    return [midnight(date(year - YEARS + 1 + nth, 1, 1)) for nth in range(YEARS + 1)]


def dates_of(reader: Person | Reader, whose: int, period: Period, now: datetime) -> list[Row]:
    """The dates they organised, as far as the reader sees them, the latest first."""
    asked = _last(DATE.where(ORGANISED, SEES_EVENT, *dates_in(period)), Occurrence.starts)
    return list(db.session.execute(asked, {**sight(reader), "whose": whose, "now": now}))


def unseen_dates_of(reader: Person | Reader, whose: int, period: Period, now: datetime) -> int:
    """How many of the dates they organised the reader does not see."""
    asked = DATE.with_only_columns(func.count()).where(
        ORGANISED, not_(SEES_EVENT), *dates_in(period)
    )
    return db.session.scalar(asked, {**sight(reader), "whose": whose, "now": now}) or 0


def initiatives_of(whose: int, period: Period, now: datetime) -> list[Row]:
    """The initiatives that were begun and count, which everybody sees."""
    named = INITIATIVE.add_columns((Initiative.owner_id == WHOSE).label("is_owner"))
    asked = _last(named.where(MINE, *begun_in(period)), Initiative.starts_on)
    return list(db.session.execute(asked, {"whose": whose, "today": day_of(now)}))


def changes_of(whose: int, period: Period) -> list[Row]:
    asked = _last(CHANGE.where(MINE, *told_in(period)), Change.told_at)
    return list(db.session.execute(asked, {"whose": whose}))


def sponsored_by(reader: Person | Reader, whose: int, period: Period) -> list[Row]:
    within: list[ColumnElement[bool]] = [
        Support.at >= midnight(period.first),
        Support.at < midnight(period.beyond),
    ]
    asked = _last(SPONSORED.where(SEES_IDEA, *within), Support.at)
    return list(db.session.execute(asked, {**sight(reader), "whose": whose}))


def has_a_dossier(whose: int) -> bool:
    """Whether they ever were an ambassador, organised something or worked on it, or sponsor an
    idea.
    """
    ever = (
        exists().where(Mandate.person_id == WHOSE),
        exists().where(Organiser.person_id == WHOSE),
        exists().where(Initiative.owner_id == WHOSE),
        exists().where(Teammate.person_id == WHOSE),
        exists().where(Support.person_id == WHOSE, Support.is_sponsor),
    )
    return bool(db.session.scalar(select(or_(*ever)), {"whose": whose}))


def _last(asked: Select, column: Any) -> Select:
    return asked.order_by(column.desc()).limit(MOST)


def _found(asked: Select, given: dict[str, Any]) -> list[Row]:
    return list(db.session.execute(asked, given))


def _by_year(asked: Select, given: dict[str, Any], year: int) -> dict[int, int]:
    found: dict[int, int] = {}
    for nth, count in db.session.execute(asked, given):
        of = cell_of(nth, year, YEARS)[0]
        found[of] = found.get(of, 0) + count
    return found


def _year(row: Row, year: int) -> int:
    return cell_of(row.nth, year, YEARS)[0]
