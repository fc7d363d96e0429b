"""How long it takes to find similar ideas, among 5,000 and among 20,000.

    python -m bench.similar sqlite:////tmp/similar.db 5000
    python -m bench.similar postgresql+psycopg://postgres@127.0.0.1/similar 20000

A database of your own, which is migrated and planted first if it holds no ideas; it is left for
you to remove. The ideas are made of the thesaurus' own words, so each has as many concepts as a
real one, and common concepts stand in very many. Beside it stands the likeness of titles that the
text index finds by itself, asked the same in the same run: the ratio is the figure to trust on a
machine that does other things too. Time is the CPU of this process, for both.
"""

import os
import random
import sys
import time
import tracemalloc
from pathlib import Path
from statistics import quantiles

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ["DATABASE_URL"] = sys.argv[1] if len(sys.argv) > 1 else sys.exit(__doc__)

import yaml
from flask_migrate import upgrade
from sqlalchemy import func, insert, select

from app import create_app
from app.core import clock, textindex
from app.core.db import db, writing
from app.core.textindex import Entry
from app.core.textindex.stop_words import STOP_WORDS
from app.ideas.models import Idea, IdeaKind
from app.ideas.similar import similar
from app.ideas.similar.shelf import Shelf
from app.ideas.similar.thesaurus import FOLDER, LITTLE, thesaurus
from app.people.models import Person

ROUNDS = 200
LITTLE_WORDS = tuple(word for word in sorted(STOP_WORDS) if word.isascii() and len(word) < 5)


class Sayings:
    """Titles and texts, the same for the same number: a few subjects each, in their words."""

    def __init__(self) -> None:
        groups = {}
        for path in sorted(FOLDER.glob("*.yaml")):
            groups |= yaml.safe_load(path.read_text(encoding="utf-8"))
        self.groups = {
            name: [word.strip() for word in group["es"].split(",")]
            for name, group in groups.items()
            if name != LITTLE
        }
        self.little = [word.strip() for word in groups[LITTLE]["es"].split(",")]
        self.names = random.Random(1).sample(sorted(self.groups), len(self.groups))
        self.often = [1 / (place + 3) for place in range(len(self.names))]  # after Zipf

    def say(self, number: int, length: int, subjects: int = 4) -> str:
        chance = random.Random(number)
        about = chance.choices(self.names, self.often, k=subjects)
        said = []
        while len(said) < length:
            kind = chance.random()
            if kind < 0.35:
                said.append(chance.choice(LITTLE_WORDS))
            elif kind < 0.5:
                said.append(chance.choice(self.little))
            elif kind < 0.6:  # names of places, of products: words no thesaurus knows
                said.append(f"{chance.choice('bcdfglmprst')}a{chance.randint(0, 3_000):x}ndi")
            else:
                said.append(chance.choice(self.groups[chance.choice(about)]))
        return " ".join(said)


def plant(count: int, sayings: Sayings) -> None:
    with writing():
        person = Person(
            name="Ane",
            sort_name="ane",
            email="ane@bench.test",
            password_hash="none",
            language="es",
        )
        db.session.add(person)
        db.session.flush()
        author = person.id
    for start in range(0, count, 500):
        ideas = []
        for number in range(start, min(start + 500, count)):
            problem, change = sayings.say(number, 50), sayings.say(number + 10**6, 30)
            ideas.append(
                {
                    "title": sayings.say(number, 7)[:160],
                    "problem": problem,
                    "problem_html": f"<p>{problem}</p>",
                    "change": change,
                    "change_html": f"<p>{change}</p>",
                    "html_version": 1,
                    "excerpt": problem[:200],
                    "kind": IdeaKind.FIX,
                    "language": "es",
                    "author_id": author,
                    "since": clock.now(),
                    "version": 1,
                }
            )
        with writing():
            numbers = db.session.scalars(insert(Idea).returning(Idea.id), ideas).all()
            textindex.put_many(
                Entry(
                    kind="idea",
                    number=number,
                    title=idea["title"],
                    text=f"{idea['problem']} {idea['change']}",
                    language="es",
                )
                for number, idea in zip(sorted(numbers), ideas, strict=True)
            )


def milliseconds(asked: list[tuple[str, str]], ask) -> list[float]:
    taken = []
    for title, text in asked:
        began = time.process_time()
        ask(title, text)
        taken.append((time.process_time() - began) * 1000)
        db.session.rollback()
    return taken


def main() -> None:
    app, sayings = create_app(), Sayings()
    with app.test_request_context():
        upgrade()
        if not db.session.scalar(select(func.count()).select_from(Idea)):
            db.session.rollback()
            plant(int(sys.argv[2]), sayings)
        count = db.session.scalar(select(func.count()).select_from(Idea))
        thesaurus()
        tracemalloc.start()
        shelf = app.extensions["ideas.similar"] = Shelf(thesaurus())
        shelf.refresh()
        size = tracemalloc.get_traced_memory()[0] / 2**20
        tracemalloc.stop()
        app.extensions.pop("ideas.similar")
        db.session.rollback()
        began = time.process_time()
        similar("cita")
        first = time.process_time() - began

        asked = [(sayings.say(-n, 8), sayings.say(-n, 40) if n % 2 else "") for n in range(ROUNDS)]
        ours = milliseconds(asked, similar)
        theirs = milliseconds(asked[:40], lambda *said: textindex.similar(*said, kind="idea"))
        ranked = quantiles(ours, n=100)
        ratio = sorted(theirs)[len(theirs) // 2] / ranked[49]
        print("| ideas | p50 ms | p95 ms | p99 ms | times as quick | first ms | MiB |")
        print("| --: | --: | --: | --: | --: | --: | --: |")
        print(
            f"| {count:,} | {ranked[49]:.1f} | {ranked[94]:.1f} | {ranked[98]:.1f}"
            f" | {ratio:.1f} | {first * 1000:,.0f} | {size:.1f} |"
        )


if __name__ == "__main__":
    main()
