"""What an idea is worth beside the others: for whom how much, against the work it takes.

RICE, as Sean McBride described it for Intercom in 2016 («RICE: Simple prioritization for product
managers»), without its confidence: reach × impact ÷ effort. Each factor is a place on a scale of
five whose ends and middle are said in words, so that two people mean the same by a three.
"""

from typing import NamedTuple

from app.core.i18n import N_

PLACES = range(1, 6)
LOWEST, HIGHEST = 0.2, 25.0


class Factor(NamedTuple):
    """One question, and what its places mean."""

    name: str
    asks: str
    places: tuple[str, str, str, str, str]


FACTORS: dict[str, Factor] = {
    "value": Factor(
        N_("Value for the customer"),
        N_("How much would it change for a customer who meets it?"),
        (
            N_("They would hardly notice"),
            N_("A small annoyance less"),
            N_("A problem of theirs is solved"),
            N_("They would tell somebody"),
            N_("A reason to stay with us"),
        ),
    ),
    "reach": Factor(
        N_("Reach"),
        N_("How many customers meet it in a year?"),
        (
            N_("A few, now and then"),
            N_("Some of one service"),
            N_("Many of one service"),
            N_("Many, of several services"),
            N_("Nearly all of them"),
        ),
    ),
    "effort": Factor(
        N_("Effort"),
        N_("What does it take to have it done?"),
        (
            N_("Days, by one team"),
            N_("Weeks, by one team"),
            N_("Months, or a second team"),
            N_("Months of several teams"),
            N_("A project of a year"),
        ),
    ),
}


def score(*, value: int, reach: int, effort: int) -> float:
    """From 0.2 to 25, to one place: more for much done with little."""
    return round(value * reach / effort, 1)
