"""/account/sessions: where I am signed in, and ending it there."""

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.access import me, reader
from app.core.db import writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.people import devices, queries

bp = Blueprint("sessions", __name__, url_prefix="/account/sessions")


@bp.get("")
def index() -> ResponseReturnValue:
    return render_template(
        "people/sessions/index.html",
        sessions=queries.open_sessions(reader()),
        device=devices.in_words,
    )


@bp.delete("/<int:number>")
def destroy(number: int) -> ResponseReturnValue:
    with writing(shown=False):
        if not me().end_session(number):
            abort(404)
    say(gettext("That session is over."))
    return redirect(url_for("people.sessions.index"), code=303)
