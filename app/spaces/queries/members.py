"""Who is in a space, and who would like to be."""

from sqlalchemy import Row, exists, select

from app.core.db import db
from app.core.paging import Page, page
from app.people import queries as people
from app.people.models import Person, Unit
from app.spaces.models import Invitation, JoinRequest, MemberRole, Membership, Space
from app.spaces.queries.seeing import NUMBER

PAGE = 24  # people on a page
FEW = 12

MANAGERS = (
    select(Person.id, Person.name, Person.picture, Person.job)
    .join(Membership, Membership.person_id == Person.id)
    .where(
        Membership.space_id == NUMBER,
        Membership.role == MemberRole.MANAGER,
        Person.disabled_at.is_(None),
    )
    .order_by(Person.sort_name, Person.id)
    .limit(FEW)
)
ASKING = (
    select(
        Person.id,
        Person.name,
        Person.picture,
        Person.job,
        JoinRequest.words,
        JoinRequest.created_at,
    )
    .join(JoinRequest, JoinRequest.person_id == Person.id)
    .where(JoinRequest.space_id == NUMBER, JoinRequest.declined_at.is_(None))
    .order_by(JoinRequest.created_at, Person.id)
    .limit(50)
)
WAITING_FOR = (
    select(Person.id, Person.name, Person.picture, Person.job, Invitation.created_at)
    .join(Invitation, Invitation.person_id == Person.id)
    .where(Invitation.space_id == NUMBER)
    .order_by(Invitation.created_at.desc(), Person.id)
    .limit(50)
)


def managers(number: int) -> list[Row]:
    return list(db.session.execute(MANAGERS, {"number": number}))


def members(number: int, *, words: str = "", after: int | None = None) -> Page[Row]:
    """Who is in it, by name."""
    rows = (
        select(
            Person.id,
            Person.name,
            Person.sort_name,
            Person.picture,
            Person.job,
            Unit.name.label("unit"),
            Membership.role.label("role"),
        )
        .join(Membership, Membership.person_id == Person.id)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(Membership.space_id == number, Person.disabled_at.is_(None))
    )
    wanted = people.by_name(people.narrowed(rows, words=words), after=after)
    return page(db.session.execute(wanted.limit(PAGE + 1)).all(), size=PAGE)


def asking(number: int) -> list[Row]:
    return list(db.session.execute(ASKING, {"number": number}))


def waiting_for(number: int) -> list[Row]:
    """Who was invited and has not answered."""
    return list(db.session.execute(WAITING_FOR, {"number": number}))


def request_of(person_id: int, number: int) -> JoinRequest | None:
    asked = db.session.get(JoinRequest, (number, person_id))
    return asked if asked and asked.declined_at is None else None


def to_invite(number: int, words: str) -> list[Row]:
    """People of that name, and whether they are in it, or invited already."""
    is_in = exists().where(Membership.space_id == number, Membership.person_id == Person.id)
    called = exists().where(Invitation.space_id == number, Invitation.person_id == Person.id)
    rows = select(
        Person.id,
        Person.name,
        Person.sort_name,
        Person.picture,
        Person.job,
        is_in.correlate(Person).label("is_in"),
        called.correlate(Person).label("is_invited"),
    ).where(Person.disabled_at.is_(None))
    wanted = people.by_name(people.narrowed(rows, words=words), after=None)
    return list(db.session.execute(wanted.limit(FEW)))


def may_come(person_id: int, space: Space) -> bool:
    """Whether somebody gets as far as its door: the space above it may be shut."""
    if space.parent is None or space.parent.is_public:
        return True
    return space.parent.membership(person_id) is not None
