"""`flask restore`: a backup instead of what is here, with a way back."""

from pathlib import Path

import click
from flask import current_app
from flask_migrate import upgrade

from app.cli import start
from app.cli.backup import in_a_sentence
from app.core import backups, erasures, occupied, outbox
from app.core.backups import taking
from app.core.backups.manifest import LEDGER, BadBackup, Manifest
from app.core.backups.putting_back import Safety, keep_safe, put_back
from app.core.db import count_beyond, db, writing


@click.command()
@click.argument("backup", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option(
    "--ledger",
    "ledgers",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    multiple=True,
    help="A newer ledger of erasures, when the machine it was kept on is gone.",
)
def restore(backup: Path, yes: bool, ledgers: tuple[Path, ...]) -> None:
    """Put BACKUP in the place of the database and the files that are here.

    Stop the server first. What is here is backed up before anything is replaced.
    """
    with in_a_sentence(), occupied.alone():
        folder = backup.absolute()
        manifest = taking.verify(folder)
        _check(manifest, folder)
        click.echo(f"{folder} is whole; taken at {manifest.taken_at}.")
        if not yes:
            click.confirm(f"Put it in the place of {start.where()}?", abort=True)

        start.check_storage()
        erased = erasures.noted(erasures.ledger(), folder / LEDGER, *ledgers)
        erasures.learn(erased)
        safety = keep_safe(Path(current_app.config["BACKUPS"]))
        _say(safety)
        with put_back(folder, manifest, safety=safety):
            held = _open(manifest, safety, erased)
        db.session.remove()
    _tell(manifest, erased=len(erased), held=held)


def _check(manifest: Manifest, folder: Path) -> None:
    """Raises BadBackup for one that this installation cannot live with."""
    if manifest.database != db.engine.dialect.name:
        raise BadBackup(
            f"{folder} is of {manifest.database}, and DATABASE_URL names {db.engine.dialect.name}."
        )
    known = {revision.revision for revision in start.migrations().walk_revisions()}
    if manifest.revision not in known:
        raise BadBackup(
            f"{folder} was taken by a newer WOWista (schema {manifest.revision})."
            " Restore it with that version."
        )


def _open(manifest: Manifest, safety: Safety | None, erased: list[erasures.Erasure]) -> int:
    """What must be true of it before anybody sees it. How many errands are held back."""
    upgrade()
    db.session.remove()
    with writing():
        erasures.replay(erased)
        backups.prepare_to_open()
        held = outbox.hold()
        count_beyond(max(manifest.data_version, safety.data_version if safety else 0))
    return held


def _say(safety: Safety | None) -> None:
    if safety is None:
        click.echo("There is nothing here yet that could be lost.")
    elif safety.is_whole:
        click.echo(f"What was here is kept: flask restore {safety.folder}")
    else:
        click.echo(f"The database that was here cannot be read; it was moved to {safety.folder}")


def _tell(manifest: Manifest, *, erased: int, held: int) -> None:
    click.echo(f"Restored: everything is as it was at {manifest.taken_at}.")
    click.echo(f"  Erased again: {erased}. Everybody signs in anew.")
    click.echo("  Accounts, roles and passwords are of then: close again whom you closed since.")
    if held:
        click.echo(
            f"  {held} letters and other errands are held, as many may have gone out already:"
            " look at them, then `flask outbox release`."
        )
    if manifest.key != taking.fingerprint():
        click.echo(
            "  It was taken with another SECRET_KEY. What that one sealed stays shut"
            " until you set it again."
        )
