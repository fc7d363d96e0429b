"""The groups of a wave: the units of the house that somebody is invited from, as a tree.

Pure: it is asked before a wave opens, to say what would be seen of it, and when it opens.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from app.people.tree import indented
from app.survey import suppression

WHOLE = 0  # whoever is invited, where that is more than one unit with its parts; no unit's number


class UnitRow(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def parent_id(self) -> int | None: ...
    @property
    def name(self) -> str: ...


@dataclass(frozen=True)
class Planned:
    """A group that is to be, by its unit's number."""

    unit: int
    parent: int | None  # nothing: this is everybody
    name: str  # empty: the whole, which is no unit
    depth: int
    direct: int  # people invited, here and in no group below
    invited: int  # people, here and below


def planned(units: Iterable[UnitRow], directly: Mapping[int, int]) -> list[Planned]:
    """The groups in the order of their tree, the whole first. `directly` is how many are invited
    from each unit itself; `WHOLE` in it are those without a unit.
    """
    ordered = indented(units)
    known = {unit.id for _, unit in ordered}
    parents = {u.id: u.parent_id if d and u.parent_id in known else WHOLE for d, u in ordered}
    invited = _invited(parents, directly)
    groups = [
        Planned(unit.id, parents[unit.id], unit.name, depth + 1, directly.get(unit.id, 0), n)
        for depth, unit in ordered
        if (n := invited[unit.id])
    ]
    whole = Planned(WHOLE, None, "", 0, directly.get(WHOLE, 0), sum(directly.values()))
    return _without_shells([whole, *groups])


def tree(parents: Mapping[int, int | None], direct: Mapping[int, int]) -> suppression.Group:
    """Groups as the gate looks at them: each by its number, with so many directly in it. Exactly
    one of them has no parent.
    """
    below: dict[int | None, list[int]] = defaultdict(list)
    for key, parent in parents.items():
        below[parent].append(key)

    def grow(key: int) -> suppression.Group:
        return suppression.Group(key, direct.get(key, 0), tuple(grow(one) for one in below[key]))

    return grow(below[None][0])


def _without_shells(groups: list[Planned]) -> list[Planned]:
    """From the first group down that is more than another one with a name of its own."""
    while True:
        top, parts = groups[0], [one for one in groups if one.parent == groups[0].unit]
        if top.direct or len(parts) != 1:
            return groups
        groups = [_risen(one, top.unit) for one in groups[1:]]


def _risen(group: Planned, above: int) -> Planned:
    """One level up, where the group above is left out."""
    parent = None if group.parent == above else group.parent
    return replace(group, parent=parent, depth=group.depth - 1)


def _invited(parents: Mapping[int, int], directly: Mapping[int, int]) -> dict[int, int]:
    """How many are invited from each unit and all below it."""
    sums = dict.fromkeys([*parents, WHOLE], 0)
    for unit, people in directly.items():
        while unit != WHOLE and unit in parents:
            sums[unit] += people
            unit = parents[unit]
    return sums
