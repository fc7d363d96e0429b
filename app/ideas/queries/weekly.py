"""What stands in the weekly letter, and who gets it."""

from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Row, exists, func, select

from app.core.db import db
from app.ideas.models import OPEN, Idea, Refusal, Step, StepKind, Verdict
from app.ideas.queries.cards import CARD
from app.ideas.queries.seeing import LISTED
from app.people.models import Grant, Person, Role
from app.people.queries import HOLDERS

MOST = 10  # ideas of each kind that are named
A_WEEK = timedelta(days=7)


class Some(NamedTuple):
    """The first of them, and how many they are in all."""

    ideas: list[Row]
    n: int


class Week(NamedTuple):
    late: Some
    new: Some
    asked: Some
    decided: Some

    @property
    def is_empty(self) -> bool:
        return not any(some.n for some in self)


def week(today: date, now: datetime) -> Week:
    """What waits, the longest first, and what was decided in the seven days before."""
    is_late = (Idea.due_on < today) & Idea.verdict.in_(sorted(OPEN))
    is_new = (Idea.verdict == Verdict.NEW) & Idea.asked_at.is_(None)
    in_time = Idea.due_on.is_(None) | (Idea.due_on >= today)
    decided = exists().where(
        Step.idea_id == Idea.id, Step.kind == StepKind.DECIDED, Step.created_at > now - A_WEEK
    )
    return Week(
        late=_some(is_late, Idea.due_on),
        new=_some(is_new & in_time, Idea.since),
        asked=_some(Idea.asked_at.is_not(None), Idea.asked_at),
        decided=_some(decided, Idea.since.desc()),
    )


def readers() -> list[int]:
    """Whoever decides and has not refused the letter."""
    refused = exists().where(Refusal.person_id == Grant.person_id)
    wanted = HOLDERS.where(Grant.role == Role.GOVERNANCE, ~refused).order_by(Grant.person_id)
    return list(db.session.scalars(wanted))


def reader(number: int) -> Person | None:
    """One of them, if they still are."""
    return db.session.get(Person, number) if number in readers() else None


def has_refused(number: int) -> bool:
    return bool(db.session.scalar(select(exists().where(Refusal.person_id == number))))


def person(number: int) -> Person | None:
    """Somebody whose account is open, held while writing."""
    found = db.session.get(Person, number, with_for_update=True)
    return found if found and found.is_active else None


def _some(which: ColumnElement[bool], order: Any) -> Some:
    ideas = db.session.execute(CARD.where(which).order_by(order, Idea.id).limit(MOST)).all()
    n = len(ideas)
    if n == MOST:
        n = db.session.scalar(select(func.count(Idea.id)).where(LISTED, which)) or n
    return Some(list(ideas), n)
