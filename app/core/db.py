"""The database: what every table shares, how one reads, and the one way to write."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from enum import StrEnum
from typing import Any

from flask import abort
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import BigInteger, Connection, Enum, MetaData, Select, event, text
from sqlalchemy.engine import Engine
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, registry
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.pool import Pool

from app.core import clock
from app.core.door import door_of

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}

WORDS = Enum(
    StrEnum,
    native_enum=False,  # a word in a column, not a type of the database
    length=40,
    values_callable=lambda kinds: [kind.value for kind in kinds],
)


class Base(DeclarativeBase):
    registry = registry(
        metadata=MetaData(naming_convention=NAMES), type_annotation_map={StrEnum: WORDS}
    )


class Entity(Base):
    """Almost every table: a number people may see in a URL, and when it came to be."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)


class DataVersion(Base):
    """One row that counts the decisions: a page made from number 7 is fresh while it is 7."""

    __tablename__ = "data_version"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(BigInteger)


db = SQLAlchemy(model_class=Base)

NO_QUESTION = ("BEGIN", "PRAGMA", "SELECT set_config")  # how statements begin that ask for no rows

HIGHEST = 2**31 - 1  # number a row can have; there is nothing beyond it to be looked for

COUNT_ON = text(
    "INSERT INTO data_version (id, number) VALUES (1, 1)"
    " ON CONFLICT (id) DO UPDATE SET number = data_version.number + 1 RETURNING number"
)
COUNT_BEYOND = text(
    "INSERT INTO data_version (id, number) VALUES (1, :number)"
    " ON CONFLICT (id) DO UPDATE SET number = :number"
)


PLAN_FOR_WHAT_IS_ASKED = text(
    "SELECT set_config('plan_cache_mode', 'force_custom_plan', true),"
    " set_config('enable_seqscan', 'off', true),"
    " set_config('max_parallel_workers_per_gather', '0', true)"
)


class Overtaken(Exception):
    """Somebody else changed the thing while this person was still looking at it."""


@contextmanager
def writing(patience: float = 10.0, *, shown: bool = True) -> Iterator[None]:
    """The one way to write: begins at once, commits as the block ends.

    Whatever was read before it is forgotten, so load and authorise again inside.
    `patience` is how many seconds to knock at a SQLite that somebody else is writing to.
    What no reading page shows (an errand done, a sign-in written down) is not `shown`: it
    leaves the data version alone, and with it every page that browsers keep.
    Raises Overtaken when a versioned row was changed by somebody else in the meantime.
    """
    if is_writing():
        raise RuntimeError("writing() does not nest: one decision, one transaction")
    if db.session.new or db.session.dirty or db.session.deleted:
        raise RuntimeError("something was changed before writing() began")

    _begin(patience)
    db.session.info["writing"] = {}
    try:
        yield
        db.session.flush()
        if shown:
            # Last, so that its row is held for the commit alone.
            db.session.info["writing"]["number"] = db.session.scalar(COUNT_ON)
        db.session.commit()
    except StaleDataError as stale:
        raise Overtaken from stale
    finally:
        db.session.info.pop("writing")
        db.session.rollback()


def count_beyond(seen: int) -> None:
    """Go on counting from above every number a browser may have seen. In `writing()`.

    A restored database counts from an older number, and would reach one that a browser keeps
    a page of, made from other rows. `seen` is the highest known; what was counted elsewhere is
    less than the microseconds since 1970, as nobody decides a million times a second.
    """
    here = db.session.scalar(text("SELECT number FROM data_version")) or 0
    number = max(here, seen, time.time_ns() // 1000) + 1
    db.session.execute(COUNT_BEYOND, {"number": number})


def is_writing() -> bool:
    return "writing" in db.session.info


def held(name: str, find: Callable[[], Any]) -> Any:
    """What `find` gives, once for the whole `writing()` block. The session itself lets go of a
    record as soon as nobody holds it, and would read it again for the next who asks.

    Raises RuntimeError outside `writing()`.
    """
    if not is_writing():
        raise RuntimeError(f"{name} was asked for outside writing()")
    things: dict[str, Any] = db.session.info["writing"]
    if name not in things:
        things[name] = find()
    return things[name]


@contextmanager
def aside(patience: float = 10.0) -> Iterator[Connection]:
    """A connection of its own that commits at once: sessions and throttles only.

    What a refused request did must not be committed with them, nor they be lost with it.
    """
    with db.engine.connect() as connection:
        connection.execution_options(**_to_write(patience)).begin()
        yield connection
        connection.commit()


def load(visible: Select, number: int, *, version: int | None = None) -> Any:
    """The one record the reader may see, or a 404 that does not say it exists.

    While writing the record is held until the block ends; `version` is what the person
    had on screen, and another one means they were overtaken.
    """
    if not 0 < number <= HIGHEST:
        abort(404)
    model = visible.column_descriptions[0]["entity"]
    wanted = visible.where(model.id == number)
    if is_writing():
        # Its key stays what it is, so whoever only points at it from elsewhere need not wait.
        wanted = wanted.with_for_update(of=model, key_share=True)

    record = db.first_or_404(wanted)
    if version is not None and record.version != version:
        raise Overtaken
    return record


def leave(error: BaseException | None = None) -> None:
    """End what was only read: at the end of a request, before one writes, before anything slow.

    By COMMIT: at each ROLLBACK psycopg forgets the statements it had prepared on that connection,
    and PostgreSQL takes longer to plan who is asking than to look them up. Nothing can have been
    changed, as nobody writes outside `writing()`.
    """
    if error is None and not is_writing():
        with suppress(SQLAlchemyError):  # the database is gone: whoever asks next is told so
            db.session.commit()
            return
    db.session.rollback()


def plan_for_what_is_asked() -> None:
    """Until the transaction ends, PostgreSQL plans each statement for the values it is given, reads
    no whole table while an index will do, and asks no other process to help.

    What it has prepared it plans once for any, and a word that stands in every text is then looked
    for like one that stands in few. And of words that it does not know it takes each to stand in
    one text of two hundred: of a hundred of them it expects a tenth of all there is.
    """
    if db.engine.dialect.name == "postgresql":
        db.session.connection().execute(PLAN_FOR_WHAT_IS_ASKED)


@contextmanager
def glancing(engine: Engine) -> Iterator[Connection]:
    """A connection of its own that only reads, and ends as `leave()` does."""
    with engine.connect() as connection:
        yield connection
        connection.commit()


def _begin(patience: float) -> None:
    leave()
    try:
        db.session.connection(execution_options=_to_write(patience))
    except OperationalError:
        db.session.rollback()
        raise


def _to_write(patience: float) -> dict[str, Any]:
    return {"begin": "BEGIN IMMEDIATE", "patience": patience, "written": set()}


@event.listens_for(Engine, "connect")
def _prepare(connection: Any, record: Any) -> None:
    if "sqlite3" in type(connection).__module__:
        connection.isolation_level = None  # we say BEGIN ourselves
        for pragma in (
            "busy_timeout=5000",  # several processes may open a new file at once
            "journal_mode=wal",
            "synchronous=full",
            "foreign_keys=on",
        ):
            connection.execute(f"PRAGMA {pragma}")


@event.listens_for(Engine, "begin")
def _say_begin(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    options = connection.get_execution_options()
    begin = options.get("begin", "BEGIN")
    writes = begin == "BEGIN IMMEDIATE"
    waits = 0 if writes else 1000  # who writes knocks, see above
    driven: Any = connection.connection.dbapi_connection
    if connection.info.get("waits") != waits:
        driven.execute(f"PRAGMA busy_timeout={waits}")
        connection.info["waits"] = waits
    if not writes:
        driven.execute(begin)  # at every request, and never refused: by the shortest way
    elif not (door := door_of(connection)).enters(driven, begin, options.get("patience", 0.0)):
        connection.exec_driver_sql(begin)  # once more: it raises as everything else does
    else:
        connection.info["door"] = door


@event.listens_for(Pool, "checkin")
def _close_the_door(driven: Any, record: Any) -> None:
    """A connection comes back once it has committed or rolled back, or is of no use any more."""
    if door := record.info.pop("door", None):
        door.leave()


@event.listens_for(Session, "before_flush")
def _only_while_writing(session: Session, context: Any, instances: Any) -> None:
    if "writing" not in session.info:
        raise RuntimeError("a write outside writing()")
