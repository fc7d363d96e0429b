"""The minutes of a date, and what they said before."""

from sqlalchemy import Row, select
from sqlalchemy.orm import joinedload

from app.core.db import db
from app.core.paging import Page, page
from app.events.models import Minutes, MinutesRevision
from app.people.models import Person

PAGE = 20  # revisions on a page


def minutes_of(number: int) -> Minutes | None:
    """Of a date, those that were taken away included."""
    return db.session.scalar(select(Minutes).where(Minutes.occurrence_id == number))


def minutes_revisions(minutes: Minutes, *, before: int | None = None) -> Page[Row]:
    """The newest first: who, and when."""
    wanted = (
        select(
            MinutesRevision.number,
            MinutesRevision.created_at,
            Person.name,
            Person.picture,
        )
        .join(Person, Person.id == MinutesRevision.person_id)
        .where(MinutesRevision.minutes_id == minutes.id)
        .order_by(MinutesRevision.number.desc())
        .limit(PAGE + 1)
    )
    if before is not None:
        wanted = wanted.where(MinutesRevision.number < before)
    return page(db.session.execute(wanted).all(), size=PAGE)


def minutes_revision(minutes: Minutes, number: int) -> MinutesRevision | None:
    return db.session.scalar(
        select(MinutesRevision)
        .where(MinutesRevision.minutes_id == minutes.id, MinutesRevision.number == number)
        .options(joinedload(MinutesRevision.person).lazyload(Person.grants))
    )


def minutes_pictures(number: int) -> set[str]:
    """The keys of the pictures that any version of them showed of a date."""
    shown = db.session.scalars(
        select(MinutesRevision.pictures)
        .join(Minutes, Minutes.id == MinutesRevision.minutes_id)
        .where(Minutes.occurrence_id == number)
    )
    return {key for keys in shown for key in keys}
