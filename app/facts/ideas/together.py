"""Ideas that are alike."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.ideas.models import Group, Idea


@dataclass(frozen=True, kw_only=True)
class IdeaGrouped(Fact):
    says = N_("%(actor)s put %(title)s together with others, to analyse them as one")
    says_you = N_("You put %(title)s together with others, to analyse them as one")
    audited = True
    news = False

    idea: "Idea"
    group: "Group"


@dataclass(frozen=True, kw_only=True)
class IdeaUngrouped(Fact):
    says = N_("%(actor)s took %(title)s out of its group")
    says_you = N_("You took %(title)s out of its group")
    audited = True
    news = False
    undoes = IdeaGrouped

    idea: "Idea"
    group: "Group"


@dataclass(frozen=True, kw_only=True)
class IdeaMerged(Fact):
    """`into` speaks for it from now on, and has its supporters."""

    says = N_("%(actor)s merged %(title)s into another idea like it")
    says_you = N_("You merged %(title)s into another idea like it")
    audited = True

    idea: "Idea"
    into: "Idea"

    @property
    def addressees(self) -> list[int]:
        return [*self.idea.told_of_every_step, *self.into.made_by]


@dataclass(frozen=True, kw_only=True)
class IdeaUnmerged(Fact):
    says = N_("%(actor)s took %(title)s out of the idea it had been merged into")
    says_you = N_("You took %(title)s out of the idea it had been merged into")
    audited = True
    news = False
    undoes = IdeaMerged

    idea: "Idea"
    into: "Idea"
