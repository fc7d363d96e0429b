"""From how many answers something is said of a group: what the house asks of every wave, at least.

The lowest it can be is fixed (`suppression.LEAST` and what the tables insist on): whoever runs
the house may raise it, and whoever runs a wave may raise it further.
"""

from typing import NamedTuple

from app.core import settings
from app.core.i18n import N_
from app.survey.models import DETAIL, DISTRIBUTION, Wave
from app.survey.suppression import LEAST

HIGHEST = 200  # answers: beyond it nothing would be said of anybody

FAMILY = N_("Survey")
RAISED = N_("It can be raised, never lowered below its default. An open wave keeps its own.")

for _name, _floor, _words in (
    ("survey.least", LEAST, N_("Answers a group needs for its score to be seen")),
    ("survey.detail", DETAIL, N_("Answers a group needs for each question to be seen")),
    ("survey.distribution", DISTRIBUTION, N_("Answers a group needs for its distribution")),
):
    settings.declare(
        _name, int, _floor, _words, family=FAMILY, help=RAISED, least=_floor, most=HIGHEST
    )


class Thresholds(NamedTuple):
    """How many answers it takes for a score, for each question, and for a distribution."""

    least: int
    detail: int
    distribution: int

    def allow(self, others: "Thresholds") -> bool:
        """Whether none of those is lower."""
        return all(other >= mine for mine, other in zip(self, others, strict=True))

    def raised_to(self, others: "Thresholds") -> "Thresholds":
        """Each at least as high as that one."""
        return Thresholds(*(max(pair) for pair in zip(self, others, strict=True)))


def house() -> Thresholds:
    """What every wave has at least. More detail never takes fewer answers."""
    least = settings.get("survey.least")
    detail = max(least, settings.get("survey.detail"))
    return Thresholds(least, detail, max(detail, settings.get("survey.distribution")))


def of(wave: Wave) -> Thresholds:
    return Thresholds(wave.least, wave.detail, wave.distribution)
