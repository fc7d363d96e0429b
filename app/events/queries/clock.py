"""What the clock asks: which dates are soon, which are over, and which series go on."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from app.core.db import db
from app.events.models import Event, Occurrence

_ON = (Occurrence.cancelled_at.is_(None), Event.cancelled_at.is_(None), Event.hidden_at.is_(None))


def to_remind(now: datetime, until: datetime) -> list[int]:
    """The dates that begin until then, and of which nobody was reminded."""
    wanted = select(Occurrence.id).join(Event, Event.id == Occurrence.event_id)
    wanted = wanted.where(
        Occurrence.starts_at > now,
        Occurrence.starts_at <= until,
        Occurrence.reminded_at.is_(None),
        *_ON,
    )
    return list(db.session.scalars(wanted.order_by(Occurrence.starts_at, Occurrence.id)))


def to_ask(since: datetime, until: datetime) -> list[int]:
    """The dates that ended in between, and of which nobody was asked how they were."""
    wanted = select(Occurrence.id).join(Event, Event.id == Occurrence.event_id)
    wanted = wanted.where(
        Occurrence.starts_at <= until,
        Occurrence.ends_at > since,
        Occurrence.ends_at <= until,
        Occurrence.asked_at.is_(None),
        *_ON,
    )
    return list(db.session.scalars(wanted.order_by(Occurrence.ends_at, Occurrence.id)))


def going_on(now: datetime, until: datetime) -> list[Event]:
    """The series whose last date that is laid out is still to come, and nearer than that."""
    last = (
        select(func.max(Occurrence.starts_at))
        .where(Occurrence.event_id == Event.id)
        .correlate(Event)
        .scalar_subquery()
    )
    wanted = select(Event).where(
        Event.rule != "", Event.cancelled_at.is_(None), last > now, last < until
    )
    return list(db.session.scalars(wanted.options(selectinload(Event.occurrences))))


def held_event(number: int) -> Event:
    """An event, held until what is written is in."""
    wanted = select(Event).where(Event.id == number).with_for_update(key_share=True)
    return db.session.scalars(wanted).one()
