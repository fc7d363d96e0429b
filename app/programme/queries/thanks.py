"""The thanks that the programme counts: what was said, is shown, and is not put away by whoever got
it.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import DateTime, Integer, Row, Select, bindparam, case, func, select

from app.core.db import db
from app.people.models import Person
from app.people.queries import unit_and_below
from app.thanks.models import Thanks
from app.thanks.queries import CARD, LISTED

PERSON, SINCE, UNTIL = (
    bindparam("person", type_=Integer),
    bindparam("since", type_=DateTime),
    bindparam("until", type_=DateTime),
)
UNITS_THANKED = (
    select(Person.unit_id)
    .distinct()
    .join(Thanks, Thanks.receiver_id == Person.id)
    .where(LISTED, Thanks.created_at >= SINCE, Person.unit_id.is_not(None))
)
RECEIVED = (
    CARD.where(
        LISTED,
        Thanks.receiver_id == PERSON,
        Thanks.created_at >= SINCE,
        Thanks.created_at < UNTIL,
    )
    .order_by(Thanks.created_at.desc(), Thanks.id.desc())
    .limit(bindparam("most", type_=Integer))
)


def units_thanked(since: datetime) -> set[int]:
    """The units that somebody works in who was thanked since then."""
    return {row[0] for row in db.session.execute(UNITS_THANKED, {"since": since}) if row[0]}


def counts_to(person_id: int, starts: Sequence[datetime]) -> list[int]:
    """How often somebody was thanked from each of these moments to the next: one fewer than they
    are.
    """
    return _counts(select().where(Thanks.receiver_id == person_id), starts)


def counts_in(unit_id: int, starts: Sequence[datetime]) -> list[int]:
    """The same, of whoever works in a unit or in what is part of it."""
    here = select(Person.id).where(Person.unit_id.in_(unit_and_below(unit_id)))
    return _counts(select().where(Thanks.receiver_id.in_(here)), starts)


def received(person_id: int, since: datetime, until: datetime, *, most: int) -> list[Row]:
    """The last ones somebody got in that time, as everybody sees them: rows of the cards of thanks,
    the latest first.
    """
    asked = {"person": person_id, "since": since, "until": until, "most": most}
    return list(db.session.execute(RECEIVED, asked))


def _counts(whose: Select, starts: Sequence[datetime]) -> list[int]:
    nth = case(
        *((Thanks.created_at < until, place) for place, until in enumerate(starts[1:])), else_=None
    )
    each = whose.add_columns(nth.label("nth")).where(
        LISTED, Thanks.created_at >= starts[0], Thanks.created_at < starts[-1]
    )
    found = each.subquery()
    rows = db.session.execute(select(found.c.nth, func.count()).group_by(found.c.nth))
    counts = {row[0]: row[1] for row in rows}
    return [counts.get(place, 0) for place in range(len(starts) - 1)]
