"""How long a survey of a large house takes: to open, to answer, to close, and to read.

    python -m bench.survey sqlite:////tmp/survey.db
    python -m bench.survey postgresql+psycopg://postgres@127.0.0.1/survey 100000 60000

A database of your own, which must be empty: it is migrated, filled with people (100,000 unless
said otherwise) in a tree of units, and left for you to remove. Answers (60,000) are sealed as
people would have sealed them, a fifth of them with a remark, and written in one go. There was a
wave before, so that closing has something to compare with.

While it closes another process reads and writes without a pause, and says how long it ever waited.
At the end a third wave opens, and `survey_pages.py` has people answer it.
"""

import os
import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from secrets import token_bytes

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ["DATABASE_URL"] = sys.argv[1] if len(sys.argv) > 1 else sys.exit(__doc__)

from flask_migrate import upgrade
from sqlalchemy import insert, select, text

from app import create_app
from app.core import clock
from app.core.db import db, writing
from app.people.models import Person, Role, Unit
from app.survey import closing, drafting, keys, opening, scrubbing, sealing, stopping
from app.survey.models import Invitation, Receipt, Sealed, Wave
from app.survey.sealing import Answered
from bench import survey_pages

PEOPLE = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
ANSWERS = int(sys.argv[3]) if len(sys.argv) > 3 else 60_000
A_BATCH = 5_000
IN_A_UNIT = 80  # people, about
PARTS = 8  # units below one

REMARK = "Más tiempo con cada persona, y menos pantallas entre medias. " * 3


def units() -> list[int]:
    """A tree, eight below each; all their numbers."""
    count = max(1, PEOPLE // IN_A_UNIT)
    numbers: list[int] = []
    with writing():
        for nth in range(count):
            above = numbers[(nth - 1) // PARTS] if nth else None
            unit = Unit(name=f"Unidad {nth}", sort_name=f"unidad {nth:05}", parent_id=above)
            db.session.add(unit)
            db.session.flush()
            numbers.append(unit.id)
    return numbers


def people(numbers: list[int]) -> int:
    """Whoever runs the survey; everybody else is in some unit."""
    with writing():
        hr = Person.join("Miren Agirre", "miren@bench.test", by=None)
        hr.grant(Role.HR, by=None)
        number = hr.id
    for start in range(0, PEOPLE, A_BATCH):
        rows = [
            {
                "name": f"Persona {nth}",
                "sort_name": f"persona {nth}",
                "email": f"p{nth}@bench.test",
                "unit_id": numbers[nth % len(numbers)],
            }
            for nth in range(start, min(start + A_BATCH, PEOPLE))
        ]
        with writing():
            db.session.execute(insert(Person), rows)
    return number


def opened(name: str, hr: int) -> int:
    with writing():
        wave = drafting.draft(name)
        ready = {
            "asker": "RR. HH.",
            "contact": "rrhh@bench.test",
            "closes_on": clock.now().date(),
            "informed_on": clock.now().date(),
            "informed_how": "Comité",
            "assessment": "EIPD",
        }
        for column, value in ready.items():
            setattr(wave, column, value)
        opening.open(wave, by=db.session.get_one(Person, hr))
        return wave.id


def answered(number: int) -> None:
    """As many sealed answers as are wanted, each of somebody who was invited."""
    wave, chance = db.session.get_one(Wave, number), random.Random(number)
    key = keys.read(wave.key_name)
    codes = [item.code for item in wave.items if item.is_scored]
    invited = list(
        db.session.execute(
            select(Invitation.person_id, Invitation.group_id).where(Invitation.wave_id == number)
        )
    )
    db.session.rollback()
    chosen = chance.sample(invited, min(ANSWERS, len(invited)))
    for start in range(0, len(chosen), A_BATCH):
        receipts, rows = [], []
        for person, group in chosen[start : start + A_BATCH]:
            said = {code: chance.choices((1, 2, 3, 4, 5), (3, 7, 20, 40, 30))[0] for code in codes}
            said["q12"] = chance.randint(4, 10)
            remark = REMARK if chance.random() < 0.2 else ""
            receipts.append({"wave_id": number, "digest": sealing.receipt(key, person)})
            rows.append(
                {
                    "wave_id": number,
                    "sealed": sealing.seal(key, Answered(group, said, remark)),
                    "withdrawal": token_bytes(32),
                }
            )
        with writing(shown=False):
            db.session.execute(insert(Receipt), receipts)
            db.session.execute(insert(Sealed), rows)


def closed(number: int) -> None:
    with writing():
        stopping.stop(db.session.get_one(Wave, number), by=None)
    closing.close(number)


def beside(stop, waits) -> None:
    """Somebody who works meanwhile: the longest read, and the longest write, in seconds."""
    app, longest = create_app(), {"read": 0.0, "write": 0.0}
    with app.test_request_context():
        while not stop.is_set():
            began = time.perf_counter()
            db.session.execute(text("SELECT count(*) FROM survey_waves")).all()
            db.session.execute(text("SELECT count(*) FROM survey_sealed WHERE wave_id = 0")).all()
            db.session.rollback()
            longest["read"] = max(longest["read"], time.perf_counter() - began)
            began = time.perf_counter()
            with writing(patience=120):
                db.session.execute(text("UPDATE people SET language = 'eu' WHERE id = 1"))
            longest["write"] = max(longest["write"], time.perf_counter() - began)
            time.sleep(0.01)
    waits.put(longest)


@contextmanager
def somebody_beside(said: dict[str, float]) -> Iterator[None]:
    context = get_context("spawn")
    stop, waits = context.Event(), context.Queue()
    other = context.Process(target=beside, args=(stop, waits), daemon=True)
    other.start()
    time.sleep(4)  # until it is there
    try:
        yield
    finally:
        stop.set()
    said |= waits.get()
    other.join()


def measured(what: str, does, *given) -> None:
    began, worked = time.perf_counter(), time.process_time()
    result = does(*given)
    took, work = time.perf_counter() - began, time.process_time() - worked
    print(f"{what:<28} {took:8.1f} s, of which {work:5.1f} s of a core", flush=True)
    return result


def main() -> None:
    app = create_app()
    with app.test_request_context():
        upgrade()
        numbers = measured("units", units)
        hr = measured("people", people, numbers)
        before = measured("opening", opened, "Primavera", hr)
        measured("answers, sealed", answered, before)
        measured("closing, alone", closed, before)
        now = measured("opening again", opened, "Otoño", hr)
        measured("answers, sealed", answered, now)
        waited: dict[str, float] = {}
        with somebody_beside(waited):
            measured("closing, beside others", closed, now)
        print(f"longest read {waited['read']:.2f} s, longest write {waited['write']:.2f} s")
        measured("scrubbing, once more", scrubbing.scrub, Sealed)
        last = measured("opening once more", opened, "Invierno", hr)
        survey_pages.measured(app, counted=now, opened=last, hr=hr)


if __name__ == "__main__":
    main()
