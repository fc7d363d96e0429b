"""Would they recommend working here."""

from collections import Counter
from itertools import product
from random import Random

import pytest
from scipy.stats import multinomial
from statsmodels.stats.weightstats import DescrStatsW

from app.survey.statistics import Recommendations, recommendation

Z = 1.959963984540054


def thirds(random: Random, most: int) -> Recommendations:
    return Recommendations(*(random.choice([0, random.randint(1, most)]) for _ in range(3)))


def test_the_score_is_promoters_less_detractors():
    assert Recommendations(12, 5, 3).score == 45
    assert recommendation(Recommendations(12, 5, 3)).value == 45


def test_nine_and_ten_would_six_and_below_would_not():
    given = Counter([0, 3, 6, 7, 8, 8, 9, 10, 10, 10])

    assert Recommendations.of(given) == (4, 3, 3)
    assert Recommendations.of({}) == (0, 0, 0)


@pytest.mark.parametrize("stranger", [-1, 11, None])
def test_an_answer_off_the_scale_is_refused(stranger):
    with pytest.raises(ValueError, match="not all from 0 to 10"):
        Recommendations.of({8: 2, stranger: 1})


@pytest.mark.parametrize(
    ("promoters", "detractors", "answers", "centre", "low", "high"),
    [
        (3, 1, 5, 25.0, -29.8, 79.8),
        (60, 15, 100, 43.7, 29.3, 58.0),
        (200, 80, 400, 29.8, 22.2, 37.4),
    ],
)
def test_the_interval_is_that_of_three_answers_more(
    promoters, detractors, answers, centre, low, high
):
    given = Recommendations(promoters, answers - promoters - detractors, detractors)

    assert round(given.adjusted[0], 1) == centre
    assert [round(end, 1) for end in recommendation(given).interval] == [low, high]


def test_it_is_the_one_statsmodels_gives_for_the_same_answers():
    random = Random(4)
    for _ in range(1_000):
        given = thirds(random, 2_000)
        if not any(given):
            continue
        weights = [given.promoters + 0.75, given.passives + 1.5, given.detractors + 0.75]
        theirs = DescrStatsW([100, 0, -100], weights=weights)
        half = Z * (theirs.var / theirs.sum_weights) ** 0.5

        ours = recommendation(given).interval
        assert ours.low == pytest.approx(max(-100, theirs.mean - half), abs=1e-9)
        assert ours.high == pytest.approx(min(100, theirs.mean + half), abs=1e-9)


def test_of_a_hundred_intervals_about_95_hold_the_truth():
    truth, answers = (0.5, 0.3, 0.2), 20
    held = 0.0
    for would, might in product(range(answers + 1), repeat=2):
        if would + might <= answers:
            given = Recommendations(would, might, answers - would - might)
            low, high = recommendation(given).interval
            held += (low <= 30 <= high) * multinomial.pmf(given, answers, truth)

    assert 0.94 < held < 0.975


def test_the_interval_holds_the_score_within_its_ends():
    small = [Recommendations(*three) for three in product(range(13), repeat=3)][1:]
    random = Random(5)
    large = [thirds(random, 60_000) for _ in range(2_000)]
    for given in small + [one for one in large if any(one)]:
        estimate = recommendation(given)
        assert -100 <= estimate.interval.low <= estimate.value <= estimate.interval.high <= 100
        assert estimate.margin > 0
        assert abs(given.score - estimate.value) <= 0.5


def test_who_would_and_would_not_change_places():
    for would, might, would_not in product(range(8), repeat=3):
        given = Recommendations(would, might, would_not)
        turned = Recommendations(would_not, might, would)
        if any(given):
            assert turned.score == -given.score
            assert recommendation(turned).interval == pytest.approx(
                [-recommendation(given).interval.high, -recommendation(given).interval.low]
            )


def test_the_fewer_the_wider():
    margins = [recommendation(Recommendations(3 * n, 2 * n, n)).margin for n in range(1, 60)]

    assert margins == sorted(margins, reverse=True)


def test_halves_are_rounded_away_from_nought():
    assert Recommendations(1, 199, 0).score == 1
    assert Recommendations(0, 199, 1).score == -1
    assert Recommendations(3, 197, 0).score == 2
    assert Recommendations(1, 200, 0).score == 0
    assert Recommendations(1, 1, 1).score == 0


def test_of_nobody_there_is_no_score():
    assert Recommendations(0, 0, 0).score is None
    assert recommendation(Recommendations(0, 0, 0)) is None
