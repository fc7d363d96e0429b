"""The field in which HR says which units are asked: each with all that is part of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Row
from wtforms import Field, ValidationError

from app.core.db import HIGHEST
from app.core.fields import folded
from app.core.i18n import gettext
from app.people.tree import indented
from app.survey import queries


@dataclass(frozen=True)
class Branch:
    """A unit in the tree of the open ones."""

    id: int
    name: str
    below: "tuple[Branch, ...]"
    is_chosen: bool
    holds_chosen: bool  # somewhere below

    def __iter__(self) -> Iterator["Branch"]:
        """This one and all below it, from above."""
        yield self
        for one in self.below:
            yield from one


class UnitsField(Field):
    """Boxes to tick in a tree. `data` is the numbers of units; none of them is the whole house."""

    data: list[int]

    def process_data(self, value: Any) -> None:
        self.data = list(value or ())

    def process_formdata(self, valuelist: list[str]) -> None:
        numbers = {
            int(said) for said in valuelist if said.isascii() and said.isdigit() and len(said) <= 10
        }
        self.data = sorted(number for number in numbers if number <= HIGHEST)

    def pre_validate(self, form: Any) -> None:
        """What was closed meanwhile is left out; but nobody asks the whole house by accident."""
        parents = {unit.id: unit.parent_id for unit in self._units}
        known = {number for number in self.data if number in parents}
        if self.data and not known:
            raise ValidationError(gettext("What you chose is closed now: choose open units."))
        self.data = sorted(one for one in known if not _is_within(one, known, parents))

    @cached_property
    def tree(self) -> list[Branch]:
        """All open units, those on top first."""
        below: dict[int | None, list[Row]] = defaultdict(list)
        above: list[int] = []
        for depth, unit in indented(self._units):
            del above[depth:]
            below[above[-1] if above else None].append(unit)
            above.append(unit.id)

        def grow(unit: Row) -> Branch:
            parts = tuple(grow(one) for one in below[unit.id])
            holds = any(one.is_chosen or one.holds_chosen for one in parts)
            return Branch(unit.id, unit.name, parts, unit.id in self.data, holds)

        return [grow(unit) for unit in below[None]]

    def found(self, words: str) -> list[Branch]:
        """Those whose names have these words, and all that are chosen, in the order of the tree."""
        wanted = folded(words)
        every = (one for top in self.tree for one in top)
        return [one for one in every if one.is_chosen or wanted in folded(one.name)]

    @property
    def words(self) -> str:
        """The names of those chosen."""
        named = (unit.name for unit in self._units if unit.id in self.data)
        return ", ".join(named) or gettext("The whole house")

    @cached_property
    def _units(self) -> list[Row]:
        return queries.units()


def _is_within(number: int, chosen: set[int], parents: Mapping[int, int | None]) -> bool:
    """Whether something above it is chosen, and asks it already."""
    seen = {number}
    above = parents.get(number)
    while above is not None and above not in seen:
        if above in chosen:
            return True
        seen.add(above)
        above = parents.get(above)
    return False
