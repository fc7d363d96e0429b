"""The stream, narrowed by every feature's own visible_to."""

from datetime import timedelta

from sqlalchemy import Row, select

from app.activity.models import Line
from app.core import clock
from app.core.db import HIGHEST, db
from app.core.paging import Page, page
from app.facts import subjects
from app.people.models import Person, Reader

A_MOMENT = timedelta(minutes=10)
PAGE = 15
NEWEST = HIGHEST


def stream(reader: Reader, *, before: int = NEWEST, size: int = PAGE) -> Page[Row]:
    """What has happened to things the reader may see, the latest first."""
    lines = (
        select(
            Line.id,
            Line.fact,
            Line.subject_kind,
            Line.subject_id,
            Line.thread_kind,
            Line.thread_id,
            Line.details,
            Line.created_at,
            Line.actor_id,
            Person.name.label("actor"),
            Person.picture,
        )
        .outerjoin(Person, Person.id == Line.actor_id)
        .where(Line.id < before, subjects.seen_by(reader, Line.subject_kind, Line.subject_id))
        .order_by(Line.id.desc())
        .limit(size + 1)
    )
    return page(db.session.execute(lines).all(), size=size)


def recent(fact: str, kind: str, number: int) -> Line | None:
    """The last line of that fact about that thing, if it was written a moment ago."""
    return db.session.scalar(
        select(Line)
        .where(
            Line.fact == fact,
            Line.subject_kind == kind,
            Line.subject_id == number,
            Line.created_at > clock.now() - A_MOMENT,
        )
        .order_by(Line.id.desc())
        .limit(1)
    )
