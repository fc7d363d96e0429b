"""`flask outbox`: what waits to be sent, from the server itself."""

import click
from flask.cli import AppGroup

from app.core import outbox as errands
from app.core.db import writing
from app.core.outbox import queries

outbox = AppGroup("outbox", help="What waits to be sent: how much, and letting go of what is held.")


@outbox.command()
def status() -> None:
    """How many errands there are in each state, and how long the oldest has been due."""
    for state, count in queries.count_by_state().items():
        click.echo(f"{state.value:<10} {count:>8}")
    click.echo(f"lag        {queries.lag():>8.0f} s")


@outbox.command()
def release() -> None:
    """Let everything go that a restore held back."""
    with writing(shown=False):
        count = errands.release()
    click.echo(f"{count} may go.")
