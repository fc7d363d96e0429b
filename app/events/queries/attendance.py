"""Who came, beside who said so; and the date a code is of."""

from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import ColumnElement, Row, Select, and_, func, select

from app.core.db import db
from app.core.paging import Page, page
from app.events.models import Answer, Attendance, Occurrence, Seat
from app.events.queries.presence import were_expected_or_there
from app.events.queries.seeing import with_event
from app.people.models import Person, Reader, Unit
from app.people.queries import by_name

PAGE = 48  # names on a page of the list


class Who(StrEnum):
    """Whom the list shows."""

    ALL = "all"
    CAME = "came"
    MISSING = "missing"  # said yes, and did not come
    UNANNOUNCED = "unannounced"  # came without saying so


class Tally(NamedTuple):
    """People, without their guests."""

    said: int  # yes, and had a seat
    came: int
    unannounced: int

    @property
    def missing(self) -> int:
        return self.said - (self.came - self.unannounced)


_GOES = and_(
    Answer.occurrence_id == Attendance.occurrence_id,
    Answer.person_id == Attendance.person_id,
    Answer.seat == Seat.GOING,
)


def tally(number: int) -> Tally:
    """Who said yes and who came, counted: one query."""
    said = select(func.count()).where(Answer.occurrence_id == number, Answer.seat == Seat.GOING)
    came = select(func.count()).where(Attendance.occurrence_id == number)
    expected = (
        select(func.count())
        .select_from(Attendance)
        .join(Answer, _GOES)
        .where(Attendance.occurrence_id == number)
    )
    row = db.session.execute(
        select(said.scalar_subquery(), came.scalar_subquery(), expected.scalar_subquery())
    ).one()
    return Tally(row[0], row[1], row[1] - row[2])


_NARROWED: dict[Who, ColumnElement[bool] | None] = {
    Who.ALL: None,
    Who.CAME: Attendance.id.is_not(None),
    Who.MISSING: Attendance.id.is_(None),
    Who.UNANNOUNCED: and_(Attendance.id.is_not(None), Answer.id.is_(None)),
}


def counted_by_name(number: int, who: Who = Who.ALL, *, after: int | None = None) -> Page[Row]:
    """Whoever has a seat or came, with what is known of each; `since` says that they came."""
    wanted = _people(number, were_expected_or_there(number), seat=Seat.GOING)
    narrowed = _NARROWED[who]
    if narrowed is not None:
        wanted = wanted.where(narrowed)
    return page(db.session.execute(by_name(wanted, after=after).limit(PAGE + 1)).all(), size=PAGE)


def participants(number: int) -> list[Row]:
    """Whoever answered, whatever they said, and whoever came: all of them by name."""
    return list(db.session.execute(by_name(_people(number, _anybody(number)), after=None)))


def participant_count(number: int) -> int:
    return db.session.scalar(select(func.count()).select_from(_anybody(number).subquery())) or 0


def _anybody(number: int) -> Select[int]:
    answered = select(Answer.person_id).where(Answer.occurrence_id == number)
    came = select(Attendance.person_id).where(Attendance.occurrence_id == number)
    people = answered.union(came).subquery()
    return select(people.c.person_id)


def _people(number: int, numbers: Select[int], seat: Seat | None = None) -> Select:
    """Rows about these people; of their answers only those that gave such a seat."""
    answer = and_(Answer.person_id == Person.id, Answer.occurrence_id == number)
    if seat is not None:
        answer = and_(answer, Answer.seat == seat)
    came = and_(Attendance.person_id == Person.id, Attendance.occurrence_id == number)
    return (
        select(
            Person.id,
            Person.name,
            Person.sort_name,
            Person.picture,
            Person.job,
            Unit.name.label("unit"),
            Answer.reply,
            Answer.seat,
            Answer.guests,
            Answer.turn,
            Answer.created_at.label("answered_at"),
            Attendance.created_at.label("came_at"),
            Attendance.by_id,
        )
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .outerjoin(Answer, answer)
        .outerjoin(Attendance, came)
        .where(Person.id.in_(numbers))
    )


def by_code(person: Person | Reader, code: str) -> Occurrence | None:
    """The date whose poster says so, if they see it."""
    if not code:
        return None
    return db.session.scalars(with_event(person).where(Occurrence.code == code)).unique().first()


def is_code_taken(code: str) -> bool:
    return bool(db.session.scalar(select(func.count()).where(Occurrence.code == code)))
