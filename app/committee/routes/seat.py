"""Whoever leads speaks of the idea they have on screen, or of none."""

from app.committee import policy, queries
from app.committee.models import Item, Sitting
from app.core.access import authorize, me, reader
from app.core.db import load
from app.ideas.models import Idea


class Moved(Exception):
    """Another has the chair, another idea is on the table, or the sitting is over."""


def is_at(sitting: Sitting, idea: Idea) -> bool:
    """Whether whoever asks leads, and this idea is on the table and can be decided."""
    return policy.lead(reader(), sitting) and sitting.idea_id == idea.id and idea.is_open


def held(number: int) -> Sitting:
    """The sitting, held, if whoever asks leads it. In `writing()`; raises Moved."""
    sitting: Sitting = load(queries.whole(me()), number)
    authorize(policy.call)
    if not policy.lead(me(), sitting):
        raise Moved
    return sitting


def held_item(number: int, idea: int | None) -> Item:
    """What is on the table, if it is the idea they have on screen."""
    item = held(number).item
    if item is None or item.idea_id != idea:
        raise Moved
    return item
