"""Which ideas somebody may see: every other statement about ideas stands on this one."""

from typing import Any

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import joinedload

from app.ideas.models import Idea, Standing
from app.people.models import Person, Reader
from app.people.sight import IS_GOVERNANCE, READER, sight

# Whoever brought an idea in from a table did not propose it.
ITS_AUTHORS = Idea.credited_to.is_(None)
# What was withdrawn or hidden stays with those whose it is and with governance, who may bring it
# back. All else is everybody's.
SEEN = or_(
    Idea.standing == Standing.SHOWN,
    and_(Idea.author_id == READER, ITS_AUTHORS),
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
    wrote = (Idea.author_id == person) & ITS_AUTHORS
    return [unseen.where(wrote), unseen.where(Idea.behalf_of_id == person)]
