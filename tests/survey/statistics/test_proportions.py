"""How many of a hundred, and the whole percents that sum to it."""

from collections import Counter
from random import Random

import pytest
from scipy.stats import binomtest
from statsmodels.stats.proportion import proportion_confint

from app.survey.statistics import Favourability, largest_remainder, proportion


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(7, 10, 39.7, 89.2), (5, 5, 56.6, 100), (81, 100, 72.2, 87.5)],
)
def test_a_share_has_wilson_s_interval(part, whole, low, high):
    share = proportion(part, whole)

    assert share.value == 100 * part / whole
    assert [round(end, 1) for end in share.interval] == [low, high]


def test_it_is_the_one_of_scipy_and_statsmodels():
    random = Random(1)
    for _ in range(2_000):
        whole = random.choice([random.randint(1, 40), random.randint(1, 60_000)])
        part = random.choice([0, whole, random.randint(0, whole)])
        ours = proportion(part, whole).interval

        scipys = binomtest(part, whole).proportion_ci(method="wilson")
        assert ours == pytest.approx([100 * scipys.low, 100 * scipys.high], abs=1e-9)
        low, high = proportion_confint(part, whole, method="wilson")
        assert ours == pytest.approx([100 * low, 100 * high], abs=1e-9)


@pytest.mark.parametrize("whole", [1, 2, 5, 29, 30, 459, 60_000])
def test_its_interval_holds_it_within_nought_and_a_hundred(whole):
    for part in range(0, whole + 1, max(1, whole // 500)):
        share = proportion(part, whole)

        assert 0 <= share.interval.low <= share.value <= share.interval.high <= 100
        assert share.margin > 0


def test_none_and_all_end_exactly_where_shares_end():
    for whole in range(1, 500):
        assert proportion(0, whole).interval.low == 0
        assert proportion(whole, whole).interval.high == 100


def test_the_fewer_the_wider():
    for part, whole in [(0, 1), (1, 1), (7, 10), (1, 2), (1, 30)]:
        margins = [proportion(part * times, whole * times).margin for times in range(1, 40)]
        assert margins == sorted(margins, reverse=True) and len(set(margins)) == 39


def test_the_others_have_what_is_left():
    for whole in (1, 7, 40, 459):
        for part in range(whole + 1):
            share, rest = proportion(part, whole), proportion(whole - part, whole)
            assert rest.value == pytest.approx(100 - share.value)
            assert rest.interval.low == pytest.approx(100 - share.interval.high)


def test_of_nobody_there_is_no_share():
    assert proportion(0, 0) is None


@pytest.mark.parametrize(("part", "whole"), [(-1, 5), (6, 5), (1, 0)])
def test_a_part_larger_than_the_whole_is_refused(part, whole):
    with pytest.raises(ValueError, match=f"{part} of {whole}"):
        proportion(part, whole)


def test_four_and_five_are_favourable():
    answers = Favourability.of(Counter([5, 4, 4, 3, 2]))

    assert answers == (3, 1, 1)
    assert answers.percents == [60, 20, 20]
    assert Favourability.of({1: 10, 2: 200, 3: 7, 4: 40, 5: 1_000}) == (1_040, 7, 210)


def test_of_nobody_nothing_is_favourable():
    assert Favourability.of({}) == (0, 0, 0)
    assert Favourability.of({}).percents == [0, 0, 0]


@pytest.mark.parametrize("stranger", [0, 6, None])
def test_an_answer_off_the_scale_is_refused(stranger):
    with pytest.raises(ValueError, match="not all from 1 to 5"):
        Favourability.of({3: 2, stranger: 1})


def test_whole_percents_sum_to_a_hundred_and_none_is_off_by_one():
    random = Random(2)
    for _ in range(5_000):
        counts = [
            random.randint(0, 3 ** random.randint(0, 9)) for _ in range(random.randint(1, 11))
        ]
        if not sum(counts):
            continue
        percents = largest_remainder(counts)

        assert sum(percents) == 100
        for count, percent in zip(counts, percents, strict=True):
            assert abs(percent - 100 * count / sum(counts)) < 1
            assert percent == 0 or count > 0


def test_more_answers_never_make_a_smaller_percent():
    random = Random(3)
    for _ in range(2_000):
        percents = largest_remainder(
            sorted((random.randint(0, 60) for _ in range(5)), reverse=True)
        )
        assert percents == sorted(percents, reverse=True)


def test_of_equal_remainders_the_first_comes_first():
    assert largest_remainder([1, 1, 1]) == [34, 33, 33]
    assert largest_remainder([1, 1, 1, 1, 1, 1]) == [17, 17, 17, 17, 16, 16]
    assert largest_remainder([2, 1]) == [67, 33] and largest_remainder([1, 2]) == [33, 67]


def test_nothing_is_shared_out_as_noughts():
    assert largest_remainder([0, 0, 0]) == [0, 0, 0]
    assert largest_remainder([]) == []
