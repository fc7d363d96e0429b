"""The figures of a wave's groups: all that is ever kept of what was answered in them.

Pure: from the groups as a tree, what was counted in each, and the wave before. Every figure passes
the gate here, once, when the wave closes. What comes out can be stored as JSON.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, NamedTuple, Protocol

from app.survey import comparing, grouping, statistics
from app.survey.coarsening import SHARED_BY
from app.survey.comparing import Before, Now
from app.survey.gates import Gates, answered
from app.survey.models import Scale
from app.survey.statistics import Estimate, Favourability, Moments, Recommendations
from app.survey.suppression import Hidden
from app.survey.tallying import INDEX, Questions, Tally
from app.survey.tiers import Thresholds, Tier

EXACT_FROM = 20  # answers: below, their number is told as a band
BANDS = ((5, 9), (10, 19))
LOWEST, HIGHEST = 10.0, 90.0  # what is told of a mean where all said the same
NEARLY_ALL = {"promoters": ("high", 80), "passives": ("middle", 0), "detractors": ("low", -80)}

Figures = dict[str, Any]


class GroupRow(Protocol):
    """What is looked at of a group of the wave."""

    id: Any
    parent_id: Any
    written_under_id: Any
    invited: Any
    direct: Any


class Outcome(NamedTuple):
    """Of one group: its figures, or why there are none."""

    figures: Figures | None
    hidden: Hidden | None


def outcomes(
    groups: Iterable[GroupRow],
    questions: Questions,
    tallies: Mapping[int, Tally],
    thresholds: Thresholds,
    before: Mapping[int, Before],
) -> dict[int, Outcome]:
    """Of each group, by its number. `tallies` are of the groups that answers are written under,
    `before` of those that were there in the wave before.
    """
    groups = list(groups)
    parents = {group.id: group.parent_id for group in groups}
    gates = Gates(parents, questions, tallies, thresholds)
    invited = _invited(groups, parents)
    found = {}
    for group in groups:
        key = group.id
        if key in gates.why_not:
            why = _why(group, gates.why_not[key], written=invited[key])
            found[key] = Outcome(None, why)
            continue
        now = Now(questions, gates.sums[key], thresholds.least)
        change = partial(_change, now, before.get(key))
        found[key] = Outcome(_Reckoned(key, gates, questions, invited[key], change).all(), None)
    return found


def band(n: int) -> list[int]:
    """Between what and what the number of answers lies."""
    return [n, n] if n >= EXACT_FROM else list(next(b for b in reversed(BANDS) if n >= b[0]))


class _Reckoned:
    """The figures of one group that is shown."""

    def __init__(
        self,
        key: int,
        gates: Gates,
        questions: Questions,
        invited: int,
        change: Callable[..., Figures | None],
    ) -> None:
        self.key, self.gates, self.questions = key, gates, questions
        self.invited, self.change = invited, change
        self.tally = gates.sums[key]

    def all(self) -> Figures:
        n = self.tally.n
        is_detailed = self.key in self.gates.reaching[Tier.DETAIL]
        codes = self.questions.scored if is_detailed else ()
        dimensions = self.questions.dimensions if is_detailed else ()
        return {
            "n": band(n),
            "invited": self.invited,
            "rate": round(n / self.invited, 2) if n >= EXACT_FROM else None,
            "tier": self.gates.tiers[self.key].value,
            "index": self.mean(INDEX),
            "dimensions": {one.value: self.mean(one) for one in dimensions},
            "items": {code: self.item(code) for code in codes},
            "recommend": self.recommend() if is_detailed else None,
            "alpha": self.alpha(),
        }

    def mean(self, name: str) -> Figures:
        gate = self.gates.means[name]
        if self.key not in gate:
            return {"hidden": gate.why_not[self.key].value}
        moments = Moments.of_counts(self.tally.scores[name])
        estimate = _there(statistics.mean(moments))
        if self.key in gate.roughly:
            value = min(max(estimate.value, LOWEST), HIGHEST)
            return {"mean": round(value, 1), "low": None, "high": None, "change": None}
        low, high = self.interval(estimate, moments.count, digits=1)
        return {
            "mean": round(estimate.value, 1),
            "low": low,
            "high": high,
            "change": self.change(comparing.mean, name),
        }

    def item(self, code: str) -> Figures:
        gate = self.gates.items[code]
        if self.key not in gate:
            return {"hidden": gate.why_not[self.key].value}
        counts = answered(code, self.tally)
        n, shares = counts.total(), Favourability.of(counts)
        estimate = _there(statistics.proportion(shares.favourable, n))
        figures = {"n": band(n), "not_mine": self.not_mine(code)}
        if self.key in gate.roughly:
            capped = "high" if estimate.value > 50 else "low"
            nothing = dict.fromkeys(("shares", "interval", "distribution", "change"))
            return figures | nothing | {"capped": capped}
        return figures | {
            "shares": shares.percents,
            "interval": list(self.interval(estimate, n)),
            "capped": None,
            "distribution": self.distribution(code),
            "change": self.change(comparing.share, code),
        }

    def not_mine(self, code: str) -> int | None:
        """Percent of whom it is no part of the job, of those who said anything."""
        if code not in self.questions.habits or self.key not in self.gates.with_not_mine[code]:
            return None
        counts = self.tally.items[code]
        return round(100 * counts[Scale.NOT_MINE] / counts.total())

    def distribution(self, code: str) -> list[int] | None:
        if self.key not in self.gates.distributions[code]:
            return None
        counts = self.tally.items[code]
        return statistics.largest_remainder([counts[n] for n in self.questions.scales[code]])

    def recommend(self) -> Figures | None:
        code, gate = self.questions.recommend, self.gates.recommends
        if code is None or gate is None:
            return None
        if self.key not in gate:
            return {"hidden": gate.why_not[self.key].value}
        given = Recommendations.of(self.tally.items[code])
        if self.key in gate.roughly:
            most = given._fields[given.index(max(given))]
            capped, score = NEARLY_ALL[most]
            nothing = dict.fromkeys(("low", "high", "shares", "change"))
            return {"n": band(sum(given)), "score": score, "capped": capped, **nothing}
        low, high = self.interval(_there(statistics.recommendation(given)), sum(given))
        return {
            "n": band(sum(given)),
            "score": given.score,
            "low": low,
            "high": high,
            "shares": statistics.largest_remainder(given),
            "capped": None,
            "change": self.change(comparing.recommendation, code),
        }

    def alpha(self) -> float | None:
        if self.key not in self.gates.complete:
            return None
        habits = [Moments.of_counts(self.tally.complete[one]) for one in self.questions.habits]
        alpha = statistics.cronbach_alpha(habits, Moments.of_counts(self.tally.sums))
        return None if alpha is None else round(alpha, 2)

    def interval(
        self, estimate: Estimate, n: int, *, digits: int | None = None
    ) -> tuple[float | None, float | None]:
        """Shrunk as nearly all were asked: chance decides only about who did not answer."""
        invited = max(n, self.invited)
        interval = statistics.near_census(estimate, answered=n, invited=invited).interval
        if interval is None:
            return None, None
        return round(interval.low, digits), round(interval.high, digits)


def _invited(groups: Iterable[GroupRow], parents: Mapping[int, int | None]) -> dict[int, int]:
    """How many were invited whose answers count in a group: those written in it or below."""
    written: Counter[int] = Counter()
    for group in groups:
        written[group.written_under_id] += group.direct
    return {one.key: one.n for one in grouping.tree(parents, written)}


def _why(group: GroupRow, why: Hidden, *, written: int) -> Hidden:
    """A group whose people were joined to those left over at the top is none of few: that it is
    not shown protects them.
    """
    joined = why is Hidden.FEW and written == 0 and group.invited >= SHARED_BY
    return Hidden.PROTECTS if joined else why


def _change(now: Now, before: Before | None, of: Callable[..., Any], what: str) -> Figures | None:
    return of(what, now, before) if before else None


def _there(estimate: Estimate | None) -> Estimate:
    """The gate lets nobody through of whom there is nothing."""
    assert estimate is not None
    return estimate
