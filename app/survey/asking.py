"""What a draft asks: adding a question, taking it out and bringing it back, and their order.

All of it in `writing()`, with the wave held: whoever opens it meanwhile waits, or was first.
"""

from typing import Any

from app.core.db import db
from app.survey import queries
from app.survey.models import MOST_ITEMS, Item, ItemKind, NotNow, Wave

ONE_ONLY = (ItemKind.REMARK, ItemKind.RECOMMEND)  # what an answer has one place for


class TooMany(ValueError):
    """There is no room for another one, or for another one of its kind."""


def add(wave: Wave, **said: Any) -> Item:
    """At the end, under a code that no wave has given to anything. Raises NotNow, TooMany."""
    _must_have_room(wave, said["kind"])
    item = Item(code=queries.next_code(), position=_end(wave), **said)
    wave.items.append(item)
    db.session.flush()
    return item


def set_aside(wave: Wave, item: Item) -> None:
    """Raises NotNow."""
    _must_be_draft(wave)
    item.set_aside()


def bring_back(wave: Wave, item: Item) -> None:
    """To where it stood. Raises NotNow, TooMany."""
    if item.removed_at is None:
        return
    _must_have_room(wave, item.kind)
    item.bring_back()


def move(wave: Wave, item: Item, step: int) -> None:
    """One place up (-1) or down (1); at either end nothing happens. Raises NotNow."""
    _must_be_draft(wave)
    items = list(wave.items)
    if item not in items or not 0 <= items.index(item) + step < len(items):
        return
    here = items.index(item)
    items.insert(here + step, items.pop(here))
    for place, one in enumerate(items, start=1):
        one.position = place


def _end(wave: Wave) -> int:
    return max((item.position for item in wave.items), default=0) + 1


def _must_be_draft(wave: Wave) -> None:
    if not wave.is_draft:
        raise NotNow(wave.state)


def _must_have_room(wave: Wave, kind: ItemKind) -> None:
    _must_be_draft(wave)
    is_there = kind in ONE_ONLY and any(one.kind is kind for one in wave.items)
    if is_there or len(wave.items) >= MOST_ITEMS:
        raise TooMany(kind)
