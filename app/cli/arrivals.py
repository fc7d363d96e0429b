"""`flask people import` and `export`: thousands of people from a table, and into one."""

from collections.abc import Iterator
from pathlib import Path

import click

from app.arrivals import exporter, policy
from app.arrivals.columns import REFUSE, UNKNOWN, YES
from app.arrivals.subjects import PEOPLE
from app.cli.people import people
from app.core.db import db, writing
from app.core.i18n import gettext
from app.core.remarks import Remark, Unreadable
from app.core.tables import csv_lines, xlsx_file
from app.imports import queries, steps, uploads
from app.imports.mapping import Setup
from app.imports.models import WORDS, Import, Outcome
from app.imports.rows import Rows
from app.people import queries as persons

PLACES = click.Choice(list(UNKNOWN))
NOBODY = "Nobody here may bring people in: it takes administration."


@people.command("import")
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--mapping",
    "said",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="Which column holds what, by its name or its number: --mapping email=Correo.",
)
@click.option("--units", type=PLACES, default=REFUSE, help="When a unit is not here.")
@click.option("--locations", type=PLACES, default=REFUSE, help="When a location is not here.")
@click.option("--close-missing", is_flag=True, help="Close the accounts that are not in it.")
@click.option("--invite", is_flag=True, help="Write to the new people at once.")
@click.option("--yes", is_flag=True, help="Ask nothing.")
@click.option("--as", "email", help="Whose import it is: the email of an administrator.")
@click.pass_context
def bring_in(
    context: click.Context,
    path: Path,
    said: tuple[str, ...],
    units: str,
    locations: str,
    close_missing: bool,
    invite: bool,
    yes: bool,
    email: str | None,
) -> None:
    """Bring in the people of a table, CSV or XLSX.

    Again changes nothing. Ends with 1 when something was refused.
    """
    number = _whoever(email)
    try:
        with path.open("rb") as file:
            setup, keep = PEOPLE.guessed(file)
        with keep:
            setup.choices |= {"units": units, "locations": locations}
            setup.choices |= {"gone": YES if close_missing else "", "invite": YES if invite else ""}
            _say_mapping(setup, said)
            found = PEOPLE.understood(Rows(keep), setup, persons.person(number))
            setup = Setup.of(found.setup)
            if setup.lacks:
                raise click.ClickException(f"{Remark(*setup.lacks)} {_columns(setup)}")
            key = uploads.keep(keep)
    except Unreadable as refused:
        raise click.ClickException(str(refused.reason)) from None
    db.session.rollback()
    with writing():
        import_ = Import.read("people", path.name, found, by=persons.person(number), file=key)
        import_number = import_.id
    _show(setup)
    if not (yes or _is_meant(import_number)):
        with writing():
            steps.undo(db.session.get_one(Import, import_number), persons.person(number))
        uploads.forget(key)
        raise click.ClickException("Nothing was changed.")
    with writing():
        db.session.get_one(Import, import_number).begin()
    with click.progressbar(length=found.total, label="People") as bar:
        for reached in _steps(import_number, number):
            bar.update(reached - bar.pos)
    uploads.forget(key)
    _report(import_number)
    if queries.tally(import_number).get(Outcome.REFUSED):
        context.exit(1)


@people.command("export")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--as", "email", help="Who takes them out: the email of an administrator.")
def take_out(path: Path, email: str | None) -> None:
    """Take everybody out into a table, CSV or XLSX by its name: what `import` understands."""
    number = _whoever(email)
    if path.exists():
        raise click.ClickException(f"{path} is there already. Name a new one.")
    with writing():
        exporter.tell(persons.person(number))
    if path.suffix.lower() == ".xlsx":
        with xlsx_file(exporter.rows()) as file:
            path.write_bytes(file.read())
    else:
        with path.open("w", newline="") as out:
            out.writelines(csv_lines(exporter.rows()))
    click.echo(f"Everybody is in {path}.")


def _whoever(email: str | None) -> int:
    """The number of the one it is done by: named, or the first who may."""
    first = next(filter(policy.bring_in, persons.with_roles()), None)
    person = persons.by_email(email) if email else first
    if person is None or not person.is_active:
        raise click.ClickException(f"There is nobody here called {email}." if email else NOBODY)
    if not policy.bring_in(person):
        raise click.ClickException(f"{email} may not: it takes administration.")
    return person.id


def _say_mapping(setup: Setup, said: tuple[str, ...]) -> None:
    """`email=Correo` or `email=2`; `email=` says that there is no such column."""
    names = [one.name for one in PEOPLE.fields]
    for one in said:
        name, _, column = one.partition("=")
        if name not in names:
            raise click.BadParameter(f"{name} is none of {', '.join(names)}", param_hint="mapping")
        if not column:
            setup.mapping.pop(name, None)
        elif column in setup.columns:
            setup.mapping[name] = setup.columns.index(column)
        elif column.isdecimal() and 1 <= int(column) <= setup.width:
            setup.mapping[name] = int(column) - 1
        else:
            raise click.BadParameter(f"no column {column}. {_columns(setup)}", param_hint="mapping")


def _columns(setup: Setup) -> str:
    return "Its columns: " + ", ".join(f"{at} {head}" for at, head in enumerate(setup.columns, 1))


def _show(setup: Setup) -> None:
    for name, at in setup.mapping.items():
        head = setup.columns[at] if at < len(setup.columns) else f"column {at + 1}"
        click.echo(f"  {name:<10} {head}")
    for outcome, count in setup.counts.items():
        click.echo(f"{count:>8}  {gettext(PEOPLE.future.get(outcome) or WORDS[Outcome(outcome)])}")


def _is_meant(import_number: int) -> bool:
    """Asked once, and with names where many accounts would be closed."""
    question = PEOPLE.consent(db.session.get_one(Import, import_number))
    if question:
        gone = queries.notes(import_number, outcome=Outcome.GONE)
        names = PEOPLE.called(row.thing_id for row in gone.rows)
        click.echo("\n".join([*(f"  - {name}" for name in names.values()), "  …" * gone.more]))
        click.echo(str(question))
    return click.confirm("Bring them in?")


def _steps(import_number: int, number: int) -> Iterator[int]:
    """How far it is after each step."""
    import_ = db.session.get_one(Import, import_number)
    while import_.goes_on:
        with PEOPLE.opened(import_.file) as source:
            step = steps.ahead(import_, source, persons.person(number))
        with writing():
            import_ = db.session.get_one(Import, import_number)
            steps.take(import_, step, persons.person(number))
        import_ = db.session.get_one(Import, import_number)
        yield import_.reached


def _report(import_number: int) -> None:
    """Every row that needs a word, and how many there are of each kind."""
    for outcome in (Outcome.REFUSED, Outcome.LEFT_OUT):
        after, more = 0, True
        while more:
            page = queries.notes(import_number, outcome=outcome, after=after)
            for note in page.rows:
                reasons = " ".join(str(Remark(*remark)) for remark in note.remarks)
                click.echo(gettext("Line %(line)s", line=note.place) + f": {reasons}")
            after, more = (page.rows[-1].id if page.rows else 0), page.more
    for outcome, count in queries.tally(import_number).items():
        click.echo(f"{count:>8}  {gettext(WORDS[outcome])}")
    known = Setup.of(db.session.get_one(Import, import_number).setup).known
    click.echo(f"{known:>8}  {gettext(WORDS[Outcome.KNOWN])}")
