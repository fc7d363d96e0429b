"""Alembic's way into the application: its metadata, its engine, one transaction a revision."""

from alembic import context
from flask import current_app

target = current_app.extensions["migrate"].db.metadata


def ours(name, type_, parents) -> bool:
    """Tables a search index keeps for itself are none of autogenerate's business."""
    return not (type_ == "table" and name and name.startswith("text_index"))


def compared(thing, name, type_, reflected, beside) -> bool:
    """The half of an index that is a model is none of its business either."""
    return ours(name, type_, None)


def run() -> None:
    with current_app.extensions["migrate"].db.engine.connect() as connection:
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
