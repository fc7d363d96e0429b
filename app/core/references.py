"""What points at a row: where one thing takes the place of another, everything follows it."""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Column, update

from app.core.db import Base, Entity, db

STAYS = {"stays": True}  # the `info` of a column that tells of a moment, and keeps what it said


def lead(old: Entity, new: Entity, *, only: set[str] | None = None) -> Counter[str]:
    """Whatever points at `old` points at `new` from now on, in `writing()`; rows by "table.column".

    `only` narrows it to some of those columns.
    """
    db.session.flush()
    led: Counter[str] = Counter()
    for column in columns(type(old)):
        if only is None or str(column) in only:
            rows = update(column.table).where(column == old.id).values({column: new.id})
            led[str(column)] = db.session.connection().execute(rows).rowcount
    db.session.expire_all()
    return led


def columns(model: type[Entity]) -> Iterator[Column]:
    """Every column that points at rows of this model, but for those that stay as they were."""
    here = Base.metadata.tables[model.__tablename__]
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if not column.info.get("stays") and any(
                key.column.table is here for key in column.foreign_keys
            ):
                yield column
