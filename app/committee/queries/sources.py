"""What may come onto an agenda: what was parked, what is late, what is new, what somebody names."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, exists, func, or_, select
from sqlalchemy.orm import aliased

from app.committee.models import Item, Sitting, Source
from app.core.db import HIGHEST, db
from app.ideas import queries as ideas
from app.ideas.models import OPEN, Idea, Verdict
from app.ideas.narrowing import Narrowing, Order
from app.people.models import Person, Reader

MOST_FOUND = 12

ORDERS: dict[Order, list[Any]] = {
    Order.AGE: [Idea.since, Idea.id],
    Order.SUPPORT: [Idea.supporters.desc(), Idea.id.desc()],
    Order.SCORE: [Idea.score.desc().nulls_last(), Idea.id.desc()],
}
_later = aliased(Item)
# What the last sitting it was on left for another one: it parked it, or did not come to it though
# somebody had wanted it there. What is new or late is found anyway.
PARKED = (
    select(Item.idea_id)
    .join(Sitting, Sitting.id == Item.sitting_id)
    .join(Idea, Idea.id == Item.idea_id)
    .where(
        ideas.LISTED,
        Idea.verdict.in_(OPEN),
        Idea.asked_at.is_(None),
        Item.step_id.is_(None),
        or_(Item.parked_at.is_not(None), Item.source.in_([Source.PARKED, Source.CHOSEN])),
        Sitting.closed_at.is_not(None),
        ~exists().where(_later.idea_id == Item.idea_id, _later.id > Item.id),
    )
    .order_by(Item.id)
)


def candidates(source: Source, order: Order, today: date, most: int) -> list[int]:
    """The numbers of so many ideas, in this order; what was parked, in its own."""
    wanted = _of(source, today)
    if source is not Source.PARKED:
        wanted = wanted.order_by(*ORDERS[order])
    return list(db.session.scalars(wanted.limit(most)))


def waiting_counts(today: date) -> dict[Source, int]:
    """How many each of them has."""
    return {
        source: db.session.scalar(select(func.count()).select_from(_of(source, today).subquery()))
        or 0
        for source in (Source.PARKED, Source.LATE, Source.NEW)
    }


def found_by_words(
    reader: Person | Reader, words: str, today: date, without: Collection[int]
) -> list[Row]:
    """Ideas that are listed and hold these words, or have this number."""
    number = words.strip().lstrip("#")
    if number.isascii() and number.isdecimal() and 0 < int(number) <= HIGHEST:
        found = ideas.cards_of(reader, [int(number)])
    else:
        asked = ideas.wanted(Narrowing(words=words), today)
        found = list(ideas.cards(asked, None, size=MOST_FOUND).rows)
    return [row for row in found if row.id not in without]


def _of(source: Source, today: date) -> Select:
    """What waits for its author waits for nobody else."""
    if source is Source.PARKED:
        return PARKED
    here = select(Idea.id).where(ideas.LISTED, Idea.asked_at.is_(None))
    if source is Source.LATE:
        return here.where(Idea.verdict.in_(OPEN), Idea.due_on < today)
    return here.where(Idea.verdict == Verdict.NEW)


def on_agendas(kind: str, numbers: list[int]) -> set[int]:
    """Those of these ideas that some sitting looks at, or looked at."""
    if kind != "idea":
        return set()
    return set(db.session.scalars(select(Item.idea_id).where(Item.idea_id.in_(numbers)).distinct()))
