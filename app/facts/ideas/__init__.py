"""What can happen to an idea."""

from app.facts.ideas.deciding import (
    VERDICTS,
    IdeaAnswered,
    IdeaDecided,
    IdeaDecisionUndone,
    IdeaEscalated,
    IdeaLate,
    IdeaReopened,
    InformationAsked,
    InformationGiven,
)
from app.facts.ideas.proposing import (
    IdeaNoLongerSponsored,
    IdeaNoLongerSupported,
    IdeaRestored,
    IdeaSponsored,
    IdeaSubmitted,
    IdeaSupported,
    IdeaWithdrawn,
)
from app.facts.ideas.together import (
    IdeaGrouped,
    IdeaMerged,
    IdeaUngrouped,
    IdeaUnmerged,
)
from app.facts.ideas.working import (
    EvaluationGiven,
    EvaluatorAsked,
    EvaluatorReleased,
    NoteRemoved,
    NoteWritten,
    OwnerNamed,
    OwnerReleased,
)

__all__ = [
    "VERDICTS",
    "EvaluationGiven",
    "EvaluatorAsked",
    "EvaluatorReleased",
    "IdeaAnswered",
    "IdeaDecided",
    "IdeaDecisionUndone",
    "IdeaEscalated",
    "IdeaGrouped",
    "IdeaLate",
    "IdeaMerged",
    "IdeaNoLongerSponsored",
    "IdeaNoLongerSupported",
    "IdeaReopened",
    "IdeaRestored",
    "IdeaSponsored",
    "IdeaSubmitted",
    "IdeaSupported",
    "IdeaUngrouped",
    "IdeaUnmerged",
    "IdeaWithdrawn",
    "InformationAsked",
    "InformationGiven",
    "NoteRemoved",
    "NoteWritten",
    "OwnerNamed",
    "OwnerReleased",
]
