"""Past the triggers that keep some tables append-only: to clean up, and to tamper with them."""

from contextlib import contextmanager

from sqlalchemy import text

from app.core.db import db

TABLES = ("audit_entries", "audit_seals")


@contextmanager
def opened():
    """Inside `writing()`: while it lasts, the append-only tables can be changed like any other.

    Costs nothing where there is nothing in them.
    """
    held = [table for table in TABLES if _run(f"SELECT 1 FROM {table} LIMIT 1").first()]
    closing = [statement for table in held for statement in _open(table)]
    yield
    for statement in closing:
        _run(statement)


def _open(table):
    """Take the triggers away; what puts the very same ones back."""
    if db.engine.dialect.name == "postgresql":
        _run(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        return [f"ALTER TABLE {table} ENABLE TRIGGER USER"]
    triggers = _run(
        f"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{table}'"
    ).all()
    for name, _ in triggers:
        _run(f"DROP TRIGGER {name}")
    return [made for _, made in triggers]


def _run(statement):
    return db.session.execute(text(statement))
