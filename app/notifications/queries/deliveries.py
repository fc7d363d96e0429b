"""What is still to be told, and what was told a moment ago."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import Integer, bindparam, exists, func, insert, select

from app.core import clock
from app.core.db import db
from app.notifications.models import Addressee, Delivery, Kind
from app.people.models import Person

A_MOMENT = timedelta(minutes=10)

ADDRESSEES: Any = Addressee.__table__
ADDRESS = insert(ADDRESSEES).from_select(
    ["delivery_id", "person_id", "kind"],
    select(
        bindparam("delivery", type_=Integer),
        Person.id,
        bindparam("kind", type_=Addressee.kind.type),
    )
    .where(Person.id.in_(bindparam("people", expanding=True)), Person.disabled_at.is_(None))
    .order_by(Person.id),
)


def recent(fact: str, kind: str, number: int) -> list[Delivery]:
    """Deliveries of that fact about that thing, written a moment ago."""
    return list(
        db.session.scalars(
            select(Delivery)
            .where(
                Delivery.fact == fact,
                Delivery.subject_kind == kind,
                Delivery.subject_id == number,
                Delivery.created_at > clock.now() - A_MOMENT,
            )
            .order_by(Delivery.id)
        )
    )


def recent_to(person_id: int, fact: str, kind: str, number: int) -> list[Delivery]:
    """The same, of those that mean somebody by name."""
    theirs = select(Addressee.delivery_id).where(Addressee.person_id == person_id)
    named = set(db.session.scalars(theirs.order_by(Addressee.delivery_id.desc()).limit(100)))
    return [one for one in recent(fact, kind, number) if one.id in named]


def is_told(fact: str, kind: str, number: int) -> bool:
    """Whether that fact about that thing was told, or is being told."""
    told = exists().where(
        Delivery.fact == fact, Delivery.subject_kind == kind, Delivery.subject_id == number
    )
    return bool(db.session.scalar(select(told)))


def held(number: int) -> Delivery | None:
    """One delivery, held until the block ends: whoever takes it back waits."""
    return db.session.get(Delivery, number, with_for_update=True, populate_existing=True)


def address(delivery_id: int, meant: Mapping[int, Kind]) -> None:
    """Write down whom it means by name, and why: those of them whose account is open."""
    people: dict[Kind, list[int]] = defaultdict(list)
    for person_id, kind in sorted(meant.items()):
        people[kind].append(person_id)
    for kind, numbers in people.items():
        db.session.execute(ADDRESS, {"delivery": delivery_id, "kind": kind, "people": numbers})


def count_waiting() -> int:
    """How many deliveries the worker has not come to the end of."""
    unfinished = select(func.count(Delivery.id)).where(Delivery.finished.is_(False))
    return db.session.scalar(unfinished) or 0
