"""What somebody was told, as far as they may still see it."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    DateTime,
    Integer,
    Row,
    Select,
    bindparam,
    delete,
    exists,
    func,
    select,
    update,
)

from app.core import clock
from app.core.db import db
from app.core.paging import Page, page
from app.facts import subjects
from app.facts.subjects import Subject
from app.notifications.models import Addressee, Delivery, Notification
from app.people import along
from app.people.models import Person, Reader
from app.people.sight import READER, Whoever, sight

MOST_COUNTED = 100  # beyond it, it is simply many
PAGE = 60  # rows: they are shown in groups
KEPT = timedelta(days=180)
A_MOMENT = timedelta(minutes=10)  # in which having read it all can be taken back

UNREAD = (
    select(Notification.id)
    .where(Notification.person_id == Person.id, Notification.read_at.is_(None))
    .limit(MOST_COUNTED)
)

along.count(
    "notifications",
    select(func.count())
    .select_from(UNREAD.correlate(Person).subquery())
    .correlate(Person)
    .scalar_subquery(),
)


# What stands behind a line of news, wherever it is read: on the page, in a letter.
TOLD = (
    select(
        Notification.id,
        Notification.kind,
        Notification.created_at,
        Notification.read_at,
        Delivery.fact,
        Delivery.actor_id,
        Delivery.subject_kind,
        Delivery.subject_id,
        Delivery.thread_kind,
        Delivery.thread_id,
        Person.name.label("actor"),
        Person.picture,
    )
    .join(Delivery, Delivery.id == Notification.delivery_id)
    .outerjoin(Person, Person.id == Delivery.actor_id)
)


def latest(reader: Reader, *, before: int, size: int = PAGE) -> Page[Row]:
    """What the reader was told of things they may see, the latest first."""
    asked = {**sight(reader), "before": before, "size": size + 1}
    told = _told(Whoever(reader.roles), tuple(subjects.registered()))
    return page(db.session.connection().execute(told, asked).all(), size=size)


@lru_cache(maxsize=64)
def _told(whoever: Whoever, kinds: tuple[Subject, ...]) -> Select:
    """Built once for whoever has the same roles: building takes longer than asking."""
    return (
        TOLD.where(
            Notification.person_id == READER,
            Notification.id < bindparam("before", type_=Integer),
            *may_be_seen(whoever),
        )
        .order_by(Notification.id.desc())
        .limit(bindparam("size", type_=Integer))
    )


def may_be_seen(reader: Any) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Both what it is about and what that stands on."""
    return (
        subjects.seen_by(reader, Delivery.subject_kind, Delivery.subject_id),
        subjects.seen_by(reader, Delivery.thread_kind, Delivery.thread_id),
    )


def of_mine(person_id: int, number: int) -> Row | None:
    """What one notification of somebody's is about."""
    return db.session.execute(
        select(
            Notification.id,
            Notification.kind,
            Delivery.fact,
            Delivery.thread_kind,
            Delivery.thread_id,
        )
        .join(Delivery, Delivery.id == Notification.delivery_id)
        .where(Notification.id == number, Notification.person_id == person_id)
    ).first()


def mark_like(person_id: int, one: Row) -> None:
    """Read, with all that was told before of the same thread for the same reason."""
    alike = exists().where(
        Delivery.id == Notification.delivery_id,
        Delivery.thread_kind == one.thread_kind,
        Delivery.thread_id == one.thread_id,
    )
    _mark(person_id, Notification.id <= one.id, Notification.kind == one.kind, alike)


def mark_all(person_id: int, *, until: int) -> datetime | None:
    """Read, up to the last one that was on the screen: the moment by which it can be taken back,
    or None where nothing was unread.
    """
    now = clock.now()
    return now if _mark(person_id, Notification.id <= until, now=now) else None


def unmark(person_id: int, moment: datetime) -> bool:
    """As if what was read at that moment had not been; False where it is too late. No letter goes
    of it any more: it was on the screen.
    """
    if moment <= clock.now() - A_MOMENT:
        return False
    taken_back = db.session.execute(
        update(Notification)
        .where(Notification.person_id == person_id, Notification.read_at == moment)
        .values(read_at=None)
        .execution_options(synchronize_session=False)
    )
    return bool(taken_back.rowcount)  # type: ignore[attr-defined]


def _mark(person_id: int, *which: ColumnElement[bool], now: datetime | None = None) -> int:
    marked = db.session.execute(
        update(Notification)
        .where(Notification.person_id == person_id, Notification.read_at.is_(None), *which)
        .values(read_at=now or clock.now(), letter_due_at=None)
        .execution_options(synchronize_session=False)
    )
    return marked.rowcount  # type: ignore[attr-defined]


def forget_of(person_id: int, facts: Iterable[str], kind: str = "", number: int = 0) -> None:
    """What somebody was told by these facts, and has yet to be told: of one thing, or of all."""
    about: list[ColumnElement[bool]] = [Delivery.fact.in_(list(facts))]
    if kind:
        about += [Delivery.subject_kind == kind, Delivery.subject_id == number]
    deliveries = select(Delivery.id).where(*about)
    for told in (Notification, Addressee):
        db.session.execute(
            delete(told)
            .where(told.person_id == person_id, told.delivery_id.in_(deliveries))
            .execution_options(synchronize_session=False)
        )


def forget(person_id: int) -> None:
    """Everything somebody was told, or is to be told by name."""
    for table in (Notification, Addressee):
        db.session.execute(
            delete(table)
            .where(table.person_id == person_id)
            .execution_options(synchronize_session=False)
        )


def sweep(now: datetime) -> None:
    """Forget what was told long ago, to everybody."""
    long_ago = bindparam("long_ago", now - KEPT, DateTime)
    db.session.execute(
        delete(Delivery)
        .where(Delivery.created_at < long_ago, Delivery.finished)
        .execution_options(synchronize_session=False)
    )
