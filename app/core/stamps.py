"""What was read of some tables, kept for as long as nothing is written to them.

    HELD = Kept(select(…).group_by(…))
    HELD.rows({"now": now})

What is made of such rows alone, a page of figures, lasts by their stamps (`stamps_of`).

The data version says that something was decided; a stamp says of a table which decision last wrote
to it. In a house where somebody comments every second, what was added up over years of events is
as good as before until an event changes. Which tables a statement stands on it says itself, and
only those that a kept one names are stamped: a decision about others costs nothing. What is not
`shown` (see `writing()`) leaves no stamp either: no kept statement may read such a column.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import chain
from typing import Any

from sqlalchemy import (
    BigInteger,
    CompoundSelect,
    Connection,
    Row,
    String,
    Table,
    cast,
    event,
    func,
    select,
)
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Mapped, Session, mapped_column
from sqlalchemy.sql import Select, visitors

from app.core import inserting
from app.core.asking import reader
from app.core.db import Base, db
from app.core.fragments import may_keep, shelf

Asked = Select | CompoundSelect

A_LINE = 400  # characters, about: a row of numbers

_WRITES = re.compile(r"\b(INSERT INTO|UPDATE|DELETE FROM)\s+\"?(\w+)", re.IGNORECASE)

_watched: set[str] = set()  # the tables that kept statements name


class Stamp(Base):
    """The number of the decision that last wrote to a table."""

    __tablename__ = "stamps"

    name: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(BigInteger)


# All of them in one column, for the query that finds who asks.
TOLD = select(
    func.aggregate_strings(Stamp.name + " " + cast(Stamp.number, String), ",")
).scalar_subquery()


class Kept:
    """A statement that stands in its module, with the rows it last gave for what it was given."""

    def __init__(self, statement: Asked) -> None:
        self.statement = statement
        self.tables = tables_of(statement)
        _watched.update(self.tables)

    def rows(self, given: Mapping[str, Any] | None = None) -> list[Row]:
        """Nobody changes the list. An answer to a change, and a letter, read anew.

        The stamps were read with who asks, before the rows: rows may be newer than what they are
        kept by, and never older.
        """
        if not may_keep():
            return list(db.session.execute(self.statement, given))
        whole = (self, *(given or {}).items(), *stamps_of(self))
        found: list[Row] | None = shelf().get(whole)
        if found is None:
            found = list(db.session.execute(self.statement, given))
            shelf().put(whole, found, weight=(len(found) + 1) * A_LINE)
        return found


def stamps_of(*kept: Kept) -> tuple[str | None, ...]:
    """The same for as long as nothing is written to any table that these statements stand on: what
    is made of their rows, and of nothing else that is decided, lasts by it.
    """
    stamps = _read(reader().stamps)
    return tuple(stamps.get(name) for name in sorted({*chain(*(one.tables for one in kept))}))


def tables_of(statement: Asked) -> tuple[str, ...]:
    """The names of all tables it reads, in whatever part of it, in order of the alphabet."""
    parts = visitors.iterate(statement)
    return tuple(sorted({part.name for part in parts if isinstance(part, Table)}))


@lru_cache(maxsize=8)
def _read(told: str) -> dict[str, str]:
    return dict(stamp.split(" ") for stamp in told.split(",")) if told else {}


@event.listens_for(Engine, "before_cursor_execute")
def _note(connection: Connection, cursor: Any, statement: str, *_: Any) -> None:
    written = connection.get_execution_options().get("written")
    if written is None or statement.startswith("SELECT"):
        return
    for verb, name in _WRITES.findall(statement):
        written.add(name)
        if verb.upper() == "DELETE FROM":
            written.update(_hanging_on(name))


@cache
def _hanging_on(name: str) -> frozenset[str]:
    """The tables whose rows the database takes away or changes with one of this table."""
    falling: set[str] = {name}
    looked_at: set[str] = set()
    while left := falling - looked_at:
        looked_at |= left
        falling |= {
            table.name
            for table in Base.metadata.tables.values()
            for key in table.foreign_keys
            if key.ondelete and key.column.table.name in left
        }
    return frozenset(falling)


@event.listens_for(Session, "before_commit")
def _stamp(session: Session) -> None:
    """Beside the count of the decision, for the commit alone: its row is held by now."""
    number = session.info.get("writing", {}).get("number")
    if number is None:
        return
    # In a transaction that was begun anew meanwhile, it may have been any of them.
    written = session.connection().get_execution_options().get("written", _watched) & _watched
    if written:
        stamped = [{"name": name, "number": number} for name in sorted(written)]
        session.execute(inserting.anew(Stamp, ("name",), ("number",)), stamped)
