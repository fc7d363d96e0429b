"""SQLite: one file, copied by its backup API, and put in its place by a rename."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import create_engine

from app.core.backups.manifest import BadBackup, Contents, Damaged
from app.core.db import db
from app.core.occupied import Occupied
from app.core.storage import bring_to_disk

PIECE = "database.sqlite"
STEP = 512  # pages between two breaths
BREATHS = 16  # steps until what was copied is brought to the disk: 32 MB
BESIDE = ("-wal", "-shm")


def is_there() -> bool:
    """Whether there is a database of ours that could be lost."""
    if not _place().exists():
        return False
    with _legible(_place()), closing(_opened(_place(), "rw")) as database:
        return bool(_asked(database, "SELECT 1 FROM sqlite_master"))


class Snapshot:
    """The database as it was at one moment, however long it takes to copy."""

    def __init__(self, source: sqlite3.Connection) -> None:
        self._source = source

    def copy(self, place: Path) -> Contents:
        """Copy it, look whether the copy is whole, and say what is in it.

        The snapshot is held by a transaction that reads: without one the copying begins anew
        whenever somebody writes, and never ends while people work. Nobody waits for it, as
        writers add to the log beside the file. What was copied goes to the disk little by
        little, so that never a gigabyte stands in line before a writer's own sync.
        """
        with closing(sqlite3.connect(place, isolation_level=None)) as copy:
            copy.execute("PRAGMA synchronous=off")
            with place.open("rb") as file:
                steps = iter(range(1, 2**31))

                def breathe(status: int, remaining: int, total: int) -> None:
                    if next(steps) % BREATHS == 0:
                        os.fdatasync(file.fileno())

                self._source.backup(copy, pages=STEP, progress=breathe)
                os.fsync(file.fileno())
            copy.execute("PRAGMA journal_mode=delete")  # one file, with nothing beside it
        return check(place)


@contextmanager
def snapshot() -> Iterator[Snapshot]:
    """Raises BadBackup where there is nothing to copy."""
    if not is_there():
        raise BadBackup(f"There is no database of WOWista at {_place()}.")
    with _legible(_place()), closing(_opened(_place(), "rw")) as source:
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchall()
        yield Snapshot(source)


def check(place: Path) -> Contents:
    """What a copy holds. Raises Damaged, or BadBackup for a database of somebody else's."""
    with _legible(place), closing(_opened(place, "ro&immutable=1")) as copy:
        said = [row[0] for row in copy.execute("PRAGMA integrity_check(3)")]
        if said != ["ok"]:
            raise Damaged(f"{place} is damaged: {said[0].strip().splitlines()[-1]}.")
        return _contents(copy)


@contextmanager
def in_its_place(piece: Path, expected: dict[str, int]) -> Iterator[None]:
    """While it lasts the application works with a restored copy; then that is the database.

    Until the end the old one stays as it is, and with an error it stays for good.
    Raises Occupied while somebody has the old one open.
    """
    place, new = _place(), _place().with_name(_place().name + ".restoring")
    place.parent.mkdir(parents=True, exist_ok=True)
    _close_old(place)
    shutil.copyfile(piece, new)
    new.chmod(0o600)
    engines, old = db.engines, db.engine
    engines[None] = create_engine(old.url.set(database=str(new)))  # type: ignore[index]
    try:
        try:
            yield
        finally:
            db.session.remove()
            db.engine.dispose()
            engines[None] = old  # type: ignore[index]
        _close(new)
        with new.open("rb") as file:
            os.fsync(file.fileno())
        os.replace(new, place)
        bring_to_disk(place.parent)
    finally:
        for end in ("", *BESIDE):
            Path(f"{new}{end}").unlink(missing_ok=True)


def set_aside(folder: Path) -> None:
    """Move a database that cannot be read out of the way, with what lies beside it."""
    for end in ("", *BESIDE):
        place = Path(f"{_place()}{end}")
        if place.exists():
            shutil.move(place, folder / place.name)


def mend() -> None:
    """Nothing: a restore that was cut short changed nothing."""


def is_half_restored() -> bool:
    return False


def _close_old(place: Path) -> None:
    db.session.remove()
    db.engine.dispose()
    if place.exists():
        _close(place)


def _close(place: Path) -> None:
    """Leave its log behind, which only works while nobody else has it open."""
    with closing(_opened(place, "rw")) as database:
        try:
            database.execute("PRAGMA journal_mode=delete")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            raise Occupied(f"Another process has {place} open. Stop it first.") from None


@contextmanager
def _legible(place: Path) -> Iterator[None]:
    """Raises Damaged where SQLite finds no database in the file."""
    try:
        yield
    except sqlite3.OperationalError:
        raise  # the disk is full, the folder is gone: that says nothing about the file
    except sqlite3.DatabaseError as error:
        raise Damaged(f"{place} is damaged: {error}.") from None


def _contents(copy: sqlite3.Connection) -> Contents:
    tables = [
        name
        for (name,) in copy.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
            " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
        )
    ]
    if "alembic_version" not in tables:
        raise BadBackup("The database is not of WOWista: it has no table alembic_version.")
    return Contents(
        revision=str(_asked(copy, "SELECT version_num FROM alembic_version")),
        data_version=int(_asked(copy, "SELECT number FROM data_version") or 0),
        rows={name: _asked(copy, f'SELECT count(*) FROM "{name}"') for name in tables},
    )


def _asked(database: sqlite3.Connection, question: str):
    answer = database.execute(question).fetchone()
    return answer[0] if answer else None


def _opened(place: Path, mode: str) -> sqlite3.Connection:
    """Never made: a database that is not there is an error."""
    return sqlite3.connect(
        f"{place.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None
    )


def _place() -> Path:
    return Path(db.engine.url.database or ":memory:")
