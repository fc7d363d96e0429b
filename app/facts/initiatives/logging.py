"""What is logged, ends, and is taken back."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.db import Entity
from app.core.i18n import N_
from app.facts import Fact, subjects

if TYPE_CHECKING:
    from app.initiatives.models import Initiative


@dataclass(frozen=True, kw_only=True)
class InitiativeLogged(Fact):
    """Whose idea it comes from hears of it."""

    says = N_("%(actor)s logged the initiative %(title)s")
    says_you = N_("You logged the initiative %(title)s")
    audited = False

    initiative: "Initiative"
    came_from: Entity | None = None

    @property
    def addressees(self) -> Iterable[int]:
        if self.came_from is None:
            return ()
        made_by = subjects.of(self.came_from).made_by
        return made_by(self.came_from) if made_by else ()


@dataclass(frozen=True, kw_only=True)
class InitiativeEdited(Fact):
    """Who is named in its text from now on hears of it."""

    says = N_("%(actor)s edited the initiative %(title)s")
    says_you = N_("You edited the initiative %(title)s")
    audited = False
    news = False

    initiative: "Initiative"


@dataclass(frozen=True, kw_only=True)
class InitiativeEnded(Fact):
    """Its last day has come."""

    says = N_("The initiative %(title)s has ended")
    audited = False

    initiative: "Initiative"


@dataclass(frozen=True, kw_only=True)
class InitiativeReopened(Fact):
    says = N_("The initiative %(title)s goes on")
    audited = False
    news = False
    undoes = InitiativeEnded

    initiative: "Initiative"


@dataclass(frozen=True, kw_only=True)
class InitiativeWithdrawn(Fact):
    says = N_("%(actor)s withdrew the initiative %(title)s")
    says_you = N_("You withdrew the initiative %(title)s")
    audited = True
    news = False
    undoes = InitiativeLogged

    initiative: "Initiative"


@dataclass(frozen=True, kw_only=True)
class InitiativeRestored(Fact):
    says = N_("%(actor)s put the initiative %(title)s back")
    says_you = N_("You put the initiative %(title)s back")
    audited = True
    undoes = InitiativeWithdrawn

    initiative: "Initiative"
