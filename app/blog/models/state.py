"""How far a post has come, and whose it is so far."""

from enum import StrEnum


class PostState(StrEnum):
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"  # it was published, and its time is over: its address says so
    SCHEDULED = "scheduled"  # its authors' until the moment in `published_at`
    HELD = "held"  # its authors' until they publish it
    HIDDEN = "hidden"  # it was reported, and somebody who keeps order took it away
    SUBMITTED = "submitted"  # its authors', and whoever reviews it
    RETURNED = "returned"  # the same, with words: it is the authors' turn


PUBLIC = frozenset({PostState.PUBLISHED, PostState.EXPIRED})  # what others may look at
TAKEN_AWAY = frozenset({PostState.WITHDRAWN, PostState.HIDDEN})
WAITING = frozenset(PostState) - PUBLIC - TAKEN_AWAY  # what nobody else has read yet
REVIEWED = frozenset({PostState.SUBMITTED, PostState.RETURNED})  # and whoever runs its space
