"""People in lists, and on their own page."""

from sqlalchemy import Row, Select, and_, exists, func, or_, select
from sqlalchemy.orm import aliased

from app.core.db import db
from app.core.fields import folded
from app.core.paging import Page, page
from app.people.models import Grant, Location, Person, Role, Unit
from app.people.queries.places import unit_and_below
from app.people.queries.who_asks import ROLES

PAGE = 24  # people on a page of the directory: whole rows of two, three and four

CARDS = (
    select(
        Person.id,
        Person.name,
        Person.sort_name,
        Person.picture,
        Person.job,
        Person.helps_with,
        ROLES.label("roles"),
        Unit.name.label("unit"),
        Location.name.label("location"),
    )
    .outerjoin(Unit, Unit.id == Person.unit_id)
    .outerjoin(Location, Location.id == Person.location_id)
    .where(Person.disabled_at.is_(None))
)


def directory(
    *,
    words: str = "",
    unit_id: int | None = None,
    role: Role | None = None,
    after: int | None = None,
) -> Page[Row]:
    """People by name, the next page beginning after the person with that number."""
    wanted = by_name(narrowed(CARDS, words=words, unit_id=unit_id, role=role), after=after)
    return page(db.session.execute(wanted.limit(PAGE + 1)).all(), size=PAGE)


def newest(*, limit: int = 4) -> list[Row]:
    """Who joined last, the latest first."""
    return list(
        db.session.execute(
            select(Person.id, Person.name, Person.picture, Unit.name.label("unit"))
            .outerjoin(Unit, Unit.id == Person.unit_id)
            .where(Person.disabled_at.is_(None))
            .order_by(Person.id.desc())
            .limit(limit)
        )
    )


def count(*, words: str = "", unit_id: int | None = None, role: Role | None = None) -> int:
    everybody = select(func.count(Person.id)).where(Person.disabled_at.is_(None))
    return db.session.scalar(narrowed(everybody, words=words, unit_id=unit_id, role=role)) or 0


def card(number: int) -> Row | None:
    """One person as their page shows them, whether they are still here or not."""
    return db.session.execute(
        select(
            Person.id,
            Person.name,
            Person.picture,
            Person.job,
            Person.helps_with,
            Person.speaks,
            Person.email,
            Person.disabled_at,
            Person.created_at,
            Person.unit_id,
            Person.location_id,
            Person.version,
            ROLES.label("roles"),
            Unit.name.label("unit"),
            Unit.office,
            Location.name.label("location"),
        )
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .outerjoin(Location, Location.id == Person.location_id)
        .where(Person.id == number)
    ).first()


def narrowed(
    wanted: Select,
    *,
    words: str = "",
    unit_id: int | None = None,
    role: Role | None = None,
    with_email: bool = False,
) -> Select:
    """A statement about people, of those alone who fit; `words` are parts of the name."""
    for word in folded(words).split()[:5]:
        fits = Person.sort_name.contains(word, autoescape=True)
        if with_email:
            fits = or_(fits, Person.email.contains(word, autoescape=True))
        wanted = wanted.where(fits)
    if unit_id is not None:
        wanted = wanted.where(Person.unit_id.in_(unit_and_below(unit_id)))
    if role is not None:
        wanted = wanted.where(
            exists().where(Grant.person_id == Person.id, Grant.role == role).correlate(Person)
        )
    return wanted


def by_name(wanted: Select, *, after: int | None) -> Select:
    """In the order of the directory, beginning after the person with that number."""
    if after is not None:
        last = aliased(Person)
        name = select(last.sort_name).where(last.id == after).scalar_subquery()
        wanted = wanted.where(
            or_(Person.sort_name > name, and_(Person.sort_name == name, Person.id > after))
        )
    return wanted.order_by(Person.sort_name, Person.id)
