"""`flask demo`: the demo company."""

import click
from flask.cli import AppGroup

from app.cli.start import CannotStart, bring_database_up_to_date
from app.demo import PASSWORD, NotHere, plant

demo = AppGroup("demo", help="The demo company.")


@demo.command("plant")
def plant_company() -> None:
    """Plant the demo company into an empty database."""
    bring_database_up_to_date()
    try:
        planted = plant()
    except NotHere as reason:
        raise CannotStart(str(reason)) from None
    if planted:
        click.echo(f"Planted. The password of every account: {PASSWORD}")
    else:
        click.echo("Somebody is here already: nothing was planted.")
