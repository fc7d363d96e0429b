"""/committee/<number>/turn: on to another idea, without having decided this one."""

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from app.committee import policy, queries, settling
from app.committee.models import Sitting
from app.committee.routes import table
from app.committee.routes.seat import Moved, held
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext

bp = Blueprint("turn", __name__, url_prefix="/<int:number>/turn")

SKIP, PARK, BACK, TO = "skip", "park", "back", "to"


@bp.put("")
def update(number: int) -> ResponseReturnValue:
    """`?way=`: skip it until later, park it for another sitting, back to the one before; or to
    `?item=`. `?idea=` is what they had on screen: pressed twice, one turn is taken.
    """
    load(queries.visible_to(reader()), number)
    authorize(policy.call)
    way = request.args.get("way")
    if way not in {SKIP, PARK, BACK, TO}:
        abort(404)
    try:
        with writing():
            sitting = held(number)
            if (sitting.idea_id or 0) != request.args.get("idea", 0, type=int):
                raise Moved
            if _take(sitting, way):
                say(gettext("Parked for another session."))
    except Moved:
        say(gettext("The table had moved on: this is where it is."))
    return table.answered(number)


def _take(sitting: Sitting, way: str) -> bool:
    """Whether something was parked."""
    item = sitting.item
    if way == BACK:
        sitting.go_back()
    elif way == TO:
        sitting.turn_to(sitting.named(request.args.get("item", type=int)) or abort(404))
    elif item is None:
        sitting.go_on()  # something waits again
    elif way == SKIP:
        sitting.skip(item)
    elif item.step is None:
        settling.park(item, by=me())
        return True
    else:
        sitting.go_on()  # it was decided already, and stays so
    return False
