"""Who works on an idea, and what they say among themselves.

Whoever may read it is asked in every statement: no rule outside can be forgotten.
"""

from typing import NamedTuple

from sqlalchemy import (
    DateTime,
    Integer,
    Row,
    Select,
    String,
    bindparam,
    cast,
    exists,
    literal,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import aliased

from app.core.db import db
from app.ideas.models import Evaluator, Idea, Note
from app.ideas.queries.seeing import SEEN
from app.people.models import Grant, Person, Reader, Role
from app.people.sight import IS_GOVERNANCE, READER, sight

MOST_NOTES = 100  # the latest

IDEA = bindparam("idea", type_=Integer)
_me = aliased(Evaluator, name="me")


def _may_read(idea: object) -> object:
    """Governance, and whoever is asked to evaluate this idea, for as long as they are."""
    return or_(IS_GOVERNANCE, exists().where(_me.idea_id == idea, _me.person_id == READER))


ASKED = (
    select(
        literal("evaluator", String).label("kind"),
        Evaluator.person_id.label("id"),
        Evaluator.person_id.label("person_id"),
        Person.name.label("name"),
        Person.picture.label("picture"),
        literal("", String).label("html"),
        Evaluator.asked_at.label("at"),
        Evaluator.done_at.label("done_at"),
    )
    .join(Person, Person.id == Evaluator.person_id)
    .where(Evaluator.idea_id == IDEA, _may_read(IDEA))  # type: ignore[arg-type]
)
_latest = (
    select(
        literal("note", String).label("kind"),
        Note.id.label("id"),
        Note.author_id.label("person_id"),
        Person.name.label("name"),
        Person.picture.label("picture"),
        Note.html.label("html"),
        Note.created_at.label("at"),
        cast(null(), DateTime).label("done_at"),
    )
    .join(Person, Person.id == Note.author_id)
    .where(Note.idea_id == IDEA, _may_read(IDEA))  # type: ignore[arg-type]
    .order_by(Note.id.desc())
    .limit(MOST_NOTES)
).subquery()
WORK = union_all(ASKED, select(_latest))


class Work(NamedTuple):
    """What the reader sees of it: for most, nothing."""

    may_read: bool
    mine: Row | None  # what is asked of the reader
    evaluators: list[Row]
    notes: list[Row]


def work_on(reader: Reader, idea: Idea) -> Work:
    """One query."""
    rows = db.session.execute(WORK, {**sight(reader), "idea": idea.id}).all()
    asked = sorted((row for row in rows if row.kind == "evaluator"), key=lambda row: row.name)
    mine = next((row for row in asked if row.person_id == reader.id), None)
    notes = sorted((row for row in rows if row.kind == "note"), key=lambda row: row.id)
    return Work(reader.is_governance or mine is not None, mine, asked, notes)


def worked_on_by(person: Person | Reader) -> Select[Idea]:
    """Those on which a person may read and write what is internal."""
    may = _may_read(Idea.id)
    return select(Idea).where(SEEN, may).params(sight(person))  # type: ignore[arg-type]


def note_of(idea: int, number: int) -> Note | None:
    """One note of an idea, whoever asks: load the idea by `worked_on_by` before."""
    return db.session.scalar(select(Note).where(Note.id == number, Note.idea_id == idea))


def note_readers(idea: int) -> set[int]:
    """The numbers of all who may read the notes of an idea."""
    asked = select(Evaluator.person_id).where(Evaluator.idea_id == idea)
    governance = select(Grant.person_id).where(Grant.role == Role.GOVERNANCE)
    return set(db.session.scalars(asked)) | set(db.session.scalars(governance))


def names_of(*people: int | None) -> dict[int, Row]:
    """What these people are called: no query where there is nobody."""
    wanted = sorted({number for number in people if number})
    if not wanted:
        return {}
    rows = select(Person.id, Person.name, Person.picture).where(Person.id.in_(wanted))
    return {row.id: row for row in db.session.execute(rows)}
