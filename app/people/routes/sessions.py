"""/account/sessions: where I am signed in, and ending it there."""

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.people import devices, queries, sessions

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
    if not sessions.end_one(number, person_id=reader().id):
        abort(404)
    say(gettext("That session is over."))
    return redirect(url_for("people.sessions.index"), code=303)
