"""Doing the same to several ideas, each through its own verb. In `writing()`, the ideas held.

What somebody changed since it was on screen is left as it is, and said; the rest goes through.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.catalogue import queries as catalogue
from app.catalogue.forms.tags import MOST as MOST_TAGS
from app.catalogue.models import Tag, Term
from app.catalogue.tagging import tag
from app.core import clock
from app.core.db import Overtaken, db
from app.core.fields import slug
from app.ideas import owning, routing
from app.ideas.models import (
    Batch,
    BatchIdea,
    Decision,
    Doing,
    Idea,
    Left,
    TooLate,
)
from app.people.models import Person

MOST = 100  # ideas at once
NOTHING = Decision()
PORTION = 10  # of them in one transaction: nobody else waits for a hundred


@dataclass(frozen=True)
class Deed:
    """What is done to each: whom, which tag, which area, or which decision it is given."""

    doing: Doing
    number: int | None = None  # of the person, the area or the reason
    tag: str = ""
    decision: Decision = NOTHING
    words: Mapping[int, str] = field(default_factory=dict)  # to each author, by ideas


def portions(numbers: Sequence[int]) -> Iterator[list[int]]:
    """The lower number first."""
    ordered = sorted(numbers)
    for began in range(0, len(ordered), PORTION):
        yield ordered[began : began + PORTION]


def begin(deed: Deed, *, by: Person) -> Batch:
    batch = Batch(person_id=by.id, doing=deed.doing, number=deed.number)
    db.session.add(batch)
    db.session.flush()
    return batch


def do(
    batch: Batch, deed: Deed, ideas: Mapping[int, Idea], seen: Mapping[int, int], *, by: Person
) -> None:
    """`seen` is the version of each that somebody decided about."""
    for number, idea in ideas.items():
        row = BatchIdea(batch_id=batch.id, idea_id=number, before=None, step_id=None)
        row.left = _stale(idea, seen[number]) or DOES[deed.doing](idea, row, deed, by)
        db.session.add(row)
    if deed.doing is Doing.TAG and batch.number is None:
        meant = _spoken(deed.tag)
        batch.number = meant.id if meant else None


def undo(batch: Batch, rows: Sequence[BatchIdea], ideas: Mapping[int, Idea], *, by: Person) -> None:
    """As far as nobody did more with them since: that stays, and is said. Raises TooLate."""
    if not batch.is_fresh:
        raise TooLate
    for row in rows:
        if row.left is None and not row.is_undone:
            idea = ideas[row.idea_id]
            row.kept = UNDOES[batch.doing](idea, row, batch, by) if idea.is_open else Left.GONE
            row.is_undone = row.kept is None


def close(batch: Batch) -> None:
    """All of it was undone that could be."""
    batch.undone_at = batch.undone_at or clock.now()


def _stale(idea: Idea, version: int) -> Left | None:
    if not idea.is_open:
        return Left.GONE
    return Left.CHANGED if idea.version != version else None


def _assign(idea: Idea, row: BatchIdea, deed: Deed, by: Person) -> Left | None:
    if idea.owner_id == deed.number:
        return Left.ALREADY
    row.before = idea.owner_id
    owning.name_owner(idea, db.session.get_one(Person, deed.number), by=by)
    return None


def _assign_back(idea: Idea, row: BatchIdea, batch: Batch, by: Person) -> Left | None:
    if idea.owner_id != batch.number:
        return Left.MOVED_ON
    if row.before:
        owning.name_owner(idea, db.session.get_one(Person, row.before), by=by)
    else:
        owning.release_owner(idea, by=by)
    return None


def _tag(idea: Idea, row: BatchIdea, deed: Deed, by: Person) -> Left | None:
    carried, meant = catalogue.tags_of("idea", idea.id), _spoken(deed.tag)
    if (meant.slug if meant else slug(deed.tag)) in [one.slug for one in carried]:
        return Left.ALREADY
    if len(carried) >= MOST_TAGS:
        return Left.FULL
    tag(idea, [*(one.name for one in carried), deed.tag])
    return None


def _tag_back(idea: Idea, row: BatchIdea, batch: Batch, by: Person) -> Left | None:
    carried, given = catalogue.tags_of("idea", idea.id), db.session.get(Tag, batch.number)
    word = catalogue.survivor(given).slug if given else ""
    if word not in [one.slug for one in carried]:
        return Left.MOVED_ON
    tag(idea, [one.name for one in carried if one.slug != word])
    return None


def _hand_over(idea: Idea, row: BatchIdea, deed: Deed, by: Person) -> Left | None:
    if idea.is_ended:
        return Left.ENDED
    if idea.area_id == deed.number:
        return Left.ALREADY
    row.before, was_new = idea.area_id, idea.is_new
    routing.hand_over(idea, db.session.get_one(Term, deed.number), by=by)
    row.step_id = None if was_new else idea.steps[-1].id
    return None


def _hand_back(idea: Idea, row: BatchIdea, batch: Batch, by: Person) -> Left | None:
    if idea.area_id != batch.number or idea.is_new != (row.step_id is None):
        return Left.MOVED_ON
    if row.step_id:
        return _undecide(idea, row, batch, by)
    before = db.session.get(Term, row.before) if row.before else None
    routing.route(idea, before, by=by)
    return None


def _decide(idea: Idea, row: BatchIdea, deed: Deed, by: Person) -> Left | None:
    decision = deed.decision._replace(words=deed.words.get(idea.id, deed.decision.words))
    if idea.decision == decision:
        return Left.ALREADY
    idea.decide(decision, by=by)
    row.step_id = idea.steps[-1].id
    return None


def _undecide(idea: Idea, row: BatchIdea, batch: Batch, by: Person) -> Left | None:
    try:
        idea.undo_decision(by=by, step=row.step_id)
    except (TooLate, Overtaken):
        return Left.MOVED_ON
    return None


def _spoken(name: str) -> Tag | None:
    """The tag that speaks for this word, if there is one."""
    found = catalogue.tag_at(slug(name))
    return catalogue.survivor(found) if found else None


DOES = {
    Doing.OWNER: _assign,
    Doing.TAG: _tag,
    Doing.AREA: _hand_over,
    Doing.DECLINE: _decide,
}
UNDOES = {
    Doing.OWNER: _assign_back,
    Doing.TAG: _tag_back,
    Doing.AREA: _hand_back,
    Doing.DECLINE: _undecide,
}
