"""Who asks, and the like light rows of others."""

from collections.abc import Iterable

from sqlalchemy import bindparam, func, select

from app.core import settings, stamps
from app.core.db import DataVersion, db
from app.core.unwatched import is_unwatched
from app.people import along, sessions
from app.people.models import Grant, Person, Reader, Role, SignIn, Unit

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
        stamps.TOLD.label("stamps"),
        *(one.scalar_subquery().label(name) for name, one in settings.STATE.items()),
    )
    .select_from(SignIn)
    .join(Person, Person.id == SignIn.person_id)
    .outerjoin(Unit, Unit.id == Person.unit_id)
    .where(SignIn.digest == bindparam("digest"), Person.disabled_at.is_(None))
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
        stamps=row.stamps or "",
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


def roles_in(joined: str | None) -> frozenset[Role]:
    """The roles of a row, which come joined by commas."""
    return frozenset(Role(role) for role in joined.split(",")) if joined else frozenset()
