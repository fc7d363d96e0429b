"""What becomes of somebody's asking an ambassador for help: told to those between whom it stands,
and to nobody else.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.ambassadors.models import HelpRequest


class OfTheAsker:
    """It is told to whoever asked."""

    if TYPE_CHECKING:
        request: "HelpRequest"

    @property
    def addressees(self) -> tuple[int, ...]:
        return (self.request.asker_id,)


@dataclass(frozen=True, kw_only=True)
class HelpAsked(Fact):
    """`people` are the nearest ambassador, or governance where there is none."""

    says = N_("%(actor)s asks for help: %(title)s")
    says_you = N_("You asked for help: %(title)s")
    audited = False
    news = False

    request: "HelpRequest"
    people: tuple[int, ...]

    @property
    def addressees(self) -> tuple[int, ...]:
        return self.people


@dataclass(frozen=True, kw_only=True)
class HelpTakenBack(Fact):
    says = N_("%(actor)s does not need help any more: %(title)s")
    says_you = N_("You do not need help any more: %(title)s")
    audited = False
    news = False
    undoes = HelpAsked

    request: "HelpRequest"


@dataclass(frozen=True, kw_only=True)
class HelpPassedOn(Fact):
    """By whoever was asked, or by the clock; `before` is who was asked until then."""

    says = N_("Somebody else is asked for help now: %(title)s")
    audited = False
    news = False

    request: "HelpRequest"
    people: tuple[int, ...]
    before: int

    @property
    def addressees(self) -> tuple[int, ...]:
        return self.people


@dataclass(frozen=True, kw_only=True)
class HelpTaken(OfTheAsker, Fact):
    says = N_("%(actor)s takes care of what you asked: %(title)s")
    says_you = N_("You take care of what somebody asked: %(title)s")
    audited = False
    news = False

    request: "HelpRequest"


@dataclass(frozen=True, kw_only=True)
class HelpGivenBack(OfTheAsker, Fact):
    says = N_("%(actor)s does not take care of it after all: %(title)s")
    says_you = N_("You do not take care of it after all: %(title)s")
    audited = False
    news = False
    undoes = HelpTaken

    request: "HelpRequest"


@dataclass(frozen=True, kw_only=True)
class HelpAnswered(OfTheAsker, Fact):
    says = N_("%(actor)s answered what you asked: %(title)s")
    says_you = N_("You answered what somebody asked: %(title)s")
    audited = False
    news = False

    request: "HelpRequest"


@dataclass(frozen=True, kw_only=True)
class HelpAnswerTakenBack(OfTheAsker, Fact):
    says = N_("%(actor)s takes an answer back: %(title)s")
    says_you = N_("You took your answer back: %(title)s")
    audited = False
    news = False
    undoes = HelpAnswered

    request: "HelpRequest"


@dataclass(frozen=True, kw_only=True)
class HelpSolved(Fact):
    """Whoever asked says so; whoever was asked hears of it."""

    says = N_("%(actor)s has what they needed: %(title)s")
    says_you = N_("You have what you needed: %(title)s")
    audited = False
    news = False

    request: "HelpRequest"

    @property
    def addressees(self) -> tuple[int, ...]:
        return (self.request.asked_id,) if self.request.asked_id else ()


@dataclass(frozen=True, kw_only=True)
class HelpReopened(Fact):
    """`people` are whoever was asked before, or the next where they are gone."""

    says = N_("%(actor)s still needs help: %(title)s")
    says_you = N_("You still need help: %(title)s")
    audited = False
    news = False
    undoes = HelpSolved

    request: "HelpRequest"
    people: tuple[int, ...]

    @property
    def addressees(self) -> tuple[int, ...]:
        return self.people
