"""Finding drafts: everybody's own, and nobody else's."""

from sqlalchemy import Row, Select, select

from app.core.db import db
from app.drafts.models import Draft
from app.people.models import Person, Reader


def visible_to(person: Person | Reader) -> Select[Draft]:
    return select(Draft).where(Draft.person_id == person.id)


def about(person: Person | Reader, form: str, number: int) -> Draft | None:
    """The draft of an edit that was not finished, if there is one."""
    return db.session.scalar(
        visible_to(person)
        .where(Draft.form == form, Draft.about == number)
        .order_by(Draft.saved_at.desc())
        .limit(1)
    )


def unfinished(person: Person | Reader, form: str) -> list[Row]:
    """What the person began and never sent, the latest first."""
    return list(
        db.session.execute(
            select(Draft.id, Draft.about, Draft.fields, Draft.saved_at)
            .where(Draft.person_id == person.id, Draft.form == form)
            .order_by(Draft.saved_at.desc())
            .limit(20)
        )
    )
