"""Reading the audit: by page, by seal, and from end to end."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Row, Select, and_, delete, func, or_, select, text

from app.audit.models import Entry, Seal, Unsealed
from app.audit.narrowing import Narrowing
from app.core.db import HIGHEST, db
from app.core.fields import folded
from app.core.paging import Page, page
from app.people.models import Person

PAGE = 30
NEWEST = HIGHEST


def entries(wanted: Narrowing, *, before: int = NEWEST, size: int = PAGE) -> Page[Row]:
    """The latest first, with the name its actor has today."""
    rows = (
        select(
            Entry.id,
            Entry.created_at,
            Entry.fact,
            Entry.actor_id,
            Entry.subject_kind,
            Entry.subject_id,
            Entry.thread_kind,
            Entry.thread_id,
            Entry.details,
            Entry.sign_in,
            Person.name.label("actor"),
        )
        .outerjoin(Person, Person.id == Entry.actor_id)
        .where(Entry.id < before)
        .order_by(Entry.id.desc())
        .limit(size + 1)
    )
    return page(db.session.execute(_narrowed(rows, wanted)).all(), size=size)


def count(wanted: Narrowing, *, before: int = NEWEST) -> int:
    those = select(func.count(Entry.id)).where(Entry.id < before)
    return db.session.scalar(_narrowed(those, wanted)) or 0


def newest() -> int:
    return db.session.scalar(select(func.max(Entry.id))) or 0


def unsealed(limit: int) -> list[Row]:
    """What waits for a seal: (id, mark), the lowest numbers first."""
    return list(
        db.session.execute(
            select(Entry.id, Entry.mark)
            .join(Unsealed, Unsealed.entry_id == Entry.id)
            .order_by(Entry.id)
            .limit(limit)
        )
    )


def take(numbers: list[int]) -> int:
    """Strike these off the list of what waits; how many of them were still on it."""
    struck = db.session.execute(delete(Unsealed).where(Unsealed.entry_id.in_(numbers)))
    return struck.rowcount  # type: ignore[attr-defined]


def last_seal() -> Row | None:
    """(id, created_at, digest)"""
    return db.session.execute(
        select(Seal.id, Seal.created_at, Seal.digest).order_by(Seal.id.desc()).limit(1)
    ).first()


def at_one_moment() -> None:
    """From here on, until the transaction ends, every query sees the same database."""
    db.session.rollback()
    if db.engine.dialect.name == "postgresql":  # SQLite's readers always do
        db.session.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"))


def every_entry() -> Iterator[Row]:
    """All columns of all entries, in the order of their numbers, a thousand in memory."""
    columns = select(*Entry.__table__.columns).order_by(Entry.id)
    yield from db.session.execute(columns.execution_options(yield_per=1000))


def every_seal() -> Iterator[Row]:
    columns = select(*Seal.__table__.columns).order_by(Seal.id)
    yield from db.session.execute(columns.execution_options(yield_per=1000))


def waiting() -> set[int]:
    return set(db.session.scalars(select(Unsealed.entry_id)))


def copies() -> list[Row]:
    """Entries that say the very same, which no two can: (first, last)."""
    return list(
        db.session.execute(
            select(func.min(Entry.id).label("first"), func.max(Entry.id).label("last"))
            .group_by(Entry.nonce)
            .having(func.count(Entry.id) > 1)
        )
    )


def _narrowed(rows: Select, wanted: Narrowing) -> Select:
    if wanted.words:
        meant = _people_called(wanted.words)
        concerned = and_(Entry.subject_kind == "person", Entry.subject_id.in_(meant))
        rows = rows.where(or_(Entry.actor_id.in_(meant), concerned))
    if wanted.fact:
        rows = rows.where(Entry.fact == wanted.fact)
    if wanted.sign_in:
        rows = rows.where(Entry.sign_in == wanted.sign_in)
    if wanted.since:
        rows = rows.where(Entry.created_at >= wanted.since)
    if wanted.until:
        rows = rows.where(Entry.created_at < wanted.until)
    return rows


def _people_called(words: str) -> Select:
    parts: Iterable[str] = folded(words).split()[:5]
    called = and_(*(Person.sort_name.contains(part, autoescape=True) for part in parts))
    return select(Person.id).where(or_(Person.email == words.lower(), called))
