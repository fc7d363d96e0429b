"""Which initiatives somebody sees: every other statement about initiatives stands on this one."""

from typing import Any

from sqlalchemy import Select, and_, exists, or_, select
from sqlalchemy.orm import joinedload

from app.initiatives.models import Change, Initiative, Review, Standing, Teammate, Update
from app.people.models import Person, Reader
from app.people.sight import IS_GOVERNANCE, READER, sight

LISTED = Initiative.standing == Standing.SHOWN
# What the figures of the programme stand on.
COUNTED = and_(LISTED, Initiative.review != Review.RETURNED)
# The numbers of the few that do not: what is asked of thousands is asked of these instead.
NOT_COUNTED = select(Initiative.id).where(
    or_(
        Initiative.standing.in_(set(Standing) - {Standing.SHOWN}),
        Initiative.review == Review.RETURNED,
    )
)
MINE = or_(
    Initiative.owner_id == READER,
    exists()
    .where(Teammate.initiative_id == Initiative.id, Teammate.person_id == READER)
    .correlate(Initiative),
)
# What was withdrawn or hidden stays with those who work on it and with governance, who may bring
# it back. All else is everybody's.
SEEN = or_(LISTED, MINE, IS_GOVERNANCE)

UNSEEN = [Standing.WITHDRAWN, Standing.HIDDEN]  # named, for an index finds what is


def visible_to(person: Person | Reader) -> Select[Initiative]:
    return select(Initiative).where(SEEN).params(sight(person))


def whole(person: Person | Reader) -> Select[Initiative]:
    """An initiative with its cover, its unit, and whoever works on it."""
    team = joinedload(Initiative.team).joinedload(Teammate.person)
    return visible_to(person).options(
        joinedload(Initiative.owner).lazyload(Person.grants),
        joinedload(Initiative.unit),
        joinedload(Initiative.cover),
        team.lazyload(Person.grants),
    )


def theirs(person: Any) -> list[Select]:
    """The initiatives that somebody sees and others do not: they work on them."""
    unseen = select(Initiative.id).where(Initiative.standing.in_(UNSEEN))
    helped = unseen.join(Teammate, Teammate.initiative_id == Initiative.id)
    return [unseen.where(Initiative.owner_id == person), helped.where(Teammate.person_id == person)]


def changes_visible_to(person: Person | Reader) -> Select[Change]:
    """What was told, of the initiatives somebody sees."""
    of_seen = select(Initiative.id).where(Initiative.id == Change.initiative_id, SEEN).exists()
    return select(Change).where(Change.told_at.is_not(None), of_seen).params(sight(person))


def changes_theirs(person: Any) -> list[Select]:
    return [
        initiatives.with_only_columns(Change.id).where(
            Change.initiative_id == Initiative.id, Change.told_at.is_not(None)
        )
        for initiatives in theirs(person)
    ]


def updates_of(person: Person | Reader) -> Select[Update]:
    """Those of the initiatives somebody sees, the ones that were taken back too."""
    of_seen = select(Initiative.id).where(Initiative.id == Update.initiative_id, SEEN).exists()
    return select(Update).where(of_seen).params(sight(person))
