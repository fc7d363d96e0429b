"""What is unread about things that somebody no longer sees."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, false, or_, select, update

from app.core import clock
from app.core.db import db
from app.facts import subjects
from app.notifications.models import Delivery, Notification
from app.notifications.queries.mine import may_be_seen
from app.notifications.queries.reaching import sees
from app.people.models import Person
from app.people.sight import Each, Recipient, each_condition, sight


def hush(kind: str, number: int) -> None:
    """Whoever no longer sees a thing has nothing unread about it: their bell rings for what they
    can open. Should they see it again, it stands where it was, and is read.
    """
    about = or_(
        and_(Delivery.subject_kind == kind, Delivery.subject_id == number),
        and_(Delivery.thread_kind == kind, Delivery.thread_id == number),
    )
    unread = (
        select(Notification.id)
        .join(Delivery, Delivery.id == Notification.delivery_id)
        .join(Recipient, Recipient.id == Notification.person_id)
        .where(about, Notification.read_at.is_(None), ~sees(kind, number))
    )
    _hush(unread)


def hush_to(person: Person) -> None:
    """The same of one person, and of all they were told."""
    subject, thread = may_be_seen(person)
    _hush(
        select(Notification.id)
        .join(Delivery, Delivery.id == Notification.delivery_id)
        .where(
            Notification.person_id == person.id,
            Notification.read_at.is_(None),
            ~and_(subject, thread),
        )
        .params(sight(person))
    )


def hush_all(*, after: int, most: int) -> int | None:
    """The same of everybody's, some of the unread after a number; the last of them, or None
    where there are no more. What stands around a thing of the past is not written down, so
    all are looked at.
    """
    some = list(
        db.session.scalars(
            select(Notification.id)
            .where(Notification.id > after, Notification.read_at.is_(None))
            .order_by(Notification.id)
            .limit(most)
        )
    )
    if not some:
        return None
    unread = (
        select(Notification.id)
        .join(Delivery, Delivery.id == Notification.delivery_id)
        .join(Recipient, Recipient.id == Notification.person_id)
        .where(
            Notification.id.between(some[0], some[-1]),
            Notification.read_at.is_(None),
            ~and_(
                _each_may_see(Delivery.subject_kind, Delivery.subject_id),
                _each_may_see(Delivery.thread_kind, Delivery.thread_id),
            ),
        )
    )
    _hush(unread)
    return some[-1]


def _each_may_see(kind: Any, number: Any) -> ColumnElement[bool]:
    """Of the kinds of which anybody is told."""
    seen = {
        one.kind: each_condition(
            one.visible_to(Each())
            .with_only_columns(one.model.id)
            .where(one.model.id == number)
            .correlate(Delivery)
            .exists()
        )
        for one in subjects.registered()
        if one.may_follow or one.may_react
    }
    return case(seen, value=kind, else_=false())


def _hush(unread: Select) -> None:
    db.session.execute(
        update(Notification)
        .where(Notification.id.in_(unread))
        .values(read_at=clock.now(), letter_due_at=None)
        .execution_options(synchronize_session=False)
    )
