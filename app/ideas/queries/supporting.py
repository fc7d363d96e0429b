"""Who stands behind an idea."""

from typing import NamedTuple

from sqlalchemy import Integer, Row, bindparam, case, func, select

from app.core.db import db
from app.core.paging import Page, page
from app.ideas.models import Idea, Support
from app.people.models import Person, Reader, Unit
from app.people.queries import by_name

FEW = 12  # faces beside an idea
PAGE = 48  # names on a page

_IDEA = Support.idea_id == bindparam("idea", type_=Integer)
_SPONSORS = func.max(case((Support.is_sponsor, 1), else_=0))
_MINE = case((Person.id == bindparam("reader", type_=Integer), 0), else_=1)

# Whoever supported two that were merged is there once. The reader first, then who sponsors it.
SUPPORTERS = (
    select(Person.id, Person.name, Person.picture, _SPONSORS.label("is_sponsor"))
    .join(Support, Support.person_id == Person.id)
    .where(_IDEA)
    .group_by(Person.id, Person.name, Person.picture)
    .order_by(_MINE, _SPONSORS.desc(), func.max(Support.at).desc(), Person.id.desc())
    .limit(FEW)
)
NAMES = (
    select(
        Person.id,
        Person.name,
        Person.sort_name,
        Person.picture,
        Person.job,
        Unit.name.label("unit"),
        _SPONSORS.label("is_sponsor"),
    )
    .join(Support, Support.person_id == Person.id)
    .outerjoin(Unit, Unit.id == Person.unit_id)
    .group_by(Person.id, Person.name, Person.sort_name, Person.picture, Person.job, Unit.name)
)


class Supporters(NamedTuple):
    """A few of them, and what the reader is among them."""

    faces: list[Row]
    supports: bool
    sponsors: bool

    @property
    def sponsoring(self) -> list[Row]:
        return [one for one in self.faces if one.is_sponsor]


def supporters(idea: Idea, reader: Person | Reader) -> Supporters:
    """One query; of an idea that nobody supports, none."""
    if not idea.supporters:
        return Supporters([], False, False)
    rows = list(db.session.execute(SUPPORTERS, {"idea": idea.id, "reader": reader.id}))
    mine = next((row for row in rows if row.id == reader.id), None)
    return Supporters(rows, mine is not None, bool(mine and mine.is_sponsor))


def supporters_by_name(number: int, *, after: int | None = None) -> Page[Row]:
    wanted = by_name(NAMES.where(Support.idea_id == number), after=after).limit(PAGE + 1)
    return page(db.session.execute(wanted).all(), size=PAGE)


def supports_of(idea: Idea, person: Person | Reader) -> list[Support]:
    """What somebody gave it, or what it speaks for."""
    theirs = select(Support).where(Support.idea_id == idea.id, Support.person_id == person.id)
    return list(db.session.scalars(theirs.order_by(Support.given_id)))
