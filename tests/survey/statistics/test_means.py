"""Means, however many the values."""

from collections import Counter
from random import Random

import pytest
from scipy import stats

from app.survey.statistics import Moments, mean


def test_a_mean_has_student_s_interval():
    estimate = mean(Moments.of([4, 5, 3, 5, 4]))

    assert f"{estimate.value:.2f} ± {estimate.margin:.2f}" == "4.20 ± 1.04"


def test_it_is_the_one_of_scipy():
    random = Random(6)
    for _ in range(1_000):
        values = [
            random.choice([random.randint(1, 5), 100 * random.random()])
            for _ in range(random.randint(2, 60))
        ]
        if len(set(values)) == 1:
            continue  # no spread, no interval
        ours = mean(Moments.of(values))
        theirs = stats.ttest_1samp(values, 0).confidence_interval()

        assert ours.value == pytest.approx(sum(values) / len(values))
        assert ours.interval == pytest.approx([theirs.low, theirs.high], rel=1e-9, abs=1e-9)


def test_sixty_thousand_are_looked_at_once():
    random = Random(7)
    values = [random.choice([0, 12.5, 100 / 7, 300 / 7, 75, 100]) for _ in range(60_000)]
    streamed = mean(Moments.of(value for value in values))

    theirs = stats.ttest_1samp(values, 0).confidence_interval()
    assert streamed.interval == pytest.approx([theirs.low, theirs.high], rel=1e-9)


def test_counts_and_parts_say_the_same_as_the_values():
    random = Random(8)
    values = [random.randint(1, 5) for _ in range(999)]

    assert Moments.of_counts(Counter(values)) == Moments.of(values)
    assert Moments.of(values[:400]) + Moments.of(values[400:]) == Moments.of(values)
    assert Moments() + Moments.of(values) == Moments.of(values)
    assert Moments.of(values) == Moments(999, sum(values), sum(value**2 for value in values))


@pytest.mark.parametrize("value", [0, 3, 100, 100 / 7, 71.42857142857143, 0.1, 66.66666666666667])
@pytest.mark.parametrize("count", [2, 3, 10, 999, 60_000])
def test_without_a_spread_there_is_no_interval(value, count):
    estimate = mean(Moments.of([value] * count))

    assert estimate.value == pytest.approx(value)
    assert estimate.interval is None and estimate.margin is None


def test_one_who_differs_among_sixty_thousand_is_a_spread():
    values = [500 / 7] * 59_999 + [475 / 7]
    theirs = stats.ttest_1samp(values, 0).confidence_interval()

    assert mean(Moments.of(values)).interval == pytest.approx([theirs.low, theirs.high], rel=1e-9)


def test_of_one_there_is_a_mean_of_none_not_even_that():
    assert mean(Moments.of([4])) == (4, None)
    assert mean(Moments.of([])) is None
    assert mean(Moments()) is None


def test_the_fewer_the_wider():
    margins = [mean(Moments.of([1, 3, 4, 5] * times)).margin for times in range(1, 60)]

    assert margins == sorted(margins, reverse=True)


def test_another_scale_moves_mean_and_interval_alike():
    answers = [4, 5, 3, 5, 4, 1]
    raw, index = mean(Moments.of(answers)), mean(Moments.of([25 * (a - 1) for a in answers]))

    assert index.value == pytest.approx(25 * (raw.value - 1))
    assert index.interval == pytest.approx([25 * (end - 1) for end in raw.interval])
