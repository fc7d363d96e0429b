"""`flask places`: the units and the locations of a house, from the terminal."""

import click
from flask.cli import AppGroup

from app.core.db import writing
from app.core.fields import line
from app.people import queries
from app.people.models import Location, Office, Unit

places = AppGroup("places", help="Where people work: units and locations.")


@places.command("unit")
@click.argument("name")
@click.option("--within", help="The unit it is a part of, by its name.")
@click.option(
    "--office",
    type=click.Choice([office.value for office in Office]),
    default=Office.BACK.value,
    show_default=True,
    help="How far from the customer.",
)
def open_unit(name: str, within: str | None, office: str) -> None:
    """Open a unit called NAME."""
    with writing():
        if queries.unit_called(_name(name)):
            raise click.ClickException(f"There is a unit {name} already.")
        above = queries.unit_called(within) if within else None
        if within and above is None:
            raise click.ClickException(f"There is no unit {within}.")
        Unit.open(_name(name), Office(office), by=None, within=above)
    click.echo(f"{name} is a unit now.")


@places.command("location")
@click.argument("name")
def open_location(name: str) -> None:
    """Open a location called NAME."""
    with writing():
        if queries.location_called(_name(name)):
            raise click.ClickException(f"There is a location {name} already.")
        Location.open(_name(name), by=None)
    click.echo(f"{name} is a location now.")


def _name(given: str) -> str:
    name = line(given)
    if not 1 <= len(name) <= 120:
        raise click.BadParameter("a name has 1 to 120 letters", param_hint="NAME")
    return name
