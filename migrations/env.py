"""Alembic's way into the application: its metadata, its engine, one transaction a revision."""

from contextlib import contextmanager

from alembic import context
from flask import current_app

target = current_app.extensions["migrate"].db.metadata


def ours(name, type_, parents) -> bool:
    """Tables a search index keeps for itself are none of autogenerate's business."""
    return not (type_ == "table" and name and name.startswith("text_index"))


def compared(thing, name, type_, reflected, beside) -> bool:
    """The half of an index that is a model is none of its business either."""
    return ours(name, type_, None)


@contextmanager
def links_left_alone(connection):
    """SQLite changes a table by making it anew, and dropping the old one would take along, or be
    refused for, every row that points at it. So links are looked at when all is done.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    raw = connection.connection.driver_connection  # inside a transaction the switch does nothing
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
        if broken := raw.execute("PRAGMA foreign_key_check").fetchall():
            raise RuntimeError(f"rows point at nothing after the migrations: {broken[:5]}")
    finally:
        raw.execute("PRAGMA foreign_keys=ON")


def run() -> None:
    engine = current_app.extensions["migrate"].db.engine
    with engine.connect() as connection, links_left_alone(connection):
        context.configure(
            connection=connection,
            target_metadata=target,
            include_name=ours,
            include_object=compared,
            render_as_batch=True,
            transaction_per_migration=True,
            compare_type=True,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
