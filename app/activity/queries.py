"""The stream, narrowed by every feature's own visible_to."""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Row,
    Select,
    Update,
    bindparam,
    exists,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.orm import aliased

from app.activity.models import Line, Place
from app.core import clock, inserting
from app.core.db import HIGHEST, db
from app.core.paging import Page, page
from app.core.statements import highest, settled
from app.facts import subjects
from app.facts.subjects import Subject
from app.following.models import Following
from app.people import along
from app.people.models import Person, Reader
from app.people.sight import READER, Whoever

A_MOMENT = timedelta(minutes=10)
AT_ONCE = timedelta(seconds=1)  # what is written and what tells of it
PAGE = 15
LOOKED_AT = 100  # lines of each thing one follows, of which some may not be theirs to see
NEWEST = HIGHEST


def _last_of_their_own() -> ColumnElement[int]:
    """The last line of what somebody sees and others do not, or 0: what is theirs is found first,
    and then its lines.
    """

    def last(kind: str, numbers: Select) -> Any:
        number = numbers.selected_columns[0]
        told = select(func.max(Line.id)).where(Line.thread_kind == kind, Line.thread_id == number)
        of_each = told.correlate(number.table).scalar_subquery()  # joined, they might come first
        return numbers.with_only_columns(func.max(of_each)).correlate(Person).scalar_subquery()

    return highest(*(last(kind, numbers) for kind, numbers in subjects.owned(Person.id)))


along.find("last_of_their_own", _last_of_their_own)


def last_of_their_own(reader: Reader) -> int:
    """The number of the last line that only they see, who have the same roles and circles."""
    return reader.number("last_of_their_own")


def stream(
    reader: Reader,
    seen: dict[str, Any],
    *,
    before: int = NEWEST,
    size: int = PAGE,
    space: int | None = None,
) -> Page[Row]:
    """What has happened to things the reader may see, the latest first; `seen` is their sight.

    In one space, or in the whole house.
    """
    lines = _lines(Whoever(reader.roles), tuple(subjects.registered()), space is not None)
    asked = {**seen, "before": before, "size": size + 1, "space": space}
    connection = db.session.connection()
    return page(settled(lines, connection.dialect.name).asked(connection, asked).all(), size=size)


def followed(
    reader: Reader, seen: dict[str, Any], *, before: int = NEWEST, size: int = PAGE
) -> Page[Row]:
    """The same, of what the reader follows: of each thing the latest few lines are looked at, so
    that it takes as long for whoever follows a space where everything happens.
    """
    lines = _followed(Whoever(reader.roles), tuple(subjects.registered()))
    asked = {**seen, "reader": reader.id, "before": before, "size": size + 1}
    connection = db.session.connection()
    return page(settled(lines, connection.dialect.name).asked(connection, asked).all(), size=size)


@lru_cache(maxsize=64)
def _followed(whoever: Whoever, kinds: tuple[Subject, ...]) -> Select:
    before = bindparam("before", type_=Integer)
    place, other = aliased(Place), aliased(Place)
    last = (
        select(other.line_id)
        .where(
            other.kind == Following.kind, other.number == Following.number, other.line_id < before
        )
        .order_by(other.line_id.desc())
        .offset(LOOKED_AT)
        .limit(1)
        .correlate(Following)
        .scalar_subquery()
    )
    numbers = (
        select(place.line_id)
        .join(Following, (place.kind == Following.kind) & (place.number == Following.number))
        .where(
            Following.person_id == READER,
            Following.follows,
            ~Following.muted,
            place.line_id < before,
            place.line_id >= func.coalesce(last, 0),
        )
        .distinct()
        .subquery()
    )
    muted = aliased(Following)
    is_muted = exists().where(
        muted.person_id == READER,
        muted.muted,
        or_(
            (muted.kind == Line.thread_kind) & (muted.number == Line.thread_id),
            (muted.kind == "person") & (muted.number == Line.actor_id),
        ),
    )
    return (
        _lines(whoever, kinds, False).join(numbers, numbers.c.line_id == Line.id).where(~is_muted)
    )


def place(number: int) -> None:
    """Write down where a line is heard, as its thing stands now; done twice it is there once."""
    line = db.session.get(Line, number)
    if line is None:
        return
    subject = next((one for one in subjects.registered() if one.kind == line.thread_kind), None)
    thing = subject and db.session.get(subject.model, line.thread_id)
    around = subject.around(thing) if subject and subject.around and thing else ()
    actor = [("person", line.actor_id)] if line.actor_id else []
    places = dict.fromkeys([(line.thread_kind, line.thread_id), *actor, *around])
    rows = [{"kind": kind, "number": there, "line_id": number} for kind, there in places]
    db.session.execute(inserting.once(Place), rows)


@lru_cache(maxsize=64)
def _lines(whoever: Whoever, kinds: tuple[Subject, ...], in_a_space: bool) -> Select:
    """Built once for whoever has the same roles: building takes longer than asking."""
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
        .where(
            Line.id < bindparam("before", type_=Integer),
            subjects.seen_by(whoever, Line.subject_kind, Line.subject_id),
        )
        .order_by(Line.id.desc())
        .limit(bindparam("size", type_=Integer))
    )
    return lines.where(Line.space_id == bindparam("space")) if in_a_space else lines


def recent(
    fact: str, kind: str, number: int, *, by: int | None = None, at: datetime | None = None
) -> Line | None:
    """The last line of that fact about that thing, if it was written a moment ago; `by` somebody,
    where many may have done it; written `at` a moment, where much of it is said of one thing.
    """
    told = select(Line).where(
        Line.fact == fact,
        Line.subject_kind == kind,
        Line.subject_id == number,
        Line.created_at > clock.now() - A_MOMENT,
    )
    if by is not None:
        told = told.where(Line.actor_id == by)
    if at is not None:
        told = told.where(Line.created_at.between(at - AT_ONCE, at + AT_ONCE))
    return db.session.scalar(told.order_by(Line.id.desc()).limit(1))


def moved(kind: str, number: int, space: int | None) -> Update:
    """All that was told of a thing stands where the thing stands."""
    told = (Line.thread_kind == kind, Line.thread_id == number)
    return update(Line).where(*told).values(space_id=space)
