"""What becomes of an idea."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.ideas.models import Idea

VERDICTS = {
    "new": N_("New"),
    "analyse": N_("Being analysed"),
    "in-progress": N_("Already under way"),
    "done": N_("Done"),
    "declined": N_("No"),
}


@dataclass(frozen=True, kw_only=True)
class IdeaDecided(Fact):
    says = N_("%(actor)s moved %(title)s to: %(verdict)s")
    says_you = N_("You moved %(title)s to: %(verdict)s")
    words = {"verdict": VERDICTS, "before": VERDICTS}
    audited = True

    idea: "Idea"
    verdict: str
    before: str
    is_untold: bool | None = None  # true where they hear of it later, see `IdeaDecisionTold`

    @property
    def addressees(self) -> list[int]:
        return self.idea.told_of_every_step


@dataclass(frozen=True, kw_only=True)
class IdeaDecisionTold(Fact):
    """What was decided in a sitting, once that is over."""

    says = IdeaDecided.says
    says_you = IdeaDecided.says_you
    words = {"verdict": VERDICTS}
    audited = False
    news = False

    idea: "Idea"
    verdict: str

    @property
    def addressees(self) -> list[int]:
        return self.idea.told_of_every_step


@dataclass(frozen=True, kw_only=True)
class IdeaDecisionUndone(Fact):
    says = N_("%(actor)s undid a decision on %(title)s; it is again: %(now)s")
    says_you = N_("You undid a decision on %(title)s; it is again: %(now)s")
    words = {"verdict": VERDICTS, "now": VERDICTS}
    audited = True
    news = False
    undoes = IdeaDecided

    idea: "Idea"
    verdict: str
    now: str
    is_untold: bool | None = None  # true where they hear of it later, see `IdeaDecisionTold`


@dataclass(frozen=True, kw_only=True)
class IdeaReopened(Fact):
    """Something new is known of it."""

    says = N_("%(actor)s reopened %(title)s with new evidence")
    says_you = N_("You reopened %(title)s with new evidence")
    audited = True

    idea: "Idea"

    @property
    def addressees(self) -> list[int]:
        return self.idea.told_of_every_step


@dataclass(frozen=True, kw_only=True)
class IdeaRouted(Fact):
    """Another area is to look at it, before anybody has decided: its clock goes on."""

    says = N_("%(actor)s asked another area to look at %(title)s")
    says_you = N_("You asked another area to look at %(title)s")
    audited = True
    news = False

    idea: "Idea"


@dataclass(frozen=True, kw_only=True)
class InformationAsked(Fact):
    """Its author is to answer."""

    says = N_("%(actor)s asks for one more detail on %(title)s")
    says_you = N_("You asked for one more detail on %(title)s")
    audited = False
    news = False

    idea: "Idea"

    @property
    def addressees(self) -> list[int]:
        return self.idea.made_by


@dataclass(frozen=True, kw_only=True)
class InformationGiven(Fact):
    """Whoever asked wants to know."""

    says = N_("%(actor)s gave the detail that %(title)s lacked")
    says_you = N_("You gave the detail that %(title)s lacked")
    audited = False
    news = False

    idea: "Idea"

    @property
    def addressees(self) -> list[int]:
        return self.idea.asked_by


@dataclass(frozen=True, kw_only=True)
class IdeaAnswered(Fact):
    """The official answer, which stands on top of it."""

    says = N_("%(actor)s answered the idea %(title)s")
    says_you = N_("You answered the idea %(title)s")
    audited = True

    idea: "Idea"

    @property
    def addressees(self) -> list[int]:
        return self.idea.told_of_every_step


@dataclass(frozen=True, kw_only=True)
class IdeaLate(Fact):
    """By the clock: nobody has moved it in time."""

    says = N_("%(title)s has waited longer than promised")
    audited = False
    news = False

    idea: "Idea"
    days: int
    people: tuple[int, ...]

    @property
    def addressees(self) -> tuple[int, ...]:
        return self.people


@dataclass(frozen=True, kw_only=True)
class IdeaEscalated(Fact):
    """By the clock: its area hears that it still waits."""

    says = N_("%(title)s still waits: its area is told")
    audited = True
    news = False

    idea: "Idea"
    days: int
    people: tuple[int, ...]

    @property
    def addressees(self) -> tuple[int, ...]:
        return self.people
