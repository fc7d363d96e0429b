"""Rows by the hundred thousand into an empty database, and what a server does afterwards."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import insert, text

from app.core.db import db, writing

A_BATCH = 5_000  # rows of one statement

Rows = Iterator[dict[str, Any]]


def put(model: Any, rows: Iterable[dict[str, Any]]) -> None:
    rows = iter(rows)
    while some := list(islice(rows, A_BATCH)):
        with writing():
            db.session.execute(insert(model), some)


def settle() -> None:
    """What a PostgreSQL does by itself within minutes, and a SQLite at its next maintenance."""
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        is_server = connection.dialect.name == "postgresql"
        connection.execute(text("VACUUM ANALYZE" if is_server else "ANALYZE"))
