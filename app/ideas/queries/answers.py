"""How ideas were answered, and what waits for an answer today."""

from datetime import date

from sqlalchemy import Date, DateTime, Integer, Row, bindparam, case, func, select

from app.core.calendar import day_of, midnight
from app.core.db import db
from app.ideas.answering import Wait, began
from app.ideas.calendar import Promise
from app.ideas.models import OPEN, Idea, Verdict
from app.ideas.queries.seeing import LISTED

TODAY = bindparam("today", type_=Date)

# What was merged or withdrawn before it had an answer is in neither of these.
ANSWERED = select(Idea.first_decided_at, Idea.first_days, Idea.first_in_time).where(
    Idea.first_decided_at >= bindparam("since", type_=DateTime), Idea.first_in_time.is_not(None)
)
UNANSWERED = select(Idea.created_at, Idea.rested).where(
    LISTED,
    Idea.verdict == Verdict.NEW,
    Idea.first_decided_at.is_(None),
    Idea.due_on < TODAY,
)
STANDING = (
    select(
        Idea.verdict,
        func.count().label("waiting"),
        func.sum(case((Idea.due_on < TODAY, 1), else_=0), type_=Integer).label("late"),
        func.count(Idea.asked_at).label("asked"),
    )
    .where(LISTED, Idea.verdict.in_(sorted(OPEN)))
    .group_by(Idea.verdict)
)


def waits(promise: Promise, today: date) -> list[Wait]:
    """Of whatever had its first answer in these twelve months, or should have it by now."""
    answered = db.session.execute(ANSWERED, {"since": midnight(began(today))})
    unanswered = db.session.execute(UNANSWERED, {"today": today})
    given = [
        Wait(row.first_days, row.first_in_time, day_of(row.first_decided_at).replace(day=1))
        for row in answered
    ]
    still = [
        Wait(promise.between(day_of(row.created_at), today) - row.rested, False, None)
        for row in unanswered
    ]
    return given + still


def standing(today: date) -> dict[Verdict, Row]:
    """(verdict, waiting, late, asked) of each that lets somebody wait."""
    return {row.verdict: row for row in db.session.execute(STANDING, {"today": today})}
