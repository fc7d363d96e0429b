"""/unsubscribe/<token>: no more letters, for whoever comes from one of them, signed in or not."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.core.access import public
from app.core.db import writing
from app.notifications import queries, unsubscribing, wishing

bp = Blueprint("unsubscribing", __name__, url_prefix="/unsubscribe/<token>")


@bp.get("")
@public
def show(token: str) -> ResponseReturnValue:
    """A button: programs that look through the mail open every link, and end nothing by it."""
    number = unsubscribing.whose(token)
    if number is None:
        return render_template("notifications/unsubscribing/gone.html"), 410
    return render_template("notifications/unsubscribing/show.html", token=token, done=False)


@bp.post("")
@public
def create(token: str) -> ResponseReturnValue:
    """Pressed here, or by a mail program that knows the letter's header: it has no form of ours,
    so no token against forgery; the signature in the address says as much.
    """
    number = unsubscribing.whose(token)
    if number is None:
        return render_template("notifications/unsubscribing/gone.html"), 410
    with writing(shown=False):
        if person := queries.person(number):
            wishing.stop_letters(by=person)
    return render_template("notifications/unsubscribing/show.html", token=token, done=True)
