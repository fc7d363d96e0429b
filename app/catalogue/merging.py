"""Two words become one, and two again. In `writing()`, both held: see `queries.hold`."""

from typing import TypeVar

from sqlalchemy import update

from app.catalogue import queries
from app.catalogue.models import IntoItself, NotOffered, Tag, Tagging, Term, TermTagging
from app.core.db import Overtaken, db
from app.facts import record
from app.facts.catalogue import TagMerged, TagUnmerged, TermMerged, TermUnmerged
from app.people.models import Person

Word = TypeVar("Word", Tag, Term)

LINKS: dict[type, type[Tagging] | type[TermTagging]] = {Tag: Tagging, Term: TermTagging}


def held(word: Word) -> Word:
    """A word and what speaks for it, held to be taken apart.

    Raises Overtaken where somebody merged on in the meantime.
    """
    number, stands_for = word.id, word.speaks_as
    # First what speaks, then what it speaks for, as merging does: else the two would block.
    queries.hold(type(word), stands_for)
    found = queries.hold(type(word), number)[number]
    if found.speaks_as != stands_for:
        raise Overtaken
    return found


def merge(word: Tag | Term, survivor: Tag | Term, *, by: Person) -> None:
    """Whatever carries the one carries the other; the old address leads to the new one.

    Raises IntoItself, and NotOffered where somebody was quicker.
    """
    if word.id == survivor.id:
        raise IntoItself
    if word.is_merged or survivor.is_merged or not getattr(survivor, "is_offered", True):
        raise NotOffered
    family = queries.family(word)
    things = _speak_as(word, family, survivor.id)
    word.merged_into_id = survivor.id
    if isinstance(word, Term):
        record(TermMerged(actor=by, term=word, survivor=survivor.name, things=things))
    else:
        record(TagMerged(actor=by, tag=word, things=things))


def unmerge(word: Tag | Term, *, by: Person) -> None:
    """It speaks for itself again, and for what was merged into it before. Whatever was given the
    survivor since stays with the survivor.
    """
    if not word.is_merged:
        return

    word.merged_into_id = None
    things = _speak_as(word, queries.family(word), word.id)
    if isinstance(word, Term):
        record(TermUnmerged(actor=by, term=word, things=things))
    else:
        record(TagUnmerged(actor=by, tag=word, things=things))


def _speak_as(word: Tag | Term, family: set[int], number: int) -> int:
    """Let a word and all that was merged into it speak as this number; how many things it was."""
    model, links = type(word), LINKS[type(word)]
    db.session.flush()
    connection = db.session.connection()
    for one in family:
        stands_for = None if one == number else number
        connection.execute(update(model).where(model.id == one).values(survivor_id=stands_for))
    moved = (
        update(links).where(links.given_id.in_(family)).values({queries.speaks(links).key: number})
    )
    rows = connection.execute(moved).rowcount
    db.session.expire_all()
    return rows
