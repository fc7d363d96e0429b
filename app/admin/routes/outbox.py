"""/admin/outbox: what is to be delivered, what could not be, and who is at it."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.admin import errands, policy
from app.admin.house import queries
from app.core import queue, worker
from app.core.access import authorize
from app.core.db import HIGHEST
from app.core.outbox import State, called
from app.core.outbox import queries as outbox
from app.core.paging import begun
from app.notifications import queries as notifications

bp = Blueprint("outbox", __name__, url_prefix="/outbox")

SHOWN = (State.WAITING, State.PARKED, State.HELD, State.DONE, State.CANCELLED)


@bp.get("")
def index() -> ResponseReturnValue:
    authorize(policy.arrange)
    counts = outbox.count_by_state()
    asked = request.args.get("state", "")
    usual = State.PARKED if counts[State.PARKED] else State.WAITING
    state = State(asked) if asked in list(State) else usual
    before = begun(request.args, "before", HIGHEST)
    return render_template(
        "admin/outbox/index.html",
        state=state,
        states=[one for one in SHOWN if counts[one] or one == state],
        counts=counts,
        page=queries.errands(state, before=before),
        kinds=queries.parked_by_kind() if state is State.PARKED else {},
        lag=outbox.lag(),
        workers=worker.alive(),
        queue=queue.name(),
        deliveries=notifications.count_waiting(),
        about=errands.about,
        called=called,
        discreet=errands.discreet,
        meaning=errands.meaning,
    )
