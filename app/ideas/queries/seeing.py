"""Which ideas somebody may see: every other statement about ideas stands on this one."""

from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload

from app.ideas.models import Idea, Standing
from app.people.models import Person, Reader
from app.people.sight import IS_GOVERNANCE, READER, sight

# What was withdrawn or hidden stays with those whose it is and with governance, who may bring it
# back. All else is everybody's.
SEEN = or_(
    Idea.standing == Standing.SHOWN,
    Idea.author_id == READER,
    Idea.behalf_of_id == READER,
    IS_GOVERNANCE,
)
# What a list shows: an idea that was merged stands in none, for another speaks for it.
LISTED = (Idea.standing == Standing.SHOWN) & Idea.survivor_id.is_(None)

UNSEEN = [Standing.WITHDRAWN, Standing.HIDDEN]  # named, for an index finds what is


def visible_to(person: Person | Reader) -> Select[Idea]:
    return select(Idea).where(SEEN).params(sight(person))


def with_names(person: Person | Reader) -> Select[Idea]:
    """The same with the people and the words its page names, in one query."""
    people = (Idea.author, Idea.behalf_of, Idea.owner)
    return visible_to(person).options(
        *(joinedload(one).lazyload(Person.grants) for one in people),
        joinedload(Idea.area),
        joinedload(Idea.reason),
    )


def theirs(person: Any) -> list[Select]:
    """The ideas that somebody sees and others do not: they wrote them, or had them."""
    unseen = select(Idea.id).where(Idea.standing.in_(UNSEEN))
    return [unseen.where(Idea.author_id == person), unseen.where(Idea.behalf_of_id == person)]
