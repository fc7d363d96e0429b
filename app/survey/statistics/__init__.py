"""The arithmetic of the survey: what was answered, and how far chance may have moved it.

Shares, scores and changes are in points of a hundred; a mean is in the unit of its values. What
nobody answered is None, never a nought. No request and no table comes in here, so that each
formula can be held against SciPy and statsmodels as it stands.
"""

from app.core.charts import largest_remainder
from app.survey.statistics.change import (
    arrow,
    change_of_mean,
    change_of_proportion,
    change_of_recommendation,
    detectable,
)
from app.survey.statistics.estimate import Estimate, Interval, near_census
from app.survey.statistics.means import Moments, mean
from app.survey.statistics.proportions import Favourability, proportion
from app.survey.statistics.recommendation import Recommendations, recommendation
from app.survey.statistics.reliability import (
    RELIABLE_FROM,
    Reliability,
    cronbach_alpha,
    reliability,
)
from app.survey.statistics.response import ResponseRate

__all__ = [
    "RELIABLE_FROM",
    "Estimate",
    "Favourability",
    "Interval",
    "Moments",
    "Recommendations",
    "Reliability",
    "ResponseRate",
    "arrow",
    "change_of_mean",
    "change_of_proportion",
    "change_of_recommendation",
    "cronbach_alpha",
    "detectable",
    "largest_remainder",
    "mean",
    "near_census",
    "proportion",
    "recommendation",
    "reliability",
]
