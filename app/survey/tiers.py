"""How much is said of each group: the gate, asked again with every threshold that is higher."""

from enum import StrEnum
from typing import Protocol

from app.survey import suppression


class Tier(StrEnum):
    """Each says what the one before says, and more."""

    SCORE = "score"  # one number
    DETAIL = "detail"  # favourable, neutral, unfavourable; remarks
    DISTRIBUTION = "distribution"  # each point of the scale


class Thresholds(Protocol):
    """How many answers each takes; a wave has them."""

    @property
    def least(self) -> int: ...
    @property
    def detail(self) -> int: ...
    @property
    def distribution(self) -> int: ...


def tiers(group: suppression.Group, of: Thresholds) -> dict[int, Tier]:
    """What may be said of a group and of each below it, by their numbers; those that are hidden
    are not there.
    """
    said: dict[int, Tier] = {}
    barred: frozenset[int] = frozenset()
    every = frozenset(one.key for one in group)
    for tier, least in (
        (Tier.SCORE, of.least),
        (Tier.DETAIL, of.detail),
        (Tier.DISTRIBUTION, of.distribution),
    ):
        shown = suppression.shown(group, least=least, barred=barred)
        said |= dict.fromkeys(shown, tier)
        barred = every - shown
    return said
