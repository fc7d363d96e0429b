"""/ideas/<number>/target: when an idea is to be done."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.ideas import owning, policy, queries
from app.ideas.forms import TargetForm
from app.ideas.routes import desk

bp = Blueprint("target", __name__, url_prefix="/<int:number>/target")


@bp.put("")
def update(number: int) -> ResponseReturnValue:
    idea = load(queries.visible_to(reader()), number)
    authorize(policy.work, idea)
    form = TargetForm()
    if not form.validate():
        return desk.page(idea, form, 422)
    with writing():
        idea = load(queries.visible_to(me()), number)
        authorize(policy.work, idea)
        owning.aim(idea, form.target_on.data)
    return redirect(url_for("ideas.desk.show", number=number), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.work, load(queries.visible_to(reader()), number))
    with writing():
        idea = load(queries.visible_to(me()), number)
        authorize(policy.work, idea)
        owning.aim(idea, None)
    return redirect(url_for("ideas.desk.show", number=number), code=303)
