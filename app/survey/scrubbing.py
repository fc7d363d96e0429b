"""Nothing of a closed wave's receipts and sealed answers stays, in the tables or in the files.

Without the key nobody can read any of it, from no copy; this is so that there is no copy. Nobody
waits long: rows go a few at a time, and pages are read meanwhile.
"""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from app.core.db import db, writing
from app.survey import queries
from app.survey.models import Receipt, Sealed

PILES = (Receipt, Sealed)
WAIT = "500ms"  # for whoever reads a table that is to be emptied: others stand in line behind us
PATIENCE = 120  # seconds to knock at a SQLite that others write to


def empty(wave_id: int) -> None:
    """The receipts of a wave, and what lay sealed. May be done again."""
    if _is_server() and _truncate(wave_id):
        return
    for pile in PILES:
        drop(pile, wave_id)


def drop(pile: Any, wave_id: int) -> None:
    """A wave's rows of any pile, a few at a time; SQLite writes noughts where they were."""
    more = True
    while more:
        with writing(shown=False):
            if not _is_server():
                db.session.execute(text("PRAGMA secure_delete = on"))
            more = queries.drop_some(pile, wave_id)


def scrub(*piles: Any) -> None:
    """Leave the files of the database without what was deleted of these. May be done again."""
    if _is_server():
        _vacuum(*(pile.__tablename__ for pile in piles))
    else:
        _rewrite()


def _is_server() -> bool:
    return db.engine.dialect.name == "postgresql"


def _truncate(wave_id: int) -> bool:
    """A new file for each pile, and the old one is gone: where no other wave has rows there, and
    nobody reads it for long (a backup does).
    """
    try:
        with writing(shown=False):
            if any(queries.is_shared(pile, wave_id) for pile in PILES):
                return False
            names = ", ".join(pile.__tablename__ for pile in PILES)
            db.session.execute(text(f"SET LOCAL lock_timeout = '{WAIT}'"))
            db.session.execute(text(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE"))
            if any(queries.is_shared(pile, wave_id) for pile in PILES):
                return False  # another wave opened while we waited
            db.session.execute(text(f"TRUNCATE {names}"))
    except OperationalError:
        return False
    return True


def _vacuum(*tables: str) -> None:
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("SET statement_timeout = 0"))
        connection.execute(text(f"VACUUM {', '.join(tables)}"))
        connection.execute(text("RESET statement_timeout"))


def _rewrite() -> None:
    """The whole file, and an empty log beside it. Whoever reads goes on; whoever writes waits.

    A connection of its own: both are said outside any transaction.
    """
    with closing(db.engine.raw_connection()) as pooled:
        pooled.detach()
        driven: Any = pooled.dbapi_connection
        _knock(lambda: driven.execute("VACUUM"))
        _knock(lambda: _checkpoint(driven))


def _checkpoint(driven: Any) -> None:
    """Everything from the log into the file, and nothing is left of the log."""
    is_busy, *_ = driven.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if is_busy:
        raise sqlite3.OperationalError("the log is locked: somebody reads it, or empties it, too")


def _knock(at: Callable[[], object]) -> None:
    """Somebody is always writing, and another is just bringing the log into the file."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            at()
            return
        except sqlite3.OperationalError as busy:
            if "locked" not in str(busy) or time.monotonic() > deadline:
                raise
        time.sleep(0.05)
