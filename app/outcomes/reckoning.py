"""The figures of a time, the same a year before beside them: added up from what was counted by
quarter, area and state. No database, and nobody's name.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from app.core.periods import Period
from app.ideas.models import Verdict
from app.outcomes.narrowing import NO_AREA
from app.outcomes.queries import Areas, Cell, Waiting
from app.outcomes.waits import Answer, Waits

NOW, BEFORE = 0, 1


@dataclass
class Side:
    """What was proposed in one time: in which state it is, and how it was answered."""

    states: dict[Verdict, int] = field(default_factory=lambda: dict.fromkeys(Verdict, 0))
    waits: Waits = field(default_factory=Waits)

    @property
    def proposed(self) -> int:
        return sum(self.states.values())


@dataclass
class Line:
    """What has figures of both times: `of` is a quarter or the number of an area."""

    of: Any = None
    sides: tuple[Side, Side] = field(default_factory=lambda: (Side(), Side()))

    @property
    def now(self) -> Side:
        return self.sides[NOW]

    @property
    def before(self) -> Side:
        return self.sides[BEFORE]

    @property
    def is_nothing(self) -> bool:
        return not any(side.proposed for side in self.sides)


@dataclass
class Outcomes:
    period: Period
    area: int | None
    areas: Areas
    total: Line
    quarters: list[Line]
    parts: list[Line]  # the areas in which there is anything, and what has none at last
    done: tuple[int, int]  # in those times, whenever they were proposed

    @property
    def sides(self) -> tuple[Period, Period]:
        return self.period, self.period.before

    @property
    def is_empty(self) -> bool:
        return self.total.is_nothing and not any(self.done)

    @property
    def in_address(self) -> dict[str, Any]:
        said = {**self.period.in_address, "area": self.area}
        return {name: value for name, value in said.items() if value is not None}

    @property
    def answers(self) -> list[tuple[Answer, tuple[int, int]]]:
        now, before = (side.waits.counts() for side in self.total.sides)
        return [(one, (now[one], before[one])) for one in Answer]

    def __len__(self) -> int:
        """How many lines are kept of it."""
        return len(self.quarters) + len(self.parts)


def reckon(
    period: Period,
    areas: Areas,
    cells: Iterable[Cell],
    waiting: Iterable[Waiting],
    done: tuple[int, int],
    *,
    area: int | None = None,
) -> Outcomes:
    """What was counted is of the area already, if one is meant."""
    times = (period, period.before)
    sides = {
        (time.year, one.quarter): side for side, time in enumerate(times) for one in time.quarters
    }
    total = Line()
    quarters = {one.quarter: Line(one) for one in period.quarters}
    parts: dict[int, Line] = {number: Line(number) for number in [*areas.terms, NO_AREA]}

    def piles(one: Cell | Waiting) -> list[Side]:
        side = sides.get(one.when)
        if side is None:
            return []
        lines = (total, quarters[one.when[1]], parts[areas.of(one.area_id)])
        return [line.sides[side] for line in lines]

    for cell in cells:
        for pile in piles(cell):
            pile.states[cell.state] += cell.times
            if cell.days is not None:
                pile.waits.answered[cell.days] += cell.times
            elif not cell.is_waiting:
                pile.waits.unknown += cell.times
    for one in waiting:
        for pile in piles(one):
            pile.waits.waiting[one.days] += one.times
    return Outcomes(
        period=period,
        area=area,
        areas=areas,
        total=total,
        quarters=list(quarters.values()),
        parts=[line for line in parts.values() if not line.is_nothing],
        done=done,
    )
