"""/committee/<number>/attendance: who is there."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.committee import narrowing, policy, queries
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.people import queries as people
from app.people.models import Role

bp = Blueprint("attendance", __name__, url_prefix="/<int:number>/attendance")

MOST_FOUND = 12


@bp.get("")
def show(number: int) -> ResponseReturnValue:
    """The governance team, and whoever is looked for by name with `?q=`."""
    sitting = load(queries.visible_to(reader()), number)
    authorize(policy.prepare, sitting)
    words = narrowing.words(request.args)
    present = queries.attendees(number)
    here = {one.id for one in present}
    if words:
        found = people.directory(words=words).rows[:MOST_FOUND]
    else:
        found = people.directory(role=Role.GOVERNANCE).rows
    return render_template(
        "committee/attendance/show.html",
        sitting=sitting,
        present=present,
        words=words,
        found=[one for one in found if one.id not in here],
    )


@bp.put("/<int:person>")
def update(number: int, person: int) -> ResponseReturnValue:
    authorize(policy.prepare, load(queries.visible_to(reader()), number))
    with writing():
        sitting = load(queries.whole(me()), number)
        authorize(policy.prepare, sitting)
        sitting.welcome(load(people.visible_to(me()), person))
    return _back(number)


@bp.delete("/<int:person>")
def destroy(number: int, person: int) -> ResponseReturnValue:
    authorize(policy.prepare, load(queries.visible_to(reader()), number))
    with writing():
        sitting = load(queries.whole(me()), number)
        authorize(policy.prepare, sitting)
        sitting.miss(load(people.visible_to(me()), person))
    return _back(number)


def _back(number: int) -> ResponseReturnValue:
    words = narrowing.words(request.args)
    return redirect(url_for(".show", number=number, q=words or None), code=303)
