"""A figure with its interval, and what is left of it when nearly all answered."""

from random import Random

import pytest

from app.survey.statistics import (
    Estimate,
    Interval,
    Moments,
    Recommendations,
    mean,
    near_census,
    proportion,
    recommendation,
)


def test_the_margin_is_half_the_width():
    assert Estimate(70, Interval(40, 90)).margin == 25
    assert Estimate(70).margin is None


@pytest.mark.parametrize(
    ("low", "high", "does"),
    [(1, 2, True), (-2, -1, True), (-1, 1, False), (0, 3, False), (-3, 0, False), (0, 0, False)],
)
def test_an_interval_that_ends_at_nought_does_not_exclude_it(low, high, does):
    assert Interval(low, high).excludes_zero is does


def test_forty_of_fifty_leave_less_than_half_the_width():
    shrunk = near_census(Estimate(10, Interval(9, 11)), answered=40, invited=50)

    assert round(shrunk.margin, 3) == 0.452
    assert shrunk.value == 10


@pytest.mark.parametrize(
    "estimate",
    [proportion(7, 10), mean(Moments.of(range(10))), recommendation(Recommendations(7, 2, 1))],
)
def test_if_all_answered_nothing_is_left_to_chance(estimate):
    low, high = near_census(estimate, answered=10, invited=10).interval

    assert low == pytest.approx(estimate.value) == high


def test_of_a_multitude_nothing_changes():
    estimate = proportion(7, 10)

    assert near_census(estimate, answered=10, invited=10**12).interval == pytest.approx(
        estimate.interval
    )
    assert near_census(estimate, answered=1, invited=10**6).interval == pytest.approx(
        estimate.interval
    )


def test_the_more_of_the_invited_answered_the_narrower_and_it_still_holds_its_value():
    random = Random(9)
    for _ in range(500):
        answered = random.randint(1, 60)
        estimate = proportion(random.randint(0, answered), answered)
        margins = []
        for invited in range(answered, answered + 40):
            narrower = near_census(estimate, answered=answered, invited=invited)
            assert narrower.interval.low <= estimate.value <= narrower.interval.high
            margins.append(narrower.margin)
        assert margins == pytest.approx(sorted(margins)) and margins[-1] <= estimate.margin


def test_one_alone_is_everybody():
    low, high = near_census(proportion(1, 1), answered=1, invited=1).interval

    assert low == high == 100


def test_without_an_interval_there_is_nothing_to_narrow():
    assert near_census(Estimate(4), answered=1, invited=9) == (4, None)


def test_more_answers_than_invitations_are_refused():
    with pytest.raises(ValueError, match="6 answers of 5 invited"):
        near_census(proportion(5, 6), answered=6, invited=5)
