"""How long the text index takes, on 20,000 generated texts (or fewer) in a database of your own.

    python bench/textindex.py sqlite:////tmp/bench.db
    python bench/textindex.py postgresql+psycopg://postgres@127.0.0.1/bench 5000

The database must be empty: it is migrated, filled, asked, and left for you to remove.
"""

import os
import random
import sys
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ["DATABASE_URL"] = sys.argv[1] if len(sys.argv) > 1 else sys.exit(__doc__)

from flask_migrate import upgrade
from sqlalchemy import select, text

from app import create_app
from app.core import textindex
from app.core.db import db, writing

TEXTS = min(20_000, int(sys.argv[2])) if len(sys.argv) > 2 else 20_000
WORDS_A_TEXT = 120
A_BATCH = 500
ROUNDS = 9

SYLLABLES = [
    begun + vowel for begun in "bcdfglmnprstv" for vowel in ("a", "e", "i", "o", "an", "es")
]

# How many in a thousand texts hold the word.
ASKED = {"rare": ("zigzag", 0.5), "medium": ("consulta", 30), "common": ("cliente", 900)}


def vocabulary(luck: random.Random, size: int = 20_000) -> list[str]:
    return ["".join(luck.choices(SYLLABLES, k=luck.randint(2, 5))) for _ in range(size)]


def texts(luck: random.Random):
    """Titles and texts; words follow Zipf's law, more or less, as people's do."""
    known = vocabulary(luck)
    weights = [1 / rank for rank in range(1, len(known) + 1)]
    for number in range(1, TEXTS + 1):
        said = luck.choices(known, weights, k=WORDS_A_TEXT)
        said += [word for word, often in ASKED.values() if luck.random() * 1000 < often]
        yield number, " ".join(luck.choices(known, k=6)), " ".join(said)


def fill() -> float:
    rows = list(texts(random.Random(7)))
    started = time.perf_counter()
    for start in range(0, TEXTS, A_BATCH):
        with writing():
            for number, title, words in rows[start : start + A_BATCH]:
                textindex.put("post", number, title=title, text=words, language="es")
    return time.perf_counter() - started


def milliseconds(ask) -> str:
    taken = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        found = ask()
        taken.append((time.perf_counter() - started) * 1000)
        db.session.rollback()
    return f"{median(taken):8.1f} ms (worst {max(taken):.1f}), {found} found"


def matched(question: str):
    answers = textindex.matches(question)
    return lambda: len(db.session.execute(select(answers)).all())


def main() -> None:
    with create_app().app_context():
        upgrade()
        taken = fill()
        print(f"{TEXTS} texts put in {taken:.0f} s: {taken / TEXTS * 1000:.2f} ms each")
        if db.engine.dialect.name == "postgresql":
            with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as here:
                here.execute(text("VACUUM ANALYZE"))
        for name, (word, _) in ASKED.items():
            print(f"{name:>18}: {milliseconds(matched(word))}")
        print(f"{'common and rare':>18}: {milliseconds(matched('cliente zigzag'))}")
        print(f"{'three letters':>18}: {milliseconds(matched('cli'))}")
        title = list(texts(random.Random(7)))[1234][1]
        mistyped = title[:3] + title[4:]
        for name, asked in (("the same title", title), ("the title mistyped", mistyped)):
            found = milliseconds(lambda asked=asked: len(textindex.similar(asked, kind="post")))
            print(f"{name:>18}: {found}")


if __name__ == "__main__":
    main()
