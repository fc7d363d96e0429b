"""All that somebody takes away who gets at everything but the keys of open waves.

Copies of every table, each row as it lies and with whatever the database adds to it; the bytes of
the files beneath; the log and the figures, with the minute; folders, and the backups in them.
"""

import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg

from app.core.db import db

LOG = "log of the database"  # PostgreSQL's goes round, and is written over some day
SYSTEM = ("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid")
ON_TOP = ", ".join(f'o.{name}::text AS "({name})"' for name in SYSTEM)

Row = dict[str, Any]  # what the database adds is in parentheses: "(rowid)", "(xmin)"


@dataclass
class Copy:
    """Of one moment. Rows stand in the order in which they lie."""

    at: datetime
    tables: dict[str, list[Row]]
    files: dict[str, bytes] = field(default_factory=dict)


@dataclass
class Seized:
    people: Mapping[int, int]  # who was invited, and the group their answer is written under
    codes: frozenset[str]  # of the items
    secrets: tuple[bytes, ...]  # of the house
    copies: list[Copy] = field(default_factory=list)
    log: list[tuple[datetime, str]] = field(default_factory=list)
    figures: list[tuple[datetime, str]] = field(default_factory=list)  # what moved
    folders: list[Path] = field(default_factory=list)

    @property
    def last(self) -> Copy:
        return self.copies[-1]

    def without(self, name: str) -> "Seized":
        """As if no table were called like that."""
        copies = [
            Copy(
                copy.at,
                {table: rows for table, rows in copy.tables.items() if name not in table},
                {place: held for place, held in copy.files.items() if name not in place},
            )
            for copy in self.copies
        ]
        return Seized(self.people, self.codes, self.secrets, copies, self.log, self.figures)

    def every_byte(self) -> Iterator[tuple[str, bytes]]:
        """Of each file there is, with its name; backups unpacked."""
        for copy in self.copies:
            for name, held in copy.files.items():
                yield f"{copy.at} {name}", held
        for folder in self.folders:
            for place in folder.rglob("*"):
                if place.is_file():
                    yield str(place), unpacked(place)
        yield "log", "\n".join(line for _, line in self.log).encode()


def copied(at: datetime, *, with_files: bool = False) -> Copy:
    """A copy of the database that is in use."""
    url = db.engine.url
    if db.engine.dialect.name == "sqlite":
        return _of_file(at, Path(url.database or ""), with_files)
    given = url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(given) as connection:
        return _of_server(at, connection, with_files)


def unpacked(place: Path) -> bytes:
    """A dump of PostgreSQL is compressed; everything else is there to be read."""
    held = place.read_bytes()
    if not held.startswith(b"PGDMP"):
        return held
    restore = shutil.which("pg_restore")
    assert restore, "there is a dump and nothing to look into it with"
    said = subprocess.run([restore, "-f", "-", str(place)], capture_output=True, check=True)
    return said.stdout


def _of_file(at: datetime, place: Path, with_files: bool) -> Copy:
    tables: dict[str, list[Row]] = {}
    with closing(sqlite3.connect(place)) as source, closing(sqlite3.connect(":memory:")) as copy:
        source.backup(copy)
        copy.row_factory = sqlite3.Row
        known = copy.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
        for name, made in known:
            number = "" if re.search(r"WITHOUT ROWID", made or "", re.I) else 'rowid "(rowid)", '
            tables[name] = [dict(row) for row in copy.execute(f'SELECT {number}* FROM "{name}"')]
    beside = [Path(f"{place}{end}") for end in ("", "-wal", "-shm")]
    files = {one.name: one.read_bytes() for one in beside if with_files and one.exists()}
    return Copy(at, tables, files)


def _of_server(at: datetime, connection: psycopg.Connection, with_files: bool) -> Copy:
    asked = connection.cursor(row_factory=psycopg.rows.dict_row)
    asked.execute("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'")
    names = [row["name"] for row in asked.fetchall()]
    tables: dict[str, list[Row]] = {}
    for name in names:
        rows = asked.execute(f'SELECT {ON_TOP}, o.* FROM "{name}" o').fetchall()
        tables[name] = [{key: _plain(key, value) for key, value in row.items()} for row in rows]
    return Copy(at, tables, _files_of_server(connection) if with_files else {})


def _files_of_server(connection: psycopg.Connection) -> dict[str, bytes]:
    """What lies beneath the piles, with what is stored beside long rows; and the newest log."""
    connection.commit()
    connection.autocommit = True
    connection.execute("CHECKPOINT")
    beneath = connection.execute(
        "SELECT c.relname, pg_read_binary_file(pg_relation_filepath(t.oid))"
        " FROM pg_class c JOIN pg_class t ON t.oid IN (c.oid, c.reltoastrelid)"
        " WHERE c.relkind = 'r' AND c.relname ~ 'survey|ballots|receipts'"
    )
    files: dict[str, bytes] = {}
    for name, held in beneath.fetchall():
        files[name] = files.get(name, b"") + bytes(held)
    log = connection.execute(
        "SELECT name, pg_read_binary_file('pg_wal/' || name) FROM pg_ls_waldir()"
        " ORDER BY modification DESC LIMIT 3"
    )
    return files | {f"{LOG} {name}": bytes(held) for name, held in log.fetchall()}


def _plain(name: str, value: Any) -> Any:
    """Numbers where there are numbers, and times that can be put in order as SQLite's can."""
    if name == "(ctid)":
        page, line = value.strip("()").split(",")
        return int(page) * 10_000 + int(line)
    if name.startswith("("):
        return int(value)
    return value.isoformat(sep=" ") if isinstance(value, datetime) else value
