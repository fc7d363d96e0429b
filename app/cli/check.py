"""`flask check`: may this installation serve people? For whoever deploys it."""

import click
from sqlalchemy.exc import DatabaseError, InterfaceError

from app.cli import advice, start


@click.command()
def check() -> None:
    """Say what stands in the way of serving, and what real people would miss.

    What stands in the way ends with 1; what is missing is only said.
    """
    start.check_storage()
    try:
        if start.lacking():
            raise start.CannotStart(
                f"The database at {start.where()} lacks migrations: `flask db upgrade`."
            )
        start.check_no_demo_in_production()
        missing = list(advice.lacking())
    except (DatabaseError, InterfaceError) as error:
        raise start.unanswered(error) from None
    if not missing:
        click.echo("Everything is in its place.")
        return
    click.echo("It can serve. Before real people come:")
    for sentence in missing:
        click.echo(f"  - {sentence}")
