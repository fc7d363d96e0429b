"""What is asked while a wave is counted and closed, and the piles it leaves behind."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Row, delete, exists, func, insert, or_, select, update

from app.core.db import Base, db
from app.survey.models import Ballot, Group, Invitation, Receipt, Sealed, Wave, WaveState
from app.survey.queries.piles import AT_ONCE
from app.survey.queries.waves import COUNTED

Pile = type[Base]  # a table whose rows belong to one wave each


def held(number: int) -> Wave:
    """In `writing()`: nobody else changes it until the block ends."""
    return db.session.scalars(select(Wave).where(Wave.id == number).with_for_update()).one()


def state_of(number: int) -> WaveState | None:
    return db.session.scalar(select(Wave.state).where(Wave.id == number))


def key_name_of(number: int) -> str:
    return db.session.scalar(select(Wave.key_name).where(Wave.id == number)) or ""


def overdue(day: date) -> list[int]:
    """The waves that still take answers though their last day is over."""
    over = select(Wave.id).where(Wave.state == WaveState.OPEN, Wave.closes_on < day)
    return list(db.session.scalars(over))


def keyed(*states: WaveState) -> list[Row]:
    """Every wave in one of these states and the name of its key: (id, key_name)."""
    wanted = select(Wave.id, Wave.key_name).where(Wave.state.in_(states), Wave.key_name != "")
    return list(db.session.execute(wanted.order_by(Wave.id)))


def kept() -> list[Wave]:
    """The waves whose answers are still there."""
    unerased = select(Wave).where(Wave.state.in_(COUNTED), Wave.erased_at.is_(None))
    return list(db.session.scalars(unerased.order_by(Wave.id)))


def ballots_of(wave_id: int) -> Iterator[tuple[int, dict[str, Any]]]:
    """What was answered under which group, in the order of random keys."""
    wanted = select(Ballot.group_id, Ballot.answers).where(Ballot.wave_id == wave_id)
    with db.session.execute(wanted.execution_options(yield_per=AT_ONCE)) as rows:
        for row in rows:
            yield row.group_id, row.answers


def add(pile: Pile, rows: list[dict[str, Any]]) -> None:
    if rows:
        db.session.execute(insert(pile), rows)


def size(pile: Any, wave_id: int) -> int:
    counted = select(func.count()).select_from(pile).where(pile.wave_id == wave_id)
    return db.session.scalar(counted) or 0


def drop_some(pile: Any, wave_id: int, most: int = AT_ONCE) -> bool:
    """Some of a wave's rows; whether there may be more."""
    *_, key = pile.__table__.primary_key.columns  # what tells rows of one wave apart
    some = select(key).where(pile.wave_id == wave_id).limit(most)
    gone = delete(pile).where(pile.wave_id == wave_id, key.in_(some))
    done = db.session.execute(gone.execution_options(synchronize_session=False))
    return done.rowcount == most  # type: ignore[attr-defined]


def is_anything_sealed(wave_id: int) -> bool:
    """Whether a receipt is left of a wave, or an answer that lies sealed."""
    left = [exists().where(pile.wave_id == wave_id) for pile in (Receipt, Sealed)]
    return bool(db.session.scalar(select(or_(*left))))


def is_shared(pile: Any, wave_id: int) -> bool:
    """Whether other waves have rows there, too."""
    return bool(db.session.scalar(select(exists().where(pile.wave_id != wave_id))))


def write_outcomes(rows: list[dict[str, Any]]) -> None:
    """The figures of groups, or why they are hidden, by their `id`."""
    db.session.execute(update(Group), rows)


def invited_to_both(one: int, other: int) -> list[Row]:
    """How many were invited to two waves, by the groups that their answers are written under:
    (group of the one, group of the other, people).
    """
    here, there = Invitation.__table__.alias(), Invitation.__table__.alias()
    both = (
        select(here.c.group_id, there.c.group_id, func.count())
        .join(there, here.c.person_id == there.c.person_id)
        .where(here.c.wave_id == one, there.c.wave_id == other)
        .group_by(here.c.group_id, there.c.group_id)
    )
    return list(db.session.execute(both))


def invited_by_group(wave_id: int) -> dict[int, int]:
    """How many were invited whose answers are written under each group."""
    counted = select(Invitation.group_id, func.count()).where(Invitation.wave_id == wave_id)
    return dict(db.session.execute(counted.group_by(Invitation.group_id)).all())
