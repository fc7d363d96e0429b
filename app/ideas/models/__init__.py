"""Ideas: what was proposed, what was decided of it, and who stands behind it."""

from app.ideas.models.arrived import LONGEST_CREDIT
from app.ideas.models.batch import Batch, BatchIdea, Doing, Left
from app.ideas.models.care import LONGEST_QUESTION
from app.ideas.models.evaluator import Evaluator
from app.ideas.models.group import Group
from app.ideas.models.idea import Idea, Lacking, TooLate
from app.ideas.models.note import Note
from app.ideas.models.proposal import LONGEST_AUDIENCE, LONGEST_TITLE, ORIGINS, IdeaKind, Voice
from app.ideas.models.refusal import Refusal
from app.ideas.models.standing import Standing
from app.ideas.models.step import UNDONE_WITHIN, Step, StepKind
from app.ideas.models.support import Support
from app.ideas.models.template import LONGEST_TEXT, AnswerTemplate
from app.ideas.models.verdict import (
    AGREED,
    DECIDED,
    ENDED,
    LONGEST_WORDS,
    OPEN,
    WORKED_ON,
    Decided,
    Decision,
    Verdict,
)
from app.ideas.models.view import SavedView

__all__ = [
    "AGREED",
    "DECIDED",
    "ENDED",
    "LONGEST_AUDIENCE",
    "LONGEST_CREDIT",
    "LONGEST_QUESTION",
    "LONGEST_TEXT",
    "LONGEST_TITLE",
    "LONGEST_WORDS",
    "OPEN",
    "ORIGINS",
    "UNDONE_WITHIN",
    "WORKED_ON",
    "AnswerTemplate",
    "Batch",
    "BatchIdea",
    "Decided",
    "Decision",
    "Doing",
    "Evaluator",
    "Group",
    "Idea",
    "IdeaKind",
    "Lacking",
    "Left",
    "Note",
    "Refusal",
    "SavedView",
    "Standing",
    "Step",
    "StepKind",
    "Support",
    "TooLate",
    "Verdict",
    "Voice",
]
