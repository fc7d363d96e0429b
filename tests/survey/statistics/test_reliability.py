"""Do the questions belong together."""

from random import Random

import numpy as np
import pytest

from app.survey.statistics import RELIABLE_FROM, Moments, cronbach_alpha, reliability

ROWS = [[4, 5, 4], [3, 3, 2], [5, 5, 5], [2, 3, 2], [4, 4, 5]]


def test_alpha_of_five_people():
    alpha, answers = reliability(ROWS)

    assert round(alpha, 4) == 0.9344
    assert answers == 5


def test_it_is_the_one_of_the_covariances():
    random = Random(14)
    for _ in range(500):
        size = random.randint(2, 12)
        leaning = [random.randint(0, 4) for _ in range(random.randint(3, 200))]
        rows = [
            [min(5, max(1, lean + random.randint(-1, 2))) for _ in range(size)] for lean in leaning
        ]
        table = np.cov(rows, rowvar=False)
        if table.sum() == 0:
            continue

        theirs = size / (size - 1) * (1 - np.trace(table) / table.sum())
        assert reliability(rows).alpha == pytest.approx(theirs)


def test_moments_say_the_same_as_rows():
    questions = [Moments.of(column) for column in zip(*ROWS, strict=True)]

    alpha = cronbach_alpha(questions, Moments.of(sum(row) for row in ROWS))
    assert alpha == pytest.approx(reliability(ROWS).alpha)


def test_sixty_thousand_are_looked_at_once():
    assert reliability(row for _ in range(12_000) for row in ROWS).answers == 60_000


def test_who_left_one_out_is_left_out():
    holes = [[None, 5, 1], *ROWS, [1, 5, None], [None, None, None]]

    assert reliability(holes) == reliability(ROWS)
    assert reliability([[None, 1]]) == (None, 0)


def test_the_same_question_twice_is_entirely_reliable():
    assert reliability([[1, 1], [2, 2], [5, 5]]).alpha == pytest.approx(1)


def test_questions_that_contradict_each_other_are_worse_than_nothing():
    assert reliability([[1, 5, 1], [5, 2, 2], [2, 4, 5], [4, 1, 1]]).alpha < 0


@pytest.mark.parametrize(
    ("rows", "answers"),
    [
        ([], 0),
        ([[3, 4]], 1),
        ([[3], [4], [5]], 3),
        ([[], []], 2),
        ([[3, 3], [3, 3]], 2),
        ([[1, 5], [5, 1], [3, 3]], 3),
    ],
    ids=["nobody", "one person", "one question", "no question", "all the same", "equal sums"],
)
def test_where_nothing_differs_there_is_no_alpha(rows, answers):
    assert reliability(rows) == (None, answers)


def test_rows_of_different_lengths_are_refused():
    with pytest.raises(ValueError, match="zip"):
        reliability([[1, 2, 3], [1, 2]])


def test_it_is_shown_from_thirty():
    assert RELIABLE_FROM == 30
    assert reliability(ROWS * 6).answers >= RELIABLE_FROM > reliability(ROWS * 5).answers
