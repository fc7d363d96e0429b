"""Finding one person, and where they are signed in."""

from datetime import datetime, timedelta

from sqlalchemy import Row, Select, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute, joinedload

from app.core import clock
from app.core.db import db
from app.people import sessions
from app.people.models import Failure, Person, Reader, SignIn


def person(person_id: int) -> Person:
    return db.session.get_one(Person, person_id, options=[joinedload(Person.grants)])


def by_email(email: str) -> Person | None:
    return db.session.scalar(select(Person).where(Person.email == email.strip().lower()))


def is_anybody_here() -> bool:
    return bool(db.session.scalar(select(exists().select_from(Person))))


def visible_to(reader: Person | Reader) -> Select[Person]:
    """Everybody sees everybody, those who left included: what they wrote stands."""
    return select(Person)


def open_sessions(reader: Reader) -> list[Row]:
    """Where the reader is signed in, the last used first."""
    rows = db.session.execute(
        select(SignIn.id, SignIn.digest, SignIn.agent, SignIn.created_at, SignIn.seen_at)
        .where(SignIn.person_id == reader.id)
        .order_by(SignIn.seen_at.desc(), SignIn.id.desc())
    )
    return [row for row in rows if not sessions.is_over(row.created_at, row.seen_at, reader.roles)]


def failures(column: InstrumentedAttribute[str], value: str, since: datetime) -> int:
    """How many there were since then; one that is still to come, before the clock was put back."""
    in_time = Failure.created_at.between(since, clock.now() + timedelta(minutes=1))
    return db.session.scalar(select(func.count(Failure.id)).where(column == value, in_time)) or 0
