"""What a sitting leaves for the clock: decisions nobody was told of, and doors left open."""

from datetime import datetime

from sqlalchemy import Integer, bindparam, select

from app.committee.models import Item, Sitting
from app.core.db import db
from app.ideas.models import Step

UNTOLD = (
    select(Item.id)
    .join(Step, Step.id == Item.step_id)
    .where(Item.sitting_id == bindparam("sitting", type_=Integer), Step.is_untold)
    .order_by(Item.place, Item.id)
)


def untold(number: int) -> list[int]:
    """The numbers of its items that were decided there and not told."""
    return list(db.session.scalars(UNTOLD, {"sitting": number}))


def left_alone(before: datetime) -> list[int]:
    """The numbers of sittings that are on, and in which nothing has moved since."""
    on = Sitting.opened_at.is_not(None) & Sitting.closed_at.is_(None)
    return list(db.session.scalars(select(Sitting.id).where(on, Sitting.moved_at < before)))
