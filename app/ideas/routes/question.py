"""/ideas/<number>/question: asking for what is missing before anybody can decide."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.ideas import policy, queries
from app.ideas.forms import DecisionForm, QuestionForm, filling
from app.ideas.routes import decision

bp = Blueprint("question", __name__, url_prefix="/<int:number>/question")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    idea = load(queries.visible_to(reader()), number)
    authorize(policy.ask, idea)
    form = QuestionForm()
    if filling.is_asked():
        filling.fill(form.question, idea)
        return decision.page(idea, DecisionForm.of(idea), question=form)
    if not form.validate():
        return decision.page(idea, DecisionForm.of(idea), 422, question=form)

    with writing():
        idea = load(queries.visible_to(me()), number)
        authorize(policy.ask, idea)
        idea.ask(form.question.data, by=me())
    say(gettext("Asked. It waits for its author, and its clock rests."))
    return redirect(url_for("ideas.ideas.show", number=number), code=303)
