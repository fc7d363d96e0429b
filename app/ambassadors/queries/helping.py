"""Finding requests for help, and all that says who is nearest."""

from collections import defaultdict
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, bindparam, func, literal, or_, select
from sqlalchemy.orm import aliased

from app.ambassadors.models import WAITING, HelpRequest, Mandate, Turn
from app.ambassadors.nearest import Asker, Candidate
from app.ambassadors.queries.office import HERE, coaching
from app.ambassadors.queries.seeing import ASKED_OF_ME
from app.core.db import HIGHEST, db
from app.core.paging import Page, page
from app.people.models import Person, Reader, Role, Unit
from app.people.queries import holders
from app.people.sight import READER

PAGE = 20

_asker, _asked = aliased(Person), aliased(Person)
LINES = (
    select(
        HelpRequest.id,
        HelpRequest.title,
        HelpRequest.state,
        HelpRequest.created_at,
        HelpRequest.asker_id,
        HelpRequest.asked_id,
        _asker.name.label("asker"),
        _asker.picture,
        _asked.name.label("asked"),
    )
    .join(_asker, _asker.id == HelpRequest.asker_id)
    .outerjoin(_asked, _asked.id == HelpRequest.asked_id)
    .where(HelpRequest.id < bindparam("before"))
    .order_by(HelpRequest.id.desc())
    .limit(PAGE + 1)
)


class Which(StrEnum):
    """The tabs: what one asked, what one is asked, and for governance all that waits."""

    MINE = "mine"
    ASKED = "asked"
    WAITING = "waiting"


WHICH: dict[Which, Any] = {
    Which.MINE: HelpRequest.asker_id == READER,
    Which.ASKED: ASKED_OF_ME,
    Which.WAITING: HelpRequest.state.in_(WAITING),
}


def requests(reader: Reader, which: Which, *, before: int = HIGHEST) -> Page[Row]:
    """The newest first. Whoever asks for the last tab was found to govern."""
    asked = {"before": before, "reader": reader.id}
    return page(db.session.execute(LINES.where(WHICH[which]), asked).all(), size=PAGE)


def is_asked_anything(reader: Reader) -> int:
    """How many wait for an answer of theirs."""
    wanted = select(func.count(HelpRequest.id)).where(
        HelpRequest.asked_id == reader.id, HelpRequest.state.in_(WAITING)
    )
    return db.session.scalar(wanted) or 0


def asker(person: Person, unit_id: int | None) -> Asker:
    """Whoever asks, and the units from the one that asks up to the top of the house."""
    return Asker(person.id, _upwards(unit_id), person.location_id, person.language)


def _upwards(unit_id: int | None) -> tuple[int, ...]:
    """The nearest first. A circle, which nobody can make, would end where it began."""
    if unit_id is None:
        return ()
    up = literal(0).label("up")
    path = select(Unit.id, Unit.parent_id, up).where(Unit.id == unit_id)
    tree = path.cte("upwards", recursive=True)
    above = select(Unit.id, Unit.parent_id, tree.c.up + 1).join(tree, Unit.id == tree.c.parent_id)
    tree = tree.union_all(above.where(tree.c.up < 50))
    return tuple(db.session.scalars(select(tree.c.id).order_by(tree.c.up)))


def candidates() -> list[Candidate]:
    """Everybody who is an ambassador and still here. Two queries, whatever their number."""
    coaches = defaultdict(set)
    for row in db.session.execute(coaching()):
        coaches[row.person_id].add(row.unit_id)
    waits = (
        select(func.count(HelpRequest.id))
        .where(HelpRequest.asked_id == Person.id, HelpRequest.state.in_(WAITING))
        .correlate(Person)
        .scalar_subquery()
    )
    rows = db.session.execute(
        select(
            Person.id,
            Mandate.since,
            Person.unit_id,
            Person.location_id,
            Person.speaks,
            waits.label("waiting"),
        )
        .join(Mandate, Mandate.person_id == Person.id)
        .where(HERE)
    )
    return [
        Candidate(
            row.id,
            row.since,
            row.unit_id,
            row.location_id,
            frozenset(row.speaks.split()),
            frozenset(coaches[row.id]),
            row.waiting,
        )
        for row in rows
    ]


def held_help(number: int) -> HelpRequest:
    """A request, held until what is written is in."""
    wanted = select(HelpRequest).where(HelpRequest.id == number)
    return db.session.scalars(wanted.with_for_update(key_share=True)).one()


def overdue(today: date) -> list[int]:
    """Those that wait for longer than somebody may take, the longest first."""
    wanted = select(HelpRequest.id).where(
        HelpRequest.state.in_(WAITING), HelpRequest.due_on < today
    )
    return list(db.session.scalars(wanted.order_by(HelpRequest.due_on, HelpRequest.id)))


def left_behind(person_id: int) -> list[int]:
    """What waits for somebody, or was asked by them."""
    theirs = or_(HelpRequest.asked_id == person_id, HelpRequest.asker_id == person_id)
    wanted = select(HelpRequest.id).where(theirs, HelpRequest.state.in_(WAITING))
    return list(db.session.scalars(wanted.order_by(HelpRequest.id)))


def may_answer(person_id: int) -> bool:
    """An ambassador who is still here; or governance, which takes what nobody else does."""
    return is_in_office(person_id) or person_id in holders(Role.GOVERNANCE)


def has_passed_on(number: int, person_id: int) -> bool:
    """Somebody was asked, and is not any more: another is, or governance."""
    wanted = (
        select(Turn.help_id)
        .join(HelpRequest, HelpRequest.id == Turn.help_id)
        .where(
            Turn.help_id == number,
            Turn.person_id == person_id,
            Turn.passed_at.is_not(None),
            HelpRequest.asked_id.is_distinct_from(person_id),
        )
    )
    return db.session.scalar(wanted) is not None


def is_in_office(person_id: int) -> bool:
    """An ambassador who is still here."""
    wanted = select(Mandate.id).join(Person, Person.id == Mandate.person_id)
    return db.session.scalar(wanted.where(HERE, Person.id == person_id)) is not None
