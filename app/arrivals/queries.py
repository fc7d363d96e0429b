"""Who is here already, of thousands at a time; and who is not in a table."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Row, func, or_, select

from app.core.db import Base, db, is_writing
from app.people.models import Grant, Link, Location, NameWord, Person, Role, SignIn, Unit

CHUNK = 5_000  # numbers or addresses in one question

STANDING = (
    Person.id,
    Person.email,
    Person.employee_number,
    Person.name,
    Person.unit_id,
    Person.location_id,
    Person.job,
    Person.disabled_at,
    Person.version,
    select(func.count())
    .select_from(Grant)
    .where(Grant.person_id == Person.id)
    .correlate(Person)
    .scalar_subquery()
    .label("roles"),
)


def standing(emails: Iterable[str], numbers: Iterable[str]) -> Sequence[Row]:
    """Those with one of these addresses or employee numbers; held while writing."""
    wanted = select(*STANDING).where(
        or_(Person.email.in_(list(emails)), Person.employee_number.in_(list(numbers)))
    )
    if is_writing():
        wanted = wanted.with_for_update(of=Person)
    return db.session.execute(wanted).all()


def active() -> Iterator[Row]:
    """Everybody whose account is open, by number: (id, name, email, employee_number, version)."""
    after = 0
    wanted = select(Person.id, Person.name, Person.email, Person.employee_number, Person.version)
    wanted = wanted.where(Person.disabled_at.is_(None)).order_by(Person.id).limit(CHUNK)
    while rows := db.session.execute(wanted.where(Person.id > after)).all():
        yield from rows
        after = rows[-1].id


def active_count() -> int:
    return db.session.scalar(select(func.count(Person.id)).where(Person.disabled_at.is_(None))) or 0


def admins() -> set[int]:
    """Administrators whose account is open."""
    return set(
        db.session.scalars(
            select(Person.id)
            .join(Grant, Grant.person_id == Person.id)
            .where(Grant.role == Role.ADMIN, Person.disabled_at.is_(None))
        )
    )


def people(numbers: Iterable[int]) -> list[Person]:
    found = select(Person).where(Person.id.in_(list(numbers))).order_by(Person.id)
    return list(db.session.scalars(found))


def rows_of(numbers: Iterable[int]) -> Sequence[Row]:
    """What an import could have changed of these people, and whether they have a password."""
    wanted = select(*STANDING, Person.password_hash.is_not(None).label("has_password"))
    wanted = wanted.where(Person.id.in_(list(numbers)))
    return db.session.execute(wanted.with_for_update(of=Person)).all()


def busy(numbers: Sequence[int]) -> set[int]:
    """Those of these people whom anything else in the house points at."""
    found: set[int] = set()
    theirs = (Link.__table__, NameWord.__table__)  # go with them, and name them to nobody
    tables = [one for one in Base.metadata.sorted_tables if one not in theirs]
    for table in tables:
        for column in table.columns:
            if any(key.column is Person.__table__.c.id for key in column.foreign_keys):
                found |= set(db.session.scalars(select(column).where(column.in_(numbers))))
    return found


def signed_in(numbers: Sequence[int]) -> set[int]:
    return set(db.session.scalars(select(SignIn.person_id).where(SignIn.person_id.in_(numbers))))


def units() -> Sequence[Row]:
    open_ = select(Unit.id, Unit.name, Unit.parent_id).where(Unit.closed_at.is_(None))
    return db.session.execute(open_.order_by(Unit.id)).all()


def unit(number: int) -> Unit:
    return db.session.get_one(Unit, number)


def locations() -> Sequence[Row]:
    return db.session.execute(select(Location.id, Location.name, Location.closed_at)).all()


def everybody() -> Iterator[Row]:
    """What goes out about each open account, by number."""
    after = 0
    wanted = (
        select(
            Person.id,
            Person.email,
            Person.name,
            Person.unit_id,
            Location.name.label("location"),
            Person.job,
            Person.language,
            Person.employee_number,
        )
        .outerjoin(Location, Location.id == Person.location_id)
        .where(Person.disabled_at.is_(None))
        .order_by(Person.id)
        .limit(CHUNK)
    )
    while rows := db.session.execute(wanted.where(Person.id > after)).all():
        yield from rows
        after = rows[-1].id


def flush() -> None:
    """What was made gets its number."""
    db.session.flush()


def names(numbers: Iterable[int]) -> dict[int, str]:
    found = select(Person.id, Person.name).where(Person.id.in_(list(numbers)))
    return {row.id: row.name for row in db.session.execute(found)}


def taken(emails: Iterable[str]) -> set[str]:
    """Those of these addresses that somebody has."""
    return set(db.session.scalars(select(Person.email).where(Person.email.in_(list(emails)))))
