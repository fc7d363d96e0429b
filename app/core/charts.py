"""Where things stand in pictures that the server draws: geometry alone, in units of the drawing."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

WIDTH = 468  # of a bar
GAP = 2  # between its parts
ROOM = 22  # what a number needs to stand inside its part


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


def length(value: float, most: float) -> float:
    """How long the bar of a value is, where the longest of all is that of `most`; what is there at
    all is seen.
    """
    if value <= 0 or most <= 0:
        return 0.0
    return max(round(WIDTH * value / most, 1), float(GAP))


def largest_remainder(counts: Sequence[int]) -> list[int]:
    """Whole percents that sum to 100: rounded down, what is left goes to the largest remainders.

    Hamilton's method of apportionment. Of equal remainders the first comes first; nobody is shared
    out as noughts.
    """
    whole = sum(counts)
    if whole == 0:
        return [0] * len(counts)
    percents = [100 * count // whole for count in counts]
    by_remainder = sorted(range(len(counts)), key=lambda place: -(100 * counts[place] % whole))
    for place in by_remainder[: 100 - sum(percents)]:
        percents[place] += 1
    return percents
