"""What can happen in and around spaces.

Who comes and goes is not news for the whole house. What gives or takes sight is audited.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.people.models import Person
    from app.spaces.models import Space

VISIBILITIES = {
    "public": N_("Public"),
    "members": N_("Members only"),
    "hidden": N_("Hidden"),
}


@dataclass(frozen=True, kw_only=True)
class SpaceOpened(Fact):
    says = N_("%(actor)s opened the space %(title)s")
    says_you = N_("You opened the space %(title)s")
    audited = False

    space: "Space"


@dataclass(frozen=True, kw_only=True)
class SpaceChanged(Fact):
    """Its name or what it is about; not news."""

    says = N_("%(actor)s changed the space %(title)s")
    says_you = N_("You changed the space %(title)s")
    audited = False
    news = False

    space: "Space"


@dataclass(frozen=True, kw_only=True)
class SpaceSightChanged(Fact):
    """From now on others see it than before."""

    says = N_("%(actor)s changed who sees the space %(title)s: %(visibility)s")
    says_you = N_("You changed who sees the space %(title)s: %(visibility)s")
    words = {"visibility": VISIBILITIES}
    audited = True
    news = False

    space: "Space"
    visibility: str


@dataclass(frozen=True, kw_only=True)
class SpaceArchived(Fact):
    says = N_("%(actor)s archived the space %(title)s")
    says_you = N_("You archived the space %(title)s")
    audited = True

    space: "Space"


@dataclass(frozen=True, kw_only=True)
class SpaceReopened(Fact):
    says = N_("%(actor)s opened the space %(title)s again")
    says_you = N_("You opened the space %(title)s again")
    audited = True
    undoes = SpaceArchived

    space: "Space"


@dataclass(frozen=True, kw_only=True)
class SpaceJoined(Fact):
    says = N_("%(actor)s joined the space %(title)s")
    says_you = N_("You joined the space %(title)s")
    audited = False
    news = False

    space: "Space"


@dataclass(frozen=True, kw_only=True)
class SpaceLeft(Fact):
    says = N_("%(actor)s left the space %(title)s")
    says_you = N_("You left the space %(title)s")
    audited = False
    news = False
    undoes = SpaceJoined

    space: "Space"


@dataclass(frozen=True, kw_only=True)
class JoinRequested(Fact):
    """Its managers want to know."""

    says = N_("%(actor)s asked to join the space %(title)s")
    says_you = N_("You asked to join the space %(title)s")
    audited = False
    news = False

    space: "Space"


@dataclass(frozen=True, kw_only=True)
class JoinRequestTakenBack(Fact):
    says = N_("%(actor)s no longer asks to join the space %(title)s")
    says_you = N_("You no longer ask to join the space %(title)s")
    audited = False
    news = False
    undoes = JoinRequested

    space: "Space"


@dataclass(frozen=True, kw_only=True)
class JoinAccepted(Fact):
    """`person` is in from now on, and wants to know."""

    says = N_("%(actor)s let somebody join the space %(title)s")
    says_you = N_("You let somebody join the space %(title)s")
    audited = True
    news = False

    space: "Space"
    person: "Person"


@dataclass(frozen=True, kw_only=True)
class JoinDeclined(Fact):
    """`person` wants to know, and why: the words stay with the request."""

    says = N_("%(actor)s did not let somebody join the space %(title)s")
    says_you = N_("You did not let somebody join the space %(title)s")
    audited = True
    news = False

    space: "Space"
    person: "Person"


@dataclass(frozen=True, kw_only=True)
class PersonInvitedToSpace(Fact):
    """`person` wants to know."""

    says = N_("%(actor)s invited somebody to the space %(title)s")
    says_you = N_("You invited somebody to the space %(title)s")
    audited = True
    news = False

    space: "Space"
    person: "Person"


@dataclass(frozen=True, kw_only=True)
class SpaceInvitationTakenBack(Fact):
    """By whoever runs the space, or by `person`, who declined."""

    says = N_("%(actor)s took back an invitation to the space %(title)s")
    says_you = N_("You took back an invitation to the space %(title)s")
    audited = True
    news = False
    undoes = PersonInvitedToSpace

    space: "Space"
    person: "Person"


@dataclass(frozen=True, kw_only=True)
class MemberRemoved(Fact):
    says = N_("%(actor)s took somebody out of the space %(title)s")
    says_you = N_("You took somebody out of the space %(title)s")
    audited = True
    news = False

    space: "Space"
    person: "Person"


@dataclass(frozen=True, kw_only=True)
class ManagerNamed(Fact):
    says = N_("%(actor)s named somebody to run the space %(title)s")
    says_you = N_("You named somebody to run the space %(title)s")
    audited = True
    news = False

    space: "Space"
    person: "Person"


@dataclass(frozen=True, kw_only=True)
class ManagerStoodDown(Fact):
    says = N_("%(actor)s let somebody run the space %(title)s no longer")
    says_you = N_("You let somebody run the space %(title)s no longer")
    audited = True
    news = False
    undoes = ManagerNamed

    space: "Space"
    person: "Person"
