"""How long 3,000 ideas take to come in: `python -m bench.import_ideas [HOW_MANY]`.

It makes a table as another platform exports it, with HTML bodies, votes, authors, answers, tags
and a tenth of the rows in groups, looks at it, brings it in, does so again, lets all go out as XLSX
and takes the first back, step by step as its page does, in an empty database of its own; prints the
seconds and the longest step. SQLite, unless BENCH_DATABASE_URL names an empty database.
"""

import csv
import io
import random
import sys
import time
from datetime import date, timedelta
from typing import Any

from app.core.calendar import today
from app.core.db import db
from app.core.tables import xlsx_file
from app.ideas import exporter, queries
from app.ideas.narrowing import Narrowing
from app.imports.mapping import Setup
from app.imports.rows import Rows
from app.people.models import Person
from bench.bringing_in import Looked, bring_in, house, read, take_back
from bench.words import paragraphs, title

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 3_000
HEAD = ["Título", "Estado", "Descripción", "Votos", "Autor", "Correo", "Fecha", "Etiquetas"]
ANSWERS = ["", "SÍ (CXE, 2022)", "sí", "Ya en curso", "No", "Hecha", "Under review"]


def table() -> io.BytesIO:
    words, file = random.Random(7), io.StringIO()
    writer = csv.writer(file, delimiter=";")
    writer.writerow(HEAD)
    for number in range(COUNT):
        day = date(2019, 1, 1) + timedelta(days=words.randrange(1_500))
        bodies = "".join(f"<p>{one} <strong>más</strong></p>" for one in paragraphs(number))
        writer.writerow(
            [
                f"{title(number)} {number}",
                words.choice(ANSWERS),
                "ídem" if number % 10 == 9 else f"<div>{bodies}<ul><li>uno</li></ul></div>",
                words.randrange(400),
                f"Alguien de antes {number % 50}",
                f"p{words.randrange(600)}@casa.example",
                f"{day:%d/%m/%Y} 14:33",
                ", ".join({f"tema {words.randrange(80)}" for _ in range(2)}),
            ]
        )
    return io.BytesIO(file.getvalue().encode("utf-8-sig"))


def understood(kind: Any, by: Person) -> Looked:
    """As its page does it, once with what was guessed and once with a reason chosen."""
    found, keep = read(kind, table(), by)
    setup = Setup.of(found.setup)
    reasons = next(one for one in kind.choices if one.name == "reasons")
    setup.choices["reasons"] = str(next(iter(reasons.more())))
    return kind.understood(Rows(keep), setup, by), keep


def go_out() -> None:
    for name, rows in (("three", exporter.own_table), ("all", exporter.extended)):
        began = time.perf_counter()
        with xlsx_file(rows(queries.wanted(Narrowing(), today()))) as file:
            size = len(file.read())
        print(f"   out {time.perf_counter() - began:5.1f} s, {name} columns, {size:,} bytes")
    db.session.rollback()


def main() -> None:
    with house() as boss:
        first = bring_in("ideas", boss, COUNT, understood)
        go_out()
        take_back("ideas", boss, first)


if __name__ == "__main__":
    main()
