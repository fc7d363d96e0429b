"""What those who work on an idea do. It is for them: no news, and their facts say nothing of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.ideas.models import Idea
    from app.people.models import Person


@dataclass(frozen=True, kw_only=True)
class OwnerNamed(Fact):
    """`person` carries it from now on."""

    says = N_("%(actor)s gave %(title)s an owner")
    says_you = N_("You gave %(title)s an owner")
    audited = False
    news = False

    idea: "Idea"
    person: "Person"


@dataclass(frozen=True, kw_only=True)
class OwnerReleased(Fact):
    says = N_("%(actor)s left %(title)s without an owner")
    says_you = N_("You left %(title)s without an owner")
    audited = False
    news = False
    undoes = OwnerNamed

    idea: "Idea"
    person: "Person"


@dataclass(frozen=True, kw_only=True)
class EvaluatorAsked(Fact):
    """`person` is to say what they think of it."""

    says = N_("%(actor)s asked somebody to evaluate %(title)s")
    says_you = N_("You asked somebody to evaluate %(title)s")
    audited = True
    news = False

    idea: "Idea"
    person: "Person"


@dataclass(frozen=True, kw_only=True)
class EvaluatorReleased(Fact):
    says = N_("%(actor)s no longer asks somebody to evaluate %(title)s")
    says_you = N_("You no longer ask somebody to evaluate %(title)s")
    audited = True
    news = False
    undoes = EvaluatorAsked

    idea: "Idea"
    person: "Person"


@dataclass(frozen=True, kw_only=True)
class EvaluationGiven(Fact):
    """Whoever asked for it wants to know."""

    says = N_("%(actor)s has evaluated %(title)s")
    says_you = N_("You have evaluated %(title)s")
    audited = False
    news = False

    idea: "Idea"
    person: "Person"


@dataclass(frozen=True, kw_only=True)
class NoteWritten(Fact):
    """For those who work on the idea, `readers`, and nobody else."""

    says = N_("%(actor)s left an internal note on %(title)s")
    says_you = N_("You left an internal note on %(title)s")
    audited = False
    news = False

    idea: "Idea"
    readers: tuple[int, ...]

    @property
    def addressees(self) -> tuple[int, ...]:
        return self.readers


@dataclass(frozen=True, kw_only=True)
class NoteRemoved(Fact):
    says = N_("%(actor)s removed an internal note on %(title)s")
    says_you = N_("You removed an internal note on %(title)s")
    audited = True
    news = False
    undoes = NoteWritten

    idea: "Idea"
