"""What the index of similar ideas is made of, whether it has changed, and what is shown of them."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, Row, bindparam, exists, func, select

from app.core.db import db
from app.core.textindex.models import IndexedText
from app.ideas.models import Idea, Support
from app.ideas.queries.cards import CARD
from app.ideas.queries.seeing import LISTED
from app.people.models import Person, Reader

AT_ONCE = 500  # ideas whose words are read by one statement

# Each is answered by one index alone, «ix_ideas_words». A version only grows.
STATE = select(
    func.count(Idea.id), func.sum(Idea.id), func.sum(Idea.version), func.max(Idea.created_at)
).where(LISTED)
VERSIONS = select(Idea.id, Idea.version, Idea.created_at).where(LISTED)

WORDS = (
    select(
        IndexedText.number,
        Idea.language,
        IndexedText.title,
        IndexedText.title_stems,
        IndexedText.text,
        IndexedText.text_stems,
    )
    .join(Idea, Idea.id == IndexedText.number)
    .where(IndexedText.kind == "idea", IndexedText.number.in_(bindparam("some", expanding=True)))
    .order_by(IndexedText.number)
)


SUPPORTS = exists().where(
    Support.idea_id == Idea.id, Support.person_id == bindparam("reader", type_=Integer)
)
FOUND = CARD.add_columns(SUPPORTS.label("supports"), Idea.behalf_of_id).where(
    Idea.id.in_(bindparam("numbers", expanding=True))
)


def cards_in_order(reader: Person | Reader, likest: Sequence[Any]) -> list[Row]:
    """Their cards, as far as they are listed now, and whether the reader stands behind them."""
    numbers = [one.number for one in likest]
    if not numbers:
        return []
    asked = {"numbers": numbers, "reader": reader.id}
    rows = {row.id: row for row in db.session.execute(FOUND, asked)}
    return [rows[number] for number in numbers if number in rows]


def state_of_words() -> tuple:
    """Another as soon as an idea is listed, is listed no more, or says something else."""
    return tuple(db.session.execute(STATE).one())


def versions_of_words() -> dict[int, tuple[int, datetime]]:
    return {number: (version, at) for number, version, at in db.session.execute(VERSIONS)}


def words_of(numbers: list[int]) -> Iterator[Row]:
    for start in range(0, len(numbers), AT_ONCE):
        yield from db.session.execute(WORDS, {"some": numbers[start : start + AT_ONCE]})
