"""Which events somebody sees: every other statement about events stands on this one."""

from typing import Any

from sqlalchemy import Select, and_, case, exists, false, or_, select
from sqlalchemy.orm import aliased, contains_eager, joinedload

from app.events.models import Event, Invited, Occurrence, Organiser
from app.people.models import Person, Reader
from app.people.sight import IS_GOVERNANCE, MEMBER, READER, sight
from app.spaces.models import MemberRole, Membership, Space, Visibility
from app.spaces.sight import runs, sees_into

MINE = (
    exists().where(Organiser.event_id == Event.id, Organiser.person_id == READER).correlate(Event)
)
_asked = aliased(Space)
_is_in = exists().where(Membership.space_id == _asked.id, Membership.person_id == MEMBER)
IS_ASKED = (
    select(_asked.id)
    .join(Invited, Invited.space_id == _asked.id)
    .where(
        Invited.event_id == Event.id,
        (_asked.visibility == Visibility.PUBLIC) | _is_in.correlate(_asked),
    )
    .correlate(Event)
    .exists()
)
# Whoever sees into the place it stands in, or into one that is asked to it. One that is hidden
# stays with whoever organises it, and with whoever keeps order.
SEEN = and_(
    or_(sees_into(Event.space_id), IS_ASKED),
    or_(Event.hidden_at.is_(None), MINE, IS_GOVERNANCE, runs(Event.space_id)),
)
# A CASE and no AND: nearly nothing is hidden, and the index of what is must not lead through all.
LISTED = case(
    (Event.hidden_at.is_not(None), false()), else_=or_(sees_into(Event.space_id), IS_ASKED)
)


def visible_to(person: Person | Reader) -> Select[Event]:
    return select(Event).where(SEEN).params(sight(person))


def whole(person: Person | Reader) -> Select[Event]:
    """An event with its cover and its organisers."""
    organisers = joinedload(Event.organisers).joinedload(Organiser.person)
    return visible_to(person).options(joinedload(Event.cover), organisers.lazyload(Person.grants))


def dates_visible_to(person: Person | Reader) -> Select[Occurrence]:
    """The dates of the events somebody sees."""
    return (
        select(Occurrence)
        .where(select(Event.id).where(Event.id == Occurrence.event_id, SEEN).exists())
        .params(sight(person))
    )


def with_event(person: Person | Reader) -> Select[Occurrence]:
    """The same with their events, their covers and their organisers: one query."""
    organisers = contains_eager(Occurrence.event).joinedload(Event.organisers)
    return (
        select(Occurrence)
        .join(Event, Event.id == Occurrence.event_id)
        .where(SEEN)
        .options(
            contains_eager(Occurrence.event).joinedload(Event.cover),
            organisers.joinedload(Organiser.person).lazyload(Person.grants),
        )
        .params(sight(person))
    )


def theirs(person: Any) -> list[Select]:
    """The hidden events that somebody sees and others do not: theirs, and of spaces they run."""
    organised = select(Event.id).where(
        Organiser.person_id == person,
        Organiser.event_id == Event.id,
        Event.hidden_at.is_not(None),
    )
    kept = select(Event.id).where(
        Membership.person_id == person,
        Membership.role == MemberRole.MANAGER,
        Membership.space_id == Event.space_id,
        Event.hidden_at.is_not(None),
    )
    return [organised, kept]


def dates_theirs(person: Any) -> list[Select]:
    """The dates of those. Joined, and no IN: each page asks, and an IN looks at all organisers."""
    return [
        events.with_only_columns(Occurrence.id).where(Occurrence.event_id == Event.id)
        for events in theirs(person)
    ]
