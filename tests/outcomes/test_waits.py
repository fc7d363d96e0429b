"""The median of what was answered and what waits, against every way in which it may still end."""

import random
from collections import Counter
from itertools import product
from statistics import median_low

import pytest

from app.outcomes.waits import WITHIN, Answer, Middle, Waits, answer_of

pytestmark = pytest.mark.alone

NEVER = 10**6


def test_the_median_lies_wherever_those_that_wait_may_end():
    luck = random.Random(1)
    for _ in range(200):
        answered = [luck.randint(0, 9) for _ in range(luck.randint(0, 9))]
        waiting = [luck.randint(0, 9) for _ in range(luck.randint(0 if answered else 1, 4))]
        ends = product(*([days, days + 1, days + 3, NEVER] for days in waiting))
        medians = [median_low(answered + list(end)) for end in ends]

        found = Waits(Counter(answered), Counter(waiting)).middle

        assert found.n == len(answered) + len(waiting)
        assert found.low == min(medians)
        assert found.high == (None if max(medians) >= NEVER else max(medians))
        assert found.is_exact or waiting


def test_who_waits_for_longer_than_the_median_leaves_it_as_it_is():
    assert Waits(Counter([1, 2, 3]), Counter([8, 9])).middle == Middle(5, 3, 3)
    assert Waits(Counter([1, 2, 3]), Counter([2, 9])).middle == Middle(5, 2, 3)
    assert Waits(Counter([1]), Counter([4, 6])).middle == Middle(3, 4, None)
    assert Waits(unknown=3).middle is None


def test_every_day_has_one_name():
    said = {days: answer_of(days) for days in range(-1, 90)}
    assert [said[days] for days in (-1, 0, 5, 6, 10, 11, 20, 21, 60, 61)] == [
        *[Answer.WEEK] * 3,
        *[Answer.FORTNIGHT] * 2,
        *[Answer.MONTH] * 2,
        *[Answer.QUARTER] * 2,
        Answer.LONGER,
    ]
    assert set(said.values()) == set(WITHIN)
