"""Finding drafts: everybody's own, and nobody else's."""

from datetime import datetime

from sqlalchemy import Delete, Integer, Select, bindparam, delete, exists, func, select

from app.core.db import db
from app.drafts.models import Begun, Draft
from app.people import along
from app.people.models import Person, Reader
from app.people.sight import READER

LISTED = 20  # drafts that are shown at once

UNFINISHED = (  # a constant: everybody's home asks it, and building it took longer than asking
    select(Draft.id, Draft.form, Draft.about, Draft.fields, Draft.saved_at)
    .where(Draft.person_id == READER, Draft.form == bindparam("form"), Draft.discarded_at.is_(None))
    .order_by(Draft.saved_at.desc(), Draft.id.desc())
    .limit(bindparam("most", type_=Integer))
)

along.ask("drafts", exists().where(Draft.person_id == Person.id, Draft.discarded_at.is_(None)))


def visible_to(person: Person | Reader) -> Select[Draft]:
    return select(Draft).where(Draft.person_id == person.id)


def about(person: Person | Reader, form: str, number: int) -> Draft | None:
    """The draft of an edit that was not finished, if there is one."""
    return db.session.scalar(
        _open(person)
        .where(Draft.form == form, Draft.about == number)
        .order_by(Draft.saved_at.desc())
        .limit(1)
    )


def unfinished(person: Person | Reader, form: str, *, limit: int = LISTED) -> list[Begun]:
    """What the person began and never sent, the latest first. Asked past the session, which
    would make entities of them: that took longer than asking.
    """
    asked = {"reader": person.id, "form": form, "most": limit}
    return [Begun(*row) for row in db.session.connection().execute(UNFINISHED, asked)]


def count(person: Person | Reader) -> int:
    """How many drafts the person has, those discarded included."""
    return db.session.scalar(select(func.count(Draft.id)).where(Draft.person_id == person.id)) or 0


def discarded_before(person: Person | Reader, moment: datetime) -> Delete:
    """What nobody can take back any more."""
    return delete(Draft).where(Draft.person_id == person.id, Draft.discarded_at < moment)


def _open(person: Person | Reader) -> Select[Draft]:
    return visible_to(person).where(Draft.discarded_at.is_(None))
