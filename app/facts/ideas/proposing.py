"""What is proposed, and who stands behind it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.db import Entity
from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.ideas.models import Idea


@dataclass(frozen=True, kw_only=True)
class IdeaSubmitted(Fact):
    """Perhaps because of something that somebody said: what it `came_from`."""

    says = N_("%(actor)s proposed an idea: %(title)s")
    says_you = N_("You proposed an idea: %(title)s")
    audited = False

    idea: "Idea"
    came_from: Entity | None = None

    @property
    def addressees(self) -> list[int]:
        """In whose name somebody else proposes it."""
        return [self.idea.behalf_of.id] if self.idea.behalf_of else []

    @property
    def happens_to(self) -> tuple[int, ...]:
        """Whose it is, both of them."""
        return (self.idea.author_id, *self.addressees)


@dataclass(frozen=True, kw_only=True)
class IdeaWithdrawn(Fact):
    says = N_("%(actor)s withdrew the idea %(title)s")
    says_you = N_("You withdrew the idea %(title)s")
    audited = True
    news = False
    undoes = IdeaSubmitted

    idea: "Idea"


@dataclass(frozen=True, kw_only=True)
class IdeaRestored(Fact):
    says = N_("%(actor)s proposed the idea %(title)s again")
    says_you = N_("You proposed the idea %(title)s again")
    audited = True
    news = False
    undoes = IdeaWithdrawn

    idea: "Idea"


@dataclass(frozen=True, kw_only=True)
class IdeaSupported(Fact):
    says = N_("%(actor)s supports the idea %(title)s")
    says_you = N_("You support the idea %(title)s")
    audited = False
    news = False

    idea: "Idea"


@dataclass(frozen=True, kw_only=True)
class IdeaNoLongerSupported(Fact):
    says = N_("%(actor)s no longer supports the idea %(title)s")
    says_you = N_("You no longer support the idea %(title)s")
    audited = False
    news = False
    undoes = IdeaSupported
    ones_own = True

    idea: "Idea"


@dataclass(frozen=True, kw_only=True)
class IdeaSponsored(Fact):
    says = N_("%(actor)s sponsors the idea %(title)s")
    says_you = N_("You sponsor the idea %(title)s")
    audited = False

    idea: "Idea"


@dataclass(frozen=True, kw_only=True)
class IdeaNoLongerSponsored(Fact):
    says = N_("%(actor)s no longer sponsors the idea %(title)s")
    says_you = N_("You no longer sponsor the idea %(title)s")
    audited = False
    news = False
    undoes = IdeaSponsored
    ones_own = True

    idea: "Idea"
