"""Which of two things comes first, and how the other follows from it."""

from app.core.db import Entity
from app.facts import subjects
from app.facts.stages import Stage
from app.people.models import Person
from app.threads.models import Relation, Tie

FOLLOWS = {
    Stage.IDEA: Relation.LED_TO,
    Stage.INITIATIVE: Relation.CARRIED_OUT,
    Stage.CHANGE: Relation.CHANGED,
}
ORDER = {stage: place for place, stage in enumerate(Stage)}


class NotOnTheLine(ValueError):
    """Two things of one stage: none of them leads to the other."""


def tie(thing: Entity, other: Entity, *, beside: bool, by: Person) -> Tie:
    """Tie two things, the earlier stage first; or `beside` the line, where they only have to do
    with one another.

    Raises NotOnTheLine.
    """
    if beside:
        return Tie.between(thing, Relation.RELATED, other, by=by)
    first, second = in_order(thing, other)
    return Tie.between(first, _follows(second), second, by=by)


def begin(cause: Entity, thing: Entity, *, by: Person) -> Tie:
    """The tie of what was begun to what it was begun because of."""
    try:
        first, second = in_order(cause, thing)
    except NotOnTheLine:
        return Tie.of(cause, Relation.RELATED, thing, by=by)
    return Tie.of(first, _follows(second), second, by=by)


def in_order(one: Entity, other: Entity) -> tuple[Entity, Entity]:
    places = [ORDER[stage] if (stage := subjects.of(end).stage) else -1 for end in (one, other)]
    if places[0] == places[1]:
        raise NotOnTheLine
    return (one, other) if places[0] < places[1] else (other, one)


def _follows(thing: Entity) -> Relation:
    return FOLLOWS.get(subjects.of(thing).stage or Stage.HEARD, Relation.RELATED)
