"""/initiatives/<number>/team: who works on it beside its owner."""

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.fields import line
from app.core.hypermedia import say, undoing, view
from app.core.i18n import gettext
from app.initiatives import policy, queries
from app.people import queries as people

bp = Blueprint("team", __name__, url_prefix="/<int:number>/team")

LONGEST_NAME = 120  # letters somebody looks for
MOST_FOUND = 12


@bp.get("")
def index(number: int) -> ResponseReturnValue:
    """Whoever is looked for by name stands below."""
    initiative = load(queries.whole(reader()), number)
    authorize(policy.work_on, initiative)
    words = line(request.args.get("q", ""))[:LONGEST_NAME]
    return view(
        "initiatives/team/index.html",
        part="initiatives/team/_team.html",
        initiative=initiative,
        words=words,
        found=people.directory(words=words).rows[:MOST_FOUND] if words else [],
    )


@bp.put("/<int:person>")
def update(number: int, person: int) -> ResponseReturnValue:
    authorize(policy.work_on, load(queries.visible_to(reader()), number))
    with writing():
        initiative = load(queries.visible_to(me()), number)
        authorize(policy.work_on, initiative)
        asked = load(people.visible_to(me()), person)
        if not asked.is_active:
            abort(404)
        initiative.name_teammate(asked, by=me())
        name = asked.name
    say(gettext("%(name)s works on it with you.", name=name))
    return redirect(url_for("initiatives.team.index", number=number), code=303)


@bp.delete("/<int:person>")
def destroy(number: int, person: int) -> ResponseReturnValue:
    authorize(policy.work_on, load(queries.visible_to(reader()), number))
    with writing():
        initiative = load(queries.visible_to(me()), number)
        authorize(policy.work_on, initiative)
        initiative.release_teammate(load(people.visible_to(me()), person), by=me())
        still_works = policy.work_on(me(), initiative)
    undo = undoing("initiatives.team.update", method="PUT", number=number, person=person)
    say(gettext("They work on it no longer."), undo=undo if still_works else "")
    return redirect(url_for("initiatives.initiatives.show", number=number), code=303)
