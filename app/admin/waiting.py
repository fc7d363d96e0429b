"""What of the administration waits for whoever looks: the overview says how much, at each door."""

from app.admin import queries
from app.core import jobs
from app.core.outbox import State
from app.core.outbox import queries as outbox
from app.people import policy
from app.people.models import Reader


def proposals(reader: Reader) -> int:
    """Those the reader may agree to, or decline."""
    return sum(policy.settle(reader, row, row.is_held) for row in queries.waiting(reader))


def parked(reader: Reader) -> int:
    """What could not be sent, and waits for somebody to decide."""
    return outbox.count_by_state()[State.PARKED]


def failed(reader: Reader) -> int:
    """The jobs that went wrong the last time they were done."""
    return sum(bool(run.error) for run in jobs.runs().values())
