"""/ideas/views/<number>/removal: a way of looking that is not needed any more, and its way back."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext
from app.ideas import policy, queries

bp = Blueprint("view_removal", __name__, url_prefix="/views/<int:number>/removal")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    authorize(policy.triage)
    load(queries.views_visible_to(reader()), number)
    with writing():
        authorize(policy.triage)
        view = load(queries.views_visible_to(me()), number)
        view.remove()
        called = view.name
    undo = undoing("ideas.view_removal.destroy", number=number)
    say(gettext("“%(name)s” is removed. The ideas are all here.", name=called), undo=undo)
    return redirect(url_for("ideas.views.index"), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.triage)
    load(queries.views_visible_to(reader()), number)
    with writing():
        authorize(policy.triage)
        load(queries.views_visible_to(me()), number).restore()
    say(gettext("It is back."))
    return redirect(url_for("ideas.views.index"), code=303)
