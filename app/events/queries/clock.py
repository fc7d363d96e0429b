"""What the clock asks: which dates are soon, which are over, and which series go on."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from app.core import clock
from app.core.db import db
from app.events.models import Answer, Event, Occurrence, Reply
from app.events.queries.seeing import dates_visible_to
from app.people.models import Person
from app.people.sight import sight

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


def to_leave(person: Person) -> list[int]:
    """The dates to come that somebody answered to and does not see any more, or cannot come to."""
    wanted = (
        select(Occurrence.id)
        .join(Answer, Answer.occurrence_id == Occurrence.id)
        .where(
            Answer.person_id == person.id,
            Answer.reply != Reply.NO,
            Occurrence.starts_at > clock.now(),
        )
    )
    if person.is_active:
        seen = dates_visible_to(person).with_only_columns(Occurrence.id)
        wanted = wanted.where(Occurrence.id.not_in(seen)).params(sight(person))
    return list(db.session.scalars(wanted.order_by(Occurrence.id)))
