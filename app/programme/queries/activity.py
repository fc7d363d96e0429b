"""Who has done something lately."""

from datetime import date, datetime, time

from sqlalchemy import Date, DateTime, bindparam, select, union

from app.core.db import db
from app.events.models import Event, Occurrence, Organiser
from app.initiatives.models import Initiative, Teammate
from app.programme.queries.counting import BEGAN, HELD

BEGUN = (BEGAN, Initiative.starts_on >= bindparam("since", type_=Date))
BUSY = union(
    select(Initiative.owner_id).where(*BEGUN),
    select(Teammate.person_id)
    .join(Initiative, Initiative.id == Teammate.initiative_id)
    .where(*BEGUN),
    select(Organiser.person_id)
    .join(Event, Event.id == Organiser.event_id)
    .join(Occurrence, Occurrence.event_id == Event.id)
    .where(Occurrence.starts >= bindparam("since_wall", type_=DateTime), HELD),
)


def busy_since(since: date, today: date, now: datetime) -> set[int]:
    """Whoever has an initiative that began since that day or works on it, or organised an event
    that was held: what the dossier of each of them says.
    """
    given = {"since": since, "today": today, "now": now}
    given["since_wall"] = datetime.combine(since, time())
    return set(db.session.scalars(BUSY, given))
