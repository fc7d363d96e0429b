"""How long it takes to bring 2,000 posts in: `python bench/import_posts.py [POSTS]`.

It makes a folder of realistic posts (some 500 words, lists, code, links, a picture in every
tenth), brings it in twice into an empty SQLite database of its own, and prints the seconds.
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).parent.parent
MOST = 10_000
TARGET = 60  # seconds for 2,000 posts
PHRASES = """la persona que llama quiere saber si alguien la escucha y cuánto tardará en oír una voz
el equipo de la oficina prueba otra forma de saludar y de despedir a quien viene con prisa
customers remember how we made them feel more than what we said on the phone that morning
bezeroak bere izena entzun nahi du eta guk gogoan izan behar dugu egun bakoitzean"""
WORDS = PHRASES.split()


def sentence(words: random.Random) -> str:
    said = [words.choice(WORDS) for _ in range(words.randint(8, 18))]
    said[words.randrange(len(said))] = words.choice(["*así*", "**hoy**", "`call`", "[aquí](/guia)"])
    return " ".join(said).capitalize() + "."


def post(number: int, words: random.Random) -> str:
    written = date(2015, 1, 1) + timedelta(days=number)
    parts = [
        f"---\ntitle: “Lo que oímos”, capítulo {number}\ndate: {written} 09:30:00 +0100\n"
        f"author: {words.choice(['Ane Etxaniz', 'Jon Lasa', 'Nerea Peñalba'])}\n"
        f"tags: [{', '.join(words.sample(['teléfono', 'oficina', 'app', 'voz', 'citas'], 3))}]\n"
        f"---\n"
    ]
    for _ in range(5):
        parts.append("## " + sentence(words).rstrip("."))
        parts.append(" ".join(sentence(words) for _ in range(6)))
    parts.append("\n".join(f"* {sentence(words)}" for _ in range(5)))
    parts.append("```\nhola = 1\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |")
    if number % 10 == 0:
        parts.append(f"![La sala de espera](/assets/sala-{number % 50}.jpg)")
    return "\n\n".join(parts)


def make(folder: Path, count: int) -> None:
    from PIL import Image

    words = random.Random(7)
    (folder / "_posts").mkdir()
    (folder / "assets").mkdir()
    for number in range(0, 50, 10):
        picture = Image.effect_noise((1600, 1200), 40 + number).convert("RGB")
        picture.save(folder / "assets" / f"sala-{number}.jpg", quality=85)
    for number in range(count):
        written = date(2015, 1, 1) + timedelta(days=number)
        path = folder / "_posts" / f"{written}-capitulo-{number}.md"
        path.write_text(post(number, words), encoding="utf-8")


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        os.environ["INSTANCE"] = place
        sys.path.insert(0, str(HERE))
        from flask_migrate import upgrade

        from app import create_app
        from app.core.db import db, writing
        from app.people.models import Grant, Person, Role

        folder = Path(place, "site")
        folder.mkdir()
        make(folder, count)
        app = create_app()
        with app.app_context():
            upgrade()
            with writing():
                nerea = Person(
                    name="Nerea Peñalba", sort_name="nerea penalba", email="nerea@example.com"
                )
                nerea.grants = [Grant(role=Role.GOVERNANCE)]
                db.session.add(nerea)
        command = [sys.executable, "-m", "flask", "--app", "wsgi", "blog", "import", str(folder)]
        for turn in ("first", "again"):
            began, spent = time.perf_counter(), cpu_seconds()
            answer = subprocess.run(command, cwd=HERE, capture_output=True, text=True)
            took, spent = time.perf_counter() - began, cpu_seconds() - spent
            print(
                f"{turn}: {took:.1f} s, {count / took:.0f} posts/s,"
                f" {spent:.1f} s of CPU, exit code {answer.returncode}"
            )
            print(answer.stdout.splitlines()[-1] if answer.stdout else answer.stderr)
        print(f"target: {count * TARGET / 2000:.0f} s; load {os.getloadavg()[0]:.1f} on", end=" ")
        print(f"{os.cpu_count()} cores")


def cpu_seconds() -> float:
    """Of the commands that have ended, with the renderers they started."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main(min(int(sys.argv[1]) if len(sys.argv) > 1 else 2000, MOST))
