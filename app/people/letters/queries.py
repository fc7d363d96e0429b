"""What is asked of accounts by letters, and by whoever comes from one."""

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import ColumnElement, Row, and_, delete, exists, func, select

from app.core import clock
from app.core.db import db, is_writing
from app.people.models import AddressChange, Browser, Link, Person, Purpose

KEPT = timedelta(days=90)  # a link or a change, which are over long before that
BROWSERS_KEPT = timedelta(days=400)


def held(person_id: int) -> Person | None:
    """The person, while writing, to whom nobody else does anything until it ends."""
    return db.session.get(Person, person_id, with_for_update=True)


def person(number: int) -> Person | None:
    return db.session.get(Person, number)


def number_of(email: str) -> int:
    """Whose address that is, or 0: one light question, whatever the answer."""
    return db.session.scalar(select(Person.id).where(Person.email == email.lower())) or 0


def is_taken(email: str) -> bool:
    return bool(db.session.scalar(select(exists().where(Person.email == email.lower()))))


def link(number: int) -> Link | None:
    return db.session.get(Link, number, with_for_update=True)


def link_of(digest: str, purposes: Collection[Purpose]) -> Link | None:
    """The link with that digest, used or not, unless its person's account is closed.

    While writing its person is held, so that of two who use it at once the second is too late.
    """
    if is_writing():
        held(db.session.scalar(select(Link.person_id).where(Link.digest == digest)) or 0)
    return db.session.scalar(
        select(Link)
        .join(Person, Person.id == Link.person_id)
        .where(Link.digest == digest, Link.purpose.in_(purposes), Person.disabled_at.is_(None))
    )


def change(number: int) -> AddressChange | None:
    return db.session.get(AddressChange, number)


def pending_change(person_id: int) -> AddressChange | None:
    """The change of address that somebody may still agree to or stop."""
    return db.session.scalar(
        select(AddressChange).where(AddressChange.person_id == person_id, _is_pending())
    )


def changes_since(person_id: int, since: timedelta) -> int:
    """How many times somebody has asked for another address lately."""
    asked = select(func.count(AddressChange.id)).where(
        AddressChange.person_id == person_id, AddressChange.created_at > clock.now() - since
    )
    return db.session.scalar(asked) or 0


def on_their_way(person_id: int) -> Row:
    """For the administration, in one question: how far somebody's last invitation is (`asked_at`,
    `sent_at`, `expires_at`, `used_at`, `ended_at`), and the pending change of their address.
    """
    last = (
        select(func.max(Link.id))
        .where(Link.person_id == person_id, Link.purpose == Purpose.INVITATION)
        .scalar_subquery()
    )
    return db.session.execute(
        select(
            Link.created_at.label("asked_at"),
            Link.sent_at,
            Link.expires_at,
            Link.used_at,
            Link.ended_at,
            AddressChange.address,
            AddressChange.asks_old,
            AddressChange.new_agreed_at,
            AddressChange.old_agreed_at,
            AddressChange.expires_at.label("change_expires_at"),
        )
        .select_from(Person)
        .outerjoin(Link, Link.id == last)
        .outerjoin(AddressChange, (AddressChange.person_id == Person.id) & _is_pending())
        .where(Person.id == person_id)
    ).one()


def browser(person_id: int, digest: str) -> Browser | None:
    return db.session.scalar(
        select(Browser).where(Browser.person_id == person_id, Browser.digest == digest)
    )


def has_browsers(person_id: int) -> bool:
    return bool(db.session.scalar(select(exists().where(Browser.person_id == person_id))))


def browser_numbered(number: int) -> tuple[Person, Browser] | None:
    found = db.session.execute(
        select(Person, Browser)
        .join(Browser, Browser.person_id == Person.id)
        .where(Browser.id == number, Person.disabled_at.is_(None))
    ).first()
    return (found[0], found[1]) if found else None


def sweep() -> None:
    """Inside `writing()`: forget what has long been over, and with it addresses of before."""
    long_ago = clock.now() - KEPT
    db.session.execute(delete(Link).where(Link.created_at < long_ago))
    db.session.execute(delete(AddressChange).where(AddressChange.expires_at < long_ago))
    db.session.execute(delete(Browser).where(Browser.seen_at < clock.now() - BROWSERS_KEPT))


def _is_pending() -> ColumnElement[bool]:
    return and_(
        AddressChange.done_at.is_(None),
        AddressChange.ended_at.is_(None),
        AddressChange.expires_at >= clock.now(),
    )
