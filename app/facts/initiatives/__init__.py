"""What can happen to an initiative."""

from app.facts.initiatives.changing import ChangeAsked, ChangeTakenBack, ChangeTold
from app.facts.initiatives.files import InitiativesImported, InitiativesImportTakenBack
from app.facts.initiatives.logging import (
    InitiativeEdited,
    InitiativeEnded,
    InitiativeLogged,
    InitiativeReopened,
    InitiativeRestored,
    InitiativeWithdrawn,
)
from app.facts.initiatives.reviewing import (
    InitiativeConfirmed,
    InitiativeReturned,
    ReviewTakenBack,
)
from app.facts.initiatives.working import (
    InitiativeHandedOver,
    MilestoneMissed,
    MilestoneReached,
    TeammateNamed,
    TeammateReleased,
    UpdateRemoved,
    UpdateRestored,
    UpdateWritten,
)

__all__ = [
    "ChangeAsked",
    "ChangeTakenBack",
    "ChangeTold",
    "InitiativeConfirmed",
    "InitiativeEdited",
    "InitiativeEnded",
    "InitiativeHandedOver",
    "InitiativeLogged",
    "InitiativeReopened",
    "InitiativeRestored",
    "InitiativeReturned",
    "InitiativeWithdrawn",
    "InitiativesImportTakenBack",
    "InitiativesImported",
    "MilestoneMissed",
    "MilestoneReached",
    "ReviewTakenBack",
    "TeammateNamed",
    "TeammateReleased",
    "UpdateRemoved",
    "UpdateRestored",
    "UpdateWritten",
]
