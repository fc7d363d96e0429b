"""How many of a hundred."""

from collections.abc import Mapping
from math import sqrt
from typing import NamedTuple, Self

from app.core.charts import largest_remainder
from app.survey.statistics.estimate import Estimate, Interval, Z


def proportion(part: int, whole: int) -> Estimate | None:
    """How many of a hundred `part` of `whole` are, with Wilson's interval; None of nobody.

    E. B. Wilson, «Probable inference, the law of succession, and statistical inference», JASA 22
    (1927). It stays between 0 and 100 and has a width even where all said the same.

    Raises ValueError unless `part` is one of `whole`.
    """
    if not 0 <= part <= whole:
        raise ValueError(f"{part} of {whole}")
    if whole == 0:
        return None
    share = part / whole
    scale = 1 + Z * Z / whole
    centre = (share + Z * Z / (2 * whole)) / scale
    half = Z * sqrt(share * (1 - share) / whole + Z * Z / (4 * whole * whole)) / scale
    low = 100 * (centre - half) if part > 0 else 0.0
    high = 100 * (centre + half) if part < whole else 100.0
    return Estimate(100 * part / whole, Interval(low, high))


class Favourability(NamedTuple):
    """How many gave a favourable, a neutral and an unfavourable answer on a scale from 1 to 5."""

    favourable: int
    neutral: int
    unfavourable: int

    @classmethod
    def of(cls, counts: Mapping[int, int]) -> Self:
        """From how many gave each answer; ValueError if one is not on the scale."""
        if not counts.keys() <= set(range(1, 6)):
            raise ValueError(f"not all from 1 to 5: {list(counts)}")
        one, two, three, four, five = (counts.get(answer, 0) for answer in range(1, 6))
        return cls(four + five, three, one + two)

    @property
    def percents(self) -> list[int]:
        """Its three parts of a hundred, whole; all nought if nobody answered."""
        return largest_remainder(self)
