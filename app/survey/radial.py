"""A profile as a picture: an axis for each thing, and one line through a knot on each of them.

Geometry alone, in units of the drawing. What has no number has an axis and no knot.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

CENTRE = 240, 220
RADIUS = 150  # of 100 points
RINGS = (25, 50, 75, 100)  # points
BEYOND = 16  # from the end of an axis to its words
LINE = 20  # from one line of words to the next
ROUNDNESS = 0.16  # how far the line goes on in its direction, as a part of the way around a knot

Place = tuple[float, float]


@dataclass(frozen=True)
class Axis:
    """`words` is where its first line of words stands, on the side that `anchor` names."""

    end: Place
    knot: Place | None
    words: Place
    anchor: str  # "", "mid" or "end"

    @property
    def second_line(self) -> Place:
        return self.words[0], self.words[1] + LINE


@dataclass(frozen=True)
class Radial:
    axes: list[Axis]
    path: str  # of the line, closed; empty where there are fewer than three knots
    centre: Place = CENTRE
    rings: tuple[float, ...] = tuple(RADIUS * points / 100 for points in RINGS)


def radial(values: Sequence[float | None]) -> Radial:
    """Values from 0 to 100, the first at the top and the others after it, as a clock goes."""
    axes = [_axis(2 * pi * nth / len(values), value) for nth, value in enumerate(values)]
    knots = [axis.knot for axis in axes if axis.knot]
    return Radial(axes, _path(knots) if len(knots) > 2 else "")


def _axis(angle: float, value: float | None) -> Axis:
    x, y = _at(angle, RADIUS + BEYOND)
    side = round(sin(angle), 3)
    return Axis(
        end=_at(angle, RADIUS),
        knot=None if value is None else _at(angle, RADIUS * value / 100),
        words=(x, round(y - 2 - 18 * cos(angle), 1)),  # above at the top, below at the bottom
        anchor="mid" if not side else "end" if side < 0 else "",
    )


def _at(angle: float, distance: float) -> Place:
    x, y = CENTRE
    return round(x + distance * sin(angle), 1), round(y - distance * cos(angle), 1)


def _path(knots: list[Place]) -> str:
    """A closed Catmull-Rom spline: at each knot it goes the way its neighbours lie."""
    begin, *rest = [*knots, knots[0]]
    drawn = f"M{begin[0]} {begin[1]}"
    for nth, knot in enumerate(rest):
        before, here, beyond = knots[nth - 1], knots[nth], knots[(nth + 2) % len(knots)]
        leaving = _ahead(here, before, knot, 1)
        coming = _ahead(knot, here, beyond, -1)
        drawn += "C" + " ".join(f"{x} {y}" for x, y in (leaving, coming, knot))
    return drawn + "Z"


def _ahead(of: Place, before: Place, after: Place, way: int) -> Place:
    x, y = (
        round(here + way * ROUNDNESS * (to - since), 1)
        for here, since, to in zip(of, before, after, strict=True)
    )
    return x, y
