"""What is to be told, to whom, and what they were told."""

from app.notifications.queries.deliveries import (
    address,
    count_waiting,
    held,
    is_told,
    recent,
    recent_to,
)
from app.notifications.queries.hushing import hush, hush_all, hush_to
from app.notifications.queries.letters import (
    claim,
    correspondent,
    in_letter,
    person,
    postpone,
    send_nothing_old,
    somebody_due,
    wishes,
)
from app.notifications.queries.mine import (
    forget,
    forget_of,
    latest,
    mark_all,
    mark_like,
    of_mine,
    sweep,
    unmark,
)
from app.notifications.queries.reaching import audience, candidates, tell

__all__ = [
    "address",
    "audience",
    "candidates",
    "claim",
    "correspondent",
    "count_waiting",
    "forget",
    "forget_of",
    "held",
    "hush",
    "hush_all",
    "hush_to",
    "in_letter",
    "is_told",
    "latest",
    "mark_all",
    "mark_like",
    "of_mine",
    "person",
    "postpone",
    "recent",
    "recent_to",
    "send_nothing_old",
    "somebody_due",
    "sweep",
    "tell",
    "unmark",
    "wishes",
]
