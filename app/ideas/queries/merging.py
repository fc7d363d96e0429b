"""Ideas that were merged: who speaks for whom, and what may be merged into what."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Integer, Row, ScalarSelect, Select, bindparam, func, or_, select

from app.core import textindex
from app.core.db import db
from app.core.textindex import Among
from app.ideas.models import Idea, Support
from app.ideas.queries.cards import AUTHOR, BY, CARD
from app.ideas.queries.seeing import SEEN
from app.people.models import Reader
from app.people.sight import sight

MOST_RECEIVED = 50  # texts on the page of the idea that speaks for them
MOST_FOUND = 12

# What an idea speaks for, and what speaks for it.
AROUND = (
    select(
        Idea.id,
        Idea.title,
        Idea.language,
        Idea.problem_html,
        Idea.change_html,
        Idea.merged_into_id,
        Idea.survivor_id,
        Idea.created_at,
        *BY,
    )
    .join(AUTHOR, AUTHOR.id == Idea.author_id)
    .where(
        or_(
            Idea.survivor_id == bindparam("number", type_=Integer),
            Idea.id == bindparam("speaks", type_=Integer),
        ),
        SEEN,
    )
    .order_by(Idea.id)
    .limit(MOST_RECEIVED + 1)
)


class Merging(NamedTuple):
    """What the page of an idea says of it: `into` is nothing where it speaks for itself."""

    into: Row | None
    received: list[Row]


def merging_of(reader: Reader, idea: Idea) -> Merging:
    """One query; what the reader may not see is left out."""
    asked = {"number": idea.id, "speaks": idea.survivor_id}
    rows = list(db.session.execute(AROUND, {**sight(reader), **asked}))
    into = next((row for row in rows if row.id == idea.survivor_id), None)
    return Merging(into, [row for row in rows if row.survivor_id == idea.id])


def trees(numbers: Iterable[int]) -> set[int]:
    """These ideas, what speaks for them, and all that it speaks for."""
    speaking = select(func.coalesce(Idea.survivor_id, Idea.id)).where(Idea.id.in_(numbers))
    whole = select(Idea.id).where(or_(Idea.id.in_(speaking), Idea.survivor_id.in_(speaking)))
    return set(db.session.scalars(whole))


def hold(numbers: Iterable[int]) -> dict[int, Idea]:
    """Ideas as they are now, which nobody else changes until the block ends: the lower number
    first, so that two who want the same ones wait for one another, and do not block.
    """
    rows = select(Idea).where(Idea.id.in_(numbers)).order_by(Idea.id)
    held = rows.with_for_update(of=Idea, key_share=True)
    held = held.execution_options(populate_existing=True)
    return {idea.id: idea for idea in db.session.scalars(held)}


def holding(words: str, *, besides: int) -> list[Row]:
    """Ideas by their number, or by what they say, the best first."""
    if number := _number(words):
        return list(db.session.execute(CARD.where(Idea.id == number, Idea.id != besides)))
    found = textindex.matches(words, kinds={"idea"}, among=_seen(), limit=MOST_FOUND)
    wanted: Select = CARD.join(found, found.c.number == Idea.id).where(Idea.id != besides)
    return list(db.session.execute(wanted.order_by(found.c.rank.desc(), Idea.id.desc())))


def _number(words: str) -> int | None:
    """«214», «#214», «n.º 214»."""
    digits = words.removeprefix("#").rpartition("º")[2].strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None


def _seen() -> Among:
    """Whatever is in the index is shown to everybody."""
    return lambda text: text.kind == "idea"


def merged_into(numbers: Iterable[int]) -> dict[int, int | None]:
    """What each of these was merged into, if it was."""
    rows = select(Idea.id, Idea.merged_into_id).where(Idea.id.in_(numbers))
    return {row.id: row.merged_into_id for row in db.session.execute(rows)}


def supporters_of(idea: type[Idea]) -> ScalarSelect[int]:
    """Different people, whichever of the ideas it speaks for they supported."""
    people = select(func.count(Support.person_id.distinct()))
    return people.where(Support.idea_id == idea.id).correlate(idea).scalar_subquery()
