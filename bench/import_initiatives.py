"""How long 3,000 initiatives take to come in: `python -m bench.import_initiatives [HOW_MANY]`.

It makes a table with texts, tags, units and owners, looks at it, brings it in, does so again, and
takes the first back, step by step as its page does, in an empty database of its own; and prints
the seconds and the longest step. SQLite, unless BENCH_DATABASE_URL names an empty database.
"""

import csv
import io
import os
import random
import sys
import tempfile
import time
from datetime import date, timedelta
from typing import Any

os.environ["INSTANCE"] = tempfile.mkdtemp()
os.environ["STORAGE"] = f"{os.environ['INSTANCE']}/files"
os.environ["DATABASE_URL"] = os.environ.get(
    "BENCH_DATABASE_URL", f"sqlite:///{os.environ['INSTANCE']}/bench.db"
)

from flask_migrate import upgrade

from app import create_app
from app.core.db import db, writing
from app.imports import kinds, steps
from app.imports.models import Import
from app.imports.rows import Rows
from app.people.models import Grant, Person, Role, Unit
from bench.words import paragraphs, title

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 3_000
TARGET = 30  # seconds for 3,000 of them
HEAD = ["Iniciativa", "Categoría", "Primer día", "Último día", "Horas", "Personas", "Resultado"]
HEAD += ["Unidad", "Correo", "Etiquetas", "Descripción"]


def table() -> io.BytesIO:
    words, file = random.Random(7), io.StringIO()
    writer = csv.writer(file, delimiter=";")
    writer.writerow(HEAD)
    for number in range(COUNT):
        day = date(2022, 1, 1) + timedelta(days=words.randrange(1_500))
        writer.writerow(
            [
                title(number),
                words.choice(["Concienciación", "growth", "partners", "giving-back"]),
                day.isoformat(),
                f"{day + timedelta(days=words.randrange(30)):%d/%m/%Y}",
                words.randrange(200),
                words.randrange(3_000),
                paragraphs(number)[0][:1_000],
                f"Oficinas > Oficina {words.randrange(60)}",
                f"p{words.randrange(300)}@casa.example",
                ", ".join({f"tema {words.randrange(80)}" for _ in range(2)}),
                "\n\n".join([*paragraphs(number), "* uno\n* dos"]),
            ]
        )
    return io.BytesIO(file.getvalue().encode("utf-8-sig"))


def furnish() -> int:
    with writing():
        boss = Person(name="Nerea", sort_name="nerea", email="nerea@casa.example")
        boss.grants.append(Grant(role=Role.GOVERNANCE))
        db.session.add(boss)
        offices = Unit(name="Oficinas", sort_name="oficinas")
        db.session.add_all(Unit(name=f"Oficina {n}", parent=offices) for n in range(60))
        db.session.add_all(
            Person(name=f"Persona {n}", sort_name=f"persona {n}", email=f"p{n}@casa.example")
            for n in range(300)
        )
    return boss.id


def forward(number: int, boss: int, kept: Any) -> float:
    """To its end; the longest moment of writing."""
    longest = 0.0
    kind = kinds.named("initiatives")
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


def main() -> None:
    app = create_app()
    with app.app_context():
        upgrade()
        boss, kind, first = furnish(), kinds.named("initiatives"), 0
        for again in ("in", "again"):
            began = time.perf_counter()
            found, keep = kind.read(table(), db.session.get_one(Person, boss))
            looked = time.perf_counter() - began
            db.session.rollback()
            with writing():
                by = db.session.get_one(Person, boss)
                number = Import.read("initiatives", "bench.csv", found, by=by, file="x").id
                db.session.get_one(Import, number).begin()
            first = first or number
            longest = forward(number, boss, Rows(keep))
            took = time.perf_counter() - began
            verdict = "" if took <= TARGET * max(COUNT, 3_000) / 3_000 else "TOO SLOW"
            print(f"{again:>6} {took:5.1f} s, of which looking {looked:4.1f}, step {longest:4.2f}")
            print(verdict, found.setup["counts"], f"load {os.getloadavg()[0]:.1f}")
        began = time.perf_counter()
        with writing():
            kind.undo(db.session.get_one(Import, first), db.session.get_one(Person, boss))
        longest = forward(first, boss, None)
        print(f"  back {time.perf_counter() - began:5.1f} s, step {longest:4.2f}")


if __name__ == "__main__":
    main()
