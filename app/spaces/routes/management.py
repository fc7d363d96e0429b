"""/spaces/<number>/members/<person>/management: who runs it."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.people import queries as people
from app.spaces import policy, queries
from app.spaces.routes.place import standing

bp = Blueprint("management", __name__, url_prefix="/<int:number>/members/<int:person>/management")


@bp.post("")
def create(number: int, person: int) -> ResponseReturnValue:
    authorize(policy.run, standing(number))
    with writing():
        place = standing(number)
        authorize(policy.run, place)
        place.space.promote(load(people.visible_to(me()), person), by=me())
    undo = url_for("spaces.management.destroy", number=number, person=person)
    say(gettext("They run this space with you now."), undo=f"{undo}?_method=DELETE")
    return redirect(url_for("spaces.members.index", number=number), code=303)


@bp.delete("")
def destroy(number: int, person: int) -> ResponseReturnValue:
    authorize(policy.run, standing(number))
    with writing():
        place = standing(number)
        authorize(policy.stand_down, place, queries.is_alone(person, number))
        place.space.demote(load(people.visible_to(me()), person), by=me())
    say(gettext("They are a member like any other now."))
    return redirect(url_for("spaces.members.index", number=number), code=303)
