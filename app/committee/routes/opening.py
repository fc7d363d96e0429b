"""/committee/<number>/opening: the sitting begins."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.committee import policy, queries
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext

bp = Blueprint("opening", __name__, url_prefix="/<int:number>/opening")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    """Whoever opens it is there, and has the chair."""
    authorize(policy.prepare, load(queries.visible_to(reader()), number))
    with writing():
        sitting = load(queries.whole(me()), number)
        authorize(policy.prepare, sitting)
        is_open = sitting.open(by=me())
        quorum, here = sitting.quorum, len(sitting.attendees)
    if is_open:
        return redirect(url_for("committee.table.show", number=number), code=303)
    few = gettext(
        "%(quorum)s have to be there, and you are %(here)s. Say who else is.",
        quorum=quorum,
        here=here,
    )
    say(few)
    return redirect(url_for("committee.attendance.show", number=number), code=303)
