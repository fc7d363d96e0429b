"""A page of what somebody was told: two queries, whatever there is."""

from typing import NamedTuple

from app.core.db import HIGHEST
from app.facts import subjects
from app.notifications import queries, wording
from app.notifications.wording import Group
from app.people.models import Reader
from app.people.sight import Whoever, sight


class Told(NamedTuple):
    groups: list[Group]
    earlier: int | None  # the next page is `before` this number
    until: int  # the latest on it, for whoever says they have read all of it


def told(reader: Reader, *, before: int = HIGHEST) -> Told:
    found = queries.latest(reader, before=before)
    titles = subjects.titles(Whoever(reader.roles), wording.things(found.rows), sight(reader))
    return Told(
        groups=wording.groups(found.rows, titles),
        earlier=found.rows[-1].id if found.more else None,
        until=found.rows[0].id if found.rows else 0,
    )
