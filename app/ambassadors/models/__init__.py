"""Terms of office, nominations, and requests for help."""

from app.ambassadors.models.help import (
    LEAST_NEED,
    LONGEST_ANSWER,
    LONGEST_NEED,
    WAITING,
    HelpRequest,
    HelpState,
    Turn,
)
from app.ambassadors.models.mandate import LONGEST_FAREWELL, CoachedUnit, Mandate
from app.ambassadors.models.nomination import LONGEST_WHY, Nomination, Outcome

__all__ = [
    "LEAST_NEED",
    "LONGEST_ANSWER",
    "LONGEST_FAREWELL",
    "LONGEST_NEED",
    "LONGEST_WHY",
    "WAITING",
    "CoachedUnit",
    "HelpRequest",
    "HelpState",
    "Mandate",
    "Nomination",
    "Outcome",
    "Turn",
]
