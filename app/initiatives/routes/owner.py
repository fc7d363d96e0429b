"""/initiatives/<number>/owner: in whose hands it is."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.initiatives import policy, queries
from app.initiatives.routes import page
from app.people import queries as people

bp = Blueprint("owner", __name__, url_prefix="/<int:number>/owner")


@bp.put("/<int:person>")
def update(number: int, person: int) -> ResponseReturnValue:
    """Handed over to somebody of the team."""
    authorize(policy.hand_over, load(queries.visible_to(reader()), number))
    with writing():
        initiative = load(queries.visible_to(me()), number)
        authorize(policy.hand_over, initiative)
        heir = load(people.visible_to(me()), person)
        if not heir.is_active or not initiative.is_worked_on_by(person):
            abort(404)
        initiative.hand_over(heir, by=me())
        name = heir.name
    say(gettext("It is in the hands of %(name)s now.", name=name))
    return page.answered(number)
