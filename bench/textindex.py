"""How long searching takes, in a house of a given size in a database of your own.

    python -m bench.textindex sqlite:////tmp/bench.db 1000 100000 1000000
    python -m bench.textindex postgresql+psycopg://postgres@127.0.0.1/bench 1000 10000 100000

The numbers are people, posts and comments. An empty database is migrated and planted first, which
is timed, too; one that is planted already is only asked. It is left for you to remove. What is
measured is all that `/search` asks of the database and makes of it, but for the template: by the
clock, and the CPU of this process and, where it runs on this machine, of PostgreSQL's.
"""

import gc
import os
import sys
import time
from pathlib import Path
from statistics import quantiles

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ["DATABASE_URL"] = sys.argv[1] if len(sys.argv) > 1 else sys.exit(__doc__)

from flask import g
from flask_migrate import upgrade
from sqlalchemy import func, select, text

from app import create_app
from app.core import textindex
from app.core.db import db, leave, writing
from app.core.textindex.models import IndexedText
from app.core.textindex.stems import stems
from app.core.textindex.words import words as parted
from app.people.models import Reader
from app.search.narrowing import Narrowing
from app.search.results import results
from bench import planting

ROUNDS = 300  # of a hundred, the slowest would be called p99
# Words that are added to the index of every so many comments.
ADDED = {"zigzag": 50_000, "volante": 100, "experiencia": 1}
ASKED = {
    "a rare word": "zigzag",
    "a word of 1 % of the comments": "volante",
    "a word of 10 %": "Gasteiz",
    "a word of 13 %, and of 40 % of the posts": "equipo",
    "a word of every comment": "experiencia",
    "another form of a word": "reembolsos",
    "two common words": "experiencia equipo",
    "a common word and a rare one": "experiencia zigzag",
    "a word that says nothing": "lo",
    "three letters": "exp",
    "a beginning": "reemb",
    "three figures, with which 111 words begin": "123",
    "nothing like it": "murciélago",
}


def plant(size: planting.Size) -> None:
    """The crowd, with some words added to what is indexed of the comments."""
    plain = planting.Crowd.index

    def index(self):
        for row in plain(self):
            if row["kind"] == "comment":
                also = [word for word, nth in ADDED.items() if row["number"] % nth == 0]
                stems = [stem for word in also for stem in ready[word]]
                row = row | {
                    "text": " ".join([row["text"], *also]),
                    "text_stems": " ".join([row["text_stems"], *stems]),
                }
            yield row

    ready = {word: stems(next(parted(word)), "es") for word in ADDED}
    planting.Crowd.index = index
    planting.plant(size)


def milliseconds(ask) -> str:
    taken, worked = [], []
    for _ in range(1 + ROUNDS):
        leave()  # as each page ends
        server = its_server()
        began, busy, helped = time.perf_counter(), time.process_time(), worked_by(server)
        found = ask()
        taken.append((time.perf_counter() - began) * 1000)
        worked.append((time.process_time() - busy + worked_by(server) - helped) * 1000)
    return f"{worked[0]:7.1f} | {_parted(taken[1:])} | {_parted(worked[1:])} | {found}"


def _parted(times: list[float]) -> str:
    parts = quantiles(times, n=100)
    return f"{parts[49]:7.1f} | {parts[98]:7.1f}"


def its_server() -> int | None:
    """The process of PostgreSQL that answers us."""
    if db.engine.dialect.name != "postgresql":
        return None
    return db.session.scalar(text("SELECT pg_backend_pid()"))


def worked_by(process: int | None) -> float:
    """Seconds it has been on a core."""
    told = Path(f"/proc/{process}/schedstat")
    return int(told.read_text().split()[0]) / 1e9 if process and told.exists() else 0.0


def searched(words: str, **narrowed):
    """By somebody who came after the last decision: what is kept for everybody is there."""
    reader = Reader(id=1, name="", data_version=1)

    def ask() -> str:
        g._login_user = reader
        return _said(results(Narrowing(words=words, **narrowed), reader))

    return ask


def _said(found) -> str:
    return f"{found.total}{'+' if found.has_more else ''}"


def put(count: int = 50) -> str:
    """One comment each, in a transaction that is taken back."""
    taken, worked = [], []
    for number in range(count):
        remark = "Nos pasó lo mismo, y llamar la víspera fue lo que más ayudó a la clienta."
        try:
            with writing():
                server = its_server()
                began, busy, helped = time.perf_counter(), time.process_time(), worked_by(server)
                told = {"title": "", "text": remark, "language": "es", "is_said": True}
                textindex.put("comment", 2_000_000_000 + number, authors=[1], **told)
                taken.append((time.perf_counter() - began) * 1000)
                worked.append((time.process_time() - busy + worked_by(server) - helped) * 1000)
                raise ZeroDivisionError
        except ZeroDivisionError:
            pass
    return f"{worked[0]:7.1f} | {_parted(taken[1:])} | {_parted(worked[1:])} |"


def main() -> None:
    app = create_app()
    with app.test_request_context():
        upgrade()
        if not db.session.scalar(select(func.count()).select_from(IndexedText)):
            db.session.rollback()
            size = planting.Size(*map(int, sys.argv[2:5]))
            began = time.perf_counter()
            plant(size)
            print(f"Planted {size} with its index in {time.perf_counter() - began:.0f} s.")
            if db.engine.dialect.name == "postgresql":
                with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as here:
                    here.execute(text("VACUUM ANALYZE"))
        gc.collect()
        gc.freeze()  # as `flask serve` does
        print("| asked | first, CPU ms | p50 ms | p99 ms | CPU p50 ms | CPU p99 ms | found |")
        print("| --- | --: | --: | --: | --: | --: | --: |")
        for name, words in ASKED.items():
            print(f"| {name} | {milliseconds(searched(words))} |", flush=True)
        for name, narrowed in {
            "a word of every comment, by one person": {"author": 7},
            "the same, of one kind": {"kind": "post"},
            "the same, newest first": {"order": "newest"},
        }.items():
            print(f"| {name} | {milliseconds(searched('experiencia', **narrowed))} |", flush=True)
        print(f"| to put a comment in | {put()} |")


if __name__ == "__main__":
    main()
