"""Who has said that they read a post, who has not yet, and about how many have seen it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from sqlalchemy import Row, Select, and_, exists, false, func, literal, null, select, union_all

from app.blog.models import Author, Confirmation, DayOfReaders, Post, Readers
from app.core import inserting
from app.core.db import db
from app.core.paging import Page, page
from app.people import queries as people
from app.people.models import Person, Unit
from app.spaces.models import Membership

PAGE = 50  # people on a page
BATCH = 1_000  # people of an export in memory at once


class Tally(NamedTuple):
    asked: int
    confirmed: int

    @property
    def missing(self) -> int:
        return self.asked - self.confirmed


def _audience(post: Post, unit_id: int | None = None) -> Select:
    """Whoever it is for: those in its space, or everybody; but for those who wrote it."""
    wrote = exists().where(Author.post_id == post.id, Author.person_id == Person.id)
    wanted = (
        select(Person.id)
        .outerjoin(
            Confirmation,
            and_(Confirmation.post_id == post.id, Confirmation.person_id == Person.id),
        )
        .where(Person.disabled_at.is_(None), ~wrote.correlate(Person))
    )
    if post.space_id is not None:
        is_in = exists().where(
            Membership.space_id == post.space_id, Membership.person_id == Person.id
        )
        wanted = wanted.where(is_in.correlate(Person))
    return people.narrowed(wanted, unit_id=unit_id)


def missing(post: Post) -> Select[int]:
    """The numbers of those who have not said it, for whoever tells them."""
    return _audience(post).where(Confirmation.person_id.is_(None))


def asked(fact: str, number: int) -> Select[int]:
    """The same by the number of a post, and nobody where it does not ask."""
    post = db.session.get_one(Post, number)
    return missing(post) if post.is_asking else missing(post).where(false())


def tally(post: Post, unit_id: int | None = None) -> Tally:
    counted = _audience(post, unit_id).with_only_columns(
        func.count(Person.id), func.count(Confirmation.person_id)
    )
    return Tally(*db.session.execute(counted).one())


def audience(
    post: Post,
    *,
    confirmed: bool,
    unit_id: int | None = None,
    after: int | None = None,
    size: int = PAGE,
) -> Page[Row]:
    """Those who have, or who have not, by name: (id, name, picture, unit, confirmed_at)."""
    said = Confirmation.person_id.is_not(None) if confirmed else Confirmation.person_id.is_(None)
    wanted = (
        _audience(post, unit_id)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .with_only_columns(
            Person.id,
            Person.name,
            Person.picture,
            Person.email,
            Unit.name.label("unit"),
            Confirmation.created_at.label("confirmed_at"),
            Confirmation.revision,
        )
        .where(said)
    )
    rows = db.session.execute(people.by_name(wanted, after=after).limit(size + 1))
    return page(rows.all(), size=size)


def whole_audience(post: Post, unit_id: int | None = None) -> Iterator[Row]:
    """All of them: first who has not, then who has."""
    for confirmed in (False, True):
        after = None
        while True:
            some = audience(post, confirmed=confirmed, unit_id=unit_id, after=after, size=BATCH)
            yield from some.rows
            if not some.more:
                break
            after = some.rows[-1].id


def confirmation(post_id: int, person_id: int) -> Confirmation | None:
    return db.session.get(Confirmation, (post_id, person_id))


def readers_of(post_id: int) -> list[Row]:
    """What is known of how many saw it: (times, registers), of days that are over and of others."""
    return list(
        db.session.execute(
            union_all(
                select(Readers.times, null().label("registers")).where(Readers.post_id == post_id),
                select(literal(0), DayOfReaders.registers).where(DayOfReaders.post_id == post_id),
            )
        )
    )


def day_of_readers(day: date, post_id: int, empty: bytes) -> DayOfReaders:
    """The sketch of that day, held until the block ends; two who begin it at once begin one."""
    begun = {"day": day, "post_id": post_id, "registers": empty}
    db.session.execute(inserting.once(DayOfReaders), begun)
    return db.session.get_one(DayOfReaders, (day, post_id), with_for_update=True)


def days_over(today: date) -> list[DayOfReaders]:
    wanted = select(DayOfReaders).where(DayOfReaders.day < today).with_for_update()
    return list(db.session.scalars(wanted.order_by(DayOfReaders.day, DayOfReaders.post_id)))
