"""What is still to be told."""

from datetime import timedelta

from sqlalchemy import func, select

from app.core import clock
from app.core.db import db
from app.notifications.models import Delivery

A_MOMENT = timedelta(minutes=10)


def recent(fact: str, kind: str, number: int) -> list[Delivery]:
    """Deliveries of that fact about that thing, written a moment ago."""
    return list(
        db.session.scalars(
            select(Delivery)
            .where(
                Delivery.fact == fact,
                Delivery.subject_kind == kind,
                Delivery.subject_id == number,
                Delivery.created_at > clock.now() - A_MOMENT,
            )
            .order_by(Delivery.id)
        )
    )


def count_waiting() -> int:
    """How many deliveries the worker has not come to the end of."""
    unfinished = select(func.count(Delivery.id)).where(Delivery.finished.is_(False))
    return db.session.scalar(unfinished) or 0
