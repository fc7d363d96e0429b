"""/committee/<number>/question: what the idea on the table lacks, asked of its author."""

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from app.committee import policy, queries, settling
from app.committee.routes import table
from app.committee.routes.seat import Moved, held_item, is_at
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.ideas import policy as ideas_policy
from app.ideas import queries as ideas
from app.ideas.forms import QuestionForm, filling

bp = Blueprint("question", __name__, url_prefix="/<int:number>/question")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    sitting = load(queries.visible_to(reader()), number)
    authorize(policy.call)
    wanted = request.args.get("idea", type=int) or abort(404)
    form = QuestionForm()
    idea = load(ideas.visible_to(reader()), wanted)
    if not is_at(sitting, idea) or not ideas_policy.ask(reader(), idea):
        return table.moved(number, form)
    if filling.is_asked():
        filling.fill(form.question, idea)
        return table.refused(sitting, 200, question=form)
    if not form.validate():
        return table.refused(sitting, 422, question=form)
    try:
        with writing():
            item = held_item(number, wanted)
            idea = load(ideas.visible_to(me()), wanted)
            if not ideas_policy.ask(me(), idea):
                raise Moved
            settling.ask(item, form.question.data or "", by=me())
    except Moved:
        return table.moved(number, form)
    say(gettext("Its author is asked. The idea comes back when they have answered."))
    return table.answered(number)
