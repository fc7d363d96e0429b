"""The figures of groups: nothing that the gate does not let through, each in its own form."""

import json
from types import SimpleNamespace

import pytest

from app.survey import reckoning
from app.survey.statistics import Moments, mean, near_census, proportion
from app.survey.suppression import Hidden
from tests.survey.counted import figures, group, hidden, outcomes, said, varied

TIERS = ["score", "detail", "distribution"]


@pytest.mark.parametrize(
    ("sizes", "why"),
    [
        ((4, 9), {2: Hidden.FEW, 3: Hidden.PROTECTS}),
        ((6, 7), {}),
        ((3, 7, 9), {2: Hidden.FEW, 3: Hidden.PROTECTS}),
        ((5, 5), {}),
    ],
)
def test_published_examples_of_the_gate(sizes, why):
    assert hidden({key: varied(n) for key, n in enumerate(sizes, start=2)}) == why


def test_what_is_left_of_six_is_shown():
    assert not hidden({1: varied(6), 2: varied(7)})
    assert hidden({1: varied(4), 2: varied(9)}) == {2: Hidden.PROTECTS}


def test_with_too_few_answers_nothing_is_said_of_anybody():
    assert hidden({1: varied(2), 2: varied(2)}) == {1: Hidden.FEW, 2: Hidden.FEW}


def test_the_number_of_answers_is_a_band_below_twenty():
    for n, low, high in ((5, 5, 9), (9, 5, 9), (10, 10, 19), (19, 10, 19), (20, 20, 20)):
        whole = figures({1: varied(n)})[1]
        assert whole["n"] == [low, high]
        assert (whole["rate"] is None) == (n < 20)


def test_each_size_says_more():
    score, detail, distribution = (figures({1: varied(n)})[1] for n in (9, 29, 30))

    assert [one["tier"] for one in (score, detail, distribution)] == TIERS
    assert (score["dimensions"], score["items"], score["recommend"]) == ({}, {}, None)
    assert set(score["index"]) == {"mean", "low", "high", "change"}
    assert set(detail["items"]) == {"q1", "q2", "q3", "q4", "q5"}
    assert detail["items"]["q1"]["distribution"] is None and detail["alpha"] is None
    assert distribution["items"]["q1"]["distribution"] == [20, 20, 20, 20, 20]
    assert distribution["alpha"] is not None


def test_who_is_hidden_in_detail_is_so_in_distribution():
    """A part of eight takes the detail of the twelve beside it, and so their distribution, too."""
    found = figures({2: varied(8), 3: varied(40)})
    assert [found[key]["tier"] for key in (1, 2, 3)] == ["distribution", "score", "score"]


def test_a_mean_has_the_interval_of_a_near_census():
    people = varied(20)
    groups = [group(1, invited=25, direct=25)]
    index = figures({1: people}, groups=groups)[1]["index"]
    scores = [sum((one[f"q{n}"] - 1) * 25 for n in range(1, 5)) / 4 for one in people]
    expected = near_census(mean(Moments.of(scores)), answered=20, invited=25)

    assert index["mean"] == round(expected.value, 1)
    assert [index["low"], index["high"]] == [round(one, 1) for one in expected.interval]


def test_people_counted_elsewhere_are_not_among_the_invited_of_a_group():
    """Three of a group of 33 are too few to be written down by themselves, and are counted in the
    whole.
    """
    groups = [
        group(1, invited=60, direct=27),
        group(2, 1, invited=33, direct=3, under=1),
        group(3, 2, invited=30, direct=30),
    ]
    found = figures({1: varied(27), 3: varied(30)}, groups=groups)
    assert [found[key]["rate"] for key in (1, 2, 3)] == [0.95, 1.0, 1.0]


def test_a_group_that_joined_others_protects_them():
    groups = [group(1, invited=22, direct=10), group(2, 1, invited=12, direct=12, under=1)]
    assert hidden({1: varied(20)}, groups=groups) == {2: Hidden.PROTECTS}


def test_shares_are_whole_and_sum_to_a_hundred():
    people = [said(q1=n) for n in [5] * 5 + [4] * 5 + [3] * 6 + [2] * 7 + [1] * 8]
    item = figures({1: people}, groups=[group(1, direct=62)])[1]["items"]["q1"]
    interval = near_census(proportion(10, 31), answered=31, invited=62).interval

    assert item["shares"] == [32, 19, 49] and sum(item["shares"]) == 100
    assert item["interval"] == [round(one) for one in interval]
    assert item["distribution"] == [26, 23, 19, 16, 16]
    assert item["capped"] is None


@pytest.mark.parametrize(
    ("favourable", "of", "capped"),
    [
        (20, 20, "high"),
        (19, 20, "high"),
        (18, 20, "high"),
        (17, 20, None),
        (45, 50, None),  # five said otherwise
        (46, 50, "high"),
        (0, 20, "low"),
        (2, 20, "low"),
        (3, 20, None),
        (5, 50, None),
    ],
)
def test_where_nearly_all_agree_is_not_told_from_where_all_do(favourable, of, capped):
    people = [said(q1=5) if nth < favourable else said(q1=2) for nth in range(of)]
    item = figures({1: people})[1]["items"]["q1"]

    assert item["capped"] == capped
    exact = (item["shares"], item["interval"], item["distribution"])
    assert (exact == (None, None, None)) == (capped is not None)


def test_all_of_one_mind_look_the_same_whatever_it_is():
    def of(n):
        return [said(q1=5) if nth < n else said(q1=2) for nth in range(12)]

    assert figures({1: of(12)})[1]["items"]["q1"] == figures({1: of(11)})[1]["items"]["q1"]


@pytest.mark.parametrize(
    ("answers", "score", "capped"),
    [
        ([10] * 20, 80, "high"),
        ([9] * 18 + [0, 3], 80, "high"),
        ([9] * 17 + [0, 3, 3], 70, None),
        ([7] * 20, 0, "middle"),
        ([0] * 20, -80, "low"),
    ],
)
def test_who_would_recommend_it(answers, score, capped):
    told = figures({1: [said(q7=one) for one in answers]})[1]["recommend"]

    assert (told["score"], told["capped"]) == (score, capped)
    assert (told["shares"] is None) == (told["low"] is None) == (capped is not None)


@pytest.mark.parametrize(("all_say", "told"), [(5, 90), (4, 75), (1, 10)])
def test_a_mean_of_people_who_all_agree_has_no_interval(all_say, told):
    people = [said(*[all_say] * 4) for _ in range(12)]
    index = figures({1: people})[1]["index"]
    assert index == {"mean": told, "low": None, "high": None, "change": None}


def test_what_does_not_apply_makes_a_tree_of_its_own():
    """Of the nine of group 2 only three answered q1: 15 less 12 would be those three."""
    some = [one | ({"q1": "na"} if nth > 2 else {}) for nth, one in enumerate(varied(20))]
    found = figures({2: some, 3: varied(25), 4: varied(25)})

    assert found[2]["items"]["q1"] == {"hidden": "few"}
    assert found[3]["items"]["q1"] == {"hidden": "protects"}
    assert found[4]["items"]["q1"]["not_mine"] == 0
    assert found[1]["items"]["q1"]["n"] == [53, 53]
    assert found[1]["items"]["q1"]["not_mine"] == round(100 * 17 / 70)
    assert "shares" in found[2]["items"]["q2"] and "shares" in found[3]["items"]["q2"]
    assert found[2]["index"] == {"hidden": "few"}  # of four habits, three are no index
    assert found[2]["dimensions"]["presence"]["mean"]


def test_the_tiers_hide_each_other_in_every_figure():
    """Nine of twenty-nine: whoever is told of by a score alone hides the details of others."""
    found = figures({2: varied(9), 3: varied(20)})
    assert found[2]["items"] == found[3]["items"] == {}
    assert found[2]["index"]["mean"] and found[3]["index"]["mean"]


def test_whether_it_may_be_recommended_need_not_be_asked():
    people = [said(q7=None) for _ in range(12)]
    assert figures({1: people})[1]["recommend"] == {"hidden": "few"}


def test_higher_thresholds_hide_more():
    high = SimpleNamespace(least=8, detail=20, distribution=50)
    assert hidden({2: varied(7), 3: varied(30)}, thresholds=high) == {
        2: Hidden.FEW,
        3: Hidden.PROTECTS,
    }
    assert figures({1: varied(19)}, thresholds=high)[1]["tier"] == "score"


def test_what_is_kept_is_plain():
    found = outcomes({1: varied(40), 2: varied(35)})
    assert json.loads(json.dumps(found[2].figures)) == found[2].figures
    assert reckoning.band(5) == [5, 9]


@pytest.mark.parametrize(("few", "told"), [(0, True), (1, False), (4, False), (5, True)])
def test_no_distribution_tells_of_the_few_who_left_its_item_out(few, told):
    """With the mean of both and the distribution of the other it would be theirs."""
    people = varied(40) + varied(few, q1="na")
    items = figures({1: people})[1]["items"]
    assert (items["q1"]["distribution"] is not None) is told
    assert items["q2"]["distribution"] and items["q3"]["distribution"]


def test_nor_does_subtraction_find_them_in_what_is_left_of_a_group():
    """Of eight who left it out six are in the larger part: the other two are in the rest."""
    larger, other = varied(60) + varied(6, q1="na"), varied(40) + varied(2, q1="na")
    found = figures({2: larger, 3: other})
    told = {key: found[key]["items"]["q1"]["distribution"] for key in (1, 2, 3)}
    assert told[1] and told[2] is None and told[3] is None
