"""What HR will see of somebody's group: said before the first question, by the gate itself.

From head-counts alone, as nothing is known of answers: were everybody to answer, and were half of
each group to.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from app.survey import grouping
from app.survey.tiers import Thresholds, Tier, tiers


class GroupRow(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def parent_id(self) -> int | None: ...
    @property
    def written_under_id(self) -> int | None: ...
    @property
    def name(self) -> str: ...
    @property
    def direct(self) -> int: ...


@dataclass(frozen=True)
class Foreseen:
    """A group, and what would be seen of it; nothing where it would be hidden."""

    name: str  # empty: the whole
    people: int  # whose answers are counted in it
    everybody: Tier | None
    half: Tier | None


def foreseen(groups: Iterable[GroupRow], written_under: int, of: Thresholds) -> list[Foreseen]:
    """The group that an answer is written under, and the path above it; the whole comes first.
    `groups` are all of the wave.
    """
    rows = {group.id: group for group in groups}
    heads: Counter[int] = Counter()
    for group in rows.values():
        heads[group.written_under_id or group.id] += group.direct
    parents = {group.id: group.parent_id for group in rows.values()}
    everybody = grouping.tree(parents, heads)
    half = grouping.tree(parents, {key: people // 2 for key, people in heads.items()})
    people = {one.key: one.n for one in everybody}
    seen, seen_of_half = tiers(everybody, of), tiers(half, of)
    return [
        Foreseen(rows[key].name, people[key], seen.get(key), seen_of_half.get(key))
        for key in _path(parents, written_under)
    ]


def _path(parents: dict[int, int | None], key: int) -> list[int]:
    """From the whole down to a group."""
    above = parents[key]
    return [*([] if above is None else _path(parents, above)), key]
