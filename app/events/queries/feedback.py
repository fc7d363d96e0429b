"""How a date was for those who were there: sums alone, and words without names."""

import secrets
from typing import NamedTuple

from sqlalchemy import case, func, select

from app.core.db import db
from app.events.models import LEAST_WORTH, MOST_WORTH, Feedback
from app.events.queries.presence import were_there

WORTHS = range(LEAST_WORTH, MOST_WORTH + 1)


class Answered(NamedTuple):
    """How many were asked, how many gave each answer from the least to the most, and what the
    reader answered, if they did.
    """

    asked: int
    by_worth: tuple[int, ...]
    mine: int | None
    my_words: str | None
    may: bool  # whether the reader is asked


def feedback(person_id: int, number: int) -> Answered:
    """One query. Nothing of it is shown but through `opinions.told`, and `mine` to its author."""
    people = were_there(number).cte("people")
    mine = Feedback.person_id == person_id
    row = db.session.execute(
        select(
            select(func.count()).select_from(people).scalar_subquery(),
            select(func.count()).where(people.c.person_id == person_id).scalar_subquery(),
            func.max(case((mine, Feedback.worth))),
            func.max(case((mine, Feedback.words))),
            *(func.coalesce(func.sum(case((Feedback.worth == n, 1), else_=0)), 0) for n in WORTHS),
        ).where(Feedback.occurrence_id == number)
    ).one()
    asked, may, worth, words, *by_worth = row
    return Answered(asked, tuple(by_worth), worth, words, bool(may) or worth is not None)


def feedback_of(person_id: int, number: int) -> Feedback | None:
    return db.session.get(Feedback, (number, person_id))


def feedback_words(number: int) -> list[str]:
    """What they would keep or change, in no order that says anything."""
    wanted = select(Feedback.words).where(Feedback.occurrence_id == number, Feedback.words != "")
    said = list(db.session.scalars(wanted))
    secrets.SystemRandom().shuffle(said)
    return said
