"""A figure, and between what and what it lies."""

from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

# Of a hundred intervals like ours, 95 hold what they look for: 2½ may miss it on either side.
BELOW = 0.975
Z = NormalDist().inv_cdf(BELOW)


class Interval(NamedTuple):
    """Of 95 %, in the unit of the figure it belongs to."""

    low: float
    high: float

    @property
    def excludes_zero(self) -> bool:
        """Whether all of it lies on one side of nought."""
        return self.low > 0 or self.high < 0


class Estimate(NamedTuple):
    """A figure and its interval, which always holds it; none where none can be computed."""

    value: float
    interval: Interval | None = None

    @property
    def margin(self) -> float | None:
        """What stands after «±»: half the width of the interval, None without one."""
        return (self.interval.high - self.interval.low) / 2 if self.interval else None


def near_census(estimate: Estimate, *, answered: int, invited: int) -> Estimate:
    """The estimate when `answered` of the `invited` did: chance decides only about the others.

    Both arms of the interval become √((N − n) / (N − 1)) as long, the finite population correction
    (Cochran, *Sampling Techniques*, 3rd ed., § 2.6). Where a question does not apply to everybody,
    all who were invited may stand for those it applies to: the interval is then rather too wide.

    Raises ValueError if more answered than were invited.
    """
    if answered > invited:
        raise ValueError(f"{answered} answers of {invited} invited")
    if estimate.interval is None:
        return estimate
    shrink = sqrt((invited - answered) / (invited - 1)) if invited > 1 else 0.0
    value, (low, high) = estimate.value, estimate.interval
    return Estimate(
        value, Interval(value - (value - low) * shrink, value + (high - value) * shrink)
    )
