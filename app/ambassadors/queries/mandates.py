"""Finding terms of office, and all that is told of one."""

from collections.abc import Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any, NamedTuple

from sqlalchemy import Integer, Row, String, bindparam, cast, func, select
from sqlalchemy.orm import aliased

from app.ambassadors.models import CoachedUnit, Mandate
from app.ambassadors.queries.office import HERE
from app.catalogue import speaking
from app.catalogue.models import Tag, Tagging, Term, TermTagging
from app.catalogue.queries.terms import NAMES
from app.core.calendar import today
from app.core.db import db
from app.people.models import Person, Unit

KIND = "mandate"
_LINE, _APART = "\n", "\t"  # no name has either: they are kept on one line


class Topic(NamedTuple):
    slug: str
    name: str


class Coached(NamedTuple):
    id: int
    name: str


class Touchpoint(NamedTuple):
    id: int
    name: speaking.Words


class Office(NamedTuple):
    """A term as pages tell of it."""

    id: int
    person_id: int
    since: date
    until: date
    ended_on: date | None
    before_renewal: date | None
    renewed_on: date | None
    is_here: bool
    farewell: str
    thanked_by: str
    topics: Sequence[Topic]
    touchpoints: Sequence[Touchpoint]
    units: Sequence[Coached]

    @property
    def is_open(self) -> bool:
        return self.ended_on is None

    @property
    def has_run_out(self) -> bool:
        return self.is_open and self.until < today()


def _joined(*columns: Any) -> Any:
    """Several columns as one, and the rows of a subquery as one."""
    line: Any = cast(columns[0], String)
    for column in columns[1:]:
        line = line.concat(_APART).concat(column)
    return func.aggregate_strings(line, _LINE)


_TOPICS = (
    select(_joined(Tag.slug, Tag.name))
    .join(Tagging, Tagging.tag_id == Tag.id)
    .where(Tagging.subject_kind == KIND, Tagging.subject_id == Mandate.id)
    .correlate(Mandate)
    .scalar_subquery()
)
_TERMS = (
    select(_joined(Term.id, *NAMES))
    .join(TermTagging, TermTagging.term_id == Term.id)
    .where(TermTagging.subject_kind == KIND, TermTagging.subject_id == Mandate.id)
    .correlate(Mandate)
    .scalar_subquery()
)
_UNITS = (
    select(_joined(Unit.id, Unit.name))
    .join(CoachedUnit, CoachedUnit.unit_id == Unit.id)
    .where(CoachedUnit.mandate_id == Mandate.id, Unit.closed_at.is_(None))
    .correlate(Mandate)
    .scalar_subquery()
)
_serves, _thanks = aliased(Person), aliased(Person)
OFFICES = (
    select(
        Mandate.id,
        Mandate.person_id,
        Mandate.since,
        Mandate.until,
        Mandate.ended_on,
        Mandate.before_renewal,
        Mandate.renewed_on,
        _serves.disabled_at.is_(None).label("is_here"),
        Mandate.farewell,
        _thanks.name.label("thanked_by"),
        _TOPICS.label("topics"),
        _TERMS.label("touchpoints"),
        _UNITS.label("units"),
    )
    .join(_serves, _serves.id == Mandate.person_id)
    .outerjoin(_thanks, _thanks.id == Mandate.ended_by)
    .where(Mandate.person_id == bindparam("person", type_=Integer))
    .order_by(Mandate.since.desc(), Mandate.id.desc())
)


def offices_of(person_id: int) -> list[Office]:
    """Every term of one person with all that is told of it, the latest first. One query."""
    return [_office(row) for row in db.session.execute(OFFICES, {"person": person_id})]


def _office(row: Row) -> Office:
    given: dict[str, Any] = {
        **row._mapping,
        "thanked_by": row.thanked_by or "",
        "topics": sorted({Topic(*line) for line in _lines(row.topics)}),
        "touchpoints": _touchpoints(row.touchpoints),
        "units": _units(row.units),
    }
    return Office(**given)


def _lines(joined: str | None) -> list[list[str]]:
    return [line.split(_APART) for line in joined.split(_LINE)] if joined else []


def _touchpoints(joined: str | None) -> list[Touchpoint]:
    keys = [column.key for column in NAMES]
    found = {
        int(number): speaking.name(SimpleNamespace(**dict(zip(keys, names, strict=True))))
        for number, *names in _lines(joined)
    }
    return [Touchpoint(number, name) for number, name in sorted(found.items())]


def _units(joined: str | None) -> list[Coached]:
    found = {Coached(int(number), name) for number, name in _lines(joined)}
    return sorted(found, key=lambda one: (one.name, one.id))


def open_mandate_of(person_id: int) -> Mandate | None:
    return db.session.scalar(
        select(Mandate).where(Mandate.person_id == person_id, Mandate.ended_on.is_(None))
    )


def ended_today(person_id: int) -> Mandate | None:
    """The term that ended today without a goodbye: it goes on, should the role come back."""
    ended = select(Mandate).where(
        Mandate.person_id == person_id, Mandate.ended_on == today(), Mandate.farewell == ""
    )
    return db.session.scalars(ended.order_by(Mandate.id.desc())).first()


def held(number: int) -> Mandate:
    """A term, held until what is written is in."""
    wanted = select(Mandate).where(Mandate.id == number).with_for_update(key_share=True)
    return db.session.scalars(wanted).one()


def running_out(until: date) -> list[int]:
    """The open terms that end by then, and of which nobody was told."""
    wanted = (
        select(Mandate.id)
        .join(Person, Person.id == Mandate.person_id)
        .where(HERE, Mandate.until <= until, Mandate.reminded_at.is_(None))
    )
    return list(db.session.scalars(wanted.order_by(Mandate.until, Mandate.id)))


def unit(number: int | None) -> Unit | None:
    """One that is open."""
    return db.session.scalar(select(Unit).where(Unit.id == number, Unit.closed_at.is_(None)))


def units(numbers: Sequence[int]) -> list[Unit]:
    wanted = select(Unit).where(Unit.id.in_(numbers), Unit.closed_at.is_(None))
    return list(db.session.scalars(wanted.order_by(Unit.id)))


CARDS_OF = (
    select(
        Mandate.id,
        Mandate.since,
        Person.id.label("person_id"),
        Person.name,
        Person.job,
        Unit.name.label("unit"),
    )
    .join(Person, Person.id == Mandate.person_id)
    .outerjoin(Unit, Unit.id == Person.unit_id)
    .where(HERE, Mandate.id.in_(bindparam("numbers", expanding=True)))
)


def cards_of(reader: Any, numbers: list[int]) -> list[Row]:
    """Of those who are ambassadors today, where another list has chosen them."""
    return list(db.session.execute(CARDS_OF, {"numbers": numbers}))
