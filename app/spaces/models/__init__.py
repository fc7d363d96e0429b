"""A space, who is in it, and who would like to be."""

from app.spaces.models.asking import LONGEST_WORDS, Invitation, JoinRequest
from app.spaces.models.membership import MemberRole, Membership
from app.spaces.models.space import (
    LONGEST_ABOUT,
    LONGEST_NAME,
    LONGEST_SUMMARY,
    OPENNESS,
    Colour,
    Joining,
    Space,
    Visibility,
)
from app.spaces.models.standing import Above, Standing

__all__ = [
    "LONGEST_ABOUT",
    "LONGEST_NAME",
    "LONGEST_SUMMARY",
    "LONGEST_WORDS",
    "OPENNESS",
    "Above",
    "Colour",
    "Invitation",
    "JoinRequest",
    "Joining",
    "MemberRole",
    "Membership",
    "Space",
    "Standing",
    "Visibility",
]
