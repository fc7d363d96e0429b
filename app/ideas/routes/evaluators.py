"""/ideas/<number>/evaluators: who is asked to say what they think of an idea."""

from flask import Blueprint, abort, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext
from app.ideas import evaluating, policy, queries
from app.people import queries as people

bp = Blueprint("evaluators", __name__, url_prefix="/<int:number>/evaluators")


@bp.put("/<int:person>")
def update(number: int, person: int) -> ResponseReturnValue:
    authorize(policy.work, load(queries.visible_to(reader()), number))
    with writing():
        idea = load(queries.visible_to(me()), number)
        authorize(policy.work, idea)
        asked = load(people.visible_to(me()), person)
        if not asked.is_active:
            abort(404)
        evaluating.ask(idea, asked, by=me())
        name = asked.name
    say(gettext("%(name)s is asked, and reads the internal notes of this idea.", name=name))
    return redirect(url_for("ideas.desk.show", number=number), code=303)


@bp.delete("/<int:person>")
def destroy(number: int, person: int) -> ResponseReturnValue:
    load(queries.visible_to(reader()), number)
    authorize(policy.triage)
    with writing():
        idea = load(queries.visible_to(me()), number)
        authorize(policy.triage)
        evaluating.release(idea, load(people.visible_to(me()), person), by=me())
    undo = undoing("ideas.evaluators.update", method="PUT", number=number, person=person)
    say(gettext("They are asked no longer, and read its notes no more."), undo=undo)
    return redirect(url_for("ideas.desk.show", number=number), code=303)
