"""`flask backup`: everything that cannot be made again, copied while people work."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy.exc import DatabaseError, InterfaceError

from app.cli.start import unanswered
from app.core.backups import taking
from app.core.backups.manifest import BadBackup, Manifest
from app.core.backups.postgresql import ToolFailed
from app.core.erasures import Illegible
from app.core.occupied import Occupied

REASONS = (BadBackup, ToolFailed, Occupied, Illegible, taking.Busy)


class Backups(AppGroup):
    """`flask backup FOLDER` is short for `flask backup take FOLDER`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or args[0] not in {*self.commands, *ctx.help_option_names}:
            args = ["take", *args]
        return super().parse_args(ctx, args)


backup = Backups(
    "backup",
    help="Back everything up: `flask backup [FOLDER] [--keep N]`, while people work.",
)


@contextmanager
def in_a_sentence() -> Iterator[None]:
    """Whatever the disk or the database may answer ends here, without a traceback."""
    try:
        yield
    except REASONS as reason:
        raise click.ClickException(str(reason)) from None
    except (DatabaseError, InterfaceError) as error:
        raise click.ClickException(unanswered(error).message) from None
    except sqlite3.Error as error:
        raise click.ClickException(f"The database says: {error}.") from None
    except OSError as error:
        where = error.filename2 or error.filename
        raise click.ClickException(f"{f'{where}: ' if where else ''}{error.strerror}.") from None


@backup.command()
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option("--keep", type=click.IntRange(1), help="Delete all but the newest so many.")
def take(folder: Path | None, keep: int | None) -> None:
    """Back up into a new folder within FOLDER (else BACKUPS). The server may run on."""
    folder = (folder or Path(current_app.config["BACKUPS"])).absolute()
    began = time.perf_counter()
    with in_a_sentence():
        taken = taking.take(folder)
        click.echo(f"Backed up: {taken.folder}")
        click.echo(
            f"  {_held(taken.manifest)}, {taken.linked} of them shared with the backup before;"
            f" {time.perf_counter() - began:.1f} s."
        )
        for gone in taking.prune(folder, keep) if keep else []:
            click.echo(f"Deleted: {gone}")


@backup.command()
@click.argument("backup", type=click.Path(path_type=Path))
def verify(backup: Path) -> None:
    """Read BACKUP to its end, and say whether everything in it is whole."""
    with in_a_sentence():
        manifest = taking.verify(backup.absolute())
    click.echo(f"{backup} is whole: {_held(manifest)}; taken at {manifest.taken_at}.")


def _held(manifest: Manifest) -> str:
    return (
        f"{sum(manifest.rows.values())} rows in {len(manifest.rows)} tables"
        f" (schema {manifest.revision}), {manifest.size / 1e6:.1f} MB, {len(manifest.files)} files"
    )
