"""The directory of ambassadors: who they are, narrowed and by page."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, exists, func, literal, or_, select

from app.ambassadors.models import CoachedUnit, Mandate
from app.ambassadors.queries.mandates import KIND
from app.ambassadors.queries.office import HERE
from app.catalogue import queries as catalogue
from app.catalogue.models import Tag, Tagging
from app.core.db import db
from app.core.paging import Page, page
from app.people.models import Location, Person, Unit
from app.people.queries import by_name, narrowed, unit_and_below

PAGE = 24  # ambassadors on a page: whole rows of two, three and four
MOST_TOPICS = 60  # that are offered

FACES = (
    select(
        Mandate.id.label("mandate_id"),
        Mandate.since,
        Mandate.until,
        Person.id,
        Person.name,
        Person.sort_name,
        Person.picture,
        Person.job,
        Person.helps_with,
        Unit.name.label("unit"),
        Location.name.label("location"),
    )
    .select_from(Mandate)
    .join(Person, Person.id == Mandate.person_id)
    .outerjoin(Unit, Unit.id == Person.unit_id)
    .outerjoin(Location, Location.id == Person.location_id)
    .where(HERE)
)
COUNT = (
    select(func.count(Mandate.id))
    .select_from(Mandate)
    .join(Person, Person.id == Mandate.person_id)
    .where(HERE)
)


@dataclass(frozen=True)
class Narrowing:
    """Whom one looks for; what is not said asks for nothing."""

    words: str = ""
    unit_id: int | None = None
    location_id: int | None = None
    language: str = ""
    topic: str = ""  # the address of a tag
    term_id: int | None = None

    @property
    def is_narrowed(self) -> bool:
        return self != Narrowing()

    @property
    def in_address(self) -> dict[str, Any]:
        return {
            "q": self.words or None,
            "unit": self.unit_id,
            "place": self.location_id,
            "speaks": self.language or None,
            "topic": self.topic or None,
            "term": self.term_id,
        }


def faces(wanted: Narrowing, *, after: int | None = None) -> Page[Row]:
    """By name, the next page beginning after the person with that number."""
    rows = by_name(_fitting(FACES, wanted), after=after)
    return page(db.session.execute(rows.limit(PAGE + 1)).all(), size=PAGE)


def count(wanted: Narrowing) -> int:
    return db.session.scalar(_fitting(COUNT, wanted)) or 0


def topics_on(mandates: Iterable[int]) -> dict[int, list[str]]:
    """The topics of each of these terms, by name. One query."""
    rows = db.session.execute(
        select(Tagging.subject_id, Tag.name, Tag.slug)
        .distinct()
        .join(Tag, Tag.id == Tagging.tag_id)
        .where(Tagging.subject_kind == KIND, Tagging.subject_id.in_(list(mandates)))
        .order_by(Tag.slug)
    )
    found = defaultdict(list)
    for row in rows:
        found[row.subject_id].append(row.name)
    return dict(found)


def coached_in(mandates: Iterable[int]) -> dict[int, list[str]]:
    """The units coached in each of these terms, by name. One query."""
    rows = db.session.execute(
        select(CoachedUnit.mandate_id, Unit.name, Unit.sort_name)
        .distinct()
        .join(Unit, Unit.id == CoachedUnit.unit_id)
        .where(CoachedUnit.mandate_id.in_(list(mandates)), Unit.closed_at.is_(None))
        .order_by(Unit.sort_name)
    )
    found = defaultdict(list)
    for row in rows:
        found[row.mandate_id].append(row.name)
    return dict(found)


def numbers_in_office() -> Select:
    """The terms of whoever is an ambassador and still here, as a subquery."""
    return select(Mandate.id).join(Person, Person.id == Mandate.person_id).where(HERE)


def topics() -> list[Row]:
    """The topics ambassadors know about, those of most of them first."""
    return catalogue.most_used(KIND, numbers_in_office(), limit=MOST_TOPICS)


def _fitting(rows: Select, wanted: Narrowing) -> Select:
    rows = narrowed(rows, words=wanted.words)
    if wanted.unit_id is not None:
        below = unit_and_below(wanted.unit_id)
        coached = exists().where(
            CoachedUnit.mandate_id == Mandate.id, CoachedUnit.unit_id.in_(below)
        )
        rows = rows.where(or_(Person.unit_id.in_(below), coached.correlate(Mandate)))
    if wanted.location_id is not None:
        rows = rows.where(Person.location_id == wanted.location_id)
    if wanted.language:
        spoken = literal(" ") + Person.speaks + literal(" ")
        rows = rows.where(spoken.contains(f" {wanted.language} ", autoescape=True))
    if wanted.topic:
        rows = rows.where(Mandate.id.in_(catalogue.numbers_tagged(KIND, wanted.topic)))
    if wanted.term_id is not None:
        rows = rows.where(Mandate.id.in_(catalogue.numbers_given(KIND, wanted.term_id)))
    return rows
