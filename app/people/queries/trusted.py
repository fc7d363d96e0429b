"""Whoever holds a role."""

from collections.abc import Iterable

from sqlalchemy import exists, select

from app.core.db import db
from app.people.models import Grant, Person, Role

# Of those who can come in: an account that is closed, or was never used, holds nothing up.
HOLDERS = (
    select(Grant.person_id)
    .join(Person, Person.id == Grant.person_id)
    .where(Person.disabled_at.is_(None), Person.password_hash.is_not(None))
)


def with_roles() -> list[Person]:
    """Whoever is here and trusted with something, the longest here first."""
    is_trusted = exists().where(Grant.person_id == Person.id)
    here = select(Person).where(Person.disabled_at.is_(None), is_trusted)
    return list(db.session.scalars(here.order_by(Person.id)))


def one_change_at_a_time() -> None:
    """Inside `writing()`, first of all: roles are changed one after the other.

    Two administrators who take theirs from one another both hold this, so the second sees what
    the first has done. SQLite lets only one write anyway.
    """
    admins = select(Grant.person_id).where(Grant.role == Role.ADMIN).order_by(Grant.person_id)
    db.session.execute(admins.with_for_update()).all()


def holders(role: Role, *, but: Iterable[int] = ()) -> list[int]:
    """The numbers of those who hold the role and can come in, the others than `but`."""
    return list(db.session.scalars(HOLDERS.where(Grant.role == role, Grant.person_id.not_in(but))))
