"""/account/sessions/others: everywhere but here."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import me, reader
from app.core.db import writing
from app.core.hypermedia import say
from app.core.i18n import gettext

bp = Blueprint("other_sessions", __name__, url_prefix="/account/sessions/others")


@bp.delete("")
def destroy() -> ResponseReturnValue:
    with writing(shown=False):
        me().end_other_sessions(keeping=reader().sign_in)
    say(gettext("You are signed out everywhere else."))
    return redirect(url_for("people.sessions.index"), code=303)
