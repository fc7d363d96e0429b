"""Finding spaces, one file per question."""

from app.spaces.queries.cards import below, directory, held, held_below, inviting, mine, name_of
from app.spaces.queries.members import (
    asking,
    managers,
    may_come,
    members,
    request_of,
    to_invite,
    waiting_for,
)
from app.spaces.queries.seeing import (
    is_alone,
    is_open_to,
    open_to,
    role,
    standing,
    visible_to,
    writable,
)

__all__ = [
    "asking",
    "below",
    "directory",
    "held",
    "held_below",
    "inviting",
    "is_alone",
    "is_open_to",
    "managers",
    "may_come",
    "members",
    "mine",
    "name_of",
    "open_to",
    "request_of",
    "role",
    "standing",
    "to_invite",
    "visible_to",
    "waiting_for",
    "writable",
]
