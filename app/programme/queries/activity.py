"""Who has done something lately."""

from datetime import date, datetime, time

from sqlalchemy import Date, DateTime, bindparam, select, union

from app.core.db import db
from app.events.models import Event, Occurrence
from app.initiatives.models import Initiative
from app.programme.queries.counting import BEGAN, HELD

BUSY = union(
    select(Initiative.owner_id).where(
        BEGAN, Initiative.starts_on >= bindparam("since", type_=Date)
    ),
    select(Event.author_id)
    .join(Occurrence, Occurrence.event_id == Event.id)
    .where(Occurrence.starts >= bindparam("since_wall", type_=DateTime), HELD),
)


def busy_since(since: date, today: date, now: datetime) -> set[int]:
    """Whoever began an initiative since that day, or whose event was held."""
    given = {"since": since, "today": today, "now": now}
    given["since_wall"] = datetime.combine(since, time())
    return set(db.session.scalars(BUSY, given))
