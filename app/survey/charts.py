"""Where things stand in the pictures of the results: geometry alone, in units of the drawing."""

from collections.abc import Iterable
from math import ceil, floor
from typing import NamedTuple

WIDTH = 468  # of a bar of shares
GAP = 2  # between its parts
ROOM = 22  # what a number needs to stand inside its part

AXIS = 300  # of a line of intervals
EDGE = 8  # beside it, for the marks at its ends
TEN = 10  # points between two lines of the grid


class Part(NamedTuple):
    """A part of a bar, of so many percent."""

    step: int  # its colour
    percent: int
    x: float
    width: float

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)

    @property
    def has_room(self) -> bool:
        return self.width >= ROOM


def bar(parts: Iterable[tuple[int, int]]) -> list[Part]:
    """(colour, percent) beside one another; whoever has nothing has no part."""
    shown = [one for one in parts if one[1]]
    room = WIDTH - GAP * (len(shown) - 1)
    drawn, x = [], 0.0
    for step, percent in shown:
        width = round(room * percent / 100, 1)
        drawn.append(Part(step, percent, round(x, 1), width))
        x += width + GAP
    return drawn


class Axis(NamedTuple):
    """Points of the index, from one round ten to another, along a line."""

    low: int
    high: int

    def at(self, points: float) -> float:
        """Where so many points are; what is beyond an end stands at it."""
        inside = min(max(points, self.low), self.high)
        return round(EDGE + AXIS * (inside - self.low) / (self.high - self.low), 1)

    @property
    def tens(self) -> list[int]:
        return list(range(self.low, self.high + 1, TEN))

    @property
    def width(self) -> int:
        return AXIS + 2 * EDGE


def axis(points: Iterable[float | None]) -> Axis:
    """One that has room for all of them, within 0 and 100 and no shorter than forty points."""
    known = [min(max(point, 0), 100) for point in points if point is not None]
    low = floor(min(known, default=0) / TEN) * TEN
    high = ceil(max(known, default=100) / TEN) * TEN
    low = min(low, max(high - 4 * TEN, 0))
    return Axis(low, max(high, low + 4 * TEN))
