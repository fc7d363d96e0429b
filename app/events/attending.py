"""Counting who is there. In `writing()`, the date held: see `queries.held`."""

from app.core.db import db
from app.events import codes, queries
from app.events.models import Attendance, Occurrence
from app.people.models import Person


def count_in(occurrence: Occurrence, person: Person, *, by: Person) -> Attendance:
    """They are there. Who has been counted is not counted again, whoever says so."""
    given = queries.attendance_of(person.id, occurrence.id)
    if given is None:
        given = Attendance(
            occurrence_id=occurrence.id,
            person_id=person.id,
            by_id=None if by.id == person.id else by.id,
        )
        db.session.add(given)
        occurrence.came += 1
        db.session.flush()
    return given


def count_out(occurrence: Occurrence, person_id: int) -> None:
    """They are not, after all."""
    given = queries.attendance_of(person_id, occurrence.id)
    if given is not None:
        db.session.delete(given)
        occurrence.came -= 1
        db.session.flush()


def renew_code(occurrence: Occurrence) -> None:
    """The old one opens nothing from now on."""
    code = codes.made()
    while queries.is_code_taken(code):
        code = codes.made()
    occurrence.code = code


def drop_code(occurrence: Occurrence) -> None:
    """Nobody says any more by themselves that they are there."""
    occurrence.code = ""
