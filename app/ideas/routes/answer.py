"""/ideas/<number>/answer: what the house answers to an idea."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.ideas import policy, queries, replying
from app.ideas.forms import AnswerForm, filling
from app.ideas.models import Idea

bp = Blueprint("answer", __name__, url_prefix="/<int:number>/answer")


@bp.get("/edit")
def edit(number: int) -> ResponseReturnValue:
    idea = load(queries.visible_to(reader()), number)
    authorize(policy.work, idea)
    return _page(idea, AnswerForm(formdata=None, obj=idea), 200)


@bp.put("")
def update(number: int) -> ResponseReturnValue:
    idea = load(queries.visible_to(reader()), number)
    authorize(policy.work, idea)
    form = AnswerForm()
    form.has_stood(idea.answer)
    if filling.is_asked():
        filling.fill(form.answer, idea, in_markdown=True)
        return _page(idea, form, 200)
    if not form.validate():
        return _page(idea, form, 422)

    try:
        with writing():
            idea = load(queries.visible_to(me()), number, version=form.version.data)
            authorize(policy.work, idea)
            replying.reply(idea, form.answer.data or "", form.answer.rendered, by=me())
    except Overtaken:
        idea = load(queries.visible_to(reader()), number)
        form.face(idea)
        return _page(idea, form, 409)
    say(gettext("The answer stands on top of the idea."))
    return redirect(url_for("ideas.ideas.show", number=number), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.work, load(queries.visible_to(reader()), number))
    with writing():
        idea = load(queries.visible_to(me()), number)
        authorize(policy.work, idea)
        replying.take_back(idea)
    say(gettext("It has no official answer any more."))
    return redirect(url_for("ideas.ideas.show", number=number), code=303)


def _page(idea: Idea, form: AnswerForm, status: int) -> ResponseReturnValue:
    overtaken = status == 409
    return render_template(
        "ideas/answer/edit.html",
        idea=idea,
        form=form,
        overtaken=overtaken,
        templates=filling.offered(idea),
    ), status
