"""The units of the house as figures climb them: what is in one is in all it is part of."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from sqlalchemy import Row

from app.people.tree import indented

V = TypeVar("V")


class Tree:
    """Of units in the order of their names; closed ones among them keep what was theirs."""

    def __init__(self, units: Iterable[Row]) -> None:
        self.branches = indented(units)
        self.units: dict[int, Any] = {unit.id: unit for _, unit in self.branches}
        self.parts: dict[int | None, list[Any]] = defaultdict(list)
        self.above: dict[int, int] = {}
        way: list[int] = []
        for depth, unit in self.branches:
            del way[depth:]
            if way:
                self.above[unit.id] = way[-1]
            self.parts[way[-1] if way else None].append(unit)
            way.append(unit.id)

    def path(self, number: int | None) -> list[Any]:
        """From the top to that unit, which is the last."""
        found: list[Any] = []
        while number in self.units:
            found.insert(0, self.units[number])
            number = self.above.get(number)
        return found

    def below(self, number: int) -> set[int]:
        """That unit, and all that is part of it."""
        found = [number]
        for one in found:
            found.extend(part.id for part in self.parts.get(one, ()))
        return set(found)

    def climbed(
        self, own: dict[int, V], nothing: Callable[[], V], take: Callable[[V, V], V]
    ) -> dict[int, V]:
        """What each unit has with all that is part of it, of what each has by itself."""
        sums = {
            number: take(nothing(), own[number]) if number in own else nothing()
            for number in self.units
        }
        for _, unit in reversed(self.branches):  # whoever is part of another comes after it
            if unit.id in self.above:
                parent = self.above[unit.id]
                sums[parent] = take(sums[parent], sums[unit.id])
        return sums
