"""What a group's figures say, as the gate has written them down at closing.

Page and file read them here, and there is no other way to a figure: no answer is looked at again.
Pure, so that the picture and the table beside it are made from one and the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from app.survey.scoring import whole
from app.survey.statistics import RELIABLE_FROM, detectable
from app.survey.tiers import Tier

STEPS = (50, 60, 70, 85)  # points from which an index has the next colour
LOWEST, HIGHEST = 10, 90  # points beyond which no more is said of a group that is of one mind
LOW_RATE = 0.6  # of the invited: below, those who are silent may think otherwise
GOOD = 0.7  # from which α is usually taken for reliable


class Why(StrEnum):
    """Why one figure of a group that is shown is not."""

    FEW = "few"  # too few answered this
    PROTECTS = "protects"  # it would give away another group's
    BELOW = "below"  # what it is part of does not show this, either
    DETAIL = "detail"  # this group is told of by one score alone


@dataclass(frozen=True)
class Withheld:
    """What stands where a figure would."""

    why: Why


class Band(NamedTuple):
    """How many answers: so many to so many, or one number where both are the same."""

    low: int
    high: int

    @property
    def is_exact(self) -> bool:
        return self.low == self.high


class Change(NamedTuple):
    """What it was in the wave before, and by how many points it changed (interval of 95 %)."""

    before: float
    by: float
    low: float | None
    high: float | None
    arrow: str | None  # "up" or "down" where it is more than chance and large enough


@dataclass(frozen=True)
class Score:
    """A mean index from 0 to 100, in points."""

    value: float
    low: float | None
    high: float | None
    change: Change | None = None

    why = None

    @property
    def margin(self) -> float | None:
        """What stands after «±»: half the width of the interval; nothing without one."""
        if self.low is None or self.high is None:
            return None
        return (self.high - self.low) / 2

    @property
    def capped(self) -> str | None:
        """Where all said the same, "high" is so much or more, and "low" so much or less."""
        if self.margin is None and self.value >= HIGHEST:
            return "high"
        return "low" if self.margin is None and self.value <= LOWEST else None

    @property
    def step(self) -> int:
        """Its colour, from 1 to 5, by what is printed."""
        return 1 + sum(whole(self.value) >= step for step in STEPS)


@dataclass(frozen=True)
class Asked:
    """One question: shares in whole percents."""

    n: Band
    shares: tuple[int, int, int] | None  # favourable, neutral, unfavourable; none where capped
    low: float | None  # of the favourable share, in percent
    high: float | None
    capped: str | None  # "high": nearly all are favourable, "low": nearly none, no more is said
    not_mine: int | None  # percent who say that it is no part of their job
    distribution: tuple[int, ...] | None  # from 1 to 5
    change: Change | None  # of the favourable share

    why = None

    @property
    def parts(self) -> tuple[tuple[int, int], ...]:
        """(colour, percent) from the unfavourable to the favourable end, as finely as may be."""
        if self.capped or not self.shares:
            return ()
        if self.distribution:
            return tuple(enumerate(self.distribution, start=1))
        favourable, neutral, unfavourable = self.shares
        return ((1, unfavourable), (3, neutral), (5, favourable))


@dataclass(frozen=True)
class Recommended:
    """Would they recommend working here: from −100 to 100."""

    value: float
    low: float | None
    high: float | None
    shares: tuple[int, int, int] | None  # promoters, passives, detractors; none where capped
    capped: str | None  # nearly all are promoters ("high"), passives ("middle") or detractors
    change: Change | None

    why = None


@dataclass(frozen=True)
class Figures:
    """All that may be read of one group."""

    n: Band
    invited: int  # people whose answers count here
    rate: float | None  # of the invited; nothing where the number of answers is a band
    tier: Tier
    index: Score | Withheld
    recommend: Recommended | Withheld | None  # nothing: it was not asked
    alpha: float | None
    _dimensions: Mapping[str, Score | Withheld]
    _items: Mapping[str, Asked | Withheld]

    def dimension(self, name: str) -> Score | Withheld:
        """What is not written down, this group is too small for."""
        return self._dimensions.get(name, Withheld(Why.DETAIL))

    def item(self, code: str) -> Asked | Withheld:
        return self._items.get(code, Withheld(Why.DETAIL))

    @property
    def recommended(self) -> Recommended | Withheld:
        """Of a wave that asked for it."""
        return self.recommend or Withheld(Why.DETAIL)

    @property
    def is_detailed(self) -> bool:
        """Whether more is told than one score."""
        return self.tier is not Tier.SCORE

    @property
    def has_gaps(self) -> bool:
        return any(isinstance(one, Withheld) for one in self._dimensions.values())

    @property
    def has_distributions(self) -> bool:
        """Whether each point of the scale is told."""
        return self.tier is Tier.DISTRIBUTION

    @property
    def has_low_rate(self) -> bool:
        return self.rate is not None and self.rate < LOW_RATE

    @property
    def is_reliable(self) -> bool:
        """Whether the questions that are added up belong together."""
        return self.alpha is not None and self.alpha >= GOOD

    @property
    def detectable(self) -> float | None:
        """The smallest change of a share, in points, that so many answers would show."""
        return detectable(self.n.low)


def read(figures: Mapping[str, Any] | None, *, compared: bool = True) -> Figures | None:
    """The figures of a group (`Group.figures`); nothing of one that is hidden.

    Not `compared`, nothing is told of the wave before.
    """
    if figures is None:
        return None
    if not compared:
        figures = _without_change(figures)
    n = Band(*figures["n"])
    return Figures(
        n=n,
        invited=figures["invited"],
        rate=figures["rate"] if n.is_exact else None,
        tier=Tier(figures["tier"]),
        index=_score(figures["index"]),
        recommend=_recommended(figures.get("recommend")),
        alpha=figures.get("alpha") if n.low >= RELIABLE_FROM else None,
        _dimensions={name: _score(one) for name, one in figures["dimensions"].items()},
        _items={code: _asked(one) for code, one in figures["items"].items()},
    )


def _without_change(told: Any) -> Any:
    if isinstance(told, Mapping):
        return {name: _without_change(one) for name, one in told.items() if name != "change"}
    return told


def _score(told: Mapping[str, Any]) -> Score | Withheld:
    if "hidden" in told:
        return Withheld(Why(told["hidden"]))
    return Score(told["mean"], told["low"], told["high"], _change(told.get("change")))


def _recommended(told: Mapping[str, Any] | None) -> Recommended | Withheld | None:
    if told is None:
        return None
    if "hidden" in told:
        return Withheld(Why(told["hidden"]))
    capped = told.get("capped")
    return Recommended(
        value=told["score"],
        low=told["low"],
        high=told["high"],
        shares=tuple(told["shares"]) if told["shares"] and not capped else None,
        capped=capped,
        change=_change(told.get("change")),
    )


def _asked(told: Mapping[str, Any]) -> Asked | Withheld:
    if "hidden" in told:
        return Withheld(Why(told["hidden"]))
    capped = told.get("capped")
    low, high = told.get("interval") or (None, None)
    return Asked(
        n=Band(*told["n"]),
        shares=tuple(told["shares"]) if told.get("shares") and not capped else None,
        low=None if capped else low,
        high=None if capped else high,
        capped=capped,
        not_mine=told.get("not_mine"),
        distribution=tuple(told["distribution"]) if told.get("distribution") else None,
        change=_change(told.get("change")),
    )


def _change(told: Mapping[str, Any] | None) -> Change | None:
    if told is None:
        return None
    return Change(told["before"], told["by"], told["low"], told["high"], told["arrow"])
