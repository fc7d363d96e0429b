"""Where things stand in the pictures of the results: geometry alone, in units of the drawing."""

from collections.abc import Iterable
from math import ceil, floor
from typing import NamedTuple

AXIS = 300  # of a line of intervals
EDGE = 8  # beside it, for the marks at its ends
TEN = 10  # points between two lines of the grid


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
