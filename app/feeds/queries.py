"""Whose channel it is, and what it carries."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, exists, func, or_, select
from sqlalchemy.orm import contains_eager, defer, selectinload

from app.blog.models import Author, Post
from app.catalogue.categories import Category
from app.core.db import DataVersion, db
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
from app.events.queries import LISTED
from app.feeds.models import Channel, digest
from app.people import queries as people
from app.people.models import Person, Reader, Unit
from app.people.sight import sight
from app.spaces.models import Space
from app.spaces.sight import OPEN


def mine(reader: Reader) -> list[Channel]:
    """The newest first."""
    rows = select(Channel).where(Channel.person_id == reader.id).order_by(Channel.id.desc())
    return list(db.session.scalars(rows))


def visible_to(person: Person | Reader) -> Select[Channel]:
    return select(Channel).where(Channel.person_id == person.id)


def count(person: Person) -> int:
    rows = select(func.count()).where(Channel.person_id == person.id)
    return db.session.scalar(rows) or 0


def called(token: str) -> tuple[Channel, Reader] | None:
    """The channel of this token, and its owner as they are now; None once either is closed."""
    channel = db.session.scalar(select(Channel).where(Channel.digest == digest(token)))
    owners = people.readers([channel.person_id]) if channel else []
    return (channel, owners[0]) if channel and owners else None


def unit(number: int) -> Unit | None:
    """The open unit with that number: everybody may know who works where."""
    return db.session.scalar(select(Unit).where(Unit.id == number, Unit.closed_at.is_(None)))


def space(reader: Reader, number: int) -> Space | None:
    """A space this person sees into."""
    rows = select(Space).where(Space.id == number, OPEN)
    return db.session.scalar(rows, sight(reader))


def spaces(reader: Reader) -> list[Row]:
    """Those whose feeds this person may read, by name; the first of them."""
    rows = select(Space.id, Space.name).where(OPEN).order_by(Space.name, Space.id).limit(50)
    return list(db.session.execute(rows, sight(reader)))


def texts(numbers: list[int]) -> dict[int, Any]:
    """What an entry says beside its card, of posts this reader was just found to see."""
    rows = select(Post.id, Post.html, Post.edited_at).where(Post.id.in_(numbers))
    return {row.id: row for row in db.session.execute(rows)}


def writers(numbers: list[int]) -> dict[int, list[str]]:
    rows = (
        select(Author.post_id, func.coalesce(Person.name, Author.name).label("name"))
        .outerjoin(Person, Person.id == Author.person_id)
        .where(Author.post_id.in_(numbers))
        .order_by(Author.post_id, Author.position)
    )
    names: dict[int, list[str]] = defaultdict(list)
    for row in db.session.execute(rows):
        names[row.post_id].append(row.name)
    return names


def version() -> int:
    """How many decisions there were: what was read after that is at least as new."""
    return db.session.scalar(select(DataVersion.number)) or 0


# What is written of an event, and no more: three queries, whatever their number.
_DATES = selectinload(Event.occurrences)
_NAMES = selectinload(Event.organisers).joinedload(Organiser.person).load_only(Person.name)
_BARE = _NAMES.lazyload(Person.grants)


def _since(since: datetime) -> tuple[ColumnElement[bool], ...]:
    return (Occurrence.starts_at >= since - LASTS_AT_MOST, Occurrence.ends_at >= since)


def events(
    reader: Reader, *, since: datetime, most: int, narrowed: ColumnElement[bool] | None = None
) -> list[Event]:
    """Those with a date that was not over then, as far as lists show them, with all their dates.
    Where there are too many, those that are furthest ahead.
    """
    found = (
        select(Occurrence.event_id, func.max(Occurrence.starts_at).label("last"))
        .where(*_since(since))
        .group_by(Occurrence.event_id)
        .subquery()
    )
    rows = (
        select(Event)
        .join(found, found.c.event_id == Event.id)
        .where(LISTED)
        .order_by(found.c.last.desc(), Event.id.desc())
        .limit(most)
        .options(_DATES, _BARE, defer(Event.text))
    )
    if narrowed is not None:
        rows = rows.where(narrowed)
    return list(db.session.scalars(rows, sight(reader)))


def joined(reader: Reader, *, since: datetime, most: int) -> list[Occurrence]:
    """The dates that were not over then to which somebody said yes or perhaps, as far as lists show
    them and nobody said no to them.
    """
    event = contains_eager(Occurrence.event)
    names = event.selectinload(Event.organisers).joinedload(Organiser.person)
    rows = (
        select(Occurrence)
        .join(Event, Event.id == Occurrence.event_id)
        .join(Answer, Answer.occurrence_id == Occurrence.id)
        .where(
            LISTED,
            Answer.person_id == reader.id,
            or_(
                Answer.reply == Reply.MAYBE,
                Answer.seat.in_([Seat.GOING, Seat.WAITING, Seat.ASKED]),
            ),
            *_since(since),
        )
        .order_by(Occurrence.starts_at.desc(), Occurrence.id.desc())
        .limit(most)
        .options(
            event.defer(Event.text),
            names.load_only(Person.name),
            names.lazyload(Person.grants),
        )
    )
    return list(db.session.scalars(rows, sight(reader)))


def of_category(category: Category) -> ColumnElement[bool]:
    return Event.category == category


def of_unit(number: int) -> ColumnElement[bool]:
    """Organised by somebody of a unit, or of one below it."""
    inside = (Organiser.event_id == Event.id, Person.unit_id.in_(people.unit_and_below(number)))
    theirs = select(Organiser.event_id).join(Person, Person.id == Organiser.person_id)
    return theirs.where(*inside).correlate(Event).exists()


def of_space(number: int) -> ColumnElement[bool]:
    """Of a space, or with it among those that are asked."""
    asked = exists().where(Invited.event_id == Event.id, Invited.space_id == number)
    return or_(Event.space_id == number, asked.correlate(Event))
