"""The ideas of the board and of the list."""

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Date,
    Integer,
    Row,
    Select,
    Subquery,
    and_,
    bindparam,
    func,
    or_,
    select,
    union_all,
)

from app.catalogue.queries import numbers_given, numbers_tagged
from app.core import textindex
from app.core.db import db
from app.core.paging import Page, page
from app.ideas.models import ENDED, Group, Idea, Verdict
from app.ideas.narrowing import NOBODY, After, Narrowing, Order
from app.ideas.queries.cards import CARD
from app.ideas.queries.seeing import ITS_AUTHORS, LISTED
from app.people.models import Person

COLUMN = 12  # cards of a column at first
LIST = 50  # lines of a page of the list
MOST_FOUND = textindex.MOST_RANKED
SIZE = bindparam("size", type_=Integer)
TODAY = bindparam("today", type_=Date)


class Wanted(NamedTuple):
    """What a page asks for, once for all its statements."""

    narrowing: Narrowing
    today: date
    found: Subquery | None  # what holds its words, if it has any

    @property
    def given(self) -> dict[str, Any]:
        return {"today": self.today} if self.narrowing.is_late else {}


def wanted(narrowing: Narrowing, today: date) -> Wanted:
    found = None
    if narrowing.words:
        words = narrowing.words
        found = textindex.matches(words, kinds={"idea"}, among=_listed, limit=MOST_FOUND)
    return Wanted(narrowing, today, found)


def _ordered(rows: Select, order: Order, verdict: Verdict | None) -> Select:
    """Each order is an index, see `Idea`."""
    if order is Order.AGE:
        return (
            rows.order_by(Idea.since.desc(), Idea.id.desc())
            if verdict in ENDED
            else rows.order_by(Idea.since, Idea.id)
        )
    if order is Order.SUPPORT:
        return rows.order_by(Idea.supporters.desc(), Idea.id.desc())
    if order is Order.SCORE:
        return rows.order_by(Idea.score.desc().nulls_last(), Idea.id.desc())
    return rows.order_by(Idea.id.desc())


def _beyond(order: Order, verdict: Verdict | None, last: After) -> ColumnElement[bool]:
    """What comes after that row."""
    before = Idea.id < last.number
    if order is Order.AGE and verdict not in ENDED:
        later = and_(Idea.since == last.value, Idea.id > last.number)
        return or_(Idea.since > last.value, later)
    if order is Order.AGE:
        return or_(Idea.since < last.value, and_(Idea.since == last.value, before))
    if order is Order.SUPPORT:
        return or_(Idea.supporters < last.value, and_(Idea.supporters == last.value, before))
    if order is Order.SCORE and last.value is None:
        return and_(Idea.score.is_(None), before)
    if order is Order.SCORE:
        same = and_(Idea.score == last.value, before)
        return or_(Idea.score < last.value, same, Idea.score.is_(None))
    return before


def _narrowed(rows: Select, wanted: Narrowing, found: Subquery | None = None) -> Select:
    if wanted.verdict is not None:
        rows = rows.where(Idea.verdict == wanted.verdict)
    if found is not None:
        rows = rows.where(Idea.id.in_(select(found.c.number)))
    if wanted.area_id is not None:
        rows = rows.where(Idea.area_id == wanted.area_id)
    if wanted.term is not None:
        rows = rows.where(Idea.id.in_(numbers_given("idea", wanted.term)))
    if wanted.tag:
        rows = rows.where(Idea.id.in_(numbers_tagged("idea", wanted.tag)))
    if wanted.owner_id is not None:
        nobody = wanted.owner_id == NOBODY
        rows = rows.where(Idea.owner_id.is_(None) if nobody else Idea.owner_id == wanted.owner_id)
    if wanted.author_id is not None:
        wrote = and_(Idea.author_id == wanted.author_id, ITS_AUTHORS)
        theirs = or_(wrote, Idea.behalf_of_id == wanted.author_id)
        rows = rows.where(theirs)
    if wanted.group_id is not None:
        rows = rows.where(Idea.group_id == wanted.group_id)
    if wanted.is_late:
        rows = rows.where(Idea.due_on < TODAY)
    return rows


def _listed(text: textindex.Met) -> ColumnElement[bool]:
    return select(Idea.id).where(LISTED, Idea.id == text.number).exists()


def _columns(wanted: Narrowing, found: Subquery | None = None) -> Select:
    """The beginning of every column, in one statement."""
    each = (
        _ordered(_narrowed(CARD, wanted.of(verdict), found), wanted.order, verdict).limit(SIZE)
        for verdict in Verdict
    )
    return union_all(*(select(one.subquery()) for one in each))  # type: ignore[return-value]


COUNTS = select(Idea.verdict, func.count()).where(LISTED).group_by(Idea.verdict)
COLUMNS = {order: _columns(Narrowing(order=order)) for order in Order}
# From the index of owners alone: whether a list shows their ideas would be read of each.
OWNERS = (
    select(Person.id, Person.name)
    .where(Person.id.in_(select(Idea.owner_id).where(Idea.owner_id.is_not(None))))
    .order_by(Person.sort_name, Person.id)
)


def columns(asked: Wanted, size: int = COLUMN) -> dict[Verdict, Page[Row]]:
    """The first cards of every column."""
    wanted = asked.narrowing
    is_narrowed = wanted.is_narrowed
    statement = _columns(wanted, asked.found) if is_narrowed else COLUMNS[wanted.order]
    found: dict[Verdict, list[Row]] = {verdict: [] for verdict in Verdict}
    for row in db.session.execute(statement, {"size": size + 1} | asked.given):
        found[row.verdict].append(row)
    return {
        verdict: page(_sorted(rows, wanted.order, verdict), size=size)
        for verdict, rows in found.items()
    }


def counts(asked: Wanted) -> dict[Verdict, int]:
    """How many ideas stand in each column."""
    wanted = asked.narrowing.of(None)
    statement = _narrowed(COUNTS, wanted, asked.found) if wanted.is_narrowed else COUNTS
    found = {row[0]: row[1] for row in db.session.execute(statement, asked.given)}
    return {verdict: found.get(verdict, 0) for verdict in Verdict}


def cards(asked: Wanted, last: After | None, size: int = COLUMN) -> Page[Row]:
    """A page of one column, or of all the ideas where no verdict is wanted."""
    wanted = asked.narrowing
    rows = _ordered(_narrowed(CARD, wanted, asked.found), wanted.order, wanted.verdict)
    if last is not None:
        rows = rows.where(_beyond(wanted.order, wanted.verdict, last))
    return page(
        db.session.execute(rows.limit(SIZE), {"size": size + 1} | asked.given).all(), size=size
    )


def numbers(asked: Wanted) -> list[Row]:
    """All of them in their order, as (id, group_id), for a file."""
    wanted = asked.narrowing
    rows = _narrowed(select(Idea.id, Idea.group_id).where(LISTED), wanted, asked.found)
    rows = _ordered(rows, wanted.order, wanted.verdict)
    return list(db.session.execute(rows, asked.given))


def owners() -> list[Row]:
    """Who carries an idea."""
    return list(db.session.execute(OWNERS))


def group_title(number: int) -> str | None:
    return db.session.scalar(select(Group.title).where(Group.id == number))


def person_name(number: int) -> str | None:
    return db.session.scalar(select(Person.name).where(Person.id == number))


def _sorted(rows: list[Row], order: Order, verdict: Verdict) -> list[Row]:
    """A union promises no order of what it joins."""
    keys = {
        Order.AGE: lambda row: (row.since, row.id),
        Order.SUPPORT: lambda row: (row.supporters, row.id),
        Order.SCORE: lambda row: (row.score is not None, row.score or 0, row.id),
        Order.NEWEST: lambda row: row.id,
    }
    upwards = order is Order.AGE and verdict not in ENDED
    return sorted(rows, key=keys[order], reverse=not upwards)
