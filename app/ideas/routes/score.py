"""/ideas/<number>/score: what an idea is worth beside the others."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.core.i18n import number as figure
from app.ideas import evaluating, policy, queries
from app.ideas.forms import ScoreForm
from app.ideas.models import Idea

bp = Blueprint("score", __name__, url_prefix="/<int:number>/score")


@bp.get("/edit")
def edit(number: int) -> ResponseReturnValue:
    idea = load(queries.worked_on_by(reader()), number)
    authorize(policy.note, idea)
    return _page(idea, ScoreForm(formdata=None, obj=idea), 200)


@bp.put("")
def update(number: int) -> ResponseReturnValue:
    idea = load(queries.worked_on_by(reader()), number)
    authorize(policy.note, idea)
    form = ScoreForm()
    if not form.validate():
        return _page(idea, form, 422)

    with writing():
        idea = load(queries.worked_on_by(me()), number)
        authorize(policy.note, idea)
        evaluating.rate(idea, value=form.value.data, reach=form.reach.data, effort=form.effort.data)
        worth = idea.score
    say(gettext("Its score is %(score)s.", score=figure(worth)))
    return redirect(url_for("ideas.ideas.show", number=number), code=303)


def _page(idea: Idea, form: ScoreForm, status: int) -> ResponseReturnValue:
    return render_template("ideas/score/edit.html", idea=idea, form=form), status
