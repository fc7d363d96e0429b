"""The gate: which groups may be shown, so that no subtraction between them isolates anybody.

Every figure of the survey passes here on its way to where it is kept, and nothing is kept beside
it. The same rule with a higher threshold is the next tier of detail: what is said of a group of so
many can then not be found by subtraction for fewer, either.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

LEAST = 5  # answers; it may be raised, and never lowered


@dataclass(frozen=True)
class Group:
    """A group of a tree, by its number, with how many answered in it and in no group below."""

    key: int
    direct: int = 0
    below: tuple["Group", ...] = ()

    @property
    def n(self) -> int:
        return self.direct + sum(group.n for group in self.below)

    def __iter__(self) -> Iterator["Group"]:
        """This one and all below it, from above."""
        yield self
        for group in self.below:
            yield from group


class Hidden(StrEnum):
    """Why a group is not shown."""

    FEW = "few"  # too few answered
    PROTECTS = "protects"  # shown, it would give away another one that is too small
    BELOW = "below"  # what it is part of is hidden


def shown(
    group: Group, *, least: int = LEAST, barred: frozenset[int] = frozenset()
) -> frozenset[int]:
    """The numbers of the groups that may be shown: this one, and those below it.

    Under a shown group whatever stays hidden is nobody at all; or two parts or more, who are
    `least` people together. Those directly in it count as one part more, and a hidden group takes
    all below it along. `barred` are hidden whatever their size: who is hidden for one figure is
    hidden for the next.
    """
    if group.n < least or group.key in barred:
        return frozenset()
    seen = _seen(group, least, barred)
    return frozenset([group.key]).union(
        *(shown(part, least=least, barred=barred) for part in seen if part in group.below)
    )


def reasons(group: Group, seen: frozenset[int], *, least: int = LEAST) -> dict[int, Hidden]:
    """Why each group that is not among those `shown` is hidden."""
    return dict(_reasons(group, seen, least, is_under_hidden=False))


def may_compare(before: int, now: int, changed: int, *, least: int = LEAST) -> bool:
    """Whether a group's change between two waves may be told: `before` and `now` are its answers,
    `changed` how many belong to it in one wave only. A change of a few would be about those few.
    """
    return before >= least and now >= least and (changed == 0 or changed >= least)


def _seen(group: Group, least: int, barred: frozenset[int]) -> list[Group]:
    """The parts that can be told apart; the smallest give way until the hidden ones are safe."""
    parts = [part for part in (*group.below, Group(0, group.direct)) if part.n]
    seen = [part for part in parts if part.n >= least and part.key not in barred]
    seen.sort(key=lambda part: (part.n, part.key), reverse=True)
    hidden = [part.n for part in parts if part not in seen]
    while hidden and seen and (sum(hidden) < least or len(hidden) < 2):
        hidden.append(seen.pop().n)
    return seen


def _reasons(
    group: Group, seen: frozenset[int], least: int, *, is_under_hidden: bool
) -> Iterator[tuple[int, Hidden]]:
    is_hidden = group.key not in seen
    if is_hidden and group.n < least:
        yield group.key, Hidden.FEW
    elif is_hidden:
        yield group.key, Hidden.BELOW if is_under_hidden else Hidden.PROTECTS
    for part in group.below:
        yield from _reasons(part, seen, least, is_under_hidden=is_hidden)
