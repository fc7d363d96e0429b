"""Imports and their reports."""

from sqlalchemy import Row, Select, func, select, true

from app.core.db import db
from app.core.paging import Page, page
from app.imports.models import Import, Note, Outcome
from app.people.models import Person, Reader

PAGE = 100  # lines of a report


def visible_to(person: Person | Reader) -> Select[Import]:
    """Whoever began it, and administration."""
    mine = Import.person_id == person.id
    return select(Import).where(true() if person.is_admin else mine)


def tally(number: int) -> dict[Outcome, int]:
    """How many lines of the report say what."""
    found = db.session.execute(
        select(Note.outcome, func.count()).where(Note.import_id == number).group_by(Note.outcome)
    )
    return {row[0]: row[1] for row in found}


def notes(number: int, *, outcome: Outcome | None = None, after: int = 0) -> Page[Row]:
    wanted = select(Note.id, Note.place, Note.outcome, Note.reason).where(
        Note.import_id == number, Note.id > after
    )
    if outcome:
        wanted = wanted.where(Note.outcome == outcome)
    found = db.session.execute(wanted.order_by(Note.id).limit(PAGE + 1)).all()
    return page(found, size=PAGE)
