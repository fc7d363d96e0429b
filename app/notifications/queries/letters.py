"""What is to go into whose letter, and how they wish to hear of it."""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import Integer, Row, Select, bindparam, func, select, update

from app.core.db import db
from app.facts import subjects
from app.facts.subjects import Subject
from app.notifications.models import Channel, Kind, Notification, Wish
from app.notifications.queries.mine import TOLD, may_be_seen
from app.people.models import Person, Reader
from app.people.queries import readers
from app.people.sight import READER, Whoever, sight

IN_A_LETTER = 60  # of a long absence, the latest


class Correspondent(NamedTuple):
    """Whoever has an open account, as what they see and as who gets letters."""

    reader: Reader
    email: str
    zone: str


def wishes(person_id: int) -> dict[Kind, Channel]:
    """What somebody wishes otherwise than everybody does."""
    rows = db.session.execute(select(Wish.kind, Wish.channel).where(Wish.person_id == person_id))
    return {row.kind: row.channel for row in rows}


def correspondent(person_id: int) -> Correspondent | None:
    """None where the account is closed, or never was."""
    known = readers([person_id])
    if not known:
        return None
    row = db.session.execute(
        select(Person.email, Person.time_zone).where(Person.id == person_id)
    ).one()
    return Correspondent(known[0], row.email, row.time_zone)


def person(number: int) -> Person | None:
    """Somebody whose account is open, held while writing."""
    found = db.session.get(Person, number, with_for_update=True)
    return found if found and found.is_active else None


def somebody_due(now: datetime, *, most: int) -> list[Row]:
    """People with something due for a letter: (person_id, last), the number of the last of it."""
    return list(
        db.session.execute(
            select(Notification.person_id, func.max(Notification.id).label("last"))
            .where(Notification.letter_due_at <= now)
            .group_by(Notification.person_id)
            .order_by(Notification.person_id)
            .limit(most)
        )
    )


def claim(people: Iterable[Row], now: datetime) -> None:
    """What is due of theirs goes into that letter and into no other."""
    for one in people:
        db.session.execute(
            update(Notification)
            .where(
                Notification.person_id == one.person_id,
                Notification.letter_due_at <= now,
                Notification.id <= one.last,
            )
            .values(letter_due_at=None, letter=one.last)
            .execution_options(synchronize_session=False)
        )


def in_letter(to: Reader, letter: int) -> list[Row]:
    """What a letter is about, the latest first: unread still, and of what they see today."""
    news = _news(Whoever(to.roles), tuple(subjects.registered()))
    return list(db.session.connection().execute(news, {**sight(to), "letter": letter}))


@lru_cache(maxsize=64)
def _news(whoever: Whoever, kinds: tuple[Subject, ...]) -> Select:
    """Built once for whoever has the same roles: a digest is written to everybody."""
    return (
        TOLD.where(
            Notification.person_id == READER,
            Notification.letter == bindparam("letter", type_=Integer),
            Notification.read_at.is_(None),
            *may_be_seen(whoever),
        )
        .order_by(Notification.id.desc())
        .limit(IN_A_LETTER)
    )


def postpone(person_id: int, kind: Kind, due: datetime | None) -> None:
    """Whatever of that kind waits for a letter goes then, or into none."""
    db.session.execute(
        update(Notification)
        .where(
            Notification.person_id == person_id,
            Notification.kind == kind,
            Notification.letter_due_at.is_not(None),
        )
        .values(letter_due_at=due)
        .execution_options(synchronize_session=False)
    )


def send_nothing_old() -> None:
    """What waited for a letter when a backup was taken was sent since, mostly."""
    db.session.execute(
        update(Notification)
        .where(Notification.letter_due_at.is_not(None))
        .values(letter_due_at=None)
        .execution_options(synchronize_session=False)
    )
