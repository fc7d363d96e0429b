"""Finding accounts and what they are trusted with, as whoever looks after them may see them."""

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import ColumnElement, Row, Select, and_, exists, func, select
from sqlalchemy.orm import aliased

from app.core import clock
from app.core.db import db
from app.core.paging import Page, page
from app.people import policy
from app.people import queries as people
from app.people.models import Grant, Location, Person, Proposal, Reader, Role, Unit
from app.people.models.proposal import STANDS
from app.people.queries import ROLES

PAGE = 50  # accounts on a page
LATELY = 10  # proposals that came to an end

Giver, Proposer, Settler = aliased(Person), aliased(Person), aliased(Person)


class State(StrEnum):
    ACTIVE = "active"
    INVITED = "invited"  # nobody has come in with it yet
    CLOSED = "closed"


STATES: dict[State, ColumnElement[bool]] = {
    State.ACTIVE: and_(Person.disabled_at.is_(None), Person.password_hash.is_not(None)),
    State.INVITED: and_(Person.disabled_at.is_(None), Person.password_hash.is_(None)),
    State.CLOSED: Person.disabled_at.is_not(None),
}

ACCOUNTS = select(
    Person.id,
    Person.name,
    Person.picture,
    Person.email,
    Person.disabled_at,
    Person.disabled_at.is_(None).label("is_active"),
    Person.password_hash.is_not(None).label("has_come_in"),
    Unit.name.label("unit"),
    ROLES.label("roles"),
).outerjoin(Unit, Unit.id == Person.unit_id)


def accounts(
    reader: Reader,
    *,
    words: str = "",
    unit_id: int | None = None,
    role: Role | None = None,
    state: State | None = None,
    after: int | None = None,
) -> Page[Row]:
    """People by name, the next page beginning after the person with that number."""
    wanted = people.by_name(_seen(ACCOUNTS, reader, words, unit_id, role, state), after=after)
    return page(db.session.execute(wanted.limit(PAGE + 1)).all(), size=PAGE)


def count(
    reader: Reader,
    *,
    words: str = "",
    unit_id: int | None = None,
    role: Role | None = None,
    state: State | None = None,
) -> int:
    everybody = select(func.count(Person.id))
    return db.session.scalar(_seen(everybody, reader, words, unit_id, role, state)) or 0


def account(number: int) -> Row | None:
    """One person as the administration knows them."""
    return db.session.execute(
        ACCOUNTS.add_columns(
            Person.job,
            Person.unit_id,
            Person.location_id,
            Person.language,
            Person.version,
            Person.created_at,
            Location.name.label("location"),
        )
        .outerjoin(Location, Location.id == Person.location_id)
        .where(Person.id == number)
    ).first()


def grants(number: int) -> dict[str, Row]:
    """What the person is trusted with, by role: since when, and thanks to whom."""
    rows = db.session.execute(
        select(
            Grant.role,
            Grant.created_at,
            Giver.name.label("giver"),
            Proposer.name.label("proposer"),
        )
        .outerjoin(Giver, Giver.id == Grant.granted_by)
        .outerjoin(Proposer, Proposer.id == Grant.proposed_by)
        .where(Grant.person_id == number)
    )
    return {row.role: row for row in rows}


def is_last_admin(number: int) -> bool:
    """Whether nobody else could run the house."""
    return not people.holders(Role.ADMIN, but=[number])


def is_held(proposal: Proposal) -> bool:
    """Whether somebody has the role already, but for those the proposal is between."""
    return bool(people.holders(proposal.role, but=[proposal.person_id, proposal.proposed_by]))


def proposals_seen_by(reader: Person | Reader) -> Select[Proposal]:
    """Those of the administration see all; whoever holds a role sees who may join them."""
    seen = select(Proposal)
    return seen if reader.is_admin else seen.where(Proposal.role.in_(reader.roles))


def proposal_for(person: Person, role: Role) -> Proposal | None:
    """The one that waits for an answer, if there is one."""
    found = select(Proposal).where(
        Proposal.person_id == person.id, Proposal.role == role, *_waiting()
    )
    return db.session.scalars(found.order_by(Proposal.id)).first()


def waiting(reader: Reader, *, number: int | None = None) -> list[Row]:
    """Proposals without an answer, the oldest first; of one person, or of all."""
    wanted = _told(reader).where(*_waiting()).order_by(Proposal.id)
    if number is not None:
        wanted = wanted.where(Proposal.person_id == number)
    return list(db.session.execute(wanted))


def lately(reader: Reader) -> list[Row]:
    """Proposals that came to an end, be it by an answer or by none."""
    wanted = _told(reader).where(~and_(*_waiting())).order_by(Proposal.id.desc())
    return list(db.session.execute(wanted.limit(LATELY)))


def held() -> dict[str, int]:
    """How many hold each role."""
    rows = db.session.execute(
        select(Grant.role, func.count().label("number"))
        .join(Person, Person.id == Grant.person_id)
        .where(Person.disabled_at.is_(None))
        .group_by(Grant.role)
    )
    return {row.role: row.number for row in rows}


def correspondents(numbers: Iterable[int]) -> dict[int, Row]:
    """Whom a letter is written to and whom it names, by their numbers."""
    rows = db.session.execute(
        select(
            Person.id,
            Person.name,
            Person.email,
            Person.language,
            Person.time_zone,
            Person.disabled_at.is_(None).label("is_active"),
        ).where(Person.id.in_(numbers))
    )
    return {row.id: row for row in rows}


def _seen(
    wanted: Select,
    reader: Reader,
    words: str,
    unit_id: int | None,
    role: Role | None,
    state: State | None,
) -> Select:
    """Who only names ambassadors looks among those who are here, and by their names."""
    administers = policy.administer(reader)
    wanted = people.narrowed(
        wanted, words=words, unit_id=unit_id, role=role, with_email=administers
    )
    if not administers:
        return wanted.where(Person.disabled_at.is_(None))
    return wanted if state is None else wanted.where(STATES[state])


def _told(reader: Reader) -> Select:
    """Proposals with the names of whoever had to do with them."""
    others = aliased(Grant)
    able = aliased(Person)
    held = exists(
        select(others.person_id)
        .join(able, able.id == others.person_id)
        .where(
            others.role == Proposal.role,
            others.person_id.not_in([Proposal.person_id, Proposal.proposed_by]),
            able.disabled_at.is_(None),
            able.password_hash.is_not(None),
        )
        .correlate(Proposal)
    )
    seen = proposals_seen_by(reader).whereclause
    told = (
        select(
            Proposal.id,
            Proposal.person_id,
            Proposal.proposed_by,
            Proposal.role,
            Proposal.outcome,
            Proposal.created_at,
            Proposal.settled_at,
            Person.name,
            Person.picture,
            Unit.name.label("unit"),
            Proposer.name.label("proposer"),
            Settler.name.label("settler"),
            held.label("is_held"),
        )
        .join(Person, Person.id == Proposal.person_id)
        .join(Proposer, Proposer.id == Proposal.proposed_by)
        .outerjoin(Settler, Settler.id == Proposal.settled_by)
        .outerjoin(Unit, Unit.id == Person.unit_id)
    )
    return told if seen is None else told.where(seen)


def _waiting() -> list[ColumnElement[bool]]:
    """What `Proposal.waits` says of one, asked of many."""
    about, maker = aliased(Person), aliased(Person)
    has, runs = aliased(Grant), aliased(Grant)
    return [
        Proposal.outcome.is_(None),
        Proposal.created_at > clock.now() - STANDS,
        exists().where(about.id == Proposal.person_id, about.disabled_at.is_(None)),
        ~exists().where(has.person_id == Proposal.person_id, has.role == Proposal.role),
        exists().where(maker.id == Proposal.proposed_by, maker.disabled_at.is_(None)),
        exists().where(runs.person_id == Proposal.proposed_by, runs.role == Role.ADMIN),
    ]
