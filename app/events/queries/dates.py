"""Dates of events in lists."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    DateTime,
    Integer,
    Row,
    Select,
    bindparam,
    exists,
    func,
    or_,
    select,
)

from app.catalogue.categories import Category
from app.core import clock
from app.core.db import db
from app.core.paging import Page, page
from app.core.stamps import Kept
from app.events import grid
from app.events.models import LASTS_AT_MOST, Answer, Event, Occurrence, Organiser, Reply, Seat
from app.events.narrowing import EARLIEST, Narrowing
from app.events.queries.days import WITHIN, conditions, in_space, within
from app.events.queries.seeing import LISTED
from app.people import along
from app.people.models import Person, Reader
from app.people.sight import READER, sight, sight_of_all_alike

PAGE, FEW = 20, 3  # dates on a page, and where they are guests
AHEAD = 92  # days that are counted

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

_IN_ORDER = (Occurrence.starts_at, Occurrence.id)
_AFTER = bindparam("after", type_=DateTime)
_NOW, _SIZE = bindparam("now", type_=DateTime), bindparam("size", type_=Integer)
_LATER = or_(
    Occurrence.starts_at > _AFTER,
    (Occurrence.starts_at == _AFTER) & (Occurrence.id > bindparam("last", type_=Integer)),
)
# What has not ended. Nothing lasts longer than LASTS_AT_MOST, so what began before that need not
# be looked at.
AHEAD_OF_NOW = (
    Occurrence.starts_at >= bindparam("horizon", type_=DateTime),
    Occurrence.ends_at > _NOW,
)
COMING = CARD.where(*AHEAD_OF_NOW, _LATER).order_by(*_IN_ORDER).limit(_SIZE)
ON_A_DAY = CARD.where(WITHIN, _LATER).order_by(*_IN_ORDER).limit(_SIZE)

_SAID_YES = Answer.seat.in_([Seat.GOING, Seat.WAITING, Seat.ASKED])
# Whether there is any date at all, and whether they ever said yes to one: a house without events
# asks nothing of them on other pages, and most readers nothing more than all others.
along.ask("any_dates", exists().where(Occurrence.id > 0))
along.ask(
    "said_yes_to_events",
    exists().where(Answer.person_id == Person.id, Answer.reply == Reply.YES),
)


def coming(
    person: Person | Reader,
    wanted: Narrowing | None = None,
    *,
    since: datetime | None = None,
    size: int = PAGE,
) -> Page[Row]:
    """The dates that have not ended by now, or by then, as far as lists show them. One query."""
    now, after = since or clock.now(), wanted.after if wanted else EARLIEST
    asked = COMING.where(*conditions(wanted)) if wanted else COMING
    return _page(asked, size, {**sight(person), **_ahead_of(now), **_after(after)})


def on_a_day(person: Person | Reader, wanted: Narrowing, zone: str) -> Page[Row]:
    """What goes on that day."""
    days = within(wanted.on, wanted.on, zone)
    asked = ON_A_DAY.where(*conditions(wanted))
    return _page(asked, PAGE, {**sight(person), **days, **_after(wanted.after)})


def coming_in(person: Person | Reader, space_id: int) -> list[Row]:
    """The next dates of a space, as whoever sees into it sees them."""
    return _few(person, in_space(space_id))


def coming_by(person: Person | Reader, organiser: int) -> list[Row]:
    """The next dates somebody organises."""
    theirs = select(Organiser.event_id).where(Organiser.person_id == organiser)
    return _few(person, Event.id.in_(theirs))


def coming_to_all(person: Person | Reader) -> list[Row]:
    """The next dates, as everybody sees them who is in the same circles."""
    return _few(person)


def _few(person: Person | Reader, *which: Any) -> list[Row]:
    asked = COMING.where(IS_OFF.is_(False), *which)
    given = {**_ahead_of(clock.now()), **_after(EARLIEST), "size": FEW}
    return list(db.session.execute(asked, {**sight_of_all_alike(person), **given}))


EXPECTED = Kept(
    CARD.where(*AHEAD_OF_NOW, IS_OFF.is_(False), Answer.reply == Reply.YES, _SAID_YES)
    .order_by(*_IN_ORDER)
    .limit(FEW)
)


def expected(person: Person | Reader) -> list[Row]:
    """The next dates they said yes to; what is over this hour is gone the next."""
    return EXPECTED.rows({**sight(person), **_ahead_of(clock.last_struck())})


COUNTED = (
    select(Event.category, func.count())
    .select_from(Occurrence)
    .join(Event, Event.id == Occurrence.event_id)
    .where(
        LISTED,
        *AHEAD_OF_NOW,
        Occurrence.starts_at < bindparam("until", type_=DateTime),
        IS_OFF.is_(False),
    )
    .group_by(Event.category)
)


def counts(person: Person | Reader) -> dict[Category, int]:
    """How many dates of each category there are in the next three months."""
    now = clock.now()
    given = {**_ahead_of(now), "until": now + grid.A_DAY * AHEAD}
    rows = db.session.execute(COUNTED, {**sight_of_all_alike(person), **given})
    return dict(sorted((category, count) for category, count in rows))


def last_of(person: Person | Reader) -> Row | None:
    """The last date they went to."""
    asked = CARD.where(
        Answer.seat == Seat.GOING, Occurrence.ends_at <= _NOW, IS_OFF.is_(False)
    ).order_by(Occurrence.ends_at.desc(), Occurrence.id.desc())
    return db.session.execute(asked.limit(1), {**sight(person), "now": clock.now()}).first()


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


def _ahead_of(now: datetime) -> dict[str, Any]:
    return {"now": now, "horizon": now - LASTS_AT_MOST}


def _after(last: tuple[datetime, int]) -> dict[str, Any]:
    return {"after": last[0], "last": last[1]}


def _page(asked: Select, size: int, given: dict[str, Any]) -> Page[Row]:
    return page(db.session.execute(asked, {**given, "size": size + 1}).all(), size=size)
