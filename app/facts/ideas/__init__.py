"""What can happen to an idea."""

from app.facts.ideas.answering import (
    AnswerTemplateChanged,
    AnswerTemplateRetired,
    AnswerTemplateTakenUp,
    AnswerTemplateWritten,
)
from app.facts.ideas.deciding import (
    VERDICTS,
    IdeaAnswered,
    IdeaDecided,
    IdeaDecisionTold,
    IdeaDecisionUndone,
    IdeaEscalated,
    IdeaLate,
    IdeaReopened,
    IdeaRouted,
    InformationAsked,
    InformationGiven,
)
from app.facts.ideas.files import IdeasImported, IdeasImportTakenBack
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
    "AnswerTemplateChanged",
    "AnswerTemplateRetired",
    "AnswerTemplateTakenUp",
    "AnswerTemplateWritten",
    "EvaluationGiven",
    "EvaluatorAsked",
    "EvaluatorReleased",
    "IdeaAnswered",
    "IdeaDecided",
    "IdeaDecisionTold",
    "IdeaDecisionUndone",
    "IdeaEscalated",
    "IdeaGrouped",
    "IdeaLate",
    "IdeaMerged",
    "IdeaNoLongerSponsored",
    "IdeaNoLongerSupported",
    "IdeaReopened",
    "IdeaRestored",
    "IdeaRouted",
    "IdeaSponsored",
    "IdeaSubmitted",
    "IdeaSupported",
    "IdeaUngrouped",
    "IdeaUnmerged",
    "IdeaWithdrawn",
    "IdeasImportTakenBack",
    "IdeasImported",
    "InformationAsked",
    "InformationGiven",
    "NoteRemoved",
    "NoteWritten",
    "OwnerNamed",
    "OwnerReleased",
]
