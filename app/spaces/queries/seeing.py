"""Which spaces somebody knows of, and how they stand to one."""

from typing import Any

from sqlalchemy import (
    Integer,
    Row,
    Select,
    and_,
    bindparam,
    exists,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from app.core.db import db
from app.people.models import Person, Reader
from app.people.sight import MEMBER, READER, Each, Whoever, sight
from app.spaces.models import (
    Above,
    Joining,
    JoinRequest,
    MemberRole,
    Membership,
    Space,
    Standing,
    Visibility,
)
from app.spaces.sight import IS_INVITED, KNOWN, OPEN, is_left_alone

NUMBER = bindparam("number", type_=Integer)
Parent = aliased(Space)

_in_parent = exists().where(Membership.space_id == Parent.id, Membership.person_id == MEMBER)
PARENT_KNOWN = and_(
    Parent.id == Space.parent_id,
    or_(Parent.visibility != Visibility.HIDDEN, _in_parent.correlate(Parent)),
)
ROLE = (
    select(Membership.role)
    .where(Membership.space_id == Space.id, Membership.person_id == MEMBER)
    .correlate(Space)
    .scalar_subquery()
)

_mine, _theirs, _run = aliased(Membership), aliased(Membership), aliased(Space)
_another = (
    exists()
    .where(
        _theirs.space_id == _run.id,
        _theirs.role == MemberRole.MANAGER,
        _theirs.person_id != _mine.person_id,
        Person.id == _theirs.person_id,
        Person.disabled_at.is_(None),
    )
    .correlate(_run, _mine)
)


def _alone(person: Any) -> Any:
    """Whether that person is the only one who runs it, or a subspace they would leave with it."""
    return (
        exists()
        .where(
            _mine.person_id == person,
            _mine.role == MemberRole.MANAGER,
            _run.id == _mine.space_id,
            or_(
                _run.id == Space.id,
                and_(_run.parent_id == Space.id, Space.visibility != Visibility.PUBLIC),
            ),
            ~_another,
        )
        .correlate(Space)
    )


WAITING = (
    select(func.count())
    .where(JoinRequest.space_id == Space.id, JoinRequest.declined_at.is_(None))
    .correlate(Space)
    .scalar_subquery()
)
STANDING = (
    select(
        Space,
        JoinRequest,
        ROLE.label("role"),
        IS_INVITED.correlate(Space).label("is_invited"),
        Parent.id.label("above_id"),
        Parent.name.label("above"),
        or_(
            Space.parent_id.is_(None),
            Parent.visibility == Visibility.PUBLIC,
            _in_parent.correlate(Parent),
        ).label("comes_through"),
        _alone(MEMBER).label("runs_alone"),
        WAITING.label("waiting"),
        is_left_alone(Space.id).label("is_left_alone"),
    )
    .select_from(Space)
    .outerjoin(Parent, PARENT_KNOWN)
    .outerjoin(JoinRequest, and_(JoinRequest.space_id == Space.id, JoinRequest.person_id == READER))
    .where(KNOWN, Space.id == NUMBER)
)
WRITABLE = (
    select(Space.id, Space.name, ROLE.label("role"))
    .where(
        OPEN,
        Space.archived_at.is_(None),
        or_(
            ROLE.is_not(None),
            and_(Space.visibility == Visibility.PUBLIC, Space.joining == Joining.OPEN),
        ),
    )
    .order_by(ROLE.is_(None), Space.sort_name, Space.id)
    .limit(200)
)


def visible_to(person: Person | Reader | Whoever) -> Select[Space]:
    """The spaces somebody knows of, be it by name alone."""
    return select(Space).where(KNOWN).params(sight(person))


def role(person: Person | Reader, number: int) -> MemberRole | None:
    """What the person is in that space."""
    return db.session.scalar(
        select(Membership.role).where(
            Membership.space_id == number, Membership.person_id == person.id
        )
    )


def standing(person: Person | Reader, number: int) -> Standing | None:
    """How somebody stands to a space they know of: one query."""
    row = db.session.execute(STANDING, {**sight(person), "number": number}).first()
    if row is None:
        return None
    return Standing(
        space=row.Space,
        role=row.role,
        is_invited=row.is_invited,
        asked=row.JoinRequest,
        above=Above(row.above_id, row.above) if row.above_id else None,
        comes_through=bool(row.comes_through),
        runs_alone=row.runs_alone,
        waiting=row.waiting,
        is_left_alone=row.is_left_alone,
    )


def is_alone(person_id: int, number: int) -> bool:
    """Whether nobody else runs it, or one of the subspaces that would be left with it."""
    alone = select(literal(1)).where(Space.id == number, _alone(person_id))
    return db.session.scalar(alone) is not None


def writable(reader: Person | Reader) -> list[Row]:
    """Where the reader may write, their own spaces first: (id, name, role)."""
    return list(db.session.execute(WRITABLE, sight(reader)))


def open_to(person: Person | Reader | Whoever | Each, number: int) -> Select[int]:
    """That space, if the person sees into it."""
    return select(Space.id).where(OPEN, Space.id == number).params(sight(person))


def is_open_to(person: Person | Reader, number: int) -> bool:
    return db.session.scalar(open_to(person, number)) is not None
