"""What may be told of how a date was: nothing of few, and no single answers of some.

Pure: counts in, and out comes what a page may show. There is no other way to a figure.
"""

from dataclasses import dataclass

FEW = 5  # below so many answers nothing is shown
MANY = 10  # from so many on, how many gave each answer


@dataclass(frozen=True)
class Told:
    """None is what is not told."""

    asked: int
    answers: int | None = None
    mean: float | None = None  # of 1 to 5
    by_worth: tuple[int, ...] | None = None

    @property
    def shows_words(self) -> bool:
        return self.answers is not None


def told(asked: int, by_worth: tuple[int, ...], *, knows_own: bool) -> Told:
    """`by_worth` is how many gave each answer, from 1 on. Whoever looks and `knows_own` answer
    among them has to look at as many others: else they would take theirs away, and see fewer.
    """
    answers = sum(by_worth)
    asked = max(asked, answers)  # who has answered was asked, whatever was counted since
    if answers - knows_own < FEW:
        return Told(asked)
    mean = sum(worth * count for worth, count in enumerate(by_worth, start=1)) / answers
    if answers - knows_own < MANY:  # to the half: what one more answer was is not to be reckoned
        return Told(asked, answers, round(mean * 2) / 2)
    return Told(asked, answers, mean, by_worth)
