"""What there is in the outbox."""

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import ColumnElement, func, or_, select

from app.core import clock
from app.core.db import db, is_writing
from app.core.outbox.models import LEASE, Errand, State


def is_due() -> ColumnElement[bool]:
    """The condition of an errand somebody could take on now.

    A lease that ends later than any lease can was given before the clock was set back.
    """
    now = clock.now()
    is_free = or_(
        Errand.leased_until.is_(None),
        Errand.leased_until <= now,
        Errand.leased_until > now + LEASE + timedelta(seconds=1),
    )
    return (
        (Errand.state == State.WAITING)
        & or_(Errand.due_at.is_(None), Errand.due_at <= now)
        & is_free
    )


def next_due(besides: Collection[str] = ()) -> Errand | None:
    """The oldest errand one could take on, of none of these kinds; held while writing, and
    whatever another worker holds is passed over.
    """
    due = select(Errand).where(is_due(), Errand.kind.not_in(besides)).order_by(Errand.id).limit(1)
    if is_writing():
        due = due.with_for_update(skip_locked=True)
    return db.session.scalars(due).first()


def count_by_state() -> dict[State, int]:
    """How many errands there are in each state, none included."""
    counted = select(Errand.state, func.count()).group_by(Errand.state)
    found = dict(db.session.execute(counted).all())
    return {state: found.get(state, 0) for state in State}


def lag() -> float:
    """For how many seconds the oldest errand has been due that nobody has taken on."""
    since = func.coalesce(Errand.due_at, Errand.created_at)
    oldest = db.session.scalar(select(func.min(since)).where(is_due()))
    return max(0.0, (clock.now() - oldest).total_seconds()) if oldest else 0.0
