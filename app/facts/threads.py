"""What ties one thing to another. Who does not see both ends hears of neither."""

from dataclasses import dataclass

from app.core.db import Entity
from app.core.i18n import N_
from app.facts import Fact


@dataclass(frozen=True, kw_only=True)
class ThingsTied(Fact):
    says = N_("%(actor)s tied %(title)s to something else")
    says_you = N_("You tied %(title)s to something else")
    audited = False
    news = False

    thing: Entity
    other: Entity


@dataclass(frozen=True, kw_only=True)
class ThingsUntied(Fact):
    says = N_("%(actor)s untied %(title)s from something else")
    says_you = N_("You untied %(title)s from something else")
    audited = True
    news = False
    undoes = ThingsTied

    thing: Entity
    other: Entity
