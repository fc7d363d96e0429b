"""The stream, narrowed by every feature's own visible_to."""

from datetime import timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Integer, Row, Select, bindparam, select

from app.activity.models import Line
from app.core import clock
from app.core.db import HIGHEST, db
from app.core.paging import Page, page
from app.facts import subjects
from app.facts.subjects import Subject
from app.people.models import Person, Reader
from app.people.sight import Whoever

A_MOMENT = timedelta(minutes=10)
PAGE = 15
NEWEST = HIGHEST


def stream(
    reader: Reader, seen: dict[str, Any], *, before: int = NEWEST, size: int = PAGE
) -> Page[Row]:
    """What has happened to things the reader may see, the latest first; `seen` is their sight."""
    lines = _lines(Whoever(reader.roles), tuple(subjects.registered()))
    asked = {**seen, "before": before, "size": size + 1}
    return page(db.session.connection().execute(lines, asked).all(), size=size)


@lru_cache(maxsize=64)
def _lines(whoever: Whoever, kinds: tuple[Subject, ...]) -> Select:
    """Built once for whoever has the same roles: building takes longer than asking."""
    return (
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
        .where(
            Line.id < bindparam("before", type_=Integer),
            subjects.seen_by(whoever, Line.subject_kind, Line.subject_id),
        )
        .order_by(Line.id.desc())
        .limit(bindparam("size", type_=Integer))
    )


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
