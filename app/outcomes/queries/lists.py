"""The lists behind the figures. What counts is shown to everybody, so these are all of it."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, func, not_, or_, select

from app.core.calendar import midnight
from app.core.db import db
from app.core.paging import Page, page
from app.core.periods import Period
from app.ideas.models import Idea, Verdict
from app.ideas.queries import LISTED
from app.outcomes.narrowing import Narrowing
from app.outcomes.queries.areas import Areas
from app.outcomes.queries.counting import DAYS, WAITING
from app.outcomes.waits import WITHIN, Answer, beyond

PAGE = 30

IDEA = select(
    Idea.id,
    Idea.title,
    Idea.language,
    Idea.verdict,
    Idea.voice,
    Idea.result,
    Idea.supporters,
    Idea.supported_before,
    Idea.created_at,
    Idea.since,
    Idea.area_id,
    DAYS.label("days"),
).where(LISTED)


def ideas(wanted: Narrowing, areas: Areas, after: int = 0) -> Page[Row]:
    """What was proposed in that time, the latest first; the next page begins after that idea."""
    asked = IDEA.where(*_proposed(wanted, areas))
    return _page(asked, Idea.created_at, after)


def count(wanted: Narrowing, areas: Areas) -> int:
    asked = select(func.count(Idea.id)).where(LISTED, *_proposed(wanted, areas))
    return db.session.scalar(asked) or 0


def done_ideas(
    period: Period, where: Iterable[ColumnElement[bool]], after: int = 0, size: int = PAGE
) -> Page[Row]:
    """What was done in that time, the latest first."""
    return _page(IDEA.where(*_done(period), *where), Idea.since, after, size)


def count_done(period: Period, where: Iterable[ColumnElement[bool]]) -> int:
    asked = select(func.count(Idea.id)).where(LISTED, *_done(period), *where)
    return db.session.scalar(asked) or 0


def every_done(period: Period, where: Iterable[ColumnElement[bool]]) -> list[Row]:
    """All of them, for a file."""
    asked = IDEA.where(*_done(period), *where).order_by(Idea.since.desc(), Idea.id.desc())
    return list(db.session.execute(asked))


def _done(period: Period) -> list[ColumnElement[bool]]:
    return [Idea.verdict == Verdict.DONE, *_within(Idea.since, period)]


def _proposed(wanted: Narrowing, areas: Areas) -> list[ColumnElement[bool]]:
    found = [*_within(Idea.created_at, wanted.period), *areas.within(wanted.area)]
    if wanted.state is not None:
        found.append(Idea.verdict == wanted.state)
    if wanted.answer is not None:
        found.append(_answered(wanted.answer))
    if wanted.is_timed:
        found.append(or_(WAITING, DAYS.is_not(None)))
    return found


def _answered(answer: Answer) -> ColumnElement[bool]:
    if answer is Answer.WAITING:
        return WAITING
    if answer is Answer.UNKNOWN:
        return and_(DAYS.is_(None), not_(WAITING))
    took, more_than, most = DAYS, beyond(answer), WITHIN[answer]
    return and_(
        took.is_not(None),
        *([took > more_than] if more_than is not None else []),
        *([took <= most] if most is not None else []),
    )


def _within(moment: Any, period: Period) -> list[ColumnElement[bool]]:
    return [moment >= midnight(period.first), moment < midnight(period.beyond)]


def _page(asked: Select, moment: Any, after: int, size: int = PAGE) -> Page[Row]:
    if after:
        last = select(moment).where(Idea.id == after).scalar_subquery()
        asked = asked.where(or_(moment < last, and_(moment == last, Idea.id < after)))
    asked = asked.order_by(moment.desc(), Idea.id.desc()).limit(size + 1)
    return page(db.session.execute(asked).all(), size=size)
