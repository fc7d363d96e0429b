"""/ideas/<number>/reopening: something new is known of an idea that was ended."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.ideas import policy, queries
from app.ideas.forms import ReopeningForm
from app.ideas.routes import page

bp = Blueprint("reopening", __name__, url_prefix="/<int:number>/reopening")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    authorize(policy.reopen, load(queries.visible_to(reader()), number))
    form = ReopeningForm()
    if not form.validate():
        return page.shown(number, 422, reopening=form)

    with writing():
        idea = load(queries.visible_to(me()), number)
        authorize(policy.reopen, idea)
        idea.reopen(form.evidence.data, by=me())
    say(gettext("Reopened: it waits for an answer again."))
    return redirect(url_for("ideas.ideas.show", number=number), code=303)
