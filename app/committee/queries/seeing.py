"""Which sittings somebody sees: those who decide all of them, others those they were at."""

from typing import Any

from sqlalchemy import Select, exists, or_, select
from sqlalchemy.orm import selectinload

from app.committee.models import Attendee, Item, Sitting
from app.ideas.models import Idea
from app.people.models import Person, Reader
from app.people.sight import IS_GOVERNANCE, READER, sight

SEEN = or_(
    IS_GOVERNANCE,
    exists()
    .where(Attendee.sitting_id == Sitting.id, Attendee.person_id == READER)
    .correlate(Sitting),
)


def visible_to(person: Person | Reader) -> Select[Sitting]:
    return select(Sitting).where(SEEN).params(sight(person))


def whole(person: Person | Reader) -> Select[Sitting]:
    """With its agenda and who is there, in a handful of statements: for whoever works on it."""
    return visible_to(person).options(
        selectinload(Sitting.attendees),
        selectinload(Sitting.items).joinedload(Item.step),
        selectinload(Sitting.items)
        .joinedload(Item.idea)
        .load_only(Idea.id, Idea.standing, Idea.survivor_id),
    )


def theirs(person: Any) -> list[Select]:
    """The sittings that somebody sees and others do not: they were there."""
    return [select(Attendee.sitting_id).where(Attendee.person_id == person)]


def everybody(number: int) -> Select[Sitting]:
    """For the clock, which nobody is."""
    return select(Sitting).where(Sitting.id == number)
