"""Whether the demo company is here, and who of it may be visited."""

from sqlalchemy import Row, exists, select

from app.core.db import db
from app.demo.company import ACCOUNTS, DOMAIN
from app.people.models import Person


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
