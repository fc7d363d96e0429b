"""From one wave to the next: what changed, and whether chance would have done it.

No change knows how many of the invited answered. Whether two groups differ by more than chance is
asked of what produces the answers, not of the people who happened to be there, so the correction
of a near-census has no place here (Cochran, *Sampling Techniques*, 3rd ed., § 2.14).
"""

from math import hypot, sqrt
from statistics import NormalDist
from typing import Literal

from app.survey.statistics.estimate import BELOW, Estimate, Interval, Z
from app.survey.statistics.means import Moments
from app.survey.statistics.proportions import proportion
from app.survey.statistics.recommendation import Recommendations
from app.survey.statistics.student import t_quantile

WORTH_AN_ARROW = 5  # points
POWER = 0.8  # how often a change that is there is to be found


def change_of_proportion(now: tuple[int, int], before: tuple[int, int]) -> Estimate | None:
    """By how many points a share rose, each given as (part, whole); None if nobody was asked.

    With Newcombe's hybrid score interval: R. G. Newcombe, «Interval estimation for the difference
    between independent proportions», Statistics in Medicine 17 (1998), method 10.
    """
    ours, theirs = proportion(*now), proportion(*before)
    if ours is None or theirs is None or ours.interval is None or theirs.interval is None:
        return None
    value = 100 * (now[0] * before[1] - before[0] * now[1]) / (now[1] * before[1])
    below = hypot(ours.value - ours.interval.low, theirs.interval.high - theirs.value)
    above = hypot(ours.interval.high - ours.value, theirs.value - theirs.interval.low)
    return Estimate(value, Interval(value - below, value + above))


def change_of_mean(now: Moments, before: Moments) -> Estimate | None:
    """By how much a mean rose, in its unit, with Welch's interval; None if nobody answered.

    B. L. Welch, «The generalization of ‘Student's’ problem when several different population
    variances are involved», Biometrika 34 (1947), with Satterthwaite's degrees of freedom. No
    interval if there is one value on either side, or no spread on both.
    """
    if now.count == 0 or before.count == 0:
        return None
    value = now.mean - before.mean
    ours, theirs = now.variance / now.count, before.variance / before.count
    if min(now.count, before.count) < 2 or ours + theirs == 0:
        return Estimate(value)
    ours_of_all = ours / (ours + theirs)
    degrees = 1 / (ours_of_all**2 / (now.count - 1) + (1 - ours_of_all) ** 2 / (before.count - 1))
    half = t_quantile(degrees, BELOW) * sqrt(ours + theirs)
    return Estimate(value, Interval(value - half, value + half))


def change_of_recommendation(now: Recommendations, before: Recommendations) -> Estimate | None:
    """By how many points the net score rose, from −200 to 200; None if nobody answered.

    The interval is the difference of the adjusted scores give or take 1.96·√(SE₁² + SE₂²), made to
    reach the change itself. About the difference of the scores as they are, sometimes only 86 of a
    hundred intervals of five answers would hold the truth, and 92 of twenty.
    """
    if not any(now) or not any(before):
        return None
    value = now.net - before.net
    (ours, our_error), (theirs, their_error) = now.adjusted, before.adjusted
    half = Z * hypot(our_error, their_error)
    low, high = max(-200.0, ours - theirs - half), min(200.0, ours - theirs + half)
    return Estimate(value, Interval(min(low, value), max(high, value)))


def arrow(change: Estimate) -> Literal["up", "down"] | None:
    """Where a change in points leads, if it is more than chance and large enough to matter.

    None unless its interval leaves out nought and it is at least 5 points.
    """
    if change.interval is None or not change.interval.excludes_zero:
        return None
    if round(abs(change.value), 9) < WORTH_AN_ARROW:  # five, though the last digit be off
        return None
    return "up" if change.value > 0 else "down"


def detectable(answers: int, *, around: float = 70) -> float | None:
    """The smallest change of a share, in points, that waves of so many answers each can show.

    Found in four of five cases if it is there: (z₀.₉₇₅ + z₀.₈)·√(2·p·(1 − p) / n), the usual sample
    size of two proportions turned round (Fleiss, Levin & Paik, *Statistical Methods for Rates and
    Proportions*, 3rd ed., ch. 4), for shares about p = 70 % as favourable ones often are. That is
    41 points with 20 answers and 18 with 100; about 50 %, where it is hardest, 44 and 20.

    None where so few answers show no change at all: it would lead beyond 0 or 100.
    """
    if answers < 1:
        return None
    p = around / 100
    points = 100 * (Z + NormalDist().inv_cdf(POWER)) * sqrt(2 * p * (1 - p) / answers)
    return points if points / 2 <= min(around, 100 - around) else None
