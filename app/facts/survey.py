"""What can happen to a wave of the survey. That somebody answered is no fact, and nobody's news."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.survey.models import Wave


@dataclass(frozen=True, kw_only=True)
class WaveOpened(Fact):
    says = N_("%(actor)s opened the survey: %(title)s")
    says_you = N_("You opened the survey: %(title)s")
    audited = True

    wave: "Wave"
    invited: int
    informed_on: str  # a day, as 2026-11-02: when employee representatives were
    informed_how: str
    assessment: str  # of the impact on privacy: its reference


@dataclass(frozen=True, kw_only=True)
class WaveReminded(Fact):
    """The same words to everybody who was invited."""

    says = N_("%(actor)s reminds everybody of the survey: %(title)s")
    says_you = N_("You reminded everybody of the survey: %(title)s")
    audited = True
    news = False

    wave: "Wave"


@dataclass(frozen=True, kw_only=True)
class WaveStopped(Fact):
    """No more answers; it is being counted."""

    says = N_("%(title)s takes no more answers")
    audited = True
    news = False

    wave: "Wave"


@dataclass(frozen=True, kw_only=True)
class WaveClosed(Fact):
    says = N_("%(title)s has closed. Answers: %(n)s of %(invited)s")
    audited = True

    wave: "Wave"
    n: int
    invited: int
    people: tuple[int, ...]  # whoever runs waves

    @property
    def addressees(self) -> tuple[int, ...]:
        return self.people


@dataclass(frozen=True, kw_only=True)
class WavePublished(Fact):
    says = N_("%(actor)s published the results: %(title)s")
    says_you = N_("You published the results: %(title)s")
    audited = True

    wave: "Wave"


@dataclass(frozen=True, kw_only=True)
class ResultsExported(Fact):
    """Somebody took the figures away with them."""

    says = N_("%(actor)s exported the results: %(title)s")
    says_you = N_("You exported the results: %(title)s")
    audited = True
    news = False

    wave: "Wave"


@dataclass(frozen=True, kw_only=True)
class WaveErased(Fact):
    """By the clock: what each person answered was kept for long enough."""

    says = N_("The answers to %(title)s were erased. Its figures stay")
    audited = True
    news = False

    wave: "Wave"
