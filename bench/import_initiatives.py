"""How long 3,000 initiatives take to come in: `python -m bench.import_initiatives [HOW_MANY]`.

It makes a table with texts, tags, units and owners, looks at it, brings it in, does so again, and
takes the first back, step by step as its page does, in an empty database of its own; and prints
the seconds and the longest step. SQLite, unless BENCH_DATABASE_URL names an empty database.
"""

import csv
import io
import random
import sys
from datetime import date, timedelta

from app.core.db import db, writing
from app.people.models import Unit
from bench.bringing_in import bring_in, house, read, take_back
from bench.words import paragraphs, title

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 3_000
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


def offices() -> None:
    with writing():
        offices = Unit(name="Oficinas", sort_name="oficinas")
        db.session.add_all(Unit(name=f"Oficina {n}", parent=offices) for n in range(60))


def main() -> None:
    with house() as boss:
        offices()
        first = bring_in("initiatives", boss, COUNT, lambda kind, by: read(kind, table(), by))
        take_back("initiatives", boss, first)


if __name__ == "__main__":
    main()
