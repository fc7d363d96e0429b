"""Whether the demo company is here, and who of it may be visited."""

from sqlalchemy import Row, exists, select

from app.core.db import db
from app.demo.company import ACCOUNTS, DOMAIN
from app.people.models import Person, Unit
from app.survey.models import Invitation, Wave, WaveState


def is_here() -> bool:
    """Whether anybody, gone or not, has an address of the demo company."""
    anybody = exists().where(Person.email.endswith(f"@{DOMAIN}", autoescape=True))
    return bool(db.session.scalar(select(anybody)))


def accounts() -> list[Row]:
    """(email, name) of the accounts anybody may try, in the order they are offered."""
    rows = db.session.execute(
        select(Person.email, Person.name).where(
            Person.email.in_(list(ACCOUNTS)), Person.disabled_at.is_(None)
        )
    )
    return sorted(rows, key=lambda row: list(ACCOUNTS).index(row.email))


def account(name: str) -> Person:
    """The entity of one of the accounts, by the first part of its address."""
    found = select(Person).where(Person.email == f"{name}@{DOMAIN}")
    return db.session.scalars(found).one()


def invited(wave_id: int) -> list[Row]:
    """Who is asked by a wave: (person_id, group_id, email, unit, office)."""
    wanted = (
        select(
            Invitation.person_id,
            Invitation.group_id,
            Person.email,
            Unit.name.label("unit"),
            Unit.office,
        )
        .join(Person, Person.id == Invitation.person_id)
        .join(Unit, Unit.id == Person.unit_id)
        .where(Invitation.wave_id == wave_id)
        .order_by(Person.id)
    )
    return list(db.session.execute(wanted))


def waves_to_count() -> list[int]:
    """The numbers of those that take no more answers, and are not counted yet."""
    return list(db.session.scalars(select(Wave.id).where(Wave.state == WaveState.COUNTING)))
