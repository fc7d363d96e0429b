"""The figures of a time and a unit, the same a year before beside them: added up from what was
counted by quarter and category, and by unit. No database, and nobody's name.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from app.catalogue.categories import Category
from app.core.charts import largest_remainder
from app.core.periods import Period
from app.initiatives.models import AFTER, Outcome
from app.programme.measures import MEASURES, Figures
from app.programme.queries import Cell, Done, Told
from app.programme.tree import Tree

NOW, BEFORE = 0, 1


@dataclass
class Line:
    """What has figures of both times: `of` is a category, a quarter or a unit."""

    of: Any
    sides: tuple[Figures, Figures] = field(default_factory=lambda: (Figures(), Figures()))

    @property
    def now(self) -> Figures:
        return self.sides[NOW]

    @property
    def before(self) -> Figures:
        return self.sides[BEFORE]

    @property
    def is_nothing(self) -> bool:
        return self.now.is_nothing and self.before.is_nothing


@dataclass
class Outcomes:
    """How often each answer was given, so many days after the end, in both times."""

    after: int
    counts: dict[Outcome, list[int]] = field(
        default_factory=lambda: {one: [0, 0] for one in Outcome}
    )

    def total(self, side: int) -> int:
        return sum(counts[side] for counts in self.counts.values())

    @property
    def shares(self) -> list[int]:
        """In percent, in the order of `Outcome`."""
        return largest_remainder([counts[NOW] for counts in self.counts.values()])


@dataclass
class Programme:
    period: Period
    unit: Any  # a row of units, or none: the house
    path: list[Any]  # from the top to it
    total: Line
    categories: list[Line]
    quarters: list[Line]
    parts: list[Line]  # of the unit, or the topmost ones
    outcomes: list[Outcomes]
    ideas: list[int]
    ambassadors: list[int]

    @property
    def sides(self) -> tuple[Period, Period]:
        return self.period, self.period.before

    def __len__(self) -> int:
        """How many lines are kept of it."""
        return len(self.categories) + len(self.quarters) + len(self.parts)

    @cached_property
    def fingerprint(self) -> str:
        """All of it in one word: another Programme with the same one is drawn alike."""
        return hashlib.sha256(repr(self).encode()).hexdigest()

    @property
    def in_address(self) -> dict[str, Any]:
        return {**self.period.in_address, "unit": self.unit.id if self.unit else None}

    def most(self, lines: Iterable[Line], *measures: str) -> float:
        """The longest bar that a picture of these lines has."""
        sums = [sum(side.of(one) for one in measures) for line in lines for side in line.sides]
        return max(sums, default=0)

    @property
    def is_empty(self) -> bool:
        told = sum(one.total(side) for one in self.outcomes for side in (NOW, BEFORE))
        return self.total.is_nothing and not told and not any(self.ideas)


def reckon(
    period: Period,
    tree: Tree,
    cells: Iterable[Cell],
    *,
    told: Iterable[Told] = (),
    done: Iterable[Done] = (),
    ambassadors: Iterable[Iterable[int | None]] = ((), ()),
    unit: int | None = None,
) -> Programme:
    """What was counted is of the unit already, if one is meant; `ambassadors` are the units they
    work in, those of both times.
    """
    here = tree.below(unit) if unit else None
    times = (period, period.before)
    sides = {
        (time.year, one.quarter): side for side, time in enumerate(times) for one in time.quarters
    }
    years = {time.year: side for side, time in enumerate(times)}
    piles: dict[tuple[int, int, Category], Figures] = defaultdict(Figures)
    own: dict[int, Line] = defaultdict(lambda: Line(None))
    for (year, quarter), category, unit_id, figures in cells:
        if unit_id is not None:
            own[unit_id].sides[years[year]].take(figures)
        elif category is not None and (side := sides.get((year, quarter))) is not None:
            piles[side, quarter, category].take(figures)
    total = Line(None)
    categories = {one: Line(one) for one in Category}
    quarters = {one.quarter: Line(one) for one in period.quarters}
    for (side, quarter, category), figures in piles.items():
        for line in (total, categories[category], quarters[quarter]):
            line.sides[side].take(figures)

    outcomes = {after: Outcomes(after) for after in AFTER}
    for one in told:
        if (side := sides.get(one.when)) is not None:
            outcomes[one.after].counts[one.outcome][side] += one.times
    ideas = [0, 0]
    for idea in done:
        if (side := sides.get(idea.when)) is not None:
            ideas[side] += idea.times
    return Programme(
        period=period,
        unit=tree.units.get(unit) if unit else None,
        path=tree.path(unit),
        total=total,
        categories=[
            line
            for one, line in categories.items()
            if one is not Category.COMMITTEE or not line.is_nothing
        ],
        quarters=list(quarters.values()),
        parts=_parts(tree, own, unit),
        outcomes=list(outcomes.values()),
        ideas=ideas,
        ambassadors=[sum(_is_in(one, here) for one in units) for units in ambassadors],
    )


def measured(line: Line) -> list[tuple[Any, Any]]:
    """What a table shows of a line: each measure, now and before."""
    return [(line.now.of(one), line.before.of(one)) for one in MEASURES]


def _parts(tree: Tree, own: dict[int, Line], unit: int | None) -> list[Line]:
    """With all that is part of each; a closed one where something was done in it."""
    sums = tree.climbed(own, lambda: Line(None), _added)
    found = []
    for part in tree.parts.get(unit, ()):
        line = sums[part.id]
        line.of = part
        if part.closed_at is None or not line.is_nothing:
            found.append(line)
    return found


def _added(line: Line, other: Line) -> Line:
    for mine, theirs in zip(line.sides, other.sides, strict=True):
        mine.take(theirs)
    return line


def _is_in(unit_id: int | None, here: set[int] | None) -> bool:
    return here is None or unit_id in here
