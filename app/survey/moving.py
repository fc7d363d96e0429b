"""How many belong to a group in one of two waves only: a change of a few would be about those few.

Pure. A group is the same in both where it is of the same unit, and the whole is the whole.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from app.survey.models import Group


class Pair(NamedTuple):
    """A group, the same one in the wave before, and how many are in one of them only."""

    now: int
    before: Group
    people: int


def moved(
    groups: Sequence[Group],
    theirs: Sequence[Group],
    *,
    now: Mapping[int, int],
    before: Mapping[int, int],
    both: Iterable[Sequence[int]],
) -> list[Pair]:
    """`now` and `before` count the invited by the group that their answers are written under,
    `both` those of both waves by (group now, group before, people).
    """
    known = {_unit(group): group for group in theirs}
    here, there = _paths(groups), _paths(theirs)
    counts: Counter[tuple[bool, int]] = Counter()
    stayed: Counter[tuple[int, int]] = Counter()
    for is_now, invited, paths in ((True, now, here), (False, before, there)):
        for group, people in invited.items():
            for above in paths[group]:
                counts[is_now, above] += people
    twins = {one.id: known[_unit(one)].id for one in groups if _unit(one) in known}
    for ours, other, people in both:
        above_there = set(there[other])
        for above in here[ours]:
            if twins.get(above) in above_there:
                stayed[above, twins[above]] += people
    return [
        Pair(
            one.id,
            twin,
            counts[True, one.id] + counts[False, twin.id] - 2 * stayed[one.id, twin.id],
        )
        for one in groups
        if (twin := known.get(_unit(one)))
    ]


def _unit(group: Group) -> int | None:
    """By which it is known again; nothing is the whole."""
    return group.unit_id if group.parent_id else None


def _paths(groups: Sequence[Group]) -> dict[int, list[int]]:
    """Of each group, itself and all above it. Those above come first."""
    paths: dict[int, list[int]] = {}
    for group in groups:
        paths[group.id] = [group.id, *(paths[group.parent_id] if group.parent_id else ())]
    return paths
