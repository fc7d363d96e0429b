"""What changed since the last wave, and whether chance would have done it."""

from functools import cache
from itertools import product
from random import Random

import pytest
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep
from statsmodels.stats.weightstats import DescrStatsW

from app.survey.statistics import (
    Estimate,
    Interval,
    Moments,
    Recommendations,
    arrow,
    change_of_mean,
    change_of_proportion,
    change_of_recommendation,
    detectable,
)

Z = 1.959963984540054


def some(random: Random, most: int) -> tuple[int, int]:
    whole = random.randint(1, most)
    return random.choice([0, whole, random.randint(0, whole)]), whole


def turned(change: Estimate) -> list[float]:
    return [-change.value, -change.interval.high, -change.interval.low]


def test_a_share_that_changed_has_newcombe_s_interval():
    change = change_of_proportion((56, 70), (48, 80))

    assert change.value == 20
    assert [round(end, 1) for end in change.interval] == [5.2, 33.4]


def test_the_shares_change_as_statsmodels_says():
    random = Random(10)
    for _ in range(2_000):
        now, before = (some(random, random.choice([12, 100, 60_000])) for _ in range(2))
        ours = change_of_proportion(now, before)
        theirs = confint_proportions_2indep(*now, *before, method="newcomb", compare="diff")

        assert ours.interval == pytest.approx([100 * end for end in theirs], abs=1e-9)
        low, high = ours.interval
        assert -100 - 1e-9 <= low <= ours.value <= high <= 100 + 1e-9


def test_a_share_that_changed_back():
    random = Random(11)
    for _ in range(500):
        now, before = some(random, 60), some(random, 60)
        change, back = change_of_proportion(now, before), change_of_proportion(before, now)
        assert [back.value, *back.interval] == pytest.approx(turned(change))


def test_means_change_as_scipy_says():
    random = Random(12)
    for _ in range(1_000):
        now, before = (
            [random.choice([1, 2, 3, 4, 5, 100 * random.random()]) for _ in range(size)]
            for size in (random.randint(2, 60), random.randint(2, 60))
        )
        if 1 in (len(set(now)), len(set(before))):
            continue  # a side without a spread has a test of its own
        ours = change_of_mean(Moments.of(now), Moments.of(before))
        theirs = stats.ttest_ind(now, before, equal_var=False).confidence_interval()

        assert ours.interval == pytest.approx([theirs.low, theirs.high], rel=1e-9, abs=1e-9)
        assert ours.interval.low <= ours.value <= ours.interval.high
        back = change_of_mean(Moments.of(before), Moments.of(now))
        assert [back.value, *back.interval] == pytest.approx(turned(ours))


def test_a_spread_on_one_side_is_enough_for_a_mean():
    change = change_of_mean(Moments.of([4, 4, 4]), Moments.of([1, 2, 3, 5]))
    alone = stats.ttest_1samp([3, 2, 1, -1], 0).confidence_interval()

    assert change.interval == pytest.approx([alone.low, alone.high])


@pytest.mark.parametrize(("now", "before"), [([4, 4], [3, 3, 3]), ([4], [1, 5]), ([1, 5], [4])])
def test_without_a_spread_or_with_one_answer_a_mean_changes_by_nobody_knows_what(now, before):
    change = change_of_mean(Moments.of(now), Moments.of(before))

    assert change == (sum(now) / len(now) - sum(before) / len(before), None)


def test_recommendations_change_give_or_take_both_errors():
    random = Random(13)
    for _ in range(1_000):
        now, before = (
            Recommendations(*(random.randint(0, random.choice([3, 500])) for _ in range(3)))
            for _ in range(2)
        )
        if not any(now) or not any(before):
            continue
        ours, theirs = (
            DescrStatsW([100, 0, -100], weights=[p + 0.75, n + 1.5, d + 0.75])
            for p, n, d in (now, before)
        )
        middle = ours.mean - theirs.mean
        half = Z * (ours.var / ours.sum_weights + theirs.var / theirs.sum_weights) ** 0.5
        change = change_of_recommendation(now, before)

        assert change.value == pytest.approx(now.net - before.net)
        low, high = max(-200, middle - half), min(200, middle + half)
        ends = [min(low, change.value), max(high, change.value)]
        assert change.interval == pytest.approx(ends, abs=1e-9)
        back = change_of_recommendation(before, now)
        assert [back.value, *back.interval] == pytest.approx(turned(change))


def test_everybody_changing_their_mind_is_two_hundred_points():
    change = change_of_recommendation(Recommendations(5, 0, 0), Recommendations(0, 0, 5))

    assert change.value == 200 and change.interval.high == 200


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ((0.5, 0.3, 0.2), (0.5, 0.3, 0.2)),
        ((0.8, 0.15, 0.05), (0.8, 0.15, 0.05)),
        ((0.5, 0.3, 0.2), (0.3, 0.4, 0.3)),
    ],
)
@pytest.mark.parametrize(("ours", "theirs"), [(5, 8), (12, 10)])
def test_of_a_hundred_intervals_95_hold_by_how_much_they_really_changed(ours, theirs, now, before):
    truth = 100 * (now[0] - now[2] - before[0] + before[2])
    held = 0.0
    for after, was in product(everything(ours), everything(theirs)):
        low, high = change_of_recommendation(after, was).interval
        likely = multinomial_of(after, now) * multinomial_of(was, before)
        held += (low <= truth <= high) * likely

    assert held > 0.945


def everything(answers: int) -> list[Recommendations]:
    return [
        Recommendations(would, answers - would - would_not, would_not)
        for would in range(answers + 1)
        for would_not in range(answers + 1 - would)
    ]


@cache
def multinomial_of(given: Recommendations, truth: tuple[float, ...]) -> float:
    return stats.multinomial.pmf(given, sum(given), truth)


def test_nothing_changes_from_or_to_nobody():
    nobody, somebody = Recommendations(0, 0, 0), Recommendations(1, 0, 0)

    assert change_of_proportion((0, 0), (1, 2)) is change_of_proportion((1, 2), (0, 0)) is None
    assert change_of_mean(Moments(), Moments.of([1, 2])) is None
    assert change_of_mean(Moments.of([1, 2]), Moments()) is None
    assert change_of_recommendation(nobody, somebody) is None
    assert change_of_recommendation(somebody, nobody) is None


@pytest.mark.parametrize(
    ("value", "low", "high", "leads"),
    [
        (20, 5.2, 33.4, "up"),
        (-20, -33.4, -5.2, "down"),
        (5, 1, 9, "up"),
        (-5, -9, -1, "down"),
        (4.999, 1, 9, None),  # more than chance, too little to matter
        (-4.999, -9, -1, None),
        (20, -1, 41, None),  # large, and still it may be chance
        (-20, -41, 1, None),
        (20, 0, 40, None),
        (0, -9, 9, None),
    ],
)
def test_an_arrow_needs_more_than_chance_and_five_points(value, low, high, leads):
    assert arrow(Estimate(value, Interval(low, high))) == leads


def test_without_an_interval_there_is_no_arrow():
    assert arrow(Estimate(40)) is None


def test_five_points_are_five_points_whatever_the_last_digit():
    assert 100 * (0.65 - 0.6) > 5 > 100 * (0.6 - 0.55)
    for rise in range(1, 19):
        change = change_of_proportion((1_000 * (rise + 1), 20_000), (1_000 * rise, 20_000))
        assert arrow(change) == "up"
    sevenths = change_of_mean(
        Moments.of([60 + k * 100 / 7 for k in range(3)] * 5_000),
        Moments.of([55 + k * 100 / 7 for k in range(3)] * 5_000),
    )
    assert arrow(sevenths) == "up"


def test_twenty_answers_show_41_points_and_a_hundred_18():
    assert round(detectable(20)) == 41
    assert round(detectable(100)) == 18
    assert round(detectable(20, around=50)) == 44
    assert round(detectable(100, around=50)) == 20


@pytest.mark.parametrize("answers", [20, 50, 100, 200])
def test_four_of_five_changes_of_that_size_are_found(answers):
    half = detectable(answers) / 200
    now = stats.binom.pmf(range(answers + 1), answers, 0.7 + half)
    before = stats.binom.pmf(range(answers + 1), answers, 0.7 - half)
    found = sum(
        now[high] * before[low]
        for high, low in product(range(answers + 1), repeat=2)
        if now[high] * before[low] > 1e-9
        and change_of_proportion((high, answers), (low, answers)).interval.excludes_zero
    )

    assert 0.79 < found < 0.86


def test_more_answers_show_smaller_changes():
    sizes = [detectable(answers) for answers in range(10, 2_000)]

    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] < 60


@pytest.mark.parametrize(("answers", "around"), [(0, 70), (1, 70), (9, 70), (40, 95), (3, 50)])
def test_very_few_show_nothing(answers, around):
    assert detectable(answers, around=around) is None
