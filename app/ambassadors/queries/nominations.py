"""Finding nominations."""

from enum import StrEnum

from sqlalchemy import Row, bindparam, exists, func, or_, select
from sqlalchemy.orm import aliased

from app.ambassadors.models import Mandate, Nomination, Outcome
from app.core.db import HIGHEST, db
from app.core.paging import Page, page
from app.people.models import Person, Reader
from app.people.sight import READER

PAGE = 20

_nominator = aliased(Person)
LINES = (
    select(
        Nomination.id,
        Nomination.why,
        Nomination.outcome,
        Nomination.created_at,
        Nomination.person_id,
        Nomination.nominated_by,
        Person.name,
        Person.picture,
        _nominator.name.label("nominator"),
    )
    .join(Person, Person.id == Nomination.person_id)
    .join(_nominator, _nominator.id == Nomination.nominated_by)
    .where(Nomination.id < bindparam("before"))
    .order_by(Nomination.id.desc())
    .limit(PAGE + 1)
)


class Which(StrEnum):
    """The tabs: one's own, and for governance those that wait and those that were decided."""

    MINE = "mine"
    WAITING = "waiting"
    DECIDED = "decided"


WHICH = {
    Which.MINE: or_(Nomination.person_id == READER, Nomination.nominated_by == READER),
    Which.WAITING: Nomination.outcome == Outcome.OPEN,
    Which.DECIDED: Nomination.outcome != Outcome.OPEN,
}


def nominations(reader: Reader, which: Which, *, before: int = HIGHEST) -> Page[Row]:
    """The newest first. Whoever asks for another tab than one's own was found to govern."""
    asked = {"before": before, "reader": reader.id}
    return page(db.session.execute(LINES.where(WHICH[which]), asked).all(), size=PAGE)


def waiting() -> int:
    open_ = select(func.count(Nomination.id)).where(WHICH[Which.WAITING])
    return db.session.scalar(open_) or 0


def open_nomination_of(person_id: int) -> Nomination | None:
    return db.session.scalar(
        select(Nomination).where(
            Nomination.person_id == person_id, Nomination.outcome == Outcome.OPEN
        )
    )


def held_nomination(number: int) -> Nomination:
    """One of them, held until what is written is in."""
    wanted = select(Nomination).where(Nomination.id == number)
    return db.session.scalars(wanted.with_for_update(key_share=True)).one()


def may_be_put_forward(person_id: int) -> bool:
    """Neither an ambassador nor put forward already."""
    is_in_office = exists().where(Mandate.person_id == person_id, Mandate.ended_on.is_(None))
    is_open = exists().where(Nomination.person_id == person_id, Nomination.outcome == Outcome.OPEN)
    return not db.session.scalar(select(is_in_office | is_open))
