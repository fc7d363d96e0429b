"""Which ideas wait, for how long, and for whom."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, func, select, update
from sqlalchemy.orm import aliased

from app.catalogue.models import Term
from app.core.db import db
from app.ideas.models import OPEN, Evaluator, Idea
from app.ideas.queries.seeing import LISTED
from app.people.models import Grant, Role
from app.people.queries import HOLDERS, narrowed

CLOCKS = select(
    Idea.id,
    Idea.version,
    Idea.verdict,
    Idea.since,
    Idea.rested,
    Idea.asked_at,
    Idea.due_on,
    Idea.days_left,
).where(LISTED, Idea.verdict.in_(sorted(OPEN)))


def clocks() -> list[Row]:
    """Of everything that waits, as it stands."""
    return list(db.session.execute(CLOCKS))


def set_clocks(changed: Iterable[dict[str, Any]]) -> None:
    """Rows of (number, seen, day, left). The version stays what it is: whoever decides meanwhile
    is overtaken by nobody. What was decided meanwhile keeps the clock it has by now.
    """
    db.session.connection().execute(
        update(Idea)
        .where(Idea.id == bindparam("number"), Idea.version == bindparam("seen"))
        .values(due_on=bindparam("day"), days_left=bindparam("left")),
        list(changed),
    )


def late(today: date) -> list[int]:
    """Those that nobody was told of yet, the longest late first."""
    return _numbers(Idea.due_on < today, Idea.late_told_on.is_(None))


def late_by_now(until: date) -> list[int]:
    """Those whose day was then at the latest, and their area was not told."""
    return _numbers(
        Idea.due_on <= until, Idea.late_told_on.is_not(None), Idea.escalated_on.is_(None)
    )


def held(number: int) -> Idea:
    """While writing: nobody else changes it until the block ends."""
    return db.session.get_one(Idea, number, with_for_update=True)


def pending_evaluators(idea_id: int) -> list[int]:
    """Who was asked what they think of it and has not said so yet."""
    asked = select(Evaluator.person_id).where(
        Evaluator.idea_id == idea_id, Evaluator.done_at.is_(None)
    )
    return list(db.session.scalars(asked.order_by(Evaluator.person_id)))


def ambassadors_of(area_id: int | None) -> list[int]:
    """Those who work in the unit that an area belongs to, or in what is part of it."""
    if area_id is None:
        return []
    given = aliased(Term)
    unit = db.session.scalar(
        select(Term.unit_id)
        .join(given, Term.id == func.coalesce(given.survivor_id, given.id))
        .where(given.id == area_id)
    )
    if unit is None:
        return []
    found = narrowed(HOLDERS.where(Grant.role == Role.AMBASSADOR), unit_id=unit)
    return list(db.session.scalars(found))


def _numbers(*which: Any) -> list[int]:
    wanted = select(Idea.id).where(LISTED, *which).order_by(Idea.due_on, Idea.id)
    return list(db.session.scalars(wanted))
