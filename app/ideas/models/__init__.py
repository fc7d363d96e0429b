"""Ideas: what was proposed, what was decided of it, and who stands behind it."""

from app.ideas.models.care import LONGEST_QUESTION
from app.ideas.models.evaluator import Evaluator
from app.ideas.models.group import Group
from app.ideas.models.idea import Idea, Lacking, Standing, TooLate
from app.ideas.models.note import Note
from app.ideas.models.proposal import LONGEST_AUDIENCE, LONGEST_TITLE, ORIGINS, IdeaKind, Voice
from app.ideas.models.refusal import Refusal
from app.ideas.models.step import UNDONE_WITHIN, Step, StepKind
from app.ideas.models.support import Support
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

__all__ = [
    "AGREED",
    "DECIDED",
    "ENDED",
    "LONGEST_AUDIENCE",
    "LONGEST_QUESTION",
    "LONGEST_TITLE",
    "LONGEST_WORDS",
    "OPEN",
    "ORIGINS",
    "UNDONE_WITHIN",
    "WORKED_ON",
    "Decided",
    "Decision",
    "Evaluator",
    "Group",
    "Idea",
    "IdeaKind",
    "Lacking",
    "Note",
    "Refusal",
    "Standing",
    "Step",
    "StepKind",
    "Support",
    "TooLate",
    "Verdict",
    "Voice",
]
