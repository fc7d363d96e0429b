"""`flask audit`: is the audit as it was written? For whoever keeps the server, and for a timer."""

import click
from flask.cli import AppGroup

from app.audit import checking, queries

audit = AppGroup("audit", help="Verify that nobody altered the audit, and publish its head.")


@audit.command()
@click.option("--head", default="", help="A head that was published, which must still be there.")
@click.pass_context
def verify(context: click.Context, head: str) -> None:
    """Check every entry and every seal. Ends with 1 when something is not as it was written."""
    report = checking.check(head=head.strip())
    for finding in report.findings:
        click.echo(finding)
    click.echo(
        f"{report.entries} entries under {report.seals} seals;"
        f" {report.waiting} wait for theirs. "
        + ("Not as it was written." if report.findings else "All as it was written.")
    )
    if report.findings:
        context.exit(1)


@audit.command()
def head() -> None:
    """Print the last seal, to be kept where whoever runs this server cannot change it."""
    last = queries.last_seal()
    if last is None:
        raise click.ClickException("Nothing is sealed yet: the worker does it every minute.")
    click.echo(checking.name(last))
