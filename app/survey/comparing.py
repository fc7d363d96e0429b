"""What changed in a group since the wave before: told where both waves told of it, and where those
who belong to it in one of them only are none or not few. Pure.

A score is compared where the same items make it up.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.survey import statistics
from app.survey.models import Scale
from app.survey.statistics import Estimate, Favourability, Moments, Recommendations
from app.survey.suppression import may_compare
from app.survey.tallying import INDEX, Questions, Tally


@dataclass(frozen=True)
class Now:
    questions: Questions
    tally: Tally
    least: int


@dataclass(frozen=True)
class Before:
    """The same group in the wave before."""

    questions: Questions
    tally: Tally
    figures: Mapping[str, Any]  # as they were told
    changed: int  # people who were invited to this group in one of the two waves only


Change = dict[str, Any]


def mean(name: str, now: Now, before: Before) -> Change | None:
    """Of the index or a dimension."""
    told = before.figures["index"] if name == INDEX else before.figures["dimensions"].get(name)
    if not told or told.get("low") is None or _made_of(name, now) != _made_of(name, before):
        return None
    then, today = (Moments.of_counts(one.tally.scores[name]) for one in (before, now))
    if not _may(then.count, today.count, now, before):
        return None
    return _change(told["mean"], statistics.change_of_mean(today, then))


def share(code: str, now: Now, before: Before) -> Change | None:
    """Of those who answer an item favourably."""
    told = before.figures["items"].get(code)
    if not told or not told.get("shares"):
        return None
    then, today = (_favourable(one.tally, code) for one in (before, now))
    if not _may(then[1], today[1], now, before):
        return None
    return _change(told["shares"][0], statistics.change_of_proportion(today, then))


def recommendation(code: str, now: Now, before: Before) -> Change | None:
    told, code_then = before.figures["recommend"], before.questions.recommend
    if not told or not told.get("shares") or code_then is None:
        return None
    then = Recommendations.of(before.tally.items[code_then])
    today = Recommendations.of(now.tally.items[code])
    if not _may(sum(then), sum(today), now, before):
        return None
    return _change(told["score"], statistics.change_of_recommendation(today, then))


def _may(then: int, today: int, now: Now, before: Before) -> bool:
    return may_compare(then, today, before.changed, least=now.least)


def _made_of(name: str, one: Now | Before) -> set[str]:
    codes = one.questions.habits if name == INDEX else one.questions.dimensions.get(name, ())  # type: ignore[call-overload]
    return set(codes)


def _favourable(tally: Tally, code: str) -> tuple[int, int]:
    """How many, and of how many."""
    counts = {said: n for said, n in tally.items[code].items() if said != Scale.NOT_MINE}
    return Favourability.of(counts).favourable, sum(counts.values())


def _change(told: float, estimate: Estimate | None) -> Change | None:
    if estimate is None:
        return None
    low, high = estimate.interval or (None, None)
    return {
        "before": told,
        "by": round(estimate.value, 1),
        "low": None if low is None else round(low, 1),
        "high": None if high is None else round(high, 1),
        "arrow": statistics.arrow(estimate),
    }
