"""A table brought in step by step as its page does it, the same again, and taken back, in an empty
house of its own: SQLite in a new folder, unless BENCH_DATABASE_URL names an empty database.
"""

import io
import os
import tempfile
import time
from collections.abc import Callable
from contextlib import contextmanager
from typing import Any

from flask_migrate import upgrade

from app import create_app
from app.core.db import db, writing
from app.imports import kinds, steps
from app.imports.models import Found, Import
from app.imports.rows import Rows
from app.people.models import Grant, Person, Role
from config import Config, engine_options

TARGET = 30  # seconds for 3,000 rows
PEOPLE = 300

Looked = tuple[Found, Any]  # what was found, and the rows that are kept


@contextmanager
def house() -> Any:
    """With three hundred people in it; the number of the one who decides."""
    folder = tempfile.mkdtemp()
    url = os.environ.get("BENCH_DATABASE_URL", f"sqlite:///{folder}/bench.db")

    class Alone(Config):
        SQLALCHEMY_DATABASE_URI = url
        SQLALCHEMY_ENGINE_OPTIONS = engine_options(url, 4)
        STORAGE = f"{folder}/files"
        QUEUE = f"{folder}/queue.db"

    with create_app(Alone).app_context():
        upgrade()
        with writing():
            boss = Person(name="Nerea", sort_name="nerea", email="nerea@casa.example")
            boss.grants.append(Grant(role=Role.GOVERNANCE))
            db.session.add(boss)
            db.session.add_all(
                Person(name=f"Persona {n}", sort_name=f"persona {n}", email=f"p{n}@casa.example")
                for n in range(PEOPLE)
            )
        yield boss.id


def read(kind: Any, file: io.BytesIO, by: Person) -> Looked:
    found, keep = kind.read(file, by)
    return found, keep


def bring_in(name: str, boss: int, count: int, look: Callable[[Any, Person], Looked]) -> int:
    """Twice, with the seconds of each; the number of the first import."""
    kind, numbers = kinds.named(name), []
    for again in ("in", "again"):
        began = time.perf_counter()
        found, keep = look(kind, db.session.get_one(Person, boss))
        looked = time.perf_counter() - began
        db.session.rollback()
        with writing():
            by = db.session.get_one(Person, boss)
            numbers.append(Import.read(name, "bench.csv", found, by=by, file="x").id)
            db.session.get_one(Import, numbers[-1]).begin()
        longest = _forward(kind, numbers[-1], boss, Rows(keep))
        took = time.perf_counter() - began
        verdict = "" if took <= TARGET * max(count, 3_000) / 3_000 else "TOO SLOW"
        print(f"{again:>6} {took:5.1f} s, of which looking {looked:4.1f}, step {longest:4.2f}")
        print(verdict, found.setup["counts"], f"load {os.getloadavg()[0]:.1f}")
    return numbers[0]


def take_back(name: str, boss: int, number: int) -> None:
    kind, began = kinds.named(name), time.perf_counter()
    with writing():
        kind.undo(db.session.get_one(Import, number), db.session.get_one(Person, boss))
    longest = _forward(kind, number, boss, None)
    print(f"  back {time.perf_counter() - began:5.1f} s, step {longest:4.2f}")


def _forward(kind: Any, number: int, boss: int, kept: Any) -> float:
    """To its end; the longest moment of writing, in seconds."""
    longest = 0.0
    while db.session.get_one(Import, number).goes_on:
        import_ = db.session.get_one(Import, number)
        with_rows = None if import_.is_being_taken_back else kept
        step = kind.ahead(import_, with_rows, db.session.get_one(Person, boss), steps.PATIENCE)
        db.session.rollback()
        began = time.perf_counter()
        with writing():
            kind.take(db.session.get_one(Import, number), step, db.session.get_one(Person, boss))
        longest = max(longest, time.perf_counter() - began)
    return longest
