"""/ideas/<number>/evaluation: somebody has said what they think of an idea."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext
from app.core.once import made_by, remember
from app.ideas import evaluating, policy, queries
from app.ideas.forms import EvaluationForm
from app.ideas.routes import notes

bp = Blueprint("evaluation", __name__, url_prefix="/<int:number>/evaluation")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    idea = load(queries.worked_on_by(reader()), number)
    authorize(policy.note, idea)
    form = EvaluationForm()
    if not form.validate():
        return notes.page(idea, evaluation=form, status=422)

    with writing():
        idea = load(queries.worked_on_by(me()), number)
        authorize(policy.note, idea)
        if form.text.data and made_by(form.once.data, me().id) is None:
            note = evaluating.write(idea, form.text.data, form.text.rendered, by=me())
            remember(form.once.data, me().id, note.id)
        evaluating.give(idea, by=me())
    undo = undoing("ideas.evaluation.destroy", number=number)
    say(gettext("Thank you: it waits for you no longer."), undo=undo)
    return redirect(url_for("ideas.ideas.show", number=number), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    load(queries.worked_on_by(reader()), number)
    with writing():
        idea = load(queries.worked_on_by(me()), number)
        authorize(policy.note, idea)
        evaluating.take_back(idea, by=me())
    return redirect(url_for("ideas.ideas.show", number=number), code=303)
