"""The lists behind the figures: what its reader sees of what was counted, the latest first."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select

from app.core.calendar import day_of, midnight
from app.core.db import db
from app.core.paging import Page, page
from app.core.periods import Period
from app.events.models import Event, Minutes, Occurrence
from app.events.queries.seeing import SEEN as SEES_EVENT
from app.ideas.models import Idea
from app.ideas.queries import SEEN as SEES_IDEA
from app.initiatives.models import Change, Initiative
from app.initiatives.queries.seeing import COUNTED
from app.people.models import Person, Reader, Unit
from app.people.queries import unit_and_below
from app.people.sight import sight
from app.programme.measures import Figures
from app.programme.narrowing import Narrowing
from app.programme.queries.counting import BEGAN, CAME, HELD, SHOWN_MINUTES
from app.programme.queries.outcomes import DONE

PAGE = 30

REACHED = func.coalesce(Minutes.reached, CAME)
DATE = (
    select(
        Occurrence.id,
        Occurrence.title,
        Occurrence.starts,
        Occurrence.ends,
        Occurrence.starts_at,
        Occurrence.ends_at,
        Event.is_all_day,
        Event.language,
        Event.category,
        Unit.name.label("unit"),
        Occurrence.seconds,
        CAME.label("came"),
        REACHED.label("reached"),
    )
    .join(Event, Event.id == Occurrence.event_id)
    .join(Person, Person.id == Event.author_id)
    .outerjoin(Unit, Unit.id == Person.unit_id)
    .outerjoin(Minutes, SHOWN_MINUTES)
    .where(HELD)
)
CHANGE = (
    select(
        Change.id,
        Change.after,
        Change.outcome,
        Change.summary,
        Change.told_at,
        Initiative.id.label("initiative_id"),
        Initiative.title,
        Initiative.language,
        Initiative.category,
        Unit.name.label("unit"),
    )
    .join(Initiative, Initiative.id == Change.initiative_id)
    .outerjoin(Unit, Unit.id == Initiative.unit_id)
    .where(COUNTED)
)
INITIATIVE = (
    select(
        Initiative.id,
        Initiative.title,
        Initiative.language,
        Initiative.category,
        Initiative.starts_on,
        Initiative.ends_on,
        Initiative.hours,
        Initiative.reached,
        Initiative.result,
        Unit.name.label("unit"),
    )
    .outerjoin(Unit, Unit.id == Initiative.unit_id)
    .where(BEGAN)
)
IDEA = (
    select(Idea.id, Idea.title, Idea.language, Idea.result, Idea.since, Unit.name.label("unit"))
    .outerjoin(Person, and_(Person.id == Idea.author_id, Idea.credited_to.is_(None)))
    .outerjoin(Unit, Unit.id == Person.unit_id)
    .where(DONE, SEES_IDEA)
)


class Behind(NamedTuple):
    """What a figure of activity is made of, and how much of it is not shown."""

    figures: Figures
    unseen: int


def dates_in(period: Period) -> list[ColumnElement[bool]]:
    first, beyond = (datetime.combine(day, time()) for day in (period.first, period.beyond))
    return [Occurrence.starts >= first, Occurrence.starts < beyond]


def told_in(period: Period) -> list[ColumnElement[bool]]:
    return [Change.told_at >= midnight(period.first), Change.told_at < midnight(period.beyond)]


def done_in(period: Period) -> list[ColumnElement[bool]]:
    return [Idea.since >= midnight(period.first), Idea.since < midnight(period.beyond)]


def begun_in(period: Period) -> list[ColumnElement[bool]]:
    return [Initiative.starts_on >= period.first, Initiative.starts_on < period.beyond]


def dates(reader: Person | Reader, wanted: Narrowing, now: datetime, after: int = 0) -> Page[Row]:
    """The dates held that they see; the next page begins after the date of that number."""
    asked = DATE.where(SEES_EVENT, *_of_dates(wanted))
    if after:
        last = select(Occurrence.starts).where(Occurrence.id == after).scalar_subquery()
        asked = asked.where(_before(Occurrence.starts, Occurrence.id, last, after))
    asked = asked.order_by(Occurrence.starts.desc(), Occurrence.id.desc())
    return _page(asked, {**sight(reader), "now": now})


def behind(reader: Person | Reader, wanted: Narrowing, now: datetime) -> Behind:
    """All that was counted, and how many dates of it they do not see: three statements."""
    each = DATE.with_only_columns(
        Occurrence.seconds, CAME.label("came"), REACHED.label("reached")
    ).where(*_of_dates(wanted))
    held = each.subquery()
    row = db.session.execute(
        select(
            func.count(),
            *(func.coalesce(func.sum(held.c[name]), 0) for name in ("seconds", "came", "reached")),
        ).select_from(held),
        {"now": now},
    ).one()
    seen = each.with_only_columns(func.count()).where(SEES_EVENT)
    shown = db.session.scalar(seen, {**sight(reader), "now": now}) or 0
    begun = db.session.execute(
        select(
            func.count(),
            func.coalesce(func.sum(Initiative.hours), 0),
            func.coalesce(func.sum(Initiative.reached), 0),
        ).where(BEGAN, *begun_in(wanted.period), *_of_initiatives(wanted)),
        {"today": day_of(now)},
    ).one()
    figures = Figures(
        events=row[0],
        seconds=int(row[1]),
        came=int(row[2]),
        reached=int(row[3]) + int(begun[2] or 0),
        initiatives=begun[0],
        worked=int(begun[1] or 0),
    )
    return Behind(figures, unseen=row[0] - shown)


def changes(wanted: Narrowing, after: int = 0) -> Page[Row]:
    """What was told of initiatives that count, and so are shown to everybody."""
    asked = CHANGE.where(*told_in(wanted.period), *_of_initiatives(wanted))
    if wanted.outcome is not None:
        asked = asked.where(Change.outcome == wanted.outcome)
    if wanted.days is not None:
        asked = asked.where(Change.after == wanted.days)
    if after:
        last = select(Change.told_at).where(Change.id == after).scalar_subquery()
        asked = asked.where(_before(Change.told_at, Change.id, last, after))
    return _page(asked.order_by(Change.told_at.desc(), Change.id.desc()), {})


def initiatives(wanted: Narrowing, now: datetime) -> Page[Row]:
    """The last ones that were begun; all of them are in the list of the initiatives."""
    asked, given = INITIATIVE.where(*begun_in(wanted.period)), {"today": day_of(now)}
    asked = asked.where(*_of_initiatives(wanted))
    return _page(asked.order_by(Initiative.starts_on.desc(), Initiative.id.desc()), given)


def ideas(reader: Person | Reader, wanted: Narrowing, after: int = 0) -> Page[Row]:
    """The sponsored ideas that are done; those that count are shown to everybody."""
    asked = IDEA.where(*done_in(wanted.period))
    if wanted.unit_id is not None:
        asked = asked.where(Person.unit_id.in_(unit_and_below(wanted.unit_id)))
    if after:
        last = select(Idea.since).where(Idea.id == after).scalar_subquery()
        asked = asked.where(_before(Idea.since, Idea.id, last, after))
    return _page(asked.order_by(Idea.since.desc(), Idea.id.desc()), sight(reader))


def _of_dates(wanted: Narrowing) -> Sequence[ColumnElement[bool]]:
    found = dates_in(wanted.period)
    if wanted.category is not None:
        found.append(Event.category == wanted.category)
    if wanted.unit_id is not None:
        found.append(Person.unit_id.in_(unit_and_below(wanted.unit_id)))
    return found


def _of_initiatives(wanted: Narrowing) -> Sequence[ColumnElement[bool]]:
    found = []
    if wanted.category is not None:
        found.append(Initiative.category == wanted.category)
    if wanted.unit_id is not None:
        found.append(Initiative.unit_id.in_(unit_and_below(wanted.unit_id)))
    return found


def _before(column: Any, key: Any, last: Any, number: int) -> ColumnElement[bool]:
    return or_(column < last, and_(column == last, key < number))


def _page(asked: Select, given: dict[str, Any]) -> Page[Row]:
    return page(db.session.execute(asked.limit(PAGE + 1), given).all(), size=PAGE)
