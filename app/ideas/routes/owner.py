"""/ideas/<number>/owner: who answers for an idea."""

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext
from app.ideas import owning, policy, queries
from app.people import queries as people

bp = Blueprint("owner", __name__, url_prefix="/<int:number>/owner")


@bp.put("")
def update(number: int) -> ResponseReturnValue:
    authorize(policy.work, load(queries.visible_to(reader()), number))
    wanted = request.values.get("person", 0, type=int)
    with writing():
        idea = load(queries.visible_to(me()), number)
        authorize(policy.work, idea)
        person = load(people.visible_to(me()), wanted)
        if not person.is_active:
            abort(404)
        owning.name_owner(idea, person, by=me())
        name = person.name
    say(gettext("%(name)s carries it from now on, and has been told.", name=name))
    return redirect(url_for("ideas.desk.show", number=number), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    idea = load(queries.visible_to(reader()), number)
    authorize(policy.work, idea)
    before = idea.owner_id
    with writing():
        idea = load(queries.visible_to(me()), number)
        authorize(policy.work, idea)
        owning.release_owner(idea, by=me())
    undo = undoing("ideas.owner.update", method="PUT", number=number, person=before)
    say(gettext("Nobody carries it now."), undo=undo if before else "")
    return redirect(url_for("ideas.desk.show", number=number), code=303)
