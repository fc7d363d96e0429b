"""The outbox: what is to be done after a decision, written down in the decision's transaction.

The table is the truth. Whoever puts an errand in writes a row; the worker finds it, takes it on
lease, does it, and says so. The queue only wakes the worker: if it loses a call, or there is no
queue, the errand is done a little later. An errand is done at least once, and its key is the
name by which its effect is done once.
"""

from app.core.outbox.doing import Hopeless, Unreachable, called, drain, handles
from app.core.outbox.models import Errand, State
from app.core.outbox.putting import (
    cancel,
    discard,
    hold,
    put,
    put_many,
    release,
    retry,
    retry_all,
    sweep,
    take_up,
)

__all__ = [
    "Errand",
    "Hopeless",
    "State",
    "Unreachable",
    "called",
    "cancel",
    "discard",
    "drain",
    "handles",
    "hold",
    "put",
    "put_many",
    "release",
    "retry",
    "retry_all",
    "sweep",
    "take_up",
]
