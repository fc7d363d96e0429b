"""/account/sessions/others: everywhere but here."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.people import sessions

bp = Blueprint("other_sessions", __name__, url_prefix="/account/sessions/others")


@bp.delete("")
def destroy() -> ResponseReturnValue:
    sessions.end_others(reader().id, keeping=reader().sign_in)
    say(gettext("You are signed out everywhere else."))
    return redirect(url_for("people.sessions.index"), code=303)
