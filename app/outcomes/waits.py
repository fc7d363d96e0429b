"""How long the first answer took, of ideas some of which wait still. No database.

The figures are a full count of the house and no sample of anything, so chance has no part in them
and there is no confidence interval. What is not known is how long those that wait still will have
waited. Nothing is assumed of that: the median lies between what it would be were all of them
answered today, and what it would be were none ever (bounds of what is known of a distribution,
after Ch. F. Manski, Partial Identification of Probability Distributions, 2003). Where both are the
same, that is the median, whatever comes.
"""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Answer(StrEnum):
    """How the first answer came, as tables and addresses tell it apart."""

    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    LONGER = "longer"
    WAITING = "waiting"
    UNKNOWN = "unknown"  # it came, and nobody wrote down when


# The most working days of each; what took longer than all of them has no end.
WITHIN: dict[Answer, int | None] = {
    Answer.WEEK: 5,
    Answer.FORTNIGHT: 10,
    Answer.MONTH: 20,
    Answer.QUARTER: 60,
    Answer.LONGER: None,
}


def beyond(answer: Answer) -> int | None:
    """The days that are too few for it; none of the first."""
    steps = list(WITHIN)
    place = steps.index(answer)
    return WITHIN[steps[place - 1]] if place else None


def answer_of(days: int) -> Answer:
    return next(one for one, most in WITHIN.items() if most is None or days <= most)


class Middle(NamedTuple):
    """So many ideas, half of which were answered within so many working days: at least `low`, at
    most `high`, if that is known.
    """

    n: int
    low: int
    high: int | None

    @property
    def is_exact(self) -> bool:
        return self.low == self.high


@dataclass
class Waits:
    """The working days until the first answer, each with how many ideas took them."""

    answered: Counter[int] = field(default_factory=Counter)
    waiting: Counter[int] = field(default_factory=Counter)  # so far
    unknown: int = 0

    def take(self, other: "Waits") -> None:
        self.answered.update(other.answered)
        self.waiting.update(other.waiting)
        self.unknown += other.unknown

    @property
    def n(self) -> int:
        """The ideas of which something is known."""
        return self.answered.total() + self.waiting.total()

    @property
    def middle(self) -> Middle | None:
        """The fewest days within which at least half of them were answered."""
        if not self.n:
            return None
        half = (self.n + 1) // 2
        low = _nth(self.answered + self.waiting, half)
        return Middle(self.n, low or 0, _nth(self.answered, half))

    def counts(self) -> dict[Answer, int]:
        found = dict.fromkeys(Answer, 0)
        for days, times in self.answered.items():
            found[answer_of(days)] += times
        found[Answer.WAITING], found[Answer.UNKNOWN] = self.waiting.total(), self.unknown
        return found


def _nth(days: Counter[int], place: int) -> int | None:
    """The so-maniest of them, the fewest first."""
    for one in sorted(days):
        place -= days[one]
        if place <= 0:
            return one
    return None
