"""What can happen to the channels by which people read from outside."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.people.models import Person


@dataclass(frozen=True, kw_only=True)
class ChannelOpened(Fact):
    says = N_("%(title)s opened a channel to read from outside")
    audited = True
    news = False

    person: "Person"


@dataclass(frozen=True, kw_only=True)
class ChannelClosed(Fact):
    says = N_("%(title)s closed a channel to read from outside")
    audited = True
    news = False

    person: "Person"
