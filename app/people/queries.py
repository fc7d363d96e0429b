"""Finding people, their units and their open sessions."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import Row, Select, and_, bindparam, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased, joinedload

from app.core import clock, settings
from app.core.db import DataVersion, db
from app.core.fields import folded
from app.core.paging import Page, page
from app.core.unwatched import is_unwatched
from app.people import along, sessions
from app.people.models import Failure, Grant, Location, Person, Reader, Role, SignIn, Unit

ROLES = (
    select(func.aggregate_strings(Grant.role, ","))
    .where(Grant.person_id == Person.id)
    .correlate(Person)
    .scalar_subquery()
)
# Who sends this request, what they may do and how old their pages may be: one query.
READER = (
    select(
        Person.id,
        Person.name,
        ROLES.label("roles"),
        Person.language,
        Person.theme,
        Person.time_zone,
        Person.unit_id,
        Unit.name.label("unit"),
        Person.picture,
        SignIn.digest,
        SignIn.created_at,
        SignIn.seen_at,
        SignIn.verified_at,
        select(DataVersion.number).scalar_subquery().label("data_version"),
        *(one.scalar_subquery().label(name) for name, one in settings.STATE.items()),
    )
    .select_from(SignIn)
    .join(Person, Person.id == SignIn.person_id)
    .outerjoin(Unit, Unit.id == Person.unit_id)
    .where(SignIn.digest == bindparam("digest"), Person.disabled_at.is_(None))
)

# Of those who can come in: an account that is closed, or was never used, holds nothing up.
HOLDERS = (
    select(Grant.person_id)
    .join(Person, Person.id == Grant.person_id)
    .where(Person.disabled_at.is_(None), Person.password_hash.is_not(None))
)

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


def reader(token: str) -> Reader | None:
    """Who is signed in with this token, unless the session is over."""
    connection = db.session.connection()
    who = along.asked(READER, connection.dialect.name)
    row = who.asked(connection, {"digest": sessions.digest(token)}).first()
    roles = roles_in(row.roles if row else None)
    if row is None or sessions.is_over(row.created_at, row.seen_at, roles):
        return None
    if sessions.is_stale(row.seen_at) and not is_unwatched():
        sessions.touch(row.digest)
    return Reader(
        id=row.id,
        name=row.name,
        roles=roles,
        language=row.language,
        theme=row.theme,
        time_zone=row.time_zone,
        unit_id=row.unit_id,
        note=row.unit or "",
        picture=row.picture,
        sign_in=row.digest,
        verified_at=row.verified_at,
        data_version=row.data_version or 0,
        settings=tuple(row._mapping[name] for name in settings.STATE),
        has=along.answered(row),
        counts=along.counted(row),
        circles=along.told(row, "circles"),
        numbers=along.found(row),
    )


def readers(ids: Iterable[int]) -> list[Reader]:
    """The same light rows for others than whoever asks: whom a delivery reaches, say."""
    rows = db.session.execute(
        select(Person.id, Person.name, Person.language, ROLES.label("roles")).where(
            Person.id.in_(ids), Person.disabled_at.is_(None)
        )
    )
    return [Reader(row.id, row.name, roles_in(row.roles), row.language) for row in rows]


def person(person_id: int) -> Person:
    return db.session.get_one(Person, person_id, options=[joinedload(Person.grants)])


def by_email(email: str) -> Person | None:
    return db.session.scalar(select(Person).where(Person.email == email.strip().lower()))


def is_anybody_here() -> bool:
    return bool(db.session.scalar(select(exists().select_from(Person))))


def visible_to(reader: Person | Reader) -> Select[Person]:
    """Everybody sees everybody, those who left included: what they wrote stands."""
    return select(Person)


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


def units(*, also: int | None = None) -> list[Row]:
    """The open units by name, and `also` a closed one: hundreds of them, not thousands."""
    return list(
        db.session.execute(
            select(Unit.id, Unit.name, Unit.parent_id, Unit.office)
            .where(or_(Unit.closed_at.is_(None), Unit.id == also))
            .order_by(Unit.sort_name, Unit.id)
        )
    )


def unit_called(name: str) -> Unit | None:
    """The open unit with that name; of several the first that was made."""
    named = select(Unit).where(Unit.name == name, Unit.closed_at.is_(None)).order_by(Unit.id)
    return db.session.scalars(named).first()


def location_called(name: str) -> Location | None:
    return db.session.scalar(select(Location).where(Location.name == name))


def locations(*, of: int | None = None) -> list[Row]:
    """The open locations by name, and the one where that person works, closed or not."""
    theirs = select(Person.location_id).where(Person.id == of).scalar_subquery()
    chosen = or_(Location.closed_at.is_(None), Location.id == theirs)
    named = select(Location.id, Location.name).where(chosen)
    return list(db.session.execute(named.order_by(Location.sort_name, Location.id)))


def open_sessions(reader: Reader) -> list[Row]:
    """Where the reader is signed in, the last used first."""
    rows = db.session.execute(
        select(SignIn.id, SignIn.digest, SignIn.agent, SignIn.created_at, SignIn.seen_at)
        .where(SignIn.person_id == reader.id)
        .order_by(SignIn.seen_at.desc(), SignIn.id.desc())
    )
    return [row for row in rows if not sessions.is_over(row.created_at, row.seen_at, reader.roles)]


def failures(column: InstrumentedAttribute[str], value: str, since: datetime) -> int:
    """How many there were since then; one that is still to come, before the clock was put back."""
    in_time = Failure.created_at.between(since, clock.now() + timedelta(minutes=1))
    return db.session.scalar(select(func.count(Failure.id)).where(column == value, in_time)) or 0


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


def unit_and_below(unit_id: int) -> Select:
    """The numbers of a unit and of all that is part of it."""
    tree = select(Unit.id).where(Unit.id == unit_id).cte("tree", recursive=True)
    tree = tree.union(select(Unit.id).join(tree, Unit.parent_id == tree.c.id))
    return select(tree.c.id)


def roles_in(joined: str | None) -> frozenset[Role]:
    """The roles of a row, which come joined by commas."""
    return frozenset(Role(role) for role in joined.split(",")) if joined else frozenset()


def with_roles() -> list[Person]:
    """Whoever is here and trusted with something, the longest here first."""
    is_trusted = exists().where(Grant.person_id == Person.id)
    here = select(Person).where(Person.disabled_at.is_(None), is_trusted)
    return list(db.session.scalars(here.order_by(Person.id)))


def one_change_at_a_time() -> None:
    """Inside `writing()`, first of all: roles are changed one after the other.

    Two administrators who take theirs from one another both hold this, so the second sees what
    the first has done. SQLite lets only one write anyway.
    """
    admins = select(Grant.person_id).where(Grant.role == Role.ADMIN).order_by(Grant.person_id)
    db.session.execute(admins.with_for_update()).all()


def holders(role: Role, *, but: Iterable[int] = ()) -> list[int]:
    """The numbers of those who hold the role and can come in, the others than `but`."""
    return list(db.session.scalars(HOLDERS.where(Grant.role == role, Grant.person_id.not_in(but))))
