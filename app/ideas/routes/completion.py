"""/ideas/<number>/completion: what an idea lacked."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.ideas import policy, queries
from app.ideas.forms import CompletionForm
from app.ideas.routes import page

bp = Blueprint("completion", __name__, url_prefix="/<int:number>/completion")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    authorize(policy.complete, load(queries.visible_to(reader()), number))
    form = CompletionForm()
    if not form.validate():
        return page.shown(number, 422, completion=form)

    with writing():
        idea = load(queries.visible_to(me()), number)
        authorize(policy.complete, idea)
        idea.complete(form.words.data, by=me())
    say(gettext("Thank you. Whoever asked will be told, and its clock runs again."))
    return redirect(url_for("ideas.ideas.show", number=number), code=303)
