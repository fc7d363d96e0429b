"""The committee sits: what it looked at, what it decided, and what it looks at next."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from app.committee import closing, settling
from app.committee.models import Item, Sitting, Source
from app.core.calendar import day_of
from app.core.db import db
from app.demo.deeds import Cast, Deed, days_ago
from app.demo.proposing import Ideas, decision
from app.people.models import Person


@dataclass
class Table:
    """The company, its ideas as far as they are there, and the sitting once it was called."""

    cast: Cast
    ideas: Ideas
    held: list[Sitting] = field(default_factory=list)

    @property
    def sitting(self) -> Sitting:
        return self.held[0]


def deeds(told: list[dict[str, Any]], *, cast: Cast, ideas: Ideas, now: datetime) -> Iterator[Deed]:
    for given in told:
        at = days_ago(given["days"], now).replace(hour=8, minute=30)  # UTC: the first of a morning
        table = Table(cast, ideas)
        yield Deed(at, partial(_call, given, table, at + timedelta(days=given.get("in", 0))))
        if "in" in given:
            continue
        yield Deed(at + timedelta(minutes=1), partial(_open, given, table))
        at += timedelta(minutes=1)
        for item in given["items"]:
            at += timedelta(minutes=item["minutes"])
            yield Deed(at, partial(_settle, item, given["by"], table))
        yield Deed(at + timedelta(minutes=2), partial(_close, given, table))


def _call(given: dict[str, Any], table: Table, held: datetime) -> None:
    by, quorum = table.cast[given["by"]], given["quorum"]
    sitting = Sitting.call(given["title"], day_of(held), quorum=quorum, limit=None, by=by)
    numbers = [table.ideas[item["idea"]].id for item in given["items"]]
    sitting.put_on(numbers, Source.NEW)
    for key in given["present"]:
        sitting.welcome(table.cast[key])
    table.held.append(sitting)


def _open(given: dict[str, Any], table: Table) -> None:
    table.sitting.open(by=table.cast[given["by"]])


def _settle(given: dict[str, Any], by: str, table: Table) -> None:
    item, chair = _item(given, table), table.cast[by]
    if given.get("park"):
        settling.park(item, by=chair)
        return
    owner: Person | None = table.cast[given["own"]] if "own" in given else None
    settling.decide(item, decision(given), owner=owner, until=None, by=chair)


def _close(given: dict[str, Any], table: Table) -> None:
    """Told on that day, and not when the worker first starts."""
    closing.close(table.sitting, given["note"], by=table.cast[given["by"]])
    for item in table.sitting.items:
        if item.step is not None:
            item.idea.tell(item.step)


def _item(given: dict[str, Any], table: Table) -> Item:
    item = table.sitting.item
    assert item is not None
    assert item.idea_id == table.ideas[given["idea"]].id
    db.session.flush()
    return item
