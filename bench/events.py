"""How long the calendar takes over many events: a month, a week, a day, a list, and home.

    python -m bench.events sqlite:////tmp/events.db
    python -m bench.events postgresql+psycopg://postgres@127.0.0.1/events 50000

A database of your own, which must be empty: it is migrated, filled with so many events (50,000
unless said otherwise) whose dates lie evenly over three years, and left for you to remove. A third
of the events stand in one of forty spaces, and every second space is not open to all; there are
answers by everybody; one day has hundreds of dates.

Each page is asked for in one process, by somebody who is in a few closed spaces, answered to
hundreds of dates and organises some: `kept` as one finds it while nothing is decided, and `new`
just after something was, so that nothing that was kept is good any more. Milliseconds on the
wall; and of the CPU of the thread, which feels the machine's other work less (a database that is
a server is not among them).
"""

import gc
import os
import random
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count, islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ["DATABASE_URL"] = sys.argv[1] if len(sys.argv) > 1 else sys.exit(__doc__)

from flask_migrate import upgrade
from sqlalchemy import event, insert, text

from app import create_app
from app.catalogue.categories import Category
from app.core import clock
from app.core.db import NO_QUESTION, db, writing
from app.events.models import (
    Answer,
    Event,
    Invited,
    Occurrence,
    Organiser,
    Reply,
    Seat,
    When,
)
from app.events.models.when import on_the_wall
from app.people.models import Person
from app.spaces.models import Joining, MemberRole, Membership, Space, Visibility
from bench.measuring import told
from bench.signed_in import signed_in

EVENTS = int(sys.argv[2]) if len(sys.argv) > 2 else 50_000
PEOPLE, SPACES = 1_000, 40
A_SERIES, DATES = 25, 6  # every so many is one, of so many dates
YEARS = timedelta(days=3 * 365)
CROWDED = 300  # dates on one day
ZONE = "Europe/Madrid"
ANSWERS = 2  # to a date
A_BATCH = 5_000


def people() -> list[int]:
    names = [f"Persona {nth}" for nth in range(PEOPLE)]
    with writing():
        reader = Person.join("Miren Agirre", "miren@bench.test", by=None)
        db.session.flush()
        first = reader.id
        rows = [
            {"name": name, "sort_name": name.lower(), "email": f"p{nth}@bench.test"}
            for nth, name in enumerate(names)
        ]
        db.session.execute(insert(Person), rows)
    return list(range(first, first + PEOPLE + 1))


def spaces(somebody: list[int]) -> list[int]:
    """Every second one is not open to all; whoever is measured is in four of those."""
    kinds = (Visibility.PUBLIC, Visibility.MEMBERS, Visibility.PUBLIC, Visibility.HIDDEN)
    numbers = list(range(1, SPACES + 1))
    rooms = [
        {
            "id": number,
            "name": f"Espacio {number}",
            "sort_name": f"espacio {number}",
            "visibility": kinds[number % 4],
            "joining": Joining.INVITE,
            "size": 50,
            "version": 1,
        }
        for number in numbers
    ]
    members = [
        {"space_id": number, "person_id": person, "role": MemberRole.MEMBER}
        for number in numbers
        for person in {*random.sample(somebody[1:], 49), *somebody[: number % 10 == 1]}
    ]
    with writing():
        db.session.execute(insert(Space), rooms)
        db.session.execute(insert(Membership), members)
    return numbers


def events(now: datetime) -> Iterator[dict[str, Any]]:
    kinds = list(Category)
    for number in range(1, EVENTS + 1):
        begins = now - YEARS / 2 + YEARS * (number / EVENTS)
        if number % (EVENTS // CROWDED) == 0:
            begins = now + timedelta(days=9)
        begins = begins.replace(minute=0, second=0, microsecond=0)
        is_all_day = number % 20 == 0
        if is_all_day:
            begins = begins.replace(hour=0)
        lasts = timedelta(days=1 + number % 3) if is_all_day else timedelta(hours=1)
        yield {
            "id": number,
            "title": f"Mantas para la protectora {number}",
            "excerpt": "Traed lana, agujas o ganas. El año pasado salieron treinta y una mantas.",
            "category": kinds[number % len(kinds)],
            "language": "es",
            "starts": begins,
            "ends": begins + lasts,
            "zone": ZONE,
            "is_all_day": is_all_day,
            "rule": "FREQ=WEEKLY;COUNT=6" if number % A_SERIES == 0 else "",
            "place": "Bilbao, sala Deusto",
            "space_id": number // 3 % SPACES + 1 if number % 3 == 0 else None,
            "author_id": 1 + number % PEOPLE,
            "uid": f"{number}@bench.test",
            "cancelled_at": now if number % 50 == 0 else None,
            "created_at": now,
            "version": 1,
        }


def dates(of: dict[str, Any], numbers: Iterator[int]) -> Iterator[dict[str, Any]]:
    when = When(of["starts"], of["ends"], of["zone"], of["is_all_day"])
    for nth in range(DATES if of["rule"] else 1):
        one = when.on(when.starts + timedelta(weeks=nth))
        yield {
            "id": next(numbers),
            "event_id": of["id"],
            "original": one.starts,
            "starts": one.starts,
            "ends": one.ends,
            "starts_at": one.starts_at,
            "ends_at": one.ends_at,
            "title": of["title"],
            "place": of["place"],
            "created_at": of["created_at"],
        }


def answers(date: int, somebody: list[int], luck: random.Random) -> Iterator[dict[str, Any]]:
    """Whoever is measured said yes to every hundred-and-fiftieth."""
    for person in {*luck.sample(somebody[1:], ANSWERS), *somebody[: date % 150 == 0]}:
        yield {
            "occurrence_id": date,
            "person_id": person,
            "reply": Reply.YES,
            "seat": Seat.GOING,
            "created_at": clock.now(),
        }


def planted() -> list[int]:
    """The events, in batches of plain rows; the first of the people is who is measured."""
    luck, numbers = random.Random(1), count(1)
    random.seed(1)
    somebody = people()
    spaces(somebody)
    here = on_the_wall(clock.now(), ZONE)
    every = events(here)
    while some := list(islice(every, A_BATCH)):
        theirs = [date for one in some for date in dates(one, numbers)]
        with writing():
            db.session.execute(insert(Event), some)
            db.session.execute(
                insert(Organiser),
                [
                    {"event_id": one["id"], "person_id": somebody[one["id"] % PEOPLE]}
                    for one in some
                ],
            )
            asked = [
                {"event_id": one["id"], "space_id": one["id"] % SPACES + 1}
                for one in some
                if one["id"] % 10 == 0
            ]
            db.session.execute(insert(Invited), asked)
            db.session.execute(insert(Occurrence), theirs)
            said = [row for one in theirs for row in answers(one["id"], somebody, luck)]
            db.session.execute(insert(Answer), said)
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
    print(f"{EVENTS} events, {next(numbers) - 1} dates", flush=True)
    return somebody


def pages(now: datetime) -> list[str]:
    crowded = (on_the_wall(now, ZONE) + timedelta(days=9)).date().isoformat()
    return [
        "/events",
        "/events?view=week",
        f"/events?view=day&on={crowded}",
        f"/events?view=week&on={crowded}",
        "/events?view=agenda",
        "/events?category=growth",
        "/events?mine=1",
        "/events?space=11",
        "/",
    ]


def main() -> None:
    app = create_app()
    with app.test_request_context():
        upgrade()
        somebody = planted()
        [(cookie, _)] = signed_in(app, [somebody[0]])
        db.session.remove()
    asked: list[str] = []
    with app.app_context():
        engine = db.engine

    def note(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        if not statement.startswith(NO_QUESTION):
            asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    gc.collect()
    gc.freeze()  # what planting left behind is in no server that answers

    for path in pages(clock.now()):
        told(app, path, cookie, asked)


if __name__ == "__main__":
    main()
