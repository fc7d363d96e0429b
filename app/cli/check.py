"""`flask check`: may this installation serve people? For whoever deploys it."""

import click
from sqlalchemy.exc import DatabaseError, InterfaceError

from app.cli import start


@click.command()
def check() -> None:
    """Say what stands in the way of serving, if anything does."""
    start.check_storage()
    try:
        if start.lacking():
            raise start.CannotStart(
                f"The database at {start.where()} lacks migrations: `flask db upgrade`."
            )
        start.check_no_demo_in_production()
    except (DatabaseError, InterfaceError) as error:
        raise start.unanswered(error) from None
    click.echo("Everything is in its place.")
