"""Several ideas at once."""

from collections.abc import Iterable

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import selectinload

from app.catalogue.models import Tag, Term
from app.core.db import db
from app.ideas.models import Batch, BatchIdea, Doing, Idea, Step
from app.ideas.queries.cards import ALL
from app.people.models import Person, Reader
from app.people.sight import IS_GOVERNANCE, sight


def batches_visible_to(person: Person | Reader) -> Select[Batch]:
    """Whoever decides."""
    return select(Batch).where(IS_GOVERNANCE).params(sight(person))


def hold_several(numbers: Iterable[int]) -> dict[int, Idea]:
    """Held until the block ends, with what is told of each: as many statements for one as for a
    hundred. The lower number first, so that two who want the same ones do not block.
    """
    rows = select(Idea).where(Idea.id.in_(list(numbers))).order_by(Idea.id)
    held = rows.with_for_update(of=Idea, key_share=True).options(
        selectinload(Idea.steps), selectinload(Idea.sponsors), selectinload(Idea.received)
    )
    held = held.execution_options(populate_existing=True)
    return {idea.id: idea for idea in db.session.scalars(held)}


def chosen(numbers: Iterable[int]) -> list[Row]:
    """Their cards, those that stand in no list any more as well."""
    return list(db.session.execute(ALL.where(Idea.id.in_(list(numbers))).order_by(Idea.id)))


def of_batch(batch: int) -> list[BatchIdea]:
    """What became of each."""
    rows = select(BatchIdea).where(BatchIdea.batch_id == batch).order_by(BatchIdea.idea_id)
    return list(db.session.scalars(rows))


def given_by(batch: Batch) -> Person | Tag | Term | None:
    """What it gave each of them."""
    if batch.number is None:
        return None
    if batch.doing is Doing.OWNER:
        return db.session.get(Person, batch.number)
    if batch.doing is Doing.TAG:
        return db.session.get(Tag, batch.number)
    return db.session.get(Term, batch.number)


def touched(numbers: Iterable[int]) -> dict[int, Row]:
    """Who touched each of these last, and when. One query."""
    last = (
        select(func.max(Step.id).label("id"))
        .where(Step.idea_id.in_(list(numbers)))
        .group_by(Step.idea_id)
        .subquery()
    )
    rows = (
        select(Step.idea_id, Step.created_at, Person.name.label("by"))
        .join(last, last.c.id == Step.id)
        .outerjoin(Person, Person.id == Step.by_id)
    )
    return {row.idea_id: row for row in db.session.execute(rows)}
