"""PostgreSQL: dumped and restored by its own tools, which must be as new as the server."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from psycopg import pq
from sqlalchemy import Connection, text

from app.core.backups.manifest import BadBackup, Contents, Damaged
from app.core.db import db
from app.core.occupied import Occupied

PIECE = "database.pgdump"
OLD, FAILED = "before_restore", "failed_restore"  # schemas that things are moved to

# A statement for each thing of our own in a schema; what belongs to another thing moves with it.
MOVES = text("""
    WITH asked AS (SELECT CAST(:here AS text) AS here, CAST(:there AS text) AS there)
    SELECT format('ALTER TABLE %I.%I SET SCHEMA %I', here, relname, there)
    FROM asked, pg_class
    WHERE relnamespace = to_regnamespace(here) AND relkind IN ('r', 'p', 'v', 'm', 'S')
    AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_class.oid
                    AND classid = CAST('pg_class' AS regclass) AND deptype IN ('a', 'i', 'e'))
    UNION ALL
    SELECT format('ALTER ROUTINE %s SET SCHEMA %I', CAST(pg_proc.oid AS regprocedure), there)
    FROM asked, pg_proc
    WHERE pronamespace = to_regnamespace(here)
    AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_proc.oid
                    AND classid = CAST('pg_proc' AS regclass) AND deptype = 'e')
""")


class ToolFailed(Exception):
    """pg_dump or pg_restore is not there, too old, or says no; in its own words."""


def is_there() -> bool:
    """Whether there is a database of ours that could be lost."""
    with db.engine.connect() as connection:
        return bool(_tables(connection))


class Snapshot:
    """The database as it was at one moment, however long it takes to copy."""

    def __init__(self, connection: Connection, name: str) -> None:
        self._connection = connection
        self._name = name

    def copy(self, place: Path) -> Contents:
        """Dump it, look whether the dump is legible, and say what is in it."""
        place.touch(mode=0o600)
        _run(
            *("pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--schema=public"),
            *(f"--snapshot={self._name}", f"--file={place}"),
        )
        check(place)
        return _contents(self._connection)


@contextmanager
def snapshot() -> Iterator[Snapshot]:
    """Raises BadBackup where there is nothing to copy, and ToolFailed without pg_dump."""
    if not is_there():
        raise BadBackup("There is no WOWista in this database yet.")
    _look_at("pg_dump")
    with db.engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        yield Snapshot(connection, _asked(connection, "SELECT pg_export_snapshot()"))


def check(place: Path) -> None:
    """Whether a dump is legible, where there is a pg_restore to ask."""
    if shutil.which("pg_restore"):
        try:
            _run("pg_restore", "--list", str(place))
        except ToolFailed as reason:
            raise Damaged(f"{place} is damaged: {reason}") from None


@contextmanager
def in_its_place(piece: Path, expected: dict[str, int]) -> Iterator[None]:
    """While it lasts the application works with the restored tables; then they stay.

    The old ones wait in a schema of their own, and come back with an error: nothing here needs
    more than what the owner of a database may do.
    Raises Occupied while somebody is connected.
    """
    _look_at("pg_restore")
    _be_alone()
    with _changing() as connection:
        _move(connection, "public", OLD)
    try:
        _run(
            *("pg_restore", "--no-owner", "--no-privileges", "--schema=public"),
            *("--single-transaction", "--exit-on-error"),
            *(f"--dbname={db.engine.url.database}", str(piece)),
        )
        with db.engine.connect() as connection:
            if _contents(connection).rows != expected:
                raise BadBackup("What came back has other numbers of rows than what was dumped.")
        yield
        db.session.remove()
        with _changing() as connection:
            _drop(connection, OLD)
    except BaseException:
        mend()
        raise


def is_half_restored() -> bool:
    with db.engine.connect() as connection:
        return _asked(connection, f"SELECT to_regnamespace('{OLD}') IS NOT NULL")


def mend() -> None:
    """Take back a restore that was cut short."""
    db.session.remove()
    if is_half_restored():
        with _changing() as connection:  # all at once: between two of these the good one is lost
            _move(connection, "public", FAILED)
            _move(connection, OLD, "public")
            _drop(connection, FAILED)
            _drop(connection, OLD)


def _be_alone() -> None:
    db.session.remove()
    db.engine.dispose()
    with db.engine.connect() as connection:
        others = connection.execute(
            text(
                "SELECT count(*), min(coalesce(nullif(application_name, ''), usename))"
                " FROM pg_stat_activity WHERE datname = current_database()"
                " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
            )
        ).one()
    if others[0]:
        raise Occupied(
            f"Somebody is connected to the database ({others[0]}, such as {others[1]})."
            " Stop every server and worker first."
        )


@contextmanager
def _changing() -> Iterator[Connection]:
    with db.engine.begin() as connection:
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        yield connection


def _move(connection: Connection, here: str, there: str) -> None:
    connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {there}"))
    for move in connection.scalars(MOVES, {"here": here, "there": there}).all():
        connection.exec_driver_sql(move)


def _drop(connection: Connection, schema: str) -> None:
    connection.execute(text(f"DROP SCHEMA IF EXISTS {schema} CASCADE"))


def _contents(connection: Connection) -> Contents:
    tables = _tables(connection)
    if "alembic_version" not in tables:
        raise BadBackup("The database is not of WOWista: it has no table alembic_version.")
    return Contents(
        revision=_asked(connection, "SELECT version_num FROM public.alembic_version") or "",
        data_version=_asked(connection, "SELECT number FROM public.data_version") or 0,
        rows={
            name: _asked(connection, f"SELECT count(*) FROM {quoted}")
            for name, quoted in tables.items()
        },
    )


def _tables(connection: Connection) -> dict[str, str]:
    """Their names, and how to write them."""
    found = connection.execute(
        text(
            "SELECT relname, format('%I.%I', 'public', relname) AS quoted FROM pg_class"
            " WHERE relnamespace = to_regnamespace('public') AND relkind IN ('r', 'p')"
            " ORDER BY relname"
        )
    )
    return {row.relname: row.quoted for row in found}


def _asked(connection: Connection, question: str):
    return connection.scalar(text(question))


def _look_at(tool: str) -> None:
    """Raises ToolFailed when it is not installed, or older than the server."""
    said = _run(tool, "--version")
    version = re.search(r"\) (\d+)", said)
    with db.engine.connect() as connection:
        server = int(_asked(connection, "SHOW server_version_num")) // 10000
    if version and int(version[1]) < server:
        raise ToolFailed(
            f"{tool} is of version {version[1]} and the server of version {server}:"
            f" install postgresql-client-{server}."
        )


def _run(*words: str) -> str:
    """Its output. Passwords travel in the environment, where other users do not see them."""
    try:
        done = subprocess.run(
            words, env=os.environ | _environment(), capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        raise ToolFailed(
            f"{words[0]} is not installed here: install the client of PostgreSQL"
            " (postgresql-client), of the server's version or newer."
        ) from None
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.strip()]
        raise ToolFailed("\n".join(said[:3]) or f"{words[0]} failed.")
    return done.stdout


def _environment() -> dict[str, str]:
    """DATABASE_URL in the variables that the tools of PostgreSQL read."""
    url = db.engine.url
    said = {
        "host": url.host,
        "port": url.port,
        "user": url.username,
        "password": url.password,
        "dbname": url.database,
        **url.query,
    }
    names = {
        option.keyword.decode(): option.envvar.decode()
        for option in pq.Conninfo.get_defaults()
        if option.envvar
    }
    return {names[word]: str(value) for word, value in said.items() if value and word in names}
