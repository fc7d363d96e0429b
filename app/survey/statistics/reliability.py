"""Do the questions that are added up belong together."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.survey.statistics.means import Moments

RELIABLE_FROM = 30  # complete answers: below, α itself is too uncertain to be shown


class Reliability(NamedTuple):
    """Cronbach's α, at most 1, and of how many complete answers."""

    alpha: float | None
    answers: int


def cronbach_alpha(questions: Sequence[Moments], totals: Moments) -> float | None:
    """α from the moments of each question and of the sum over all of them, of the same people.

    k/(k − 1)·(1 − Σσᵢ²/σ²): L. J. Cronbach, «Coefficient alpha and the internal structure of
    tests», Psychometrika 16 (1951). None of fewer than two questions, or where the sums do not
    differ.
    """
    if len(questions) < 2 or totals.variance == 0:
        return None
    apart = sum(question.variance for question in questions)
    return len(questions) / (len(questions) - 1) * (1 - apart / totals.variance)


def reliability(rows: Iterable[Sequence[float | None]]) -> Reliability:
    """α of people's answers, a row each, looked at once; a row that lacks one is left out.

    Raises ValueError if the rows are not of the same length.
    """
    sums: list[list[float]] = []
    answers, total, squares = 0, 0.0, 0.0
    for row in rows:
        complete = [value for value in row if value is not None]
        if len(complete) < len(row):
            continue
        sums = sums or [[0.0, 0.0] for _ in row]
        for of_question, value in zip(sums, complete, strict=True):
            of_question[0] += value
            of_question[1] += value * value
        altogether = sum(complete)
        answers, total, squares = answers + 1, total + altogether, squares + altogether**2
    questions = [Moments(answers, *of_question) for of_question in sums]
    return Reliability(cronbach_alpha(questions, Moments(answers, total, squares)), answers)
