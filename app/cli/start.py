"""What must be true before anybody is served. Each check says in a sentence what to do."""

from pathlib import Path

import click
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import current_app
from flask_migrate import upgrade
from sqlalchemy.exc import DatabaseError, InterfaceError

from app.core import occupied
from app.core.backups import taking as backups
from app.core.db import db
from app.demo import DOMAIN, queries


class CannotStart(click.ClickException):
    """Why not, and the way on: printed without a traceback, exit code 1."""

    def show(self, file=None) -> None:
        click.echo(f"WOWista cannot start. {self.message}", err=True)


def bring_database_up_to_date() -> bool:
    """Apply the migrations the database lacks; whether there were any.

    Raises CannotStart for a database that does not answer, or is newer than this code.
    """
    try:
        lacks = lacking()
        if lacks:
            upgrade()
        return lacks
    except (DatabaseError, InterfaceError) as error:
        raise unanswered(error) from None
    finally:
        db.session.remove()


def lacking() -> bool:
    """Whether the database lacks migrations of this code. Raises CannotStart if it has others."""
    if backups.kind().is_half_restored():
        raise CannotStart(
            f"A restore of the database at {where()} was cut short. Run `flask restore` again,"
            " with that backup or another: it begins by putting back what was here before."
        )
    script = migrations()
    known = {revision.revision for revision in script.walk_revisions()}
    here = MigrationContext.configure(db.session.connection()).get_current_heads()
    if unknown := set(here) - known:
        raise CannotStart(
            f"The database at {where()} was made by a newer WOWista (revision"
            f" {', '.join(sorted(unknown))}). Run that version, or name another DATABASE_URL."
        )
    return set(here) != set(script.get_heads())


def migrations() -> ScriptDirectory:
    """The revisions this code knows."""
    folder = Config()
    folder.set_main_option("script_location", current_app.config["MIGRATIONS"])
    return ScriptDirectory.from_config(folder)


def occupy() -> None:
    """From here people are served. Raises CannotStart while a restore is at work."""
    try:
        occupied.stay()
    except occupied.Occupied as reason:
        raise CannotStart(str(reason)) from None


def check_storage() -> None:
    """People’s pictures must find a place."""
    folder = Path(current_app.config["STORAGE"])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".can-be-written"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise CannotStart(
            f"The folder for pictures, {folder}, cannot be written to: {error.strerror}."
            " Give it to this user, or set STORAGE to another."
        ) from None


def check_no_demo_in_production() -> None:
    """Everybody knows the password of a demo account."""
    if current_app.config["PRODUCTION"] and queries.is_here():
        raise CannotStart(
            f"There are demo accounts (…@{DOMAIN}) in the database at {where()}, and"
            " everybody knows their password. Production begins with an empty database:"
            " name one in DATABASE_URL."
        )


def where() -> str:
    return db.engine.url.render_as_string(hide_password=True)


def unanswered(error: DatabaseError | InterfaceError) -> CannotStart:
    said = str(error.orig or error).strip().splitlines()[0].rstrip(".")
    return CannotStart(
        f"The database at {where()} says: {said}."
        " Look at DATABASE_URL, whether its server is running, and whether its folder is writable."
    )
