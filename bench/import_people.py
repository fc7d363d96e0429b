"""How long 100,000 people take to come: `python bench/import_people.py [PEOPLE] [csv|xlsx]`.

It makes a table of people with units, locations, jobs and employee numbers, brings it in twice
into an empty database of its own, and prints the seconds. SQLite, unless BENCH_DATABASE_URL
names an empty database on PostgreSQL.
"""

import csv
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent.parent
MOST = 200_000
TARGET = 60  # seconds for 100,000 people
GIVEN = [
    "Ane",
    "Jon",
    "Nerea",
    "Iker",
    "Maider",
    "Rosa",
    "Íñigo",
    "Amaia",
    "Begoña",
    "João",
    "Txomin",
    "Itziar",
    "Ángel",
]
SURNAMES = [
    "Etxeberria",
    "Goikoetxea",
    "Núñez",
    "Agirre",
    "Lasa",
    "Peñalba",
    "Zubizarreta",
    "Sousa",
    "Otxoa",
]
HEAD = ["Nº empleado", "Nombre", "Apellidos", "Correo", "Unidad", "Centro", "Puesto", "Idioma"]


def rows(count: int):
    words = random.Random(7)
    yield HEAD
    for number in range(count):
        surnames = " ".join(words.sample(SURNAMES, 2))
        yield [
            f"{number:06}",
            words.choice(GIVEN),
            surnames,
            f"persona.{number}@casa.example",
            f"Grupo > Área {number % 12} > Oficina {number % 400}",
            f"Centro {number % 90}",
            f"Puesto {number % 60}",
            words.choice(["es", "eu", "pt"]),
        ]


def make(path: Path, count: int) -> None:
    if path.suffix == ".xlsx":
        from xlsxwriter import Workbook

        with Workbook(path, {"constant_memory": True}) as book:
            page = book.add_worksheet()
            for at, row in enumerate(rows(count)):
                page.write_row(at, 0, row)
        return
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file, delimiter=";").writerows(rows(count))


def flask(*args: str, env: dict[str, str], stdin: str = "") -> tuple[float, str]:
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "flask", *args],
        cwd=HERE,
        env=env,
        input=stdin,
        text=True,
        capture_output=True,
    )
    if done.returncode:
        sys.exit(done.stdout[-2000:] + done.stderr[-2000:])
    return time.perf_counter() - began, done.stdout


def main() -> None:
    count = min(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, MOST)
    form = sys.argv[2] if len(sys.argv) > 2 else "csv"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"people.{form}")
        make(path, count)
        print(f"{count} people, {path.stat().st_size / 2**20:.1f} MB of {form}")
        env = os.environ | {
            "FLASK_APP": "wsgi",
            "INSTANCE": folder,
            "DATABASE_URL": os.environ.get("BENCH_DATABASE_URL", f"sqlite:///{folder}/bench.db"),
            "STORAGE": f"{folder}/files",
        }
        flask("db", "upgrade", env=env)
        admin = ("people", "add", "boss@casa.example", "Boss", "--role", "admin")
        flask(*admin, "--password-stdin", env=env, stdin="un mostrador con flores\n")
        places = ("--units", "create", "--locations", "create", "--yes")
        print(f"load {os.getloadavg()[0]:.1f}")
        for again in ("in", "again"):
            took, said = flask("people", "import", str(path), *places, env=env)
            print(f"{again:>6} {took:6.1f} s", "" if took <= TARGET else "TOO SLOW")
            print("\n".join(line for line in said.splitlines()[-5:]))
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"  peak {peak:.0f} MB, load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
