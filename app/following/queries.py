"""Who follows what."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Integer,
    Row,
    Select,
    String,
    and_,
    bindparam,
    case,
    or_,
    select,
    union_all,
    update,
)

from app.core import clock, inserting
from app.core.db import db
from app.following.models import Following
from app.people.sight import READER

MUTED_SHOWN = 200  # of what somebody muted, the last by kind and number are not listed

STANDING = select(Following.follows, Following.muted).where(
    Following.person_id == READER,
    Following.kind == bindparam("kind", type_=String),
    Following.number == bindparam("number", type_=Integer),
)

MUTED = (
    select(Following.kind, Following.number)
    .where(Following.person_id == READER, Following.muted)
    .order_by(Following.kind, Following.number)
    .limit(MUTED_SHOWN)
)


def standing(person_id: int, kind: str, number: int) -> tuple[bool, bool]:
    """Whether they follow the thing, and whether they muted it."""
    asked = {"reader": person_id, "kind": kind, "number": number}
    row = db.session.connection().execute(STANDING, asked).first()
    return (row.follows, row.muted) if row else (False, False)


def muted(person_id: int) -> list[Row]:
    """What they do not want to hear of: (kind, number)."""
    return list(db.session.execute(MUTED, {"reader": person_id}))


def followers_after(
    things: Iterable[tuple[str, Any]], *, reached: Any, most: Any, then: Any
) -> CompoundSelect:
    """Those who followed any of these things then, from that number on: of each thing the first
    `most`, from the index alone. Somebody may come several times. Numbers and moment may be
    parameters.
    """
    return union_all(
        *(
            select(some.c.person_id)
            for some in (
                select(Following.person_id)
                .where(
                    Following.kind == kind,
                    Following.number == number,
                    Following.person_id > reached,
                    Following.follows,
                    Following.since <= then,
                )
                .order_by(Following.person_id)
                .limit(most)
                .subquery()
                for kind, number in things
            )
        )
    )


def followers(kind: str, number: int) -> Select:
    """The numbers of all who follow one thing."""
    return select(Following.person_id).where(
        Following.kind == kind, Following.number == number, Following.follows
    )


def muters(kind: str, number: int) -> Select:
    """The numbers of all who muted one thing."""
    return select(Following.person_id).where(
        Following.kind == kind, Following.number == number, Following.muted
    )


def has_muted(person: Any, things: Iterable[tuple[str, Any]]) -> ColumnElement[bool]:
    """The condition that somebody muted one of these."""
    one = [and_(Following.kind == kind, Following.number == number) for kind, number in things]
    return (
        select(Following.person_id)
        .where(Following.person_id == person, Following.muted, or_(*one))
        .exists()
    )


def begin(person_id: int, kind: str, number: int) -> None:
    """Let somebody follow a thing who does something there. In a listener: one statement, however
    many do it at once.
    """
    following = {"person_id": person_id, "kind": kind, "number": number}
    following |= {"follows": True, "muted": False, "since": clock.now()}
    db.session.execute(_beginning(db.engine.dialect.name), following)


def end(person_id: int, kind: str, number: int) -> None:
    """Let somebody follow a thing no longer. In a listener."""
    db.session.execute(
        update(Following)
        .where(Following.person_id == person_id, Following.kind == kind, Following.number == number)
        .values(follows=False)
        .execution_options(synchronize_session=False)
    )


@lru_cache
def _beginning(database: str) -> inserting.Insert:
    """Whoever follows it already has done so since then."""
    fresh = inserting.fresh(Following)
    since = case((Following.follows, Following.since), else_=fresh.excluded.since)
    return fresh.on_conflict_do_update(
        index_elements=["person_id", "kind", "number"],
        set_={"follows": fresh.excluded.follows, "since": since},
    )
