"""Counting: how many gave each answer, and sums that add up."""

from statistics import fmean, variance

import pytest

from app.survey.models import Dimension
from app.survey.statistics import Moments
from app.survey.suppression import Group
from app.survey.tallying import INDEX, summed, tallies
from tests.survey.counted import QUESTIONS, said, varied


def counted(*people):
    return tallies(QUESTIONS, [(1, QUESTIONS.understood(one)) for one in people])[1]


def test_each_answer_is_counted_and_not_mine_beside_them():
    tally = counted(said(q1=5), said(q1=5), said(q1="na"), said(q1=None))

    assert tally.n == 4
    assert tally.items["q1"] == {5: 2, "na": 1}
    assert tally.items["q7"] == {9: 4}


def test_an_index_is_of_four_habits_or_more():
    tally = counted(said(1, 2, 3, 4), said(1, 2, 3, None), said(5, 5, 5, "na"))

    assert tally.scores[INDEX] == {37.5: 1}
    assert tally.scores[Dimension.PRESENCE] == {12.5: 1 + 1, 100: 1}
    assert tally.scores[Dimension.EMPATHY] == {75: 1}


def test_moments_are_those_of_the_scores_themselves():
    people = varied(23)
    moments = Moments.of_counts(counted(*people).scores[INDEX])
    scores = [fmean((one[f"q{n}"] - 1) * 25 for n in range(1, 5)) for one in people]

    assert moments.count == 23
    assert moments.mean == pytest.approx(fmean(scores))
    assert moments.variance == pytest.approx(variance(scores))


def test_reliability_counts_who_answered_every_habit():
    tally = counted(said(1, 2, 3, 4), said(5, 5, 5, 5), said(5, 5, 5, "na"), said(5, 5, 5, None))

    assert tally.sums == {10: 1, 20: 1}
    assert tally.complete["q2"] == {2: 1, 5: 1}


@pytest.mark.parametrize("nonsense", [0, 6, True, 4.0, "4", "na", None, [4]])
def test_what_is_no_answer_is_not_understood(nonsense):
    assert "q5" not in QUESTIONS.understood({"q5": nonsense, "q1": 1})


def test_what_is_understood_comes_in_the_order_of_what_was_asked():
    answers = {"q7": 0, "q99": 3, "q2": "na", "q6": "words", "q1": 1}
    assert list(QUESTIONS.understood(answers).items()) == [("q1", 1), ("q2", "na"), ("q7", 0)]


def test_a_group_above_is_the_sum_of_its_parts():
    people = varied(40)
    tree = Group(1, 0, (Group(2, 0, (Group(3),)), Group(4)))
    keys = [1, 2, 3, 4] * 10
    direct = tallies(QUESTIONS, zip(keys, people, strict=True))
    sums = summed(tree, direct)

    for key, below in ((1, {1, 2, 3, 4}), (2, {2, 3}), (3, {3}), (4, {4})):
        assert sums[key] == counted(*(p for k, p in zip(keys, people, strict=True) if k in below))
