"""Imports and their reports."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, func, select, true

from app.core.db import HIGHEST, db
from app.core.paging import Page, page
from app.imports import kinds
from app.imports.models import Import, Note, Outcome
from app.people.models import Person, Reader

PAGE = 100  # lines of a report
SHORT_PAGE = 20  # imports in a list
NEWEST = HIGHEST


def visible_to(person: Person | Reader) -> Select[Import]:
    """Whoever began it, and administration; what is delicate only who may begin it still."""
    mine = Import.person_id == person.id
    seen = select(Import).where(true() if person.is_admin else mine)
    hidden = kinds.hidden_from(person)
    return seen.where(Import.kind.not_in(hidden)) if hidden else seen


def theirs(person: Any) -> list[Select]:
    """The imports that somebody sees and others do not."""
    return [select(Import.id).where(Import.person_id == person)]


def rows(person: Person | Reader, *, before: int = NEWEST) -> Page[Row]:
    """The imports one may see, the latest first."""
    seen = visible_to(person).with_only_columns(
        Import.id,
        Import.name,
        Import.kind,
        Import.state,
        Import.total,
        Import.reached,
        Import.created_at,
        Person.name.label("person"),
    )
    seen = seen.outerjoin(Person, Person.id == Import.person_id).where(Import.id < before)
    found = db.session.execute(seen.order_by(Import.id.desc()).limit(SHORT_PAGE + 1)).all()
    return page(found, size=SHORT_PAGE)


def tally(number: int) -> dict[Outcome, int]:
    """How many lines of the report say what."""
    found = db.session.execute(
        select(Note.outcome, func.count()).where(Note.import_id == number).group_by(Note.outcome)
    )
    said = {row[0]: row[1] for row in found}
    return {outcome: said[outcome] for outcome in Outcome if outcome in said}


def notes(number: int, *, outcome: Outcome | None = None, after: int = 0) -> Page[Row]:
    """Lines of the report, from the one after `after` on."""
    wanted = select(
        Note.id, Note.place, Note.title, Note.outcome, Note.understood, Note.remarks, Note.thing_id
    ).where(Note.import_id == number, Note.id > after)
    if outcome:
        wanted = wanted.where(Note.outcome == outcome)
    found = db.session.execute(wanted.order_by(Note.id).limit(PAGE + 1)).all()
    return page(found, size=PAGE)


def all_notes(number: int) -> Iterator[Row]:
    """The whole report, a page at a time."""
    after, more = 0, True
    while more:
        found = notes(number, after=after)
        yield from found.rows
        after, more = (found.rows[-1].id if found.rows else 0), found.more


def waiting(number: int, *, limit: int) -> list[Row]:
    """The next lines to bring in: (id, place)."""
    return list(
        db.session.execute(
            select(Note.id, Note.place)
            .where(Note.import_id == number, Note.outcome == Outcome.WAITING)
            .order_by(Note.id)
            .limit(limit)
        )
    )


def notes_by_id(numbers: list[int]) -> dict[int, Note]:
    return {note.id: note for note in db.session.scalars(select(Note).where(Note.id.in_(numbers)))}


def made_by(number: int) -> list[Note]:
    """The lines whose things this import made."""
    return list(
        db.session.scalars(
            select(Note)
            .where(Note.import_id == number, Note.thing_id.is_not(None))
            .order_by(Note.id)
        )
    )


def made(number: int) -> int:
    """How many things this import made or changed."""
    return (
        db.session.scalar(
            select(func.count(Note.id)).where(
                Note.import_id == number,
                Note.thing_id.is_not(None) | (Note.outcome == Outcome.CHANGED),
            )
        )
        or 0
    )


MADE = (Outcome.BROUGHT_IN, Outcome.CHANGED, Outcome.CLOSED)


def _made(number: int) -> ColumnElement[bool]:
    return and_(Note.import_id == number, Note.outcome.in_(MADE), Note.thing_id.is_not(None))


def made_lines(number: int) -> int:
    """How many lines of its report say that it made or changed something."""
    return db.session.scalar(select(func.count(Note.id)).where(_made(number))) or 0


def made_after(number: int, after: int, *, limit: int) -> list[int]:
    """Their numbers, a chunk at a time."""
    wanted = select(Note.id).where(_made(number), Note.id > after)
    return list(db.session.scalars(wanted.order_by(Note.id).limit(limit)))


def lines_of(number: int, outcome: Outcome, *, limit: int) -> list[int]:
    wanted = select(Note.id).where(Note.import_id == number, Note.outcome == outcome)
    return list(db.session.scalars(wanted.order_by(Note.id).limit(limit)))


def settled(number: int, places: Iterable[str]) -> set[str]:
    """Those of these lines that were refused or left out when the table was looked at."""
    said = (Outcome.REFUSED, Outcome.LEFT_OUT)
    wanted = select(Note.place).where(Note.import_id == number, Note.outcome.in_(said))
    return set(db.session.scalars(wanted.where(Note.place.in_(list(places)))))


def in_order(numbers: Sequence[int]) -> list[Note]:
    """These lines, held while writing."""
    return list(db.session.scalars(select(Note).where(Note.id.in_(numbers)).order_by(Note.id)))


def named(addresses: Iterable[str], names: Iterable[str]) -> list[Row]:
    """Whoever has one of these addresses or of these folded names, here or gone."""
    wanted = select(Person.id, Person.email, Person.name, Person.sort_name, Person.disabled_at)
    by_address = wanted.where(Person.email.in_(list(addresses)))
    by_name = wanted.where(Person.sort_name.in_(list(names)))
    return [*db.session.execute(by_address), *db.session.execute(by_name)]


def setups(kind: str, person: int, *, limit: int) -> list[dict[str, Any]]:
    """How somebody's last tables of a kind were understood, the latest first."""
    wanted = select(Import.setup).where(Import.kind == kind, Import.person_id == person)
    return list(db.session.scalars(wanted.order_by(Import.id.desc()).limit(limit)))


def left_alone(since: datetime) -> Sequence[Row]:
    """Imports with an upload that began long ago and never came to an end."""
    wanted = select(Import.id, Import.file)
    return db.session.execute(
        wanted.where(Import.file.is_not(None), Import.created_at < since)
    ).all()


def with_files(keys: Iterable[str]) -> list[Import]:
    return list(db.session.scalars(select(Import).where(Import.file.in_(list(keys)))))
