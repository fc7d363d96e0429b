"""Means of however many values, none of which has to be kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from sys import float_info
from typing import Self

from app.survey.statistics.estimate import BELOW, Estimate, Interval
from app.survey.statistics.student import t_quantile


@dataclass(frozen=True, slots=True)
class Moments:
    """How many values there were, their sum, and the sum of their squares: all a mean needs."""

    count: int = 0
    total: float = 0
    squares: float = 0

    @classmethod
    def of(cls, values: Iterable[float]) -> Self:
        """Of the values, each looked at once."""
        count, total, squares = 0, 0.0, 0.0
        for value in values:
            count += 1
            total += value
            squares += value * value
        return cls(count, total, squares)

    @classmethod
    def of_counts(cls, counts: Mapping[int, int] | Mapping[float, int]) -> Self:
        """From how many there were of each value."""
        return cls(
            sum(counts.values()),
            sum(value * count for value, count in counts.items()),
            sum(value * value * count for value, count in counts.items()),
        )

    def __add__(self, other: Self) -> Self:
        """Of both lots together."""
        return type(self)(
            self.count + other.count, self.total + other.total, self.squares + other.squares
        )

    @property
    def mean(self) -> float:
        """In the unit of the values; ZeroDivisionError if there were none."""
        return self.total / self.count

    @property
    def variance(self) -> float:
        """Of the population, estimated (n − 1), in the unit squared; 0 of fewer than two values.

        Adding up n numbers may be off by n roundings: a spread no larger than that is none.
        """
        if self.count < 2:
            return 0.0
        around = self.squares - self.total * self.total / self.count
        is_rounding = around <= 2 * self.count * float_info.epsilon * self.squares
        return 0.0 if is_rounding else around / (self.count - 1)


def mean(moments: Moments) -> Estimate | None:
    """The mean with Student's interval, in the unit of the values; None if there were none.

    No interval of fewer than two values or where all are the same: nothing shows by how much they
    might have differed. The interval may go beyond the ends of a scale.
    """
    if moments.count == 0:
        return None
    value = moments.mean
    if moments.variance == 0:
        return Estimate(value)
    half = t_quantile(moments.count - 1, BELOW) * sqrt(moments.variance / moments.count)
    return Estimate(value, Interval(value - half, value + half))
