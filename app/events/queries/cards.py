"""Events in lists of mixed things: each once, whatever dates it has."""

from sqlalchemy import Row, bindparam, func, select

from app.core import clock
from app.core.db import db
from app.events.models import Event, Occurrence
from app.events.queries.seeing import LISTED
from app.people.models import Person, Reader
from app.people.sight import sight

_next = (
    select(func.min(Occurrence.starts_at))
    .where(
        Occurrence.event_id == Event.id,
        Occurrence.ends_at > bindparam("now"),
        Occurrence.cancelled_at.is_(None),
    )
    .correlate(Event)
    .scalar_subquery()
)
_last = (
    select(func.max(Occurrence.starts_at))
    .where(Occurrence.event_id == Event.id)
    .correlate(Event)
    .scalar_subquery()
)
CARDS_OF = select(
    Event.id,
    Event.title,
    Event.excerpt,
    Event.language,
    Event.category,
    Event.place,
    Event.cancelled_at,
    func.coalesce(_next, _last).label("at"),
    _next.is_(None).label("is_over"),
).where(LISTED, Event.id.in_(bindparam("numbers", expanding=True)))


def cards_of(person: Person | Reader, numbers: list[int]) -> list[Row]:
    """The cards of these events, where another list has chosen them."""
    asked = {**sight(person), "numbers": numbers, "now": clock.now()}
    return list(db.session.execute(CARDS_OF, asked))
