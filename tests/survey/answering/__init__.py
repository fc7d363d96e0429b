"""Answering the survey: what is sent, and what then lies there."""

import re

from sqlalchemy import func, select

from app.core.db import Base, db, writing
from app.people.models import Person
from app.survey import keys, sealing
from app.survey.models import Sealed, Wave

ALL = {f"q{n}": 4 for n in range(1, 11)} | {"q12": 9}


def miren():
    return db.session.scalars(select(Person).where(Person.name == "Miren")).one()


def sent(wave, answers=ALL, **more):
    """What the form sends: `answers` by the codes of items."""
    said = {f"answer-{code}": str(one) for code, one in answers.items()}
    return {"wave": wave.id, "code": sealing.new_code()} | said | more


def code_in(html):
    return re.search(r'name="code"[^>]*value="([^"]+)"', html)[1]


def opened(wave):
    """What lies there, as only the key can read it."""
    key = keys.read(db.session.get_one(Wave, wave.id).key_name)
    return [sealing.unseal(key, row) for row in db.session.scalars(select(Sealed.sealed))]


def rows():
    """How many there are in every table."""
    return {
        table.name: db.session.scalar(select(func.count()).select_from(table))
        for table in Base.metadata.sorted_tables
    }


def stop(wave):
    with writing():
        db.session.get_one(Wave, wave.id).stop(by=None)
