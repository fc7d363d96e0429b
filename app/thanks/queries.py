"""Finding thanks."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    DateTime,
    Integer,
    Row,
    Select,
    and_,
    bindparam,
    func,
    or_,
    select,
)
from sqlalchemy.orm import aliased, joinedload

from app.catalogue.models import Term
from app.core.db import db
from app.core.paging import Page, page
from app.people.models import Person, Reader, Unit
from app.people.queries import unit_and_below
from app.people.sight import IS_GOVERNANCE, READER, sight
from app.thanks.models import Thanks
from app.thanks.narrowing import Narrowing

PAGE, FEW = 20, 3  # on a page, and where they are guests
MOST = 1_000  # that are counted

MINE = or_(Thanks.giver_id == READER, Thanks.receiver_id == READER)
LISTED = and_(
    Thanks.hidden_at.is_(None), Thanks.put_away_at.is_(None), Thanks.withdrawn_at.is_(None)
)
# What is not everybody's stays with those whose it is and with governance; what was withdrawn is
# gone for all of them.
SEEN = and_(
    Thanks.withdrawn_at.is_(None),
    or_(
        and_(Thanks.hidden_at.is_(None), Thanks.put_away_at.is_(None)),
        MINE,
        IS_GOVERNANCE,
    ),
)

GIVER, RECEIVER = aliased(Person, name="giver"), aliased(Person, name="receiver")
_given = aliased(Term, name="given")

# With the habit by what speaks for it today.
CARD = (
    select(
        Thanks.id,
        Thanks.text,
        Thanks.language,
        Thanks.created_at,
        Thanks.hidden_at,
        Thanks.put_away_at,
        Thanks.giver_id,
        GIVER.name.label("giver"),
        GIVER.picture.label("picture"),
        Thanks.receiver_id,
        RECEIVER.name.label("receiver"),
        Term.slug.label("habit"),
        Term.name,
        Term.name_eu,
        Term.name_en,
        Term.name_pt,
    )
    .join(GIVER, GIVER.id == Thanks.giver_id)
    .join(RECEIVER, RECEIVER.id == Thanks.receiver_id)
    .join(_given, _given.id == Thanks.habit_id)
    .join(Term, Term.id == func.coalesce(_given.survivor_id, _given.id))
)
RECEIVED_LATELY = (
    CARD.where(LISTED, Thanks.receiver_id == bindparam("person", type_=Integer))
    .order_by(Thanks.created_at.desc(), Thanks.id.desc())
    .limit(FEW + 1)
)

_SINCE, _UNTIL = bindparam("since", type_=DateTime), bindparam("until", type_=DateTime)
_BETWEEN = and_(Thanks.created_at >= _SINCE, Thanks.created_at < _UNTIL)
_TOLD = select(
    Thanks.id,
    Thanks.giver_id,
    Thanks.receiver_id,
    Thanks.habit_id,
    Thanks.text,
    Thanks.created_at,
)
RECEIVED_BETWEEN = _TOLD.where(
    LISTED, Thanks.receiver_id == bindparam("person", type_=Integer), _BETWEEN
).order_by(Thanks.created_at, Thanks.id)
GIVEN_BETWEEN = _TOLD.where(
    LISTED, Thanks.giver_id == bindparam("person", type_=Integer), _BETWEEN
).order_by(Thanks.created_at, Thanks.id)
PLACES_TAKEN = select(func.count(Thanks.id)).where(
    Thanks.giver_id == bindparam("person", type_=Integer), _BETWEEN, Thanks.takes_place
)

THANKABLE = (
    select(Person.id, Person.name, Person.picture, Person.job, Unit.name.label("unit"))
    .outerjoin(Unit, Unit.id == Person.unit_id)
    .where(
        Person.id == bindparam("person", type_=Integer),
        Person.id != READER,
        Person.disabled_at.is_(None),
    )
)


def visible_to(person: Person | Reader) -> Select[Thanks]:
    return select(Thanks).where(SEEN).params(sight(person))


def kept_for(person: Person | Reader) -> Select[Thanks]:
    """The same; and for whoever decides about a report, what was withdrawn since."""
    return select(Thanks).where(or_(SEEN, IS_GOVERNANCE)).params(sight(person))


def with_names(person: Person | Reader) -> Select[Thanks]:
    """With the people and the habit its page names, in one query."""
    people = (Thanks.giver, Thanks.receiver)
    return visible_to(person).options(
        *(joinedload(one).lazyload(Person.grants) for one in people), joinedload(Thanks.habit)
    )


def theirs(person: Any) -> list[Select]:
    """Those that somebody sees and others do not: what they gave or were given."""
    unseen = select(Thanks.id).where(
        or_(Thanks.hidden_at.is_not(None), Thanks.put_away_at.is_not(None)),
        Thanks.withdrawn_at.is_(None),
    )
    return [unseen.where(Thanks.giver_id == person), unseen.where(Thanks.receiver_id == person)]


def listed(person: Person | Reader, wanted: Narrowing) -> Page[Row]:
    """The newest first. Of one's own, also those that others do not see. One query."""
    asked = CARD.where(*_conditions(person, wanted), Thanks.id < wanted.before)
    rows = db.session.execute(asked.order_by(Thanks.id.desc()).limit(PAGE + 1), sight(person))
    return page(rows.all(), size=PAGE)


def count(person: Person | Reader, wanted: Narrowing) -> int:
    """How many there are in all; beyond MOST they are not counted."""
    some = select(Thanks.id).where(*_conditions(person, wanted)).limit(MOST + 1).subquery()
    return db.session.scalar(select(func.count()).select_from(some), sight(person)) or 0


def received_lately(person_id: int) -> Page[Row]:
    """The last few that everybody sees."""
    return page(db.session.execute(RECEIVED_LATELY, {"person": person_id}).all(), size=FEW)


def received_between(person_id: int, since: datetime, until: datetime) -> list[Row]:
    """What somebody was thanked for from then until before then, as far as everybody sees it."""
    return _between(RECEIVED_BETWEEN, person_id, since, until)


def given_between(person_id: int, since: datetime, until: datetime) -> list[Row]:
    """What somebody thanked others for, in the same way."""
    return _between(GIVEN_BETWEEN, person_id, since, until)


def places_taken(person_id: int, since: datetime, until: datetime) -> int:
    asked = {"person": person_id, "since": since, "until": until}
    return db.session.scalar(PLACES_TAKEN, asked) or 0


def thankable(number: int, by: Person | Reader) -> Row | None:
    """Somebody who works here and is not oneself."""
    return db.session.execute(THANKABLE, {"person": number, "reader": by.id}).first()


def person_name(number: int | None) -> str:
    named = select(Person.name).where(Person.id == number)
    return (db.session.scalar(named) if number else None) or ""


def _between(asked: Select, person_id: int, since: datetime, until: datetime) -> list[Row]:
    given = {"person": person_id, "since": since, "until": until}
    return list(db.session.execute(asked, given))


def _conditions(person: Person | Reader, wanted: Narrowing) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [SEEN if wanted.is_of(person.id) else LISTED]
    if wanted.habit is not None:
        same = or_(Term.id == wanted.habit, Term.survivor_id == wanted.habit)
        found.append(Thanks.habit_id.in_(select(Term.id).where(same)))
    if wanted.unit is not None:
        there = select(Person.id).where(Person.unit_id.in_(unit_and_below(wanted.unit)))
        found.append(Thanks.receiver_id.in_(there))
    if wanted.to is not None:
        found.append(Thanks.receiver_id == wanted.to)
    if wanted.by is not None:
        found.append(Thanks.giver_id == wanted.by)
    return found
