"""Dates of events in lists and calendars."""

from datetime import datetime
from typing import Any

from sqlalchemy import DateTime, Integer, Row, Select, bindparam, func, or_, select

from app.core import clock
from app.core.db import db
from app.core.paging import Page, page
from app.events.models import LASTS_AT_MOST, Answer, Event, Occurrence
from app.events.queries.seeing import LISTED
from app.people.models import Person, Reader
from app.people.sight import READER, sight

PAGE = 20  # dates on a page

IS_OFF = or_(Occurrence.cancelled_at.is_not(None), Event.cancelled_at.is_not(None))
CARD = (
    select(
        Occurrence.id,
        Occurrence.event_id,
        Occurrence.title,
        Occurrence.starts,
        Occurrence.ends,
        Occurrence.starts_at,
        Occurrence.ends_at,
        Occurrence.place,
        Occurrence.call_url,
        Occurrence.taken,
        Occurrence.waiting,
        Event.excerpt,
        Event.language,
        Event.category,
        Event.zone,
        Event.is_all_day,
        Event.capacity,
        Event.closed_at,
        (Event.rule != "").label("is_series"),
        IS_OFF.label("is_off"),
        Answer.reply,
        Answer.seat,
    )
    .join(Event, Event.id == Occurrence.event_id)
    .outerjoin(Answer, (Answer.occurrence_id == Occurrence.id) & (Answer.person_id == READER))
    .where(LISTED)
)

_AFTER = bindparam("after", type_=DateTime)
_LAST = bindparam("last", type_=Integer)
# What has not ended, the soonest first. Nothing lasts longer than LASTS_AT_MOST, so what began
# before that need not be looked at.
COMING = (
    CARD.where(
        Occurrence.starts_at >= bindparam("horizon", type_=DateTime),
        Occurrence.ends_at > bindparam("now", type_=DateTime),
        or_(
            Occurrence.starts_at > _AFTER,
            (Occurrence.starts_at == _AFTER) & (Occurrence.id > _LAST),
        ),
    )
    .order_by(Occurrence.starts_at, Occurrence.id)
    .limit(bindparam("size", type_=Integer))
)


def coming(
    person: Person | Reader,
    *,
    after: tuple[datetime, int] = (datetime.min, 0),
    size: int = PAGE,
    narrowed: Any = None,
) -> Page[Row]:
    """The dates that are still to come, or going on, as far as lists show them. One query.

    `after` is the beginning and the number of the last one that was shown.
    """
    now = clock.now()
    asked = {
        **sight(person),
        "now": now,
        "horizon": now - LASTS_AT_MOST,
        "after": after[0],
        "last": after[1],
        "size": size + 1,
    }
    wanted = COMING if narrowed is None else COMING.where(narrowed)
    return page(db.session.execute(wanted, asked).all(), size=size)


def of_event(person: Person | Reader, number: int) -> list[Row]:
    """All the dates of an event, with what its reader answered to each."""
    wanted = CARD.where(Occurrence.event_id == number).order_by(Occurrence.starts_at)
    return list(db.session.execute(wanted, sight(person)))


def next_of(number: int) -> int | None:
    """The date that a page about an event shows: the next one that takes place, else the last."""
    now = clock.now()
    ahead = select(Occurrence.id).where(Occurrence.event_id == number, Occurrence.ends_at > now)
    wanted: list[Select] = [
        ahead.where(Occurrence.cancelled_at.is_(None)).order_by(Occurrence.starts_at),
        ahead.order_by(Occurrence.starts_at),
        select(Occurrence.id)
        .where(Occurrence.event_id == number)
        .order_by(Occurrence.starts_at.desc()),
    ]
    first = func.coalesce(*(one.limit(1).scalar_subquery() for one in wanted))
    return db.session.scalar(select(first))
