"""What is written into a file for calendars, of what somebody was just found to see."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from app.core.db import db
from app.events.models import Event, Occurrence, Organiser
from app.people.models import Person


def to_write(number: int) -> Event | None:
    """An event with all its dates; None where it is gone."""
    names = selectinload(Event.organisers).joinedload(Organiser.person)
    rows = select(Event).where(Event.id == number)
    return db.session.scalar(
        rows.options(selectinload(Event.occurrences), names.lazyload(Person.grants))
    )


def date_to_write(number: int) -> Occurrence | None:
    """A date with its event."""
    event = joinedload(Occurrence.event)
    names = event.selectinload(Event.organisers).joinedload(Organiser.person)
    rows = select(Occurrence).where(Occurrence.id == number)
    return db.session.scalar(rows.options(event, names.lazyload(Person.grants)))
