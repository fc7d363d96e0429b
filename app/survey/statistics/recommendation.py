"""Would they recommend working here: from −100, nobody would, to 100, everybody.

The net promoter score of F. Reichheld, «The one number you need to grow», Harvard Business Review
81 (2003), asked of employees.
"""

from collections.abc import Mapping
from math import copysign, floor, sqrt
from typing import NamedTuple, Self

from app.survey.statistics.estimate import Estimate, Interval, Z


class Recommendations(NamedTuple):
    """How many would (9–10), might (7–8) and would not (0–6)."""

    promoters: int
    passives: int
    detractors: int

    @classmethod
    def of(cls, counts: Mapping[int, int]) -> Self:
        """From how many gave each answer; ValueError if one is not from 0 to 10."""
        if not counts.keys() <= set(range(11)):
            raise ValueError(f"not all from 0 to 10: {list(counts)}")
        would = sum(count for answer, count in counts.items() if answer >= 9)
        would_not = sum(count for answer, count in counts.items() if answer <= 6)
        return cls(would, sum(counts.values()) - would - would_not, would_not)

    @property
    def net(self) -> float:
        """Percent of promoters less percent of detractors; ZeroDivisionError if nobody answered."""
        return 100 * (self.promoters - self.detractors) / sum(self)

    @property
    def score(self) -> int | None:
        """What is shown: `net` as a whole number, halves away from nought; None of nobody."""
        return int(copysign(floor(abs(self.net) + 0.5), self.net)) if any(self) else None

    @property
    def adjusted(self) -> tuple[float, float]:
        """The net score of three answers more, ¾ + 1½ + ¾, and its standard error, in points.

        The adjusted Wald method (3, T) of B. Rocks, «Interval estimation for the net promoter
        score», The American Statistician 70 (2016). Never without an error, even if all agree.
        """
        answers = sum(self) + 3
        would, would_not = (self.promoters + 0.75) / answers, (self.detractors + 0.75) / answers
        net = would - would_not
        return 100 * net, 100 * sqrt((would + would_not - net * net) / answers)


def recommendation(given: Recommendations) -> Estimate | None:
    """The net score, not rounded, with the adjusted Wald interval; None if nobody answered.

    The interval has its centre nearer to nought than the score: few answers say less than they
    seem to. It ends at −100 and 100, and of one answer it is made to reach the score.
    """
    if not any(given):
        return None
    net, (centre, error) = given.net, given.adjusted
    low, high = max(-100.0, centre - Z * error), min(100.0, centre + Z * error)
    return Estimate(net, Interval(min(low, net), max(high, net)))
