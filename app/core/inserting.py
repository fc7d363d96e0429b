"""INSERT … ON CONFLICT, which both databases know and SQLAlchemy spells once for each.

Each statement is built once, for a table and what becomes of a row that is there: building one
takes longer than most rows take to be written.
"""

from functools import lru_cache
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite

from app.core.db import Base, db

Insert = sqlite.Insert | postgresql.Insert


def fresh(model: type[Base]) -> Insert:
    """A bare INSERT into a table, in the words of the database in use."""
    spoken = sqlite if db.engine.dialect.name == "sqlite" else postgresql
    return spoken.insert(model.__table__)


def once(model: type[Base]) -> Insert:
    """A row that is there already, by any key, is left as it is."""
    return _once(model, db.engine.dialect.name)


def anew(model: type[Base], key: tuple[str, ...], changing: tuple[str, ...]) -> Insert:
    """Of a row that is there already by this key, these columns become what they would be."""
    return _anew(model, key, changing, db.engine.dialect.name)


@lru_cache
def _once(model: type[Base], database: str) -> Insert:
    return fresh(model).on_conflict_do_nothing()


@lru_cache
def _anew(
    model: type[Base], key: tuple[str, ...], changing: tuple[str, ...], database: str
) -> Insert:
    insert = fresh(model)
    values: dict[str, Any] = {name: insert.excluded[name] for name in changing}
    return insert.on_conflict_do_update(index_elements=key, set_=values)
