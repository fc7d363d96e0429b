"""/ideas/<number>/withdrawal: an idea taken away, and proposed again."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext
from app.ideas import policy, queries

bp = Blueprint("withdrawal", __name__, url_prefix="/<int:number>/withdrawal")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    """Pressing twice changes nothing, and is no offence."""
    idea = load(queries.visible_to(reader()), number)
    if idea.is_shown:
        authorize(policy.withdraw, idea)
        with writing():
            idea = load(queries.visible_to(me()), number)
            authorize(policy.withdraw, idea)
            idea.withdraw(by=me())
        undo = undoing("ideas.withdrawal.destroy", number=number)
        say(gettext("Withdrawn: nobody else reads it now."), undo=undo)
    return redirect(url_for("ideas.ideas.show", number=number), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.restore, load(queries.visible_to(reader()), number))
    with writing():
        idea = load(queries.visible_to(me()), number)
        authorize(policy.restore, idea)
        idea.restore(by=me())
    say(gettext("Everybody can read it again."))
    return redirect(url_for("ideas.ideas.show", number=number), code=303)
