"""How long it takes to say what became of very many ideas.

    python -m bench.outcomes sqlite:////tmp/outcomes.db
    python -m bench.outcomes postgresql+psycopg://postgres@127.0.0.1/outcomes 50000

A database of your own, which must be empty: it is migrated, filled with so many ideas (50,000
unless said otherwise) that lie evenly over three years in five states and twelve areas, and left
for you to remove. One in ten waits for its first answer; every third of the done ones is carried
out by an initiative of which something was told.

Each page is asked for in one process: `kept` as one finds it while nothing is decided, and `new`
just after something was. Milliseconds on the wall, and of the CPU of the thread (among which a
database that is a server is not).
"""

import os
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ["DATABASE_URL"] = sys.argv[1] if len(sys.argv) > 1 else sys.exit(__doc__)

from sqlalchemy import select

from app.catalogue.categories import Category
from app.catalogue.models import Kind, Term
from app.core import clock
from app.core.db import db
from app.ideas.models import Idea, IdeaKind, Verdict
from app.initiatives.models import Change, Initiative, Outcome
from app.people.models import Person
from app.threads.models import Relation, Tie
from bench.filling import Rows, put, settle
from bench.measuring import ask_all

MANY = int(sys.argv[2]) if len(sys.argv) > 2 else 50_000
PEOPLE = 1_000
YEARS = timedelta(days=3 * 365)
STATES = [
    Verdict.NEW,
    Verdict.ANALYSE,
    Verdict.DONE,
    Verdict.IN_PROGRESS,
    Verdict.ANALYSE,
    Verdict.DECLINED,
    Verdict.DONE,
    Verdict.DECLINED,
    Verdict.ANALYSE,
    Verdict.DONE,
]


def people() -> Rows:
    for number in range(1, PEOPLE + 1):
        yield {
            "id": number,
            "name": f"Persona {number}",
            "sort_name": f"persona {number:06}",
            "email": f"p{number}@bench.test",
        }


def terms(kind: Kind) -> list[int]:
    """Those every house begins with."""
    found = list(db.session.scalars(select(Term.id).where(Term.kind == kind)))
    db.session.rollback()
    return found


def ideas(now: datetime, areas: list[int], reason: int) -> Rows:
    for number in range(1, MANY + 1):
        at = now - YEARS * (number / MANY)
        verdict = STATES[number % 10]
        days = number * 7 % 90
        has_area = verdict not in (Verdict.NEW, Verdict.DECLINED)
        yield {
            "id": number,
            "title": f"Que llegue una carta {number}",
            "problem": "Nadie sabe si llegó, y vuelven a llamar.",
            "problem_html": "<p>Nadie sabe si llegó, y vuelven a llamar.</p>",
            "excerpt": "Nadie sabe si llegó, y vuelven a llamar.",
            "html_version": 1,
            "kind": IdeaKind.FIX,
            "author_id": 1 + number % PEOPLE,
            "language": "es",
            "verdict": verdict,
            "area_id": areas[number // 10 % len(areas)] if has_area else None,
            "reason_id": reason if verdict is Verdict.DECLINED else None,
            "result": "Dos llamadas menos." if verdict is Verdict.DONE else "",
            "created_at": at,
            "since": min(at + timedelta(days=days), now),
            "first_decided_at": None if verdict is Verdict.NEW else at + timedelta(days=days),
            "first_days": None if verdict is Verdict.NEW else days * 5 // 7,
            "version": 1,
        }


def carried() -> Iterator[int]:
    """The numbers of the ideas that are carried out in an initiative, which has the same."""
    for number in range(3, MANY + 1, 3):
        if STATES[number % 10] is Verdict.DONE:
            yield number


def initiatives(now: datetime) -> Rows:
    for number in carried():
        begins = (now - YEARS * (number / MANY)).date()
        yield {
            "id": number,
            "title": f"Cartas nuevas {number}",
            "category": Category.GROWTH,
            "language": "es",
            "starts_on": begins,
            "owner_id": 1 + number % PEOPLE,
            "author_id": 1 + number % PEOPLE,
            "version": 1,
        }


def ties() -> Rows:
    for number in carried():
        yield {
            "from_kind": "idea",
            "from_id": number,
            "to_kind": "initiative",
            "to_id": number,
            "relation": Relation.CARRIED_OUT,
            "by_id": 1,
        }


def changes(now: datetime) -> Rows:
    for number in carried():
        yield {
            "initiative_id": number,
            "after": 30,
            "outcome": list(Outcome)[number % 4],
            "summary": "Llaman una vez, y no más.",
            "told_at": now,
            "told_by": 1,
            "version": 1,
        }


def planted() -> None:
    now = clock.now()
    areas, reason = terms(Kind.AREAS), terms(Kind.REASONS)[0]
    for model, rows in (
        (Person, people()),
        (Idea, ideas(now, areas, reason)),
        (Initiative, initiatives(now)),
        (Tie, ties()),
        (Change, changes(now)),
    ):
        put(model, rows)
    settle()
    print(f"{MANY} ideas, {len(areas)} areas", flush=True)


def pages(year: int) -> list[str]:
    return [
        "/outcomes",
        f"/outcomes?year={year - 1}",
        f"/outcomes?quarter={year}Q2&area=0",
        f"/outcomes/ideas?year={year}",
        f"/outcomes/ideas?year={year - 1}&state=done&answer=fortnight",
        f"/outcomes/ideas?year={year - 1}&timed=1",
        f"/outcomes/done?year={year - 1}",
        "/outcomes/tables/areas?as=csv",
    ]


if __name__ == "__main__":
    ask_all(planted, pages)
