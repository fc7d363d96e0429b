"""/ideas/letter/<token>: no more weekly letters, for whoever comes from one, signed in or not."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.core.access import public
from app.core.db import writing
from app.ideas.models import Refusal
from app.ideas.queries import weekly
from app.ideas.weekly import ENDING

bp = Blueprint("unsubscribing", __name__, url_prefix="/letter/<token>")


@bp.get("")
@public
def show(token: str) -> ResponseReturnValue:
    """A button: programs that look through the mail open every link, and end nothing by it."""
    if ENDING.whose(token) is None:
        return render_template("ideas/unsubscribing/gone.html"), 410
    return render_template("ideas/unsubscribing/show.html", token=token, done=False)


@bp.post("")
@public
def create(token: str) -> ResponseReturnValue:
    """Pressed here, or by a mail program, which has no form of ours: see the signature."""
    number = ENDING.whose(token)
    if number is None:
        return render_template("ideas/unsubscribing/gone.html"), 410
    with writing(shown=False):
        if person := weekly.person(number):
            Refusal.make(by=person)
    return render_template("ideas/unsubscribing/show.html", token=token, done=True)
