"""How long the programme takes over many events and initiatives: figures, coverage, dossiers.

    python -m bench.programme sqlite:////tmp/programme.db
    python -m bench.programme postgresql+psycopg://postgres@127.0.0.1/programme 50000

A database of your own, which must be empty: it is migrated, filled with so many events and
initiatives (50,000 in all unless said otherwise, half of each) that lie evenly over three years,
and left for you to remove. They are three hundred ambassadors' in two hundred units of a tree;
people were counted at every second date, half have minutes, and of half of the initiatives
something was told. As many thanks were said as all of that.

Each page is asked for in one process: `kept` as one finds it while nothing is decided; `new` just
after something was, so that no page that was kept is good any more; `dates`, `initiatives` and
`people` just after one of those changed, so that what was added up of them is not good either.
Milliseconds on the wall, and of the CPU of the thread (among which a database that is a server is
not).
"""

import os
import random
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ["DATABASE_URL"] = sys.argv[1] if len(sys.argv) > 1 else sys.exit(__doc__)

from sqlalchemy import func, select, update

from app.ambassadors.models import Mandate
from app.catalogue.categories import Category
from app.catalogue.models import Kind, Term
from app.core import clock
from app.core.db import Entity, db
from app.events.models import Attendance, Event, Minutes, Occurrence, Organiser, When
from app.events.models.when import on_the_wall
from app.ideas.models import Idea, IdeaKind, Support, Verdict
from app.initiatives.models import Change, Initiative, Outcome, Review, Standing, Teammate
from app.people.models import Grant, Person, Role, Unit
from app.thanks.models import Thanks
from bench.filling import Rows, put, settle
from bench.measuring import NEW, ask_all

MANY = (int(sys.argv[2]) if len(sys.argv) > 2 else 50_000) // 2
PEOPLE, AMBASSADORS, UNITS, IDEAS = 3_000, 300, 200, 2_000
THANKS = 50_000
YEARS = timedelta(days=3 * 365)
ZONE = "Europe/Madrid"
KINDS = list(Category)


def units() -> Rows:
    """A top, ten below it, and all others below those."""
    for number in range(1, UNITS + 1):
        parent = None if number == 1 else 1 if number < 12 else 2 + number % 10
        yield {
            "id": number,
            "name": f"Unidad {number}",
            "sort_name": f"unidad {number:04}",
            "parent_id": parent,
            "version": 1,
        }


def people() -> Rows:
    """The first of them are ambassadors; the very first is governance besides."""
    for number in range(1, PEOPLE + 1):
        yield {
            "id": number,
            "name": f"Persona {number}",
            "sort_name": f"persona {number:06}",
            "email": f"p{number}@bench.test",
            "unit_id": 1 + number % UNITS,
        }


def grants(since: datetime) -> Rows:
    yield {"person_id": 1, "role": Role.GOVERNANCE, "created_at": since}
    for number in range(1, AMBASSADORS + 1):
        yield {"person_id": number, "role": Role.AMBASSADOR, "created_at": since}


def mandates(now: datetime) -> Rows:
    for number in range(1, AMBASSADORS + 1):
        since = (now - YEARS).date()
        yield {
            "id": number,
            "person_id": number,
            "since": since,
            "until": now.date() + YEARS,
            "farewell": "",
            "created_at": now - YEARS,
        }


def thanks(now: datetime, habit: int) -> Rows:
    """Evenly over three years."""
    for number in range(1, THANKS + 1):
        yield {
            "id": number,
            "giver_id": 1 + number % PEOPLE,
            "receiver_id": 1 + (number * 7 + 1) % PEOPLE,
            "habit_id": habit,
            "title": f"Gracias {number}",
            "text": "Llamó ella misma hasta que abrieron.",
            "language": "es",
            "takes_place": True,
            "created_at": now - YEARS * (number / THANKS),
        }


def habit() -> int:
    """One that every house begins with."""
    wanted = select(func.min(Term.id)).where(Term.kind == Kind.HABITS)
    number: int = db.session.scalar(wanted) or 0
    db.session.rollback()
    return number


def when(number: int, here: datetime) -> When:
    begins = here - YEARS * (number / MANY)
    begins = begins.replace(minute=0, second=0, microsecond=0)
    if number % 20 == 0:
        begins = begins.replace(hour=0)
        return When(begins, begins + timedelta(days=1), ZONE, True)
    return When(begins, begins + timedelta(hours=1), ZONE)


def events(here: datetime) -> Rows:
    for number in range(1, MANY + 1):
        at = when(number, here)
        yield {
            "id": number,
            "title": f"Mantas para la protectora {number}",
            "category": KINDS[number % len(KINDS)],
            "language": "es",
            "starts": at.starts,
            "ends": at.ends,
            "zone": ZONE,
            "is_all_day": at.is_all_day,
            "author_id": 1 + number % AMBASSADORS,
            "uid": f"{number}@bench.test",
            "cancelled_at": here if number % 50 == 0 else None,
            "version": 1,
        }


def dates(here: datetime) -> Rows:
    for number in range(1, MANY + 1):
        at = when(number, here)
        yield {
            "id": number,
            "event_id": number,
            "original": at.starts,
            "starts": at.starts,
            "ends": at.ends,
            "starts_at": at.starts_at,
            "ends_at": at.ends_at,
            "seconds": at.worked,
            "title": f"Mantas para la protectora {number}",
            "taken": number % 12,
            "came": 8 if number % 2 else 0,
        }


def organisers() -> Rows:
    for number in range(1, MANY + 1):
        yield {"event_id": number, "person_id": 1 + number % AMBASSADORS}


def attendances(luck: random.Random) -> Rows:
    for number in range(1, MANY + 1, 2):
        for person in luck.sample(range(1, PEOPLE + 1), 8):
            yield {"occurrence_id": number, "person_id": person}


def minutes() -> Rows:
    for number in range(2, MANY + 1, 2):
        yield {
            "occurrence_id": number,
            "text": "Salieron treinta y una mantas.",
            "html": "<p>Salieron treinta y una mantas.</p>",
            "reached": number % 90,
            "version": 1,
        }


def initiatives(here: datetime) -> Rows:
    for number in range(1, MANY + 1):
        begins = (here - YEARS * (number / MANY)).date()
        yield {
            "id": number,
            "title": f"El recorrido de una baja {number}",
            "category": KINDS[number % len(KINDS)],
            "language": "es",
            "starts_on": begins,
            "ends_on": begins + timedelta(days=30),
            "hours": number % 40,
            "reached": number % 200,
            "unit_id": 1 + number % UNITS,
            "owner_id": 1 + number % AMBASSADORS,
            "author_id": 1 + number % AMBASSADORS,
            "standing": Standing.WITHDRAWN if number % 60 == 0 else Standing.SHOWN,
            "review": Review.CONFIRMED if number % 3 else Review.OPEN,
            "version": 1,
        }


def teammates() -> Rows:
    for number in range(1, MANY + 1, 4):
        yield {"initiative_id": number, "person_id": 1 + (number * 7 + 3) % AMBASSADORS}


def changes(here: datetime) -> Rows:
    outcomes = list(Outcome)
    for number in range(1, MANY + 1, 2):
        for after in (30, 90):
            at = here - YEARS * (number / MANY) + timedelta(days=30 + after)
            if at < here:
                yield {
                    "initiative_id": number,
                    "after": after,
                    "outcome": outcomes[number // 2 % 4],
                    "summary": "Llaman una vez, y no más.",
                    "told_at": at,
                    "told_by": 1 + number % AMBASSADORS,
                    "version": 1,
                }


def ideas(now: datetime) -> Rows:
    for number in range(1, IDEAS + 1):
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
            "verdict": Verdict.DONE if number % 4 == 0 else Verdict.NEW,
            "result": "Dos llamadas menos." if number % 4 == 0 else "",
            "since": now - YEARS * (number / IDEAS),
            "version": 1,
        }


def supports(now: datetime) -> Rows:
    for number in range(1, IDEAS + 1):
        yield {
            "given_id": number,
            "idea_id": number,
            "person_id": 1 + number % AMBASSADORS,
            "is_sponsor": True,
            "at": now - YEARS * (number / IDEAS),
        }


def planted() -> None:
    luck, now = random.Random(1), clock.now()
    here = on_the_wall(now, ZONE)
    for model, rows in (
        (Unit, units()),
        (Person, people()),
        (Grant, grants(now - YEARS)),
        (Mandate, mandates(now)),
        (Event, events(here)),
        (Occurrence, dates(here)),
        (Organiser, organisers()),
        (Attendance, attendances(luck)),
        (Minutes, minutes()),
        (Initiative, initiatives(here)),
        (Teammate, teammates()),
        (Change, changes(here)),
        (Idea, ideas(now)),
        (Support, supports(now)),
        (Thanks, thanks(now, habit())),
    ):
        put(model, rows)
    settle()
    print(f"{MANY} events and as many initiatives, {UNITS} units", flush=True)


def pages(year: int) -> list[str]:
    return [
        "/programme",
        f"/programme?year={year - 1}",
        f"/programme?quarter={year}Q2&unit=3",
        f"/programme/events?year={year}",
        f"/programme/events?quarter={year}Q2&category=growth&unit=3",
        f"/programme/changes?year={year}",
        f"/programme/ideas?year={year}",
        "/programme/coverage",
        "/programme/coverage?missing=1",
        "/programme/people/1",
        "/programme/units/3",
        "/programme/tables/units?as=csv",
    ]


def written(model: type[Entity]) -> Callable[[], None]:
    """Its first row, once more as it is."""

    def write() -> None:
        db.session.execute(update(model).where(model.id == 1).values(created_at=model.created_at))

    return write


def came() -> None:
    """One more, to a date of this year."""
    db.session.execute(
        update(Occurrence).where(Occurrence.id == 1).values(came=Occurrence.came + 1)
    )


if __name__ == "__main__":
    decisions = {
        "figures": came,
        "dates": written(Occurrence),
        "initiatives": written(Initiative),
        "people": written(Person),
    }
    ask_all(planted, pages, NEW | decisions)
