"""What somebody has to do with ideas: theirs, those they stand behind, and what waits for them."""

from enum import StrEnum
from typing import Any

from sqlalchemy import Integer, Row, Select, and_, bindparam, func, or_, select, union_all

from app.core.db import HIGHEST, db
from app.core.paging import Page, page
from app.following.models import Following
from app.ideas.models import OPEN, Evaluator, Idea, Support
from app.ideas.queries.cards import ALL, PAGE
from app.ideas.queries.seeing import ITS_AUTHORS, LISTED
from app.people import along
from app.people.models import Person, Reader
from app.people.sight import READER


class Mine(StrEnum):
    """The tabs of one's ideas."""

    PROPOSED = "proposed"
    SUPPORTED = "supported"
    FOLLOWED = "followed"
    WAITING = "waiting"


# Each question begins at the rows that are somebody's: they are few, whatever there is besides.
# Beginning at what lists show would look through every idea of the house.
def _written_by(person: Any) -> Select[int]:
    return select(Idea.id).where(Idea.author_id == person, ITS_AUTHORS)


def _proposed_for(person: Any) -> Select[int]:
    return select(Idea.id).where(Idea.behalf_of_id == person)


def _in_the_hands_of(person: Any) -> Select[int]:
    return select(Idea.id).where(Idea.owner_id == person, Idea.verdict.in_(sorted(OPEN)))


def _evaluated_by(person: Any) -> Select[int]:
    return select(Evaluator.idea_id).where(
        Evaluator.person_id == person, Evaluator.done_at.is_(None)
    )


LACKS = and_(
    or_(and_(Idea.author_id == READER, ITS_AUTHORS), Idea.behalf_of_id == READER),
    Idea.asked_at.is_not(None),
)
IN_HAND = and_(Idea.owner_id == READER, Idea.verdict.in_(sorted(OPEN)))
TO_EVALUATE = (
    select(Evaluator.idea_id)
    .where(Evaluator.idea_id == Idea.id, Evaluator.person_id == READER, Evaluator.done_at.is_(None))
    .exists()
)

WHICH = {
    # What was withdrawn as well: it is found here alone.
    Mine.PROPOSED: Idea.id.in_(union_all(_written_by(READER), _proposed_for(READER))),
    Mine.SUPPORTED: and_(
        LISTED, Idea.id.in_(select(Support.idea_id).where(Support.person_id == READER))
    ),
    Mine.FOLLOWED: and_(
        LISTED,
        Idea.id.in_(
            select(Following.number).where(
                Following.kind == "idea", Following.person_id == READER, Following.follows
            )
        ),
    ),
    Mine.WAITING: and_(
        LISTED,
        Idea.id.in_(
            union_all(
                _written_by(READER).where(Idea.asked_at.is_not(None)),
                _proposed_for(READER).where(Idea.asked_at.is_not(None)),
                _in_the_hands_of(READER),
                _evaluated_by(READER),
            )
        ),
    ),
}
PAGES = {
    which: ALL.add_columns(
        Idea.standing,
        Idea.survivor_id,
        LACKS.label("lacks"),
        IN_HAND.label("in_hand"),
        TO_EVALUATE.label("to_evaluate"),
    )
    .where(wanted, Idea.id < bindparam("before", type_=Integer))
    .order_by(Idea.id.desc())
    .limit(bindparam("size", type_=Integer))
    for which, wanted in WHICH.items()
}
COUNTS = select(
    *(
        select(func.count(Idea.id)).where(wanted).scalar_subquery().label(which.value)
        for which, wanted in WHICH.items()
    )
)

# Mostly nothing waits, and then home asks nothing. Where it does ask, it may still find nothing: an
# idea of theirs may be in no list.
along.ask(
    "waiting_ideas",
    lambda: (
        _written_by(Person.id).where(Idea.asked_at.is_not(None)).exists()
        | _proposed_for(Person.id).where(Idea.asked_at.is_not(None)).exists()
    ),
)
along.ask("ideas_in_hand", _in_the_hands_of(Person.id).exists())
along.ask("ideas_to_evaluate", _evaluated_by(Person.id).exists())
WAITS = frozenset({"waiting_ideas", "ideas_in_hand", "ideas_to_evaluate"})


def mine(
    person: Person | Reader, which: Mine, *, before: int = HIGHEST, size: int = PAGE
) -> Page[Row]:
    """The newest first, a page at a time. One query."""
    asked = {"reader": person.id, "before": before, "size": size + 1}
    return page(db.session.execute(PAGES[which], asked).all(), size=size)


def counts_of_mine(person: Person | Reader) -> dict[str, int]:
    """How many there are in each tab. One query."""
    return dict(db.session.execute(COUNTS, {"reader": person.id}).one()._mapping)
