"""Who was there: what was counted, and where nobody counted, whoever had a seat."""

from sqlalchemy import Select, exists, select, union

from app.core.db import db
from app.events.models import Answer, Attendance, Seat


def _came(number: int) -> Select[int]:
    return select(Attendance.person_id).where(Attendance.occurrence_id == number)


def _had_a_seat(number: int) -> Select[int]:
    return select(Answer.person_id).where(Answer.occurrence_id == number, Answer.seat == Seat.GOING)


def were_there(number: int) -> Select[int]:
    """Whoever came; if nobody was counted at all, whoever had a seat."""
    nobody = ~exists().where(Attendance.occurrence_id == number)
    people = union(_came(number), _had_a_seat(number).where(nobody)).subquery()
    return select(people.c.person_id)


def were_expected_or_there(number: int) -> Select[int]:
    """Whoever came, and whoever had a seat."""
    people = union(_came(number), _had_a_seat(number)).subquery()
    return select(people.c.person_id)


def was_there(person_id: int, number: int) -> bool:
    """Whether they are one of `were_there`."""
    people = were_there(number).subquery()
    return bool(db.session.scalar(select(exists().where(people.c.person_id == person_id))))


def attendance_of(person_id: int, number: int) -> Attendance | None:
    """That they were counted."""
    return db.session.scalar(
        select(Attendance).where(
            Attendance.occurrence_id == number, Attendance.person_id == person_id
        )
    )
