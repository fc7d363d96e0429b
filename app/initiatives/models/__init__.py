"""The tables of the initiatives."""

from app.initiatives.models.change import AFTER, LONGEST_SUMMARY, Change, Outcome
from app.initiatives.models.initiative import (
    LONGEST_RESULT,
    LONGEST_TITLE,
    MOST_HOURS,
    MOST_REACHED,
    Initiative,
    Standing,
    Teammate,
)
from app.initiatives.models.milestone import LONGEST_MILESTONE, MOST_MILESTONES, Milestone
from app.initiatives.models.review import LONGEST_REASON, Review
from app.initiatives.models.update import Update

__all__ = [
    "AFTER",
    "LONGEST_MILESTONE",
    "LONGEST_REASON",
    "LONGEST_RESULT",
    "LONGEST_SUMMARY",
    "LONGEST_TITLE",
    "MOST_HOURS",
    "MOST_MILESTONES",
    "MOST_REACHED",
    "Change",
    "Initiative",
    "Milestone",
    "Outcome",
    "Review",
    "Standing",
    "Teammate",
    "Update",
]
