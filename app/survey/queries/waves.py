"""Waves, and who is asked by them."""

from typing import Any

from sqlalchemy import Row, Select, exists, false, func, select, true
from sqlalchemy.orm import lazyload

from app.core.db import db
from app.people import along
from app.people.models import Person, Reader
from app.survey.models import Group, Invitation, Wave, WaveState

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
    """A wave that nobody changes until the block ends, though many may hold it at once. Raises
    NoResultFound.
    """
    held = select(Wave).where(Wave.id == number).with_for_update(read=True)
    return db.session.scalars(held).one()


def last_counted() -> int | None:
    """The number of the wave before: what the next one is compared with."""
    counted = select(Wave.id).where(Wave.state.in_(COUNTED))
    return db.session.scalar(counted.order_by(Wave.opened_at.desc(), Wave.id.desc()).limit(1))


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


def asked(wave_id: int) -> Select[int]:
    """The numbers of all who were invited, whether they answered or not: nobody knows that."""
    return select(Invitation.person_id).where(Invitation.wave_id == wave_id)
