"""/ideas/templates/<number>/retirement: what nobody answers with any more, and its way back."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext
from app.ideas import policy, queries

bp = Blueprint("template_retirement", __name__, url_prefix="/templates/<int:number>/retirement")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    return _decided(number, is_retired=True)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    return _decided(number, is_retired=False)


def _decided(number: int, *, is_retired: bool) -> ResponseReturnValue:
    authorize(policy.triage)
    load(queries.templates_visible_to(reader()), number)
    with writing():
        authorize(policy.triage)
        template = load(queries.templates_visible_to(me()), number)
        if is_retired:
            template.retire(by=me())
        else:
            template.take_up(by=me())
    if is_retired:
        undo = undoing("ideas.template_retirement.destroy", number=number)
        say(gettext("Nobody can choose it any more. What was answered with it stays."), undo=undo)
    else:
        say(gettext("It can be chosen again."))
    return redirect(url_for("ideas.templates.show", number=number), code=303)
