"""Where the programme does not get to: units without an ambassador, without anybody who has done
something lately, without anybody thanked. Units, and never people.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from app.core import clock
from app.core.calendar import midnight, today
from app.programme import queries
from app.programme.queries import mandates, thanks
from app.programme.tree import Tree

LATELY = 90  # days


@dataclass
class Coverage:
    """A unit with all that is part of it."""

    unit: Any
    depth: int
    heads: int = 0  # who works there
    ambassadors: int = 0
    is_coached: bool = False
    is_active: bool = False  # an ambassador of it did something lately, maybe with others
    is_thanked: bool = False
    parts: int = 0  # right below it
    gaps_below: int = 0  # units below it where something is missing

    @property
    def has_ambassador(self) -> bool:
        return self.ambassadors > 0 or self.is_coached

    @property
    def is_inhabited(self) -> bool:
        """Where nobody works, nobody is missing."""
        return self.heads > 0

    @property
    def checks(self) -> tuple[bool, bool, bool]:
        return self.has_ambassador, self.is_active, self.is_thanked

    @property
    def lacks(self) -> bool:
        return self.is_inhabited and not all(self.checks)


def coverage() -> tuple[Tree, dict[int, Coverage]]:
    """The open units, and how each of them stands: a handful of statements for all."""
    tree = Tree(queries.open_units())
    since = today() - timedelta(days=LATELY)
    in_office = mandates.in_office(today() + timedelta(days=1))
    busy = queries.busy_since(since, today(), clock.now())
    return tree, _of_each(
        tree,
        heads=queries.heads(),
        ambassadors=[one.unit_id for one in in_office],
        active={one.unit_id for one in in_office if one.id in busy},
        coached=mandates.coached(),
        thanked=thanks.units_thanked(midnight(since)),
    )


def _of_each(
    tree: Tree,
    *,
    heads: dict[int, int],
    ambassadors: list[int | None],
    active: Collection[int | None],
    coached: Collection[int],
    thanked: Collection[int],
) -> dict[int, Coverage]:
    found = {
        unit.id: Coverage(
            unit,
            depth,
            heads=heads.get(unit.id, 0),
            is_coached=unit.id in coached,
            is_active=unit.id in active,
            is_thanked=unit.id in thanked,
            parts=len(tree.parts.get(unit.id, ())),
        )
        for depth, unit in tree.branches
    }
    for one in ambassadors:
        if one in found:
            found[one].ambassadors += 1
    for _, unit in reversed(tree.branches):  # whoever is part of another comes after it
        if unit.id in tree.above:
            _climb(found[unit.id], found[tree.above[unit.id]])
    return found


def _climb(part: Coverage, whole: Coverage) -> None:
    whole.heads += part.heads
    whole.ambassadors += part.ambassadors
    whole.is_coached |= part.is_coached
    whole.is_active |= part.is_active
    whole.is_thanked |= part.is_thanked
    whole.gaps_below += part.gaps_below + part.lacks


def whole(tree: Tree) -> int | None:
    """The unit that all the others are part of, where there is one. It cannot be closed."""
    tops = tree.parts[None]
    return tops[0].id if len(tops) == 1 else None


def opened(tree: Tree, found: dict[int, Coverage], number: int | None) -> list[Coverage]:
    """The lines of the tree, opened down to one unit; where all is within one, that is open."""
    way = {unit.id for unit in tree.path(number)} or {whole(tree)}
    return [
        found[unit.id]
        for _, unit in tree.branches
        if unit.id not in tree.above or tree.above[unit.id] in way
    ]


def lacking(tree: Tree, found: dict[int, Coverage]) -> list[Coverage]:
    """Where something is missing, and what that is part of."""
    return [
        found[unit.id]
        for _, unit in tree.branches
        if found[unit.id].lacks or found[unit.id].gaps_below
    ]


def after(lines: list[Coverage], number: int | None, size: int) -> tuple[list[Coverage], bool]:
    """So many of them, beginning after a unit; and whether there are more."""
    numbers = [line.unit.id for line in lines]
    start = numbers.index(number) + 1 if number in numbers else 0
    return lines[start : start + size], len(lines) > start + size
