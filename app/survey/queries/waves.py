"""Waves, and who is asked by them."""

from typing import Any

from sqlalchemy import Row, Select, exists, false, func, select, true
from sqlalchemy.orm import Session, lazyload

from app.core.db import HIGHEST, db
from app.core.fragments import frozen
from app.people import along
from app.people.models import Person, Reader
from app.survey.models import Group, Invitation, Wave, WaveState

A_WAVE = 20_000  # characters, about, with what it asks in four languages

COUNTED = (WaveState.CLOSED, WaveState.PUBLISHED)
UNCOUNTED = (WaveState.OPEN, WaveState.COUNTING)  # what was answered lies sealed

# Asked at every page of everybody: one looks up the wave that is open, and their own invitation.
along.ask(
    "survey",
    exists().where(
        Invitation.person_id == Person.id,
        Wave.id == Invitation.wave_id,
        Wave.state == WaveState.OPEN,
    ),
)


def visible_to(person: Any) -> Select[Wave]:
    """What has opened is everybody's to know of; a draft is seen by `waves` alone."""
    return select(Wave).where(Wave.state != WaveState.DRAFT)


def waves(person: Person | Reader) -> Select[Wave]:
    """All of them, drafts too, for whoever runs them."""
    return select(Wave).where(true() if person.is_hr else false())


def seen_by(person: Person | Reader) -> Select[Wave]:
    """As a page of its own: what has opened is everybody's; whoever runs them has the drafts."""
    return waves(person) if person.is_hr else visible_to(person)


def told(person: Person | Reader) -> list[Row]:
    """What the list tells of each, the latest first: all of them to whoever runs them, and else
    those with published results. How many answered is the whole company's, once it is counted.
    """
    wanted = select(
        Wave.id,
        Wave.name,
        Wave.state,
        Wave.opened_at,
        Wave.closes_on,
        Wave.closed_at,
        Wave.published_at,
        Wave.invited,
        Wave.answered,
    )
    if not person.is_hr:
        wanted = wanted.where(Wave.state == WaveState.PUBLISHED)
    latest = func.coalesce(Wave.opened_at, Wave.created_at).desc()
    return list(db.session.execute(wanted.order_by(latest, Wave.id.desc())))


def open_wave() -> Wave | None:
    """The one that takes answers now: there is never more than one. What it asks is left for
    whoever wants to know.
    """
    opened = select(Wave).where(Wave.state == WaveState.OPEN)
    return db.session.scalar(opened.options(lazyload(Wave.items)))


def hold_shared(number: int) -> Wave:
    """A wave that nobody changes until the block ends, though many may hold it at once. What it
    asks is left for whoever wants to know. Raises NoResultFound.
    """
    held = select(Wave).where(Wave.id == number).options(lazyload(Wave.items))
    return db.session.scalars(held.with_for_update(read=True)).one()


def last_counted() -> int | None:
    """The number of the wave before: what the next one is compared with."""
    counted = select(Wave.id).where(Wave.state.in_(COUNTED))
    return db.session.scalar(counted.order_by(Wave.opened_at.desc(), Wave.id.desc()).limit(1))


def as_asked(number: int | None = None) -> Wave | None:
    """What people are asked: the wave of that number, if it has opened, or the one that opened
    last. Frozen, and apart from the session: a process reads each version of it once.
    """
    known = select(Wave.id, Wave.version, Wave.opened_at).where(Wave.state != WaveState.DRAFT)
    if number is not None:
        known = known.where(Wave.id == min(number, HIGHEST))
    row = db.session.execute(known.order_by(Wave.opened_at.desc(), Wave.id.desc()).limit(1)).first()
    if row is None:
        return None
    return frozen("survey.asked", *row, read=lambda: _apart(row.id), weight=A_WAVE)


def _apart(number: int) -> Wave:
    """In a session of its own, on the connection there is: another might be waited for."""
    here = db.session.connection()
    with Session(here, join_transaction_mode="create_savepoint") as reading:
        return reading.get_one(Wave, number)


def last_wave() -> Wave | None:
    """The one that opened last."""
    opened = select(Wave).where(Wave.state != WaveState.DRAFT)
    return db.session.scalar(opened.order_by(Wave.opened_at.desc(), Wave.id.desc()).limit(1))


def invitation_of(wave_id: int, person_id: int) -> Invitation | None:
    """Whether somebody is asked, and under which group their answer is written."""
    return db.session.get(Invitation, (wave_id, person_id))


def groups_of(wave_id: int) -> list[Group]:
    """All its groups in the order of their tree, the whole first."""
    wanted = select(Group).where(Group.wave_id == wave_id).order_by(Group.position)
    return list(db.session.scalars(wanted))


def asked(fact: str, wave_id: int) -> Select[int]:
    """The numbers of all who were invited, whether they answered or not: nobody knows that."""
    return select(Invitation.person_id).where(Invitation.wave_id == wave_id)
