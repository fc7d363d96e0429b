"""/notifications/reading: having read one, with its likes, or all of them."""

from datetime import datetime

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import me
from app.core.db import HIGHEST, writing
from app.core.hypermedia import say, wants_part
from app.core.i18n import gettext
from app.notifications import queries

bp = Blueprint("reading", __name__, url_prefix="/notifications")


@bp.post("/reading")
def create() -> ResponseReturnValue:
    """All, up to the latest that was on the screen."""
    until = request.form.get("until", HIGHEST, type=int)
    if not 0 <= until <= HIGHEST:
        until = HIGHEST
    with writing(shown=False):
        moment = queries.mark_all(me().id, until=until)
    undo = ""
    if moment:
        place = url_for("notifications.reading.destroy", at=moment.isoformat())
        undo = f"{place}&_method=DELETE"
    say(gettext("You have read everything."), undo=undo)
    return redirect(url_for("notifications.notifications.index"), code=303)


@bp.delete("/reading")
def destroy() -> ResponseReturnValue:
    """All that was read at one press, as it was before; what was read one by one stays read."""
    try:
        moment = datetime.fromisoformat(request.args.get("at", ""))
    except ValueError:
        abort(404)
    with writing(shown=False):
        is_taken_back = moment.tzinfo is None and queries.unmark(me().id, moment)
    if is_taken_back:
        say(gettext("They are unread again."))
    else:
        say(gettext("It is too late to take that back."))
    return redirect(url_for("notifications.notifications.index"), code=303)


@bp.post("/<int:number>/reading")
def update(number: int) -> ResponseReturnValue:
    """One, and what was told before it of the same thing for the same reason."""
    if number > HIGHEST:
        abort(404)
    with writing(shown=False):
        one = queries.of_mine(me().id, number) or abort(404)
        queries.mark_like(me().id, one)
    if wants_part() or "quietly" in request.args:
        return "", 204
    return redirect(url_for("notifications.notifications.index"), code=303)
