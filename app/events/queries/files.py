"""Events that come from files."""

from collections.abc import Iterable

from sqlalchemy import Row, select
from sqlalchemy.orm import selectinload

from app.conversation.models import Comment, Reaction
from app.core.db import db
from app.events.models import (
    Answer,
    Attendance,
    Event,
    Feedback,
    Minutes,
    Occurrence,
    Photo,
    SeriesAnswer,
)
from app.following.models import Following
from app.people.models import Person


def brought_in(uids: Iterable[str]) -> list[Event]:
    """The events that calendars know by these names, held until what is written is in."""
    wanted = select(Event).where(Event.uid.in_(list(uids))).order_by(Event.id)
    wanted = wanted.options(selectinload(Event.occurrences), selectinload(Event.organisers))
    return list(db.session.scalars(wanted.with_for_update(key_share=True)))


def numbered(numbers: Iterable[int]) -> list[Event]:
    return list(db.session.scalars(select(Event).where(Event.id.in_(list(numbers)))))


def joined(numbers: Iterable[int]) -> set[int]:
    """Which of these events somebody has answered to, been at, or kept anything of."""
    wanted = list(numbers)
    series = select(SeriesAnswer.event_id).where(SeriesAnswer.event_id.in_(wanted))
    found = set(db.session.scalars(series.distinct()))
    for kind in (Answer, Attendance, Minutes, Photo, Feedback):
        dates = select(Occurrence.event_id).join(kind, kind.occurrence_id == Occurrence.id)
        found |= set(db.session.scalars(dates.where(Occurrence.event_id.in_(wanted)).distinct()))
    return found


def talked_about(numbers: Iterable[int]) -> set[int]:
    """Which of these events somebody has said something about, reacted to, or follows."""
    wanted = list(numbers)
    about = [
        select(kind.subject_id).where(kind.subject_kind == "event", kind.subject_id.in_(wanted))
        for kind in (Comment, Reaction)
    ]
    followed = select(Following.number).where(
        Following.kind == "event", Following.number.in_(wanted), Following.follows
    )
    return {number for one in (*about, followed) for number in db.session.scalars(one)}


def people_at(addresses: Iterable[str]) -> list[Row]:
    """Those of the house whose addresses these are: (id, email, name)."""
    wanted = select(Person.id, Person.email, Person.name).where(Person.email.in_(list(addresses)))
    return list(db.session.execute(wanted.where(Person.disabled_at.is_(None))))
