"""Into which spaces somebody sees, as predicates for the statements of this and other features."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select, true
from sqlalchemy.orm import aliased
from sqlalchemy.types import String

from app.people import along
from app.people.models import Person
from app.people.sight import IS_GOVERNANCE, MEMBER, READER
from app.spaces.models import Invitation, MemberRole, Membership, Space, Visibility

IS_IN = exists().where(Membership.space_id == Space.id, Membership.person_id == MEMBER)
IS_INVITED = exists().where(Invitation.space_id == Space.id, Invitation.person_id == READER)

_manages, _manager = aliased(Membership), aliased(Person)


def is_left_alone(space_id: Any) -> ColumnElement[bool]:
    """Whether nobody is left who runs that space: the accounts of all who did are closed."""
    somebody = exists().where(
        _manages.space_id == space_id,
        _manages.role == MemberRole.MANAGER,
        _manager.id == _manages.person_id,
        _manager.disabled_at.is_(None),
    )
    return ~somebody.correlate(space_id.class_)


# Of the space itself its name: what is hidden, nobody knows but who is in it or invited; and
# governance, where nobody is left who runs it.
KNOWN = or_(
    Space.visibility != Visibility.HIDDEN,
    IS_IN.correlate(Space),
    IS_INVITED.correlate(Space),
    and_(IS_GOVERNANCE, is_left_alone(Space.id)),
)
OPEN = (Space.visibility == Visibility.PUBLIC) | IS_IN.correlate(Space)

CIRCLES = (
    select(func.aggregate_strings(Membership.space_id.cast(String), ","))
    .join(Space, Space.id == Membership.space_id)
    .where(Membership.person_id == Person.id, Space.visibility != Visibility.PUBLIC)
    .correlate(Person)
    .scalar_subquery()
)
along.tell("circles", CIRCLES)


def sees_into(space_id: Any) -> ColumnElement[bool]:
    """Narrows rows that stand in a space, or in none and so in the whole house, to those whose
    place the reader sees into. Nobody goes round it, whatever they are trusted with.

    A CASE and no OR: each row asks about its own place, and an index that has the rows in their
    order is followed until there are enough of them.
    """
    place = aliased(Space)
    is_in = exists().where(Membership.space_id == place.id, Membership.person_id == MEMBER)
    sees = (
        select(place.id)
        .where(
            place.id == space_id,
            (place.visibility == Visibility.PUBLIC) | is_in.correlate(place),
        )
        .correlate(space_id.class_)
        .exists()
    )
    return case((space_id.is_(None), true()), else_=sees)


def run_by(person_id: Any) -> Select[int]:
    """The numbers of the spaces somebody runs, as a subquery."""
    return select(Membership.space_id).where(
        Membership.person_id == person_id, Membership.role == MemberRole.MANAGER
    )


def runs(space_id: Any) -> ColumnElement[bool]:
    """Whether the reader keeps order in the space that a row stands in. Governance does where
    nobody else is left to.
    """
    manages = exists().where(
        Membership.space_id == space_id,
        Membership.person_id == MEMBER,
        Membership.role == MemberRole.MANAGER,
    )
    looks_after = and_(IS_GOVERNANCE, space_id.is_not(None), is_left_alone(space_id))
    return manages.correlate(space_id.class_) | looks_after


def theirs(person: Any) -> list[Select]:
    """The spaces that somebody knows of, and others with the same roles and circles may not."""
    return [select(Invitation.space_id).where(Invitation.person_id == person)]


def stands_open(space_id: Any) -> ColumnElement[bool]:
    """The same for statements that look at all rows, to count them: the spaces are found once."""
    spaces = aliased(Space)
    is_in = exists().where(Membership.space_id == spaces.id, Membership.person_id == MEMBER)
    open_ones = select(spaces.id).where(
        (spaces.visibility == Visibility.PUBLIC) | is_in.correlate(spaces)
    )
    return case((space_id.is_(None), true()), else_=space_id.in_(open_ones))
