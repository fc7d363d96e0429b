"""What goes on from one day to another, for calendars that draw every day."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, DateTime, Row, and_, bindparam, or_, select

from app.core.db import db
from app.events import grid
from app.events.models import (
    LASTS_AT_MOST,
    Answer,
    Event,
    Invited,
    Occurrence,
    Organiser,
    Reply,
    Seat,
)
from app.events.narrowing import Narrowing
from app.events.queries.seeing import LISTED
from app.people.models import Person, Reader
from app.people.sight import READER, sight, sight_of_all_alike

MOST = 10_000  # dates that are looked at for one page

_answered = select(Answer.occurrence_id).where(
    Answer.person_id == READER,
    Answer.reply.in_([Reply.YES, Reply.MAYBE]),
    Answer.seat != Seat.REFUSED,
)
_organised = select(Organiser.event_id).where(Organiser.person_id == READER)
# What the reader said yes or perhaps to, waits for, or organises.
THEIRS = or_(Occurrence.id.in_(_answered), Occurrence.event_id.in_(_organised))

_BEGIN, _END = bindparam("begin", type_=DateTime), bindparam("end", type_=DateTime)
_MIDNIGHT, _LAST_MIDNIGHT = (
    bindparam("midnight", type_=DateTime),
    bindparam("last_midnight", type_=DateTime),
)
# On the reader's days; what takes all day is on its own, wherever that is. Nothing lasts longer
# than LASTS_AT_MOST, so what began before that need not be looked at.
WITHIN = and_(
    Occurrence.starts_at >= bindparam("horizon", type_=DateTime),
    Occurrence.starts_at < bindparam("beyond", type_=DateTime),
    Occurrence.ends_at >= bindparam("before", type_=DateTime),  # else its event is looked at too
    or_(
        and_(
            Event.is_all_day.is_(False),
            Occurrence.starts_at < _END,
            or_(Occurrence.ends_at > _BEGIN, Occurrence.starts_at >= _BEGIN),
        ),
        and_(
            Event.is_all_day.is_(True),
            Occurrence.starts < _LAST_MIDNIGHT,
            Occurrence.ends > _MIDNIGHT,
        ),
    ),
)

_LIGHT = (
    select(
        Occurrence.id,
        Occurrence.title,
        Occurrence.starts,
        Occurrence.ends,
        Occurrence.starts_at,
        Occurrence.ends_at,
        Occurrence.place,
        or_(Occurrence.cancelled_at.is_not(None), Event.cancelled_at.is_not(None)).label("is_off"),
        Event.language,
        Event.category,
        Event.is_all_day,
    )
    .join(Event, Event.id == Occurrence.event_id)
    .where(LISTED, WITHIN)
    .order_by(Occurrence.starts_at, Occurrence.id)
    .limit(MOST)
)
_WITH_ANSWERS = (
    _LIGHT.add_columns(Answer.reply, Answer.seat)
    .outerjoin(Answer, (Answer.occurrence_id == Occurrence.id) & (Answer.person_id == READER))
    .where(THEIRS)
)


def within(first: date, last: date, zone: str) -> dict[str, datetime]:
    """The parameters of `WITHIN`: from one day to another, both included, by a zone's clock."""
    begin, end = grid.begins(first, zone), grid.begins(last + grid.A_DAY, zone)
    return {
        "begin": begin,
        "end": end,
        "midnight": datetime.combine(first, time()),
        "last_midnight": datetime.combine(last + grid.A_DAY, time()),
        # A day here may have been over there for a while, or not have begun.
        "horizon": begin - LASTS_AT_MOST - grid.A_DAY,
        "before": begin - grid.A_DAY,
        "beyond": end + grid.A_DAY,
    }


def conditions(wanted: Narrowing) -> list[ColumnElement[bool]]:
    """What an address narrows the calendar to."""
    found: list[Any] = [THEIRS] if wanted.is_mine else []
    if wanted.category is not None:
        found.append(Event.category == wanted.category)
    if wanted.space_id is not None:
        found.append(in_space(wanted.space_id))
    return found


def in_space(number: int) -> ColumnElement[bool]:
    """What stands in a space, or asks it."""
    asked = select(Invited.event_id).where(Invited.space_id == number)
    return or_(Event.space_id == number, Event.id.in_(asked))


def of_everybody(person: Person | Reader, wanted: Narrowing, zone: str) -> list[Row]:
    """What goes on on the days that are drawn, as all see it who are in the same circles."""
    asked = _LIGHT.where(*conditions(wanted))
    days = within(wanted.days[0], wanted.days[-1], zone)
    return list(db.session.execute(asked, {**sight_of_all_alike(person), **days}))


def of_theirs(person: Person | Reader, wanted: Narrowing, zone: str) -> list[Row]:
    """Of that what is their own, with what they answered."""
    asked = _WITH_ANSWERS.where(*conditions(wanted))
    days = within(wanted.days[0], wanted.days[-1], zone)
    return list(db.session.execute(asked, {**sight(person), **days}))
