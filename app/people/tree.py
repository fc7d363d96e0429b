"""The units of the house in the order of their tree."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol, TypeVar


class Branch(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def parent_id(self) -> int | None: ...


B = TypeVar("B", bound=Branch)


def indented(units: Iterable[B]) -> list[tuple[int, B]]:
    """Each unit with its depth, right below its parent, siblings in the order they came.

    What hangs from a parent that is not among them (a closed one) stands at the top, and so
    does what hangs from itself in a circle: nothing is ever lost.
    """
    units = list(units)
    known = {unit.id for unit in units}
    below: dict[int | None, list[B]] = defaultdict(list)
    for unit in units:
        below[unit.parent_id if unit.parent_id in known else None].append(unit)

    placed: dict[int, tuple[int, B]] = {}

    def place(unit: B, depth: int) -> None:
        if unit.id in placed:
            return
        placed[unit.id] = (depth, unit)
        for child in below[unit.id]:
            place(child, depth + 1)

    for unit in [*below[None], *units]:
        place(unit, 0)
    return list(placed.values())
