"""Events from files."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.imports.models import Import


@dataclass(frozen=True, kw_only=True)
class EventsImported(Fact):
    says = N_("%(actor)s brought events in from %(title)s: %(events)s")
    says_you = N_("You brought events in from %(title)s: %(events)s")
    audited = True
    news = False

    source: "Import"
    events: int


@dataclass(frozen=True, kw_only=True)
class EventsImportTakenBack(Fact):
    says = N_("%(actor)s took back the events from %(title)s: %(events)s")
    says_you = N_("You took back the events from %(title)s: %(events)s")
    audited = True
    news = False
    undoes = EventsImported

    source: "Import"
    events: int
